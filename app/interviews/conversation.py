"""What holds in a conversation with a candidate: how it begins, the time, and when a recommendation may be given. Pure.

Parts and rows are numbered from 0. No rating is ever added to another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count, product
from string import ascii_uppercase

from app.interviews import kits
from app.interviews.kits import Questions
from app.interviews.model import (
    Asked,
    Competency,
    FollowUpQuestion,
    Interview,
    Kit,
    KitPart,
    Landed,
    Recommendation,
)
from app.practices.model import Practice


def begin(
    id: str, kit: Kit, questions: Questions, practices: Iterable[Practice], candidate: str, today: date, now: datetime
) -> Interview:
    """A conversation by this kit, with every part in the words that the bank has now.

    Its alignment sheet has a row for each practice in force today, the oldest first; none where there are none.
    """
    return Interview(
        id=id,
        date=today,
        private=kit.private,
        created_at=now,
        updated_at=now,
        kit=kit.id,
        candidate=candidate,
        parts=tuple(_asked(each, questions) for each in kit.parts),
        sheet=rows(practices, today),
    )


def rows(practices: Iterable[Practice], today: date) -> tuple[Landed, ...]:
    """A row of an alignment sheet for each practice that has a name and has begun, the oldest first."""
    in_force = [each for each in practices if each.deleted_at is None and each.name.strip() and each.date <= today]
    in_force.sort(key=lambda each: (each.date, each.created_at, each.id))
    return tuple(Landed(practice=each.name, about=each.id) for each in in_force)


def next_letter(interviews: Iterable[Interview]) -> str:
    """What the next candidate goes by: the first of A, B, … Z, AA, … that none of these has."""
    taken = {each.candidate.strip().upper() for each in interviews}
    return next(letter for letter in _letters() if letter not in taken)


def with_part(interview: Interview, at: int, part: Asked) -> Interview:
    """With this part as it is now: noted, rated, asked after, or left out."""
    return replace(interview, parts=tuple(part if n == at else each for n, each in enumerate(interview.parts)))


def with_row(interview: Interview, at: int, row: Landed) -> Interview:
    """With this row of its alignment sheet as it is now."""
    return replace(interview, sheet=tuple(row if n == at else each for n, each in enumerate(interview.sheet)))


def ticked(part: Asked, number: int) -> Asked:
    """The part with this follow-up question asked, or not asked if it was."""
    marked = tuple(
        replace(each, asked=not each.asked) if at == number else each for at, each in enumerate(part.follow_ups)
    )
    return replace(part, follow_ups=marked)


def elapsed(interview: Interview) -> int:
    """The seconds that all its parts were in hand."""
    return sum(each.seconds for each in interview.parts)


def planned(interview: Interview) -> int:
    """The minutes of all its parts."""
    return sum(each.minutes for each in interview.parts)


def left_for(part: Asked) -> int:
    """The seconds that it still has; 0 once they are over."""
    return max(part.minutes * 60 - part.seconds, 0)


def progress(interview: Interview) -> tuple[float, ...]:
    """How full each segment of the bar is, 0 to 1: what lies behind is full, however long it took; of the part in hand
    and of what comes after it, its share of its minutes.
    """
    is_over = interview.finished_on is not None
    return tuple(1.0 if is_over or at < interview.at else _share(each) for at, each in enumerate(interview.parts))


@dataclass(frozen=True, slots=True)
class Missing:
    """A competency of which nothing is known yet: at which part that can be made good, and what that one lacks."""

    competency: Competency
    at: int
    lacks_notes: bool
    lacks_rating: bool


def missing(interview: Interview) -> tuple[Missing, ...]:
    """The competencies that are not seen to, in the order of the conversation.

    One is seen to when one of its questions has notes and a rating, or all of its questions were left out. The part to
    go to is the one with more of the two, of several the first.
    """
    asked = dict[Competency, list[int]]()
    for at, each in enumerate(interview.parts):
        if each.competency is not None:
            asked.setdefault(each.competency, []).append(at)
    found = (_missing(interview, about, places) for about, places in asked.items())
    return tuple(sorted(filter(None, found), key=lambda each: each.at))


def may_recommend(interview: Interview) -> bool:
    """Whether a recommendation can be given: each competency is seen to."""
    return not missing(interview)


def recommended(interview: Interview) -> Recommendation | None:
    """The recommendation, wherever it is shown: None as long as it may not be given.

    Where evidence is taken out again after it was given, it is kept and not shown; it is back with the evidence.
    """
    return interview.recommendation if may_recommend(interview) else None


def _asked(part: KitPart, questions: Questions) -> Asked:
    known = questions.get(part.question or "")
    return Asked(
        what=part.what,
        question=part.question,
        text=kits.words(part, questions),
        competency=known.competency if known else None,
        minutes=part.minutes,
        follow_ups=tuple(FollowUpQuestion(text=each) for each in known.follow_ups) if known else (),
        anchors=known.anchors if known else (),
    )


def _letters() -> Iterator[str]:
    return ("".join(each) for size in count(1) for each in product(ascii_uppercase, repeat=size))


def _share(part: Asked) -> float:
    return min(part.seconds / (part.minutes * 60), 1.0) if part.minutes else float(part.seconds > 0)


def _missing(interview: Interview, about: Competency, places: Sequence[int]) -> Missing | None:
    open_ = [at for at in places if not interview.parts[at].not_asked]
    lacks = {at: (not interview.parts[at].notes.strip(), interview.parts[at].rating is None) for at in open_}
    at = min(open_, key=lambda each: sum(lacks[each]), default=None)
    if at is None or not any(lacks[at]):
        return None
    return Missing(about, at, *lacks[at])
