"""The list itself: selecting by mouse and keys, and asking for more rows where its ends come near."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.translation import tr
from ui.journal.browser import Browser
from ui.journal.entries import HEADING
from ui.journal.entry_row import ROW, EntryRow
from ui.theme import tokens
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind

_NEAR = 15  # rows


class EntryList(QListView):
    """Shows the rows of a Browser and selects in it."""

    entered = Signal()  # Enter: on to reading
    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self._browser = browser
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self.setAccessibleName(tr("Entries"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        show_what_is_behind(self)
        self.setMouseTracking(True)
        self.setAutoScroll(False)  # the current row moves when rows go, and the view is to stay
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(EntryRow(self))
        entries = browser.entries
        # Before the view hears of it: it forgets where everything was.
        entries.rowsAboutToBeInserted.connect(self._remember_sight)
        entries.rowsAboutToBeRemoved.connect(self._remember_sight)
        self.setModel(entries)
        entries.rowsInserted.connect(self._restore_sight)
        entries.rowsRemoved.connect(self._restore_sight)
        self.verticalScrollBar().setSingleStep(22)
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)
        browser.loaded.connect(self._on_loaded)
        browser.dropped.connect(self._show_selection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self._browser.go_to_newest()
            case Qt.Key.Key_End:
                self._browser.go_to_oldest()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_E if not event.modifiers():
                self.edit_asked.emit()
            case Qt.Key.Key_Delete:
                self.delete_asked.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: the first words of rows are no names to look up."""

    def _on_loaded(self) -> None:
        if self._show_selection():
            self.scrollTo(self.currentIndex())
        self.executeDelayedItemsLayout()  # before, there is no end to come near to
        self._ask_for_more()

    def _show_selection(self) -> bool:
        """Selects what the Browser has selected; returns whether that is another row than before."""
        row = self._browser.entries.row_of(self._browser.id)
        index = self._browser.entries.index(row) if row >= 0 else QModelIndex()
        if not index.isValid():
            self.selectionModel().clear()
        elif index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return True
        return False

    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        near = _NEAR * tokens.scaled(ROW)
        if bar.value() > bar.maximum() - near:
            self._browser.load_older()
        if bar.value() < near:
            self._browser.load_newer()

    def _remember_sight(self, _: QModelIndex, first: int, __: int) -> None:
        """Rows that come or go above what is in sight must not move it."""
        seen = self.indexAt(self.viewport().rect().topLeft())
        above = first == 0 and seen.isValid()
        self._anchor = (QPersistentModelIndex(seen), self.visualRect(seen).top()) if above else None

    def _restore_sight(self) -> None:
        if not self._browser.is_filling:
            self._show_selection()
        if self._anchor is None or not self._anchor[0].isValid():
            return
        seen, top = self._anchor
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self.model().index(seen.row(), 0)).top() - top)

    def _on_current_changed(self, current: QModelIndex) -> None:
        # Rows that come and go move the current one; only a person selects.
        if current.isValid() and not self._browser.is_filling:
            self._browser.select(current.data(HEADING).id)
            self.scrollTo(current)
