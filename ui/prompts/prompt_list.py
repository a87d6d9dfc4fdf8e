"""The list of prompts: selecting by mouse and keys."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.translation import tr
from ui.prompts.presenter import PromptsPresenter
from ui.prompts.prompt_row import PromptRow
from ui.prompts.rows import ENTRY, PromptRows
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind


class PromptList(QListView):
    """Shows what a presenter lists. A person selects; the list follows what is in hand."""

    chosen = Signal(str)  # the id of a prompt
    edit_asked = Signal()
    put_away_asked = Signal()

    def __init__(self, presenter: PromptsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._is_following = False
        self.rows = PromptRows(self)
        self.setAccessibleName(tr("Prompts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        show_what_is_behind(self)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PromptRow(self))
        self.setModel(self.rows)
        self.verticalScrollBar().setSingleStep(22)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        presenter.listed.connect(self._show)
        presenter.taken.connect(self._follow)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_asked.emit()
            case Qt.Key.Key_E if not event.modifiers():
                self.edit_asked.emit()
            case Qt.Key.Key_Delete:
                self.put_away_asked.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_following = True  # Qt takes the first row where none is selected
        super().focusInEvent(event)
        self._is_following = False

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: the field above finds more."""

    def _show(self) -> None:
        self._is_following = True
        self.rows.show(self._presenter.shown)
        self._is_following = False
        self._follow()

    def _follow(self) -> None:
        """Selects what is in hand."""
        index = self.rows.index(max(self.rows.row_of(self._presenter.id), -1))
        self._is_following = True
        if not index.isValid():
            self.selectionModel().clear()
        elif index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._is_following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        # Rows that come and go move the current one; only a person selects.
        if current.isValid() and not self._is_following:
            self.chosen.emit(current.data(ENTRY).prompt.id)
