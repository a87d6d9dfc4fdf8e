"""The seven steps of handing over: what each is called, what it is for, and what was said in it."""

from collections.abc import Mapping
from datetime import date
from enum import IntEnum

from app.delegation.model import Brief, Delegation
from app.delegation.note import Steps, check_ins_in_words, due_in_words
from app.people.wording import authority_name
from app.titles import one_line
from app.translation import tr, trn


class Step(IntEnum):
    """In the order in which they stand; they may be done in any."""

    DONE = 1
    WHY = 2
    SUPPORT = 3
    THEIRS = 4
    MEETINGS = 5
    EYES = 6
    FEAR = 7


def title(step: Step, person: str | None) -> str:
    """What it is called."""
    if step is Step.WHY and person:
        return tr("Why {person}, and what they will learn").format(person=person)
    titles: Mapping[Step, str] = {
        Step.DONE: tr("What done looks like"),
        Step.WHY: tr("Why them, and what they will learn"),
        Step.SUPPORT: tr("Support we agreed"),
        Step.THEIRS: tr("Theirs to decide and to spend"),
        Step.MEETINGS: tr("Check-ins and due date"),
        Step.EYES: tr("Second pair of eyes, and a checklist"),
        Step.FEAR: tr("Before you let go"),
    }
    return titles[step]


def helper(step: Step) -> str:
    """What it is for, while nothing is said in it."""
    helpers: Mapping[Step, str] = {
        Step.DONE: tr("One to five points that both of you can check"),
        Step.WHY: tr("What they can do already, and what is new in it"),
        Step.SUPPORT: tr("What they can count on, and what you leave alone"),
        Step.THEIRS: tr("What they settle without you"),
        Step.MEETINGS: tr("Two or three dates, and nothing in between"),
        Step.EYES: tr("Who reads it before it leaves, and which steps to follow"),
        Step.FEAR: tr("Private: your fear, how likely, how good"),
    }
    return helpers[step]


def summary(step: Step, given: Delegation, checklist: Steps | None, today: date) -> str:
    """What was said in it, in one line; "" while nothing was."""
    brief = given.brief
    match step:
        case Step.DONE:
            said = trn("{count} point that both can check", "{count} points that both can check", len(brief.done))
            return said.format(count=len(brief.done)) if brief.done else ""
        case Step.WHY:
            return one_line(brief.why)
        case Step.SUPPORT:
            return one_line(brief.support)
        case Step.THEIRS:
            return _theirs(brief)
        case Step.MEETINGS:
            return _sentences(check_ins_in_words(brief.check_ins, today), due_in_words(brief, today))
        case Step.EYES:
            named = tr("Checklist: {name}").format(name=one_line(checklist.name)) if checklist else ""
            return _sentences(one_line(brief.second_eyes), named)
        case Step.FEAR:
            is_said = given.fear.strip() or given.likelihood is not None or given.quality is not None
            return tr("Written down, and seen by you alone") if is_said else ""


def first_unsaid(given: Delegation, today: date) -> Step | None:
    """The first step in which nothing is said yet."""
    return next((each for each in Step if not summary(each, given, None, today)), None)


def _theirs(brief: Brief) -> str:
    level = authority_name(brief.authority) if brief.authority is not None else ""
    what = ", ".join(filter(None, map(one_line, (brief.may_decide, brief.may_spend))))
    return _sentences(level, what)


def _sentences(*said: str) -> str:
    return " ".join(each if each.endswith((".", "!", "?", "…")) else f"{each}." for each in said if each)
