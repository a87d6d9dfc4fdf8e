"""What is said about a reflection in words: what the pull wanted, how a plan reads and how it went."""

from app.reflections.model import Commitment, Outcome, PullKind
from app.translation import tr


def kind_name(kind: PullKind) -> str:
    """ "take back"."""
    names = {
        PullKind.CHECK: tr("check"),
        PullKind.FIX: tr("fix"),
        PullKind.REDO: tr("redo"),
        PullKind.TAKE_BACK: tr("take back"),
        PullKind.ANSWER: tr("answer for them"),
        PullKind.DECIDE: tr("decide for them"),
    }
    return names[kind]


def outcome_name(outcome: Outcome) -> str:
    """ "Partly"."""
    names = {Outcome.DONE: tr("Done"), Outcome.PARTLY: tr("Partly"), Outcome.NOT_YET: tr("Not yet")}
    return names[outcome]


def pull_in_words(pull: int | None, kind: PullKind | None) -> str:
    """ "Pull 8, redo"; "" where neither is known."""
    strength = "" if pull is None else tr("Pull {strength}").format(strength=pull)
    if kind is None:
        return strength
    return f"{strength}, {kind_name(kind)}" if strength else tr("Pull: {kind}").format(kind=kind_name(kind))


def intention(plan: Commitment) -> str:
    """The if-then in one sentence, whether or not what was typed repeats its first words."""
    when = _without(tr("when"), plan.when).rstrip(" ,.;")
    will = _without(tr("I will"), plan.will)
    if when and will:
        return tr("When {when}, I will {will}").format(when=when, will=will)
    return tr("When {when}").format(when=when) if when else tr("I will {will}").format(will=will)


def _without(lead: str, text: str) -> str:
    line = " ".join(text.split())
    return line[len(lead) + 1 :] if line.casefold().startswith(f"{lead} ".casefold()) else line
