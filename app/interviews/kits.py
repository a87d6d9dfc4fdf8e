"""What can be done with a kit, and how its minutes add up: pure, every change is a kit of its own.

`questions` are those of the bank by their id, as `bank.by_id` has them. Parts are numbered from 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app import limits
from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import Competency, Kit, KitPart, PartKind, Question
from app.translation import tr

Questions = Mapping[str, Question]

OPENING_MINUTES, TRUST_MINUTES, CLOSING_MINUTES = 5, 8, 7
_QUARTER = 15
_FEW = 90  # minutes up to which each quarter of an hour is marked


def new(id: str, role: str, minutes: int, today: date, now: datetime) -> Kit:
    """A kit with an opening, the question about trust, which stays until it is taken out, and a closing."""
    trust = tr("What does trust look like to you?")  # until the bank says it, as it does of every question
    parts = (
        KitPart(what=PartKind.OPENING, text=tr("Welcome, and how this works"), minutes=OPENING_MINUTES),
        KitPart(what=PartKind.QUESTION, question=TRUST_QUESTION, text=trust, minutes=TRUST_MINUTES),
        KitPart(what=PartKind.CLOSING, text=tr("Their questions, next steps"), minutes=CLOSING_MINUTES),
    )
    return Kit(id=id, date=today, created_at=now, updated_at=now, role=role, minutes=minutes, parts=parts)


def copy(kit: Kit, id: str, today: date, now: datetime) -> Kit:
    """The same plan once more, as a kit of its own without interviews."""
    role = tr("Copy of {role}").format(role=kit.role)[: limits.NAME] if kit.role.strip() else ""
    return replace(kit, id=id, date=today, created_at=now, updated_at=now, deleted_at=None, role=role)


def words(part: KitPart, questions: Questions) -> str:
    """What is said in it: in the words of the bank as they are now; of a question that it has no more, as it was."""
    known = questions.get(part.question or "")
    return known.text if known is not None else part.text


def competency(part: KitPart, questions: Questions) -> Competency | None:
    """What it is about, as far as that is known."""
    known = questions.get(part.question or "")
    return known.competency if known is not None else None


def planned(kit: Kit) -> int:
    """The minutes of all its parts; they may be more than the kit has."""
    return sum(each.minutes for each in kit.parts)


def covered(kit: Kit, questions: Questions) -> tuple[Competency, ...]:
    """What there is a question about."""
    asked = {competency(each, questions) for each in kit.parts}
    return tuple(each for each in Competency if each in asked)


def missing(kit: Kit, questions: Questions) -> tuple[Competency, ...]:
    """What there is no question about."""
    there = covered(kit, questions)
    return tuple(each for each in Competency if each not in there)


def has(kit: Kit, question: str) -> bool:
    """Whether the question with this id is in it."""
    return any(each.question == question for each in kit.parts)


def with_question(kit: Kit, question: Question, at: int | None = None) -> Kit:
    """With the question at this place, else last before the closing, for as long as the bank says.

    Each stands in it once, and it takes so many parts and no more: else it stays as it is.
    """
    if has(kit, question.id) or len(kit.parts) >= limits.INTERVIEW_PARTS:
        return kit
    part = KitPart(what=PartKind.QUESTION, question=question.id, text=question.text, minutes=question.minutes)
    place = _before_closing(kit) if at is None else min(max(at, 0), len(kit.parts))
    return replace(kit, parts=(*kit.parts[:place], part, *kit.parts[place:]))


def without(kit: Kit, at: int) -> Kit:
    """Without the part at this place; the same where there is none."""
    return replace(kit, parts=tuple(each for number, each in enumerate(kit.parts) if number != at))


def moved(kit: Kit, at: int, to: int) -> Kit:
    """With the part from this place at another, at most at one of the ends; the others keep their order."""
    if not 0 <= at < len(kit.parts):
        return kit
    parts = list(kit.parts)
    parts.insert(max(to, 0), parts.pop(at))
    return replace(kit, parts=tuple(parts))


def with_part(kit: Kit, at: int, part: KitPart) -> Kit:
    """With another part at this place: in other words, or for longer."""
    return replace(kit, parts=tuple(part if number == at else each for number, each in enumerate(kit.parts)))


@dataclass(frozen=True, slots=True)
class Segment:
    """A part on the time bar: from which minute on, and for how many."""

    part: KitPart
    start: int
    minutes: int
    competency: Competency | None


def segments(kit: Kit, questions: Questions) -> tuple[Segment, ...]:
    """One for each part, in their order, one beginning where the other ends."""
    found, start = list[Segment](), 0
    for each in kit.parts:
        found.append(Segment(each, start, each.minutes, competency(each, questions)))
        start += each.minutes
    return tuple(found)


def length(kit: Kit) -> int:
    """The minutes from one end of the time bar to the other: its time, or what is planned where that is more."""
    return max(kit.minutes, planned(kit))


def marks(kit: Kit) -> tuple[int, ...]:
    """The minutes that are marked below the time bar: the beginning, the end, and between them what has room."""
    end = length(kit)
    step = _QUARTER * max(1, -(-end // _FEW))
    return (*(each for each in range(0, end, step) if each == 0 or end - each > step // 2), end)


def _before_closing(kit: Kit) -> int:
    is_closed = bool(kit.parts) and kit.parts[-1].what is PartKind.CLOSING
    return len(kit.parts) - is_closed
