"""Conversations side by side, question by question: what was said, never a sum, never an order of people. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.interviews.model import Asked, Interview, Landed, PartKind

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Compared:
    """The conversations by their day, and for each question and each practice what there is of it in each of them.

    In a row each conversation has its place, None where it did not have this question or practice.
    """

    columns: tuple[Interview, ...]
    questions: tuple[tuple[Asked | None, ...], ...]
    practices: tuple[tuple[Landed | None, ...], ...]


def side_by_side(interviews: Iterable[Interview]) -> Compared:
    """In the order of the conversations, whatever was rated; rows in the order of the first, and what another has
    besides where it stood there.

    A question is the same by its id, or by its words; a practice too.
    """
    columns = tuple(sorted(interviews, key=lambda each: (each.date, each.created_at, each.id)))
    asked = [[part for part in each.parts if part.what is PartKind.QUESTION] for each in columns]
    questions = _rows(asked, _is_same_question)
    practices = _rows([each.sheet for each in columns], _is_same_practice)
    return Compared(columns, questions, practices)


def first(row: Sequence[_T | None]) -> _T:
    """What a row is named by: what the first conversation has that has it. A row is never empty."""
    return next(each for each in row if each is not None)


def _rows(columns: Sequence[Sequence[_T]], is_same: Callable[[_T, _T], bool]) -> tuple[tuple[_T | None, ...], ...]:
    rows = list[list[_T | None]]()
    for number, column in enumerate(columns):
        place = 0
        for row in rows:
            row.append(None)
        for each in column:
            at = next((at for at, row in enumerate(rows) if row[number] is None and is_same(first(row), each)), None)
            if at is None:
                rows.insert(place, [None] * number + [each])
            else:
                rows[at][number] = each
            place = (place if at is None else at) + 1
    return tuple(map(tuple, rows))


def _is_same_question(one: Asked, other: Asked) -> bool:
    return (one.question is not None and one.question == other.question) or _said(one.text) == _said(other.text)


def _is_same_practice(one: Landed, other: Landed) -> bool:
    return (one.about is not None and one.about == other.about) or _said(one.practice) == _said(other.practice)


def _said(text: str) -> str:
    return " ".join(text.split()).casefold()
