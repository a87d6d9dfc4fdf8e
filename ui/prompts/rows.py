"""The prompts as rows, and what each says to those who hear it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.prompts.own import Entry
from app.reflections.wording import pillar_name
from app.translation import tr

Index = QModelIndex | QPersistentModelIndex
_ENDS = tuple(".?!…؟？。")
ENTRY = Qt.ItemDataRole.UserRole


class PromptRows(QAbstractListModel):
    """Entries in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def row_of(self, id: str | None) -> int:
        """The row of the prompt with this id, or -1."""
        return next((row for row, each in enumerate(self._entries) if each.prompt.id == id), -1)

    def show(self, entries: Sequence[Entry]) -> None:
        """These rows from now on; where they are the same prompts, nothing moves."""
        old, new = self._entries, list(entries)
        if [each.prompt.id for each in old] == [each.prompt.id for each in new]:
            self._entries = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._entries = new
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return in_words(entry)
        return None


def marks(entry: Entry) -> list[tuple[str, str]]:
    """What has become of it: the icon and the words of each mark."""
    is_so = {
        ("feather", tr("Your own")): entry.is_own,
        ("pencil", tr("Edited")): entry.is_edited,
        ("circle-dashed", tr("Retired")): entry.is_retired,
    }
    return [mark for mark, holds in is_so.items() if holds]


def in_words(entry: Entry) -> str:
    """All of a row as a sentence."""
    question = entry.prompt.question
    facts = [pillar_name(entry.prompt.pillar), *(words for _, words in marks(entry))]
    return f"{question if question[-1:] in _ENDS else question + '.'} {'. '.join(facts)}"
