"""The cells of the map as a table: kinds of work down; across, their names, the people, and the owner."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.delegation.practice_map import Cell, Row
from app.translation import tr
from app.work_map import WorkMap
from ui.practice_map import words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_SAID = (Role.DisplayRole, Role.AccessibleTextRole)
NOTHING = WorkMap((), frozenset(), ())


class Cells(QAbstractTableModel):
    """Each is called by a whole sentence, for those who hear it; what is painted comes from the rows themselves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map, self.today = NOTHING, date.min

    @property
    def last(self) -> int:
        """The column of the owner."""
        return len(self.map.people) + 1

    def show_map(self, found: WorkMap, today: date) -> None:
        """Shows this one, on this day."""
        self.beginResetModel()
        self.map, self.today = found, today
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The kind of work."""
        return self.map.rows[index.row()]

    def cell(self, index: Index) -> Cell | None:
        """What one person has done of it; None at the names and in the column of the owner."""
        return self.row(index).cells[index.column() - 1] if 0 < index.column() < self.last else None

    def index_of(self, work: str, person: str) -> QModelIndex:
        """Where this kind of work and this person meet; no index where they do not."""
        row = next((at for at, each in enumerate(self.map.rows) if each.work == work), -1)
        if row < 0 or person not in self.map.people:
            return QModelIndex()
        return self.index(row, self.map.people.index(person) + 1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.map.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.map.people) + 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role not in _SAID:
            return None
        row, cell = self.row(index), self.cell(index)
        if cell is not None:
            return words.cell_in_words(row, cell, self.today)
        return words.row_in_words(row) if index.column() == 0 else words.yours_in_words(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role not in _SAID:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.map.rows[section].work
        return [tr("Kind of work"), *self.map.people, tr("You, a month")][section]
