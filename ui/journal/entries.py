"""The rows of the list: what is loaded of it, by number and by id, and what each says."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.reflections.model import Heading
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.reflection import words
from ui.wording import weekday_and_day

Index = QModelIndex | QPersistentModelIndex
HEADING = Qt.ItemDataRole.UserRole
OPENS_MONTH = Qt.ItemDataRole.UserRole + 1


class Entries(QAbstractListModel):
    """Headings as rows. Replacing them leaves the rows that stay the same alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: list[Heading] = []

    @property
    def headings(self) -> Sequence[Heading]:
        """What is loaded, newest first."""
        return self._headings

    def row_of(self, id: str | None) -> int:
        """The row of the one with this id, or -1."""
        return next((row for row, each in enumerate(self._headings) if each.id == id), -1)

    def show(self, headings: Sequence[Heading]) -> None:
        """These rows from now on."""
        old, new = self._headings, list(headings)
        if [each.id for each in old] == [each.id for each in new]:
            self._headings = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        head = _same(old, new)
        tail = _same(old[head:][::-1], new[head:][::-1])
        self.take(head, len(old) - tail)
        self.put(new[head : len(new) - tail], head)
        self._headings[:] = new
        self._refresh_beside(head, len(new) - tail)

    def put(self, headings: Sequence[Heading], at: int) -> None:
        """More rows, before the row `at`."""
        if not headings:
            return
        self.beginInsertRows(QModelIndex(), at, at + len(headings) - 1)
        self._headings[at:at] = headings
        self.endInsertRows()
        self._refresh_beside(at, at + len(headings))

    def take(self, first: int, end: int) -> None:
        """These rows are gone; nothing where `end` does not lie behind `first`."""
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._headings[first:end]
            self.endRemoveRows()
            self._refresh_beside(first, first)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        heading = self._headings[index.row()]
        if role == HEADING:
            return heading
        if role == OPENS_MONTH:
            return self._opens_month(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return in_words(heading)
        return None

    def _opens_month(self, row: int) -> bool:
        day = self._headings[row].date
        before = self._headings[row - 1].date if row else None
        return before is None or (before.year, before.month) != (day.year, day.month)

    def _refresh_beside(self, first: int, end: int) -> None:
        """Whether a row opens a month depends on the row before it."""
        last = min(end, len(self._headings) - 1)
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def in_words(heading: Heading) -> str:
    """All of a row as a sentence for those who hear it."""
    said = [
        weekday_and_day(heading.date),
        heading.title or tr("No words yet"),
        pillar_name(heading.pillar) if heading.pillar else "",
        ", ".join(heading.people),
        words.pull_in_words(heading.pull, None),
        tr("Not for export") if heading.private else "",
    ]
    return ". ".join(each.rstrip(".") for each in said if each)


def _same(one: Sequence[Heading], other: Sequence[Heading]) -> int:
    """How many they have in common at the beginning, by what is shown."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
