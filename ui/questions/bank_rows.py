"""The bank as rows, and what each says to those who hear it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.interviews.bank import Entry
from app.interviews.model import Competency
from ui.questions.words import entry_words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class BankRow(NamedTuple):
    """A question; the first of its competency has the number of those that are listed of it, the others 0."""

    entry: Entry
    is_in: bool
    number: int

    @property
    def id(self) -> str:
        """That of the question."""
        return self.entry.question.id


class BankRows(QAbstractListModel):
    """By competency, in the order in which competencies are shown."""

    def __init__(self, is_in: str, parent: QObject | None = None) -> None:
        """`is_in` says of a question that it was chosen."""
        super().__init__(parent)
        self._is_in = is_in
        self.rows: list[BankRow] = []

    def row_of(self, id: str | None) -> int:
        """The row of the question with this id, or -1."""
        return next((row for row, each in enumerate(self.rows) if each.id == id), -1)

    def show(self, rows: Sequence[BankRow]) -> None:
        """These from now on; where they are the same questions, nothing moves."""
        old, new = self.rows, list(rows)
        if old == new:
            return
        if [(each.id, bool(each.number)) for each in old] == [(each.id, bool(each.number)) for each in new]:
            self.rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry_words(row.entry, self._is_in if row.is_in else "")
        return None


def grouped(entries: Sequence[Entry], chosen: AbstractSet[str]) -> list[BankRow]:
    """The rows for these: together by competency, else in their order."""
    groups = dict[str, list[Entry]]()
    for each in sorted(entries, key=lambda each: _ORDER.index(each.question.competency)):
        groups.setdefault(each.question.competency, []).append(each)
    return [
        BankRow(entry, entry.question.id in chosen, len(group) if at == 0 else 0)
        for group in groups.values()
        for at, entry in enumerate(group)
    ]


_ORDER = list(Competency)
