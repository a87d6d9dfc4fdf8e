"""What is said about a reflection in words: its pillar, what the pull wanted, how a plan reads and how it went."""

from app.reflections.model import Outcome, Pillar, PullKind
from app.reflections.plans import Advice
from app.translation import tr


def pillar_name(pillar: Pillar) -> str:
    """ "Trust"."""
    names = {
        Pillar.RESPECT: tr("Respect"),
        Pillar.TRUST: tr("Trust"),
        Pillar.ACCOUNTABILITY: tr("Accountability"),
    }
    return names[pillar]


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


def outcome_name(outcome: Outcome | None) -> str:
    """ "Partly"; of a plan without an answer, that it was not asked about yet."""
    names = {
        Outcome.DONE: tr("Done"),
        Outcome.PARTLY: tr("Partly"),
        Outcome.NOT_YET: tr("Not yet"),
        Outcome.LET_GO: tr("Let go"),
        None: tr("Not asked yet"),
    }
    return names[outcome]


def advice_words(advice: Advice | None) -> str:
    """The line beside a plan that is being written."""
    return {
        Advice.NAME_THE_MOMENT: tr("Which moment will tell you that it is time?"),
        Advice.SAY_WHAT_INSTEAD: tr("And what will you do in its place?"),
        Advice.SAY_WHAT_IS_SEEN: tr("What would somebody see you do?"),
        None: tr("One situation, one response."),
    }[advice]


def intention(when: str, will: str) -> str:
    """The if-then in one sentence, whether or not what was typed repeats its first words."""
    when = _without(tr("when"), when).rstrip(" ,.;")
    will = _without(tr("I will"), will)
    if when and will:
        return tr("When {when}, I will {will}").format(when=when, will=will)
    return tr("When {when}").format(when=when) if when else tr("I will {will}").format(will=will)


def _without(lead: str, text: str) -> str:
    line = " ".join(text.split())
    return line[len(lead) + 1 :] if line.casefold().startswith(f"{lead} ".casefold()) else line
