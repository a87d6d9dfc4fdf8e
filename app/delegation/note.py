"""HandOverNote: what somebody is told about work that becomes theirs. It has no place for what its owner fears."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.day_names import in_words
from app.delegation.model import Brief, CheckIn
from app.people.model import Authority
from app.translation import tr, trn


class Section(Enum):
    """The parts of a note, in their order."""

    DONE = auto()
    WHY = auto()
    SUPPORT = auto()
    THEIRS = auto()
    MEETINGS = auto()
    SECOND_EYES = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """What one section says, a paragraph each; nothing while nothing is agreed. `ticked`: each can be ticked off."""

    section: Section
    heading: str
    lines: tuple[str, ...]
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """The checklist that goes with the work."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class HandOverNote:
    """The note, made of the title, the two names, the day and the brief alone."""

    title: str
    person: str | None
    owner: str
    day: date
    parts: tuple[Part, ...]

    @property
    def agreed(self) -> tuple[Part, ...]:
        """The parts that say something: what is copied and printed."""
        return tuple(each for each in self.parts if each.lines)


def note(
    title: str, person: str | None, owner: str, day: date, brief: Brief, checklist: Steps | None = None
) -> HandOverNote:
    """The note as it is on that day, with all its parts; `checklist` is the one that the brief names."""
    parts = (
        Part(Section.DONE, tr("Done means"), _lines(*brief.done), ticked=True),
        Part(Section.WHY, tr("Why you"), _lines(brief.why)),
        Part(Section.SUPPORT, tr("What you can count on"), _lines(brief.support)),
        Part(Section.THEIRS, tr("Yours to decide"), tuple(_theirs(brief))),
        Part(Section.MEETINGS, tr("When we meet"), tuple(_meetings(brief, day))),
        Part(Section.SECOND_EYES, tr("Second pair of eyes"), tuple(_second_eyes(brief, checklist))),
    )
    return HandOverNote(_one_line(title), _one_line(person or "") or None, _one_line(owner), day, parts)


def heading(given: HandOverNote) -> str:
    """Its title, also where it has none yet."""
    return given.title or tr("Hand-over")


def whose(given: HandOverNote) -> str:
    """ "For Jonas, from Maya, 23 March 2026"; without those who are not named."""
    day = tr("{day} {year}").format(day=in_words(given.day), year=given.day.year)
    if given.person and given.owner:
        return tr("For {person}, from {owner}, {day}").format(person=given.person, owner=given.owner, day=day)
    if given.person:
        return tr("For {person}, {day}").format(person=given.person, day=day)
    return tr("From {owner}, {day}").format(owner=given.owner, day=day) if given.owner else day


def as_text(given: HandOverNote) -> str:
    """All of it as plain text."""
    lines = [heading(given), whose(given)]
    for part in given.agreed:
        mark = "[ ] " if part.ticked else ""
        lines += ["", part.heading, *(f"{mark}{each}" for each in part.lines)]
    return "\n".join(lines) + "\n"


def check_ins_in_words(given: Sequence[CheckIn], today: date) -> str:
    """ "1 April and 10 April, 30 minutes each": the days in their order; the year where it is not this one."""
    ordered = sorted(given, key=lambda each: (each.on, each.time or ""))
    lengths = {each.minutes for each in ordered}
    if len(ordered) > 1 and len(lengths) == 1 and None not in lengths:
        days = _listed([_moment(each.on, each.time, today) for each in ordered])
        return tr("{days}, {count} minutes each").format(days=days, count=ordered[0].minutes)
    return _listed([_check_in(each, today) for each in ordered])


def due_in_words(brief: Brief, today: date) -> str:
    """ "Due 20 April, 12:00"; "" where no day is agreed."""
    if brief.due_on is None:
        return ""
    return tr("Due {moment}").format(moment=_moment(brief.due_on, brief.due_time, today))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(*said: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in said if each.strip())


def _theirs(brief: Brief) -> Iterator[str]:
    yield from _lines(brief.may_decide)
    if brief.may_spend.strip():
        yield tr("To spend: {amount}").format(amount=brief.may_spend.strip())
    if brief.authority is not None:
        yield _rest(brief.authority) if brief.may_decide.strip() else _all_of_it(brief.authority)


def _all_of_it(authority: Authority) -> str:
    return {
        Authority.LOOK_INTO_IT: tr("Look into it and tell me what you find. I decide."),
        Authority.RECOMMEND: tr("Tell me what you would do. I decide."),
        Authority.DECIDE_WITH_ME: tr("We decide together."),
        Authority.DECIDE_AND_TELL_ME: tr("You decide, and tell me."),
        Authority.YOURS: tr("You decide. You need not ask or tell me."),
    }[authority]


def _rest(authority: Authority) -> str:
    return {
        Authority.LOOK_INTO_IT: tr("For the rest, look into it and tell me what you find. I decide."),
        Authority.RECOMMEND: tr("For the rest, tell me what you would do. I decide."),
        Authority.DECIDE_WITH_ME: tr("The rest we decide together."),
        Authority.DECIDE_AND_TELL_ME: tr("The rest you decide, too, and tell me."),
        Authority.YOURS: tr("The rest you decide, too. You need not ask or tell me."),
    }[authority]


def _meetings(brief: Brief, day: date) -> Iterator[str]:
    if brief.check_ins:
        yield tr("{check_ins}. In between I wait to be asked.").format(
            check_ins=check_ins_in_words(brief.check_ins, day)
        )
    if due := due_in_words(brief, day):
        yield tr("{due}.").format(due=due)


def _second_eyes(brief: Brief, checklist: Steps | None) -> Iterator[str]:
    yield from _lines(brief.second_eyes)
    if checklist is not None and brief.checklist is not None:
        said = trn("Checklist: {name}, {count} step.", "Checklist: {name}, {count} steps.", checklist.count)
        yield said.format(name=_one_line(checklist.name) or tr("without a name"), count=checklist.count)


def _check_in(given: CheckIn, today: date) -> str:
    moment = _moment(given.on, given.time, today)
    if given.minutes is None:
        return moment
    said = trn("{moment} ({count} minute)", "{moment} ({count} minutes)", given.minutes)
    return said.format(moment=moment, count=given.minutes)


def _moment(day: date, time: str | None, today: date) -> str:
    said = in_words(day) if day.year == today.year else tr("{day} {year}").format(day=in_words(day), year=day.year)
    return tr("{day}, {time}").format(day=said, time=time) if time else said


def _listed(said: Sequence[str]) -> str:
    if len(said) < 2:
        return "".join(said)
    between = tr("; ") if any("," in each for each in said) else tr(", ")
    return tr("{listed} and {last}").format(listed=between.join(said[:-1]), last=said[-1])
