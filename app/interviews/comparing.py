"""Conversations side by side, question by question: what was said, never a sum, never an order of people. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from app.interviews.model import Asked, Interview, Landed, PartKind

_T = TypeVar("_T")
_Names = tuple[str | None, str]  # the id, if it has one, and the words


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
    questions = _rows(asked, _question)
    practices = _rows([each.sheet for each in columns], _practice)
    return Compared(columns, questions, practices)


def first(row: Sequence[_T | None]) -> _T:
    """What a row is named by: what the first conversation has that has it. A row is never empty."""
    return next(each for each in row if each is not None)


class _Row(NamedTuple, Generic[_T]):
    """What stands in one row, by the place of the column, and what the first of it is known by."""

    cells: dict[int, _T]
    id: str | None
    said: str

    def is_of(self, id: str | None, said: str) -> bool:
        return (id is not None and id == self.id) or said == self.said


def _rows(columns: Sequence[Sequence[_T]], known_by: Callable[[_T], _Names]) -> tuple[tuple[_T | None, ...], ...]:
    rows = list[_Row[_T]]()
    for number, column in enumerate(columns):
        place = 0
        for each in column:
            id, said = known_by(each)
            at = next((at for at, row in enumerate(rows) if number not in row.cells and row.is_of(id, said)), None)
            if at is None:
                rows.insert(place, _Row[_T]({}, id, said))
                at = place
            rows[at].cells[number] = each
            place = at + 1
    return tuple(tuple(row.cells.get(number) for number in range(len(columns))) for row in rows)


def _question(given: Asked) -> _Names:
    return given.question, _said(given.text)


def _practice(given: Landed) -> _Names:
    return given.about, _said(given.practice)


def _said(text: str) -> str:
    return " ".join(text.split()).casefold()
