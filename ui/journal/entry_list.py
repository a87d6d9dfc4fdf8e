"""The list itself: selecting by mouse and keys, and asking for more rows where its ends come near."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.translation import tr
from ui.journal.browser import Browser
from ui.journal.entries import HEADING
from ui.journal.entry_row import ROW, EntryRow
from ui.theme import tokens

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
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(EntryRow(self))
        self.setModel(browser.entries)
        self.verticalScrollBar().setSingleStep(22)
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)
        browser.loaded.connect(self._on_loaded)
        entries = browser.entries
        entries.rowsAboutToBeInserted.connect(self._on_about_to_insert)
        entries.rowsInserted.connect(self._on_inserted)
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
        """Shows the Browser's selection."""
        row = self._browser.entries.row_of(self._browser.id)
        index = self._browser.entries.index(row) if row >= 0 else QModelIndex()
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        elif not index.isValid():
            self.selectionModel().clear()
        self.executeDelayedItemsLayout()  # before, there is no end to come near to
        self._ask_for_more()

    def _ask_for_more(self) -> None:
        bar = self.verticalScrollBar()
        near = _NEAR * tokens.scaled(ROW)
        if bar.value() > bar.maximum() - near:
            self._browser.load_older()
        if bar.value() < near:
            self._browser.load_newer()

    def _on_about_to_insert(self, _: QModelIndex, first: int, __: int) -> None:
        seen = self.indexAt(self.viewport().rect().topLeft())
        above = first == 0 and seen.isValid()
        self._anchor = (QPersistentModelIndex(seen), self.visualRect(seen).top()) if above else None

    def _on_inserted(self) -> None:
        if self._anchor is None:
            return
        seen, top = self._anchor
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self.model().index(seen.row(), 0)).top() - top)

    def _on_current_changed(self, current: QModelIndex) -> None:
        # Rows that come and go move the current one; only a person selects.
        if current.isValid() and not self._browser.is_filling:
            self._browser.select(current.data(HEADING).id)
