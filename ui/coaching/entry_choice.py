"""A list of entries to tick: as long as a period is, so its rows are painted and are no widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.reflections.model import Heading
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.marks import MARK, paint_check
from ui.widgets.row_ground import paint_ground
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind
from ui.wording import day_name

_ROW, _EDGE, _GAP, _DAY = 40, 10, 12, 104

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class _Entries(QAbstractListModel):
    """What can be ticked, and what is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.headings: Sequence[Heading] = ()
        self.without: frozenset[str] = frozenset()

    def show(self, headings: Sequence[Heading], without: frozenset[str]) -> None:
        self.beginResetModel()
        self.headings, self.without = headings, without
        self.endResetModel()

    def tick(self, without: frozenset[str]) -> None:
        if without == self.without:
            return
        self.without = without
        self.dataChanged.emit(self.index(0), self.index(len(self.headings) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        heading = self.headings[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            said = tr("{day}. {words}").format(day=day_name(heading.date), words=_words(heading))
            # Not every screen reader hears of a tick in a list, so the words say it, too.
            return said if heading.id not in self.without else tr("{entry}. Stays out").format(entry=said)
        if role == Role.CheckStateRole:
            return Qt.CheckState.Unchecked if heading.id in self.without else Qt.CheckState.Checked
        return None


class EntryChoice(QListView):
    """Space, Enter or a click has the entry of a row stay out or go in."""

    left_out = Signal(str, bool)  # the id, and whether it stays out

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Entries that go in"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        show_what_is_behind(self)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self._entries = _Entries(self)
        self.setModel(self._entries)
        self.clicked.connect(self._toggle)

    def show_entries(self, headings: Sequence[Heading], without: frozenset[str]) -> None:
        """These, all ticked but those that stay out."""
        self._entries.show(headings, without)
        if headings:
            self.setCurrentIndex(self._entries.index(0))

    def tick(self, without: frozenset[str]) -> None:
        """Others stay out from now on."""
        self._entries.tick(without)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: the first words of rows are no names to look up."""

    def sizeHint(self) -> QSize:
        rows = min(max(len(self._entries.headings), 1), 9)
        return QSize(tokens.scaled(460), rows * tokens.scaled(_ROW))

    def _toggle(self, index: QModelIndex) -> None:
        id = self._entries.headings[index.row()].id
        self.left_out.emit(id, id not in self._entries.without)


class _Row(QStyledItemDelegate):
    """A tick, the day, the first line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Entries)  # noqa: S101  the list has no other
        heading, area, state = model.headings[index.row()], QRectF(option.rect), option.state
        goes_in = heading.id not in model.without
        painter.save()
        paint_ground(painter, area, state)
        side = tokens.scaled(MARK)
        paint_check(painter, QRectF(area.left() + _EDGE, area.center().y() - side / 2, side, side), goes_in)
        words = area.adjusted(_EDGE + side + _GAP, 0, -_EDGE, 0)
        day = QRectF(words.left(), words.top(), tokens.scaled(_DAY), words.height())
        drawing.text(painter, day, day_name(heading.date), tokens.font("small", tabular=True), tokens.color("ink3"))
        words.setLeft(day.right() + _GAP)
        ink = tokens.color("ink" if goes_in else "ink3")
        drawing.text(painter, words, _words(heading), tokens.font("readingS"), ink)
        painter.restore()


def _words(heading: Heading) -> str:
    return heading.title or tr("No words yet")
