"""The question bank as its owner has it: what came with the program, written in other words, retired, or new. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.interviews.model import Competency, OwnQuestion, Question
from app.interviews.record import replacement_id

TRUST_QUESTION = "what-trust-looks-like"


@dataclass(frozen=True, slots=True)
class Entry:
    """One question as the owner has it: `original` is what came with the program, `own` what the owner made of it."""

    question: Question
    original: Question | None = None
    own: OwnQuestion | None = None

    @property
    def is_own(self) -> bool:
        """Whether the owner wrote it."""
        return self.original is None

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than it did when it came along."""
        return self.original is not None and self.question != self.original

    @property
    def is_retired(self) -> bool:
        """Whether it is offered no more."""
        return self.own is not None and self.own.retired


def entries(built_in: Sequence[Question], own: Iterable[OwnQuestion]) -> list[Entry]:
    """Every question as the owner wants it, retired ones included: those that came along in their order, then the own
    in the order in which they were written.

    One of the own without words is not a question yet, and one in the trash is none any more.
    """
    kept = {each.replaces or each.id: each for each in own if each.deleted_at is None}
    known = [_entry(each, kept.pop(each.id, None)) for each in built_in]
    written = [each for each in kept.values() if each.replaces is None and each.text.strip()]
    written.sort(key=lambda each: (each.created_at, each.id))
    return [*known, *(Entry(_question(each), own=each) for each in written)]


def offered(built_in: Sequence[Question], own: Iterable[OwnQuestion]) -> list[Question]:
    """Those that can be put into a kit: the retired are left out."""
    return [each.question for each in entries(built_in, own) if not each.is_retired]


def by_id(built_in: Sequence[Question], own: Iterable[OwnQuestion]) -> dict[str, Question]:
    """Every question by the id that kits know it by, retired ones included, since kits keep those."""
    return {each.question.id: each.question for each in entries(built_in, own)}


def in_place_of(question: Question, now: datetime) -> OwnQuestion:
    """The owner's version of a question that came with the program, in its words."""
    return OwnQuestion(
        id=replacement_id(question.id),
        date=now.date(),
        created_at=now,
        updated_at=now,
        competency=question.competency,
        text=question.text,
        minutes=question.minutes,
        why=question.why,
        follow_ups=question.follow_ups,
        listen_for=question.listen_for,
        watch_for=question.watch_for,
        anchors=question.anchors,
        replaces=question.id,
    )


def new(id: str, competency: Competency, today: date, now: datetime) -> OwnQuestion:
    """A question of the owner's own, without words yet."""
    return OwnQuestion(
        id=id, date=today, created_at=now, updated_at=now, competency=competency, text="", minutes=_MINUTES
    )


def says_more(own: OwnQuestion, original: Question) -> bool:
    """Whether it is needed beside what it replaces: it is retired, or its words are others."""
    return own.retired or _replaced(original, own) != original


_MINUTES = 8


def _entry(original: Question, own: OwnQuestion | None) -> Entry:
    return Entry(original if own is None else _replaced(original, own), original, own)


def _replaced(original: Question, own: OwnQuestion) -> Question:
    said = replace(_question(own), id=original.id)
    return said if own.text.strip() else replace(said, text=original.text)


def _question(own: OwnQuestion) -> Question:
    return Question(
        id=own.id,
        competency=own.competency,
        text=own.text,
        minutes=own.minutes,
        why=own.why,
        follow_ups=own.follow_ups,
        listen_for=own.listen_for,
        watch_for=own.watch_for,
        anchors=own.anchors,
    )
