"""The list of questions: choosing by mouse and keys, and choosing from it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.translation import tr
from ui.questions.bank_row import BankDelegate, is_on_mark
from ui.questions.bank_rows import ROW, BankRows, grouped
from ui.questions.choosing import Choosing
from ui.questions.words import Into
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind

_IN_OR_OUT = (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Insert)
_GOING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_ON_IT = (*_IN_OR_OUT, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BankList(QListView):
    """Arrow keys choose, Space puts in and takes out again, Enter goes on to the question."""

    toggled = Signal(str)  # the id of a question
    entered = Signal()
    edit_asked = Signal()

    def __init__(self, presenter: Choosing, into: Into) -> None:
        super().__init__()
        self._presenter, self._into = presenter, into
        self._is_following = False
        self.rows = BankRows(into.is_in, self)
        self.setAccessibleName(tr("Questions"))
        self.setAccessibleDescription(into.described)
        self.setFrameShape(QFrame.Shape.NoFrame)
        scroll_as_ours(self)
        show_what_is_behind(self)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(BankDelegate(self))
        self.setModel(self.rows)
        self.verticalScrollBar().setSingleStep(22)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        presenter.changed.connect(self._show)

    def take(self) -> None:
        """Looks at the row in hand, or the first, where what is looked at is not listed."""
        if self.rows.rows and not self._is_on_row():
            self._presenter.choose(self.rows.rows[max(self.currentIndex().row(), 0)].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, was_on_row = Qt.Key(event.key()), self._is_on_row()
        if key in (*_GOING, *_ON_IT):
            self.take()
        if key in _GOING and not was_on_row:
            return
        if key in _IN_OR_OUT and self._is_on_row():
            self.toggled.emit(self.rows.rows[self.rows.row_of(self._presenter.question_id)].id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_E and not event.modifiers():
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and is_on_mark(self, at.x()):
            self.toggled.emit(index.data(ROW).id)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        on_mark = index.isValid() and is_on_mark(self, at.x())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.ArrowCursor)
        said = self._into.take_out if index.isValid() and index.data(ROW).is_in else self._into.put_in
        self.viewport().setToolTip(said if on_mark else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_following = True  # Qt takes the first row where none is selected
        super().focusInEvent(event)
        self._is_following = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # words wrap otherwise

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: the field above finds more."""

    def _is_on_row(self) -> bool:
        return self.rows.row_of(self._presenter.question_id) >= 0

    def _show(self) -> None:
        self._is_following = True
        self.rows.show(grouped(self._presenter.listed, self._presenter.picked))
        self._is_following = False
        self._follow()

    def _follow(self) -> None:
        """Selects what is looked at."""
        index = self.rows.index(self.rows.row_of(self._presenter.question_id))
        self._is_following = True
        if not index.isValid():
            self.selectionModel().clear()
        elif index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._is_following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        # Rows that come and go move the current one; only a person chooses.
        if current.isValid() and not self._is_following:
            self._presenter.choose(current.data(ROW).id)
