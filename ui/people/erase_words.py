"""What the sheets for erasing and joining say of records: how many of which kind, and where a mention stands."""

from collections.abc import Mapping

from app.erasing.model import PREFERENCES, Mention
from app.translation import tr, trn
from ui.kinds import shown
from ui.people.erase_presenter import Erased
from ui.refusals import refusal
from ui.wording import day_name


def counted(kind: str, number: int) -> str:
    """ "3 topics": so many records of a kind, or parts of records."""
    return _COUNTED[kind](number).format(count=number)


# What is nobody's kind of its own comes last.
_COUNTED = {
    "agreement": lambda n: trn("{count} working agreement", "{count} working agreements", n),
    "alignment": lambda n: trn("{count} alignment sheet", "{count} alignment sheets", n),
    "interview": lambda n: trn("{count} interview", "{count} interviews", n),
    "one-on-one": lambda n: trn("{count} one-on-one", "{count} one-on-ones", n),
    "topic": lambda n: trn("{count} topic", "{count} topics", n),
    "follow-up": lambda n: trn("{count} follow-up", "{count} follow-ups", n),
    "feedback": lambda n: trn("{count} piece of feedback", "{count} pieces of feedback", n),
    "level": lambda n: trn("{count} level by kind of work", "{count} levels by kind of work", n),
    "experiment": lambda n: trn("{count} trust experiment", "{count} trust experiments", n),
    "delegation": lambda n: trn("{count} delegation", "{count} delegations", n),
    "touch": lambda n: trn("{count} line of their history", "{count} lines of their history", n),
    "debrief": lambda n: trn("{count} debrief", "{count} debriefs", n),
    "held-task": lambda n: trn("{count} task you still do", "{count} tasks you still do", n),
    "commitment": lambda n: trn("{count} plan with them", "{count} plans with them", n),
    "checklist-run": lambda n: trn("{count} run of a checklist", "{count} runs of checklists", n),
    "reaction": lambda n: trn("{count} reaction to a practice", "{count} reactions to practices", n),
    "reflection": lambda n: trn("{count} reflection", "{count} reflections", n),
    "practice": lambda n: trn("{count} practice", "{count} practices", n),
    "checklist": lambda n: trn("{count} checklist", "{count} checklists", n),
}


def all_counted(goes: Mapping[str, int]) -> list[str]:
    """Each kind of which there is any."""
    return [counted(kind, goes[kind]) for kind in _COUNTED if goes.get(kind)]


def places_left(goes: Mapping[str, int]) -> list[str]:
    """What stays and names nobody any more."""
    eyes, owned, meant = (goes.get(each, 0) for each in ("second-eyes", "owner", "meant-for"))
    found = []
    if eyes:
        said = trn("{count} step is left without a second pair of eyes.", "{count} steps are left without one.", eyes)
        found.append(said.format(count=eyes))
    if owned:
        found.append(trn("{count} checklist becomes yours.", "{count} checklists become yours.", owned))
        found[-1] = found[-1].format(count=owned)
    if meant:
        said = trn(
            "{count} task you still do is meant for nobody.", "{count} tasks you still do are meant for nobody.", meant
        )
        found.append(said.format(count=meant))
    return found


def place(mention: Mention) -> str:
    """ "Reflection of 10 March, an earlier version": where it stands."""
    if mention.kind == PREFERENCES or mention.day is None:
        return _preference(mention.at)
    said = tr("{kind} of {day}").format(kind=shown(mention.kind).words, day=day_name(mention.day))
    if mention.is_earlier:
        said = tr("{place}, an earlier version").format(place=said)
    return tr("{place}, in the trash").format(place=said) if mention.in_trash else said


def doubt_about(mention: Mention) -> str:
    """Why it is kept unless something else is chosen; "" where there is no doubt."""
    if mention.may_mean:
        return tr("May also be {names}").format(names=", ".join(mention.may_mean))
    return tr("May also be a word like any other") if mention.doubtful and mention.kind != PREFERENCES else ""


def _preference(at: str) -> str:
    return {
        "name": tr("The name of the journal"),
        "wish": tr("What you want from the next session"),
        "second_place": tr("The second place for backups; anything but keeping it gives that place up"),
    }.get(at, tr("A phrase of your own"))


def about_erasing() -> str:
    """What it comes to."""
    return tr("What is about them is deleted for good, also what is in the trash. Nobody can bring it back.")


def about_mentions() -> str:
    """How mentions are chosen for."""
    return tr("Choose once for all of them, and otherwise where you want it. Earlier versions change with the text.")


def not_reached() -> str:
    """Where the name stays."""
    return tr(
        "Exports and coaching packs that were saved, copies of the journal elsewhere, backups on a drive that is not "
        "here, and a journal that was set aside when a backup was restored: the name stays in them until you delete "
        "them."
    )


def said_of(name: str, erased: Erased) -> str:
    """What was done, and what is left to do."""
    said = [tr("{name} is erased.").format(name=name)]
    if not erased.is_wiped:
        said.append(tr("The journal wipes its file when it is next opened."))
    if erased.trouble is not None:
        said.append(tr("The backups are still there. {reason}").format(reason=refusal(erased.trouble)))
    elif erased.left:
        said.append(tr("Still there: {paths}").format(paths=", ".join(map(str, erased.left))))
    return " ".join(said)
