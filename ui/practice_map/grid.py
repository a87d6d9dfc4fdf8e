"""The map itself: a table whose cells are painted, reached by arrow keys, and known by name to a screen reader."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QSizePolicy, QTableView, QToolTip, QWidget

from app.translation import tr
from ui.practice_map import painting
from ui.practice_map.cells import Cells, Index
from ui.practice_map.columns import ROW, Columns
from ui.theme import tokens
from ui.widgets.scroll_bar import ScrollBar, scroll_as_ours

_Action = QAbstractItemView.CursorAction
_STEPS = {_Action.MoveUp: (-1, 0), _Action.MoveDown: (1, 0), _Action.MoveLeft: (0, -1), _Action.MoveRight: (0, 1)}


class Grid(QTableView):
    """A table to those who hear it, with its headings. What is painted, and where, is decided here and not by it."""

    asked = Signal(object, object)  # an index, by Enter or a click: and as which reason that counts for the focus
    walked = Signal(object)  # an index that was come to by keys
    pointed = Signal(object)  # the index that the mouse is on, if on any
    moved = Signal()  # all of it is elsewhere

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self._cells = cells
        self._lit: tuple[int, int] | None = None  # the row and the column of the cell whose card is open
        self._by_keys = False  # whether a key was pressed here last, and not the mouse
        self._kept: tuple[str, str] | None = None  # the work and the person that the keyboard was at
        self.setAccessibleName(tr("Practice map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        scroll_as_ours(self)
        self.setHorizontalScrollBar(ScrollBar(across=True))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for each in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            each(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for part in (self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            part.hide()  # the button is the one in the corner, where both headings meet
        self.setCornerWidget(QWidget())  # where both bars meet there is nothing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setModel(cells)
        cells.modelAboutToBeReset.connect(self._keep_place)
        cells.modelReset.connect(self._on_reset)

    @property
    def columns(self) -> Columns:
        """Where its columns are now."""
        return Columns(self.width(), len(self._cells.map.people), self.horizontalScrollBar().value())

    def light(self, place: tuple[int, int] | None) -> None:
        """Marks the cell in this row and column as the one that is looked at."""
        self._lit = place
        self.viewport().update()

    def go_to(self, index: QModelIndex) -> None:
        """The keyboard is at this cell."""
        if index.isValid():
            self.setCurrentIndex(index)

    # Where everything is

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height() if self.columns.overflow else 0
        return QSize(super().sizeHint().width(), self._content_height() + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.scaled(ROW))

    def updateGeometries(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        columns = self.columns
        across.setRange(0, columns.overflow)
        across.setPageStep(columns.right - columns.left)
        across.setSingleStep(round(columns.each / 3))
        down.setRange(0, max(0, self._content_height() - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(tokens.scaled(ROW) // 3)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        columns, height = self.columns, tokens.scaled(ROW)
        left = round(columns.left_of(index.column()))
        right = round(columns.left_of(index.column()) + columns.width_of(index.column()))
        return QRect(left, index.row() * height - self.verticalOffset(), right - left, height)

    def indexAt(self, point: object) -> QModelIndex:
        x, y = point.x(), point.y()  # type: ignore[attr-defined]  # a QPoint, as Qt gives it
        row, column = (y + self.verticalOffset()) // tokens.scaled(ROW), self.columns.at(x)
        return self._cells.index(row, column) if column >= 0 else QModelIndex()

    def scrollTo(self, index: Index, _hint: object = None) -> None:
        if not index.isValid():
            return
        self.horizontalScrollBar().setValue(self.columns.moved_to_show(index.column()))
        down, top = self.verticalScrollBar(), index.row() * tokens.scaled(ROW)
        down.setValue(min(max(down.value(), top + tokens.scaled(ROW) - self.viewport().height()), top))

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion()

    # What it does

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at, rows, columns = self.currentIndex(), self._cells.rowCount(), self._cells.columnCount()
        if not at.isValid():
            return self._cells.index(0, min(1, columns - 1))
        row, column = at.row(), at.column()
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        page = max(1, self.viewport().height() // tokens.scaled(ROW) - 1)
        match action:
            case _Action.MoveHome:
                row, column = (0 if is_far else row), 0
            case _Action.MoveEnd:
                row, column = (rows - 1 if is_far else row), columns - 1
            case _Action.MovePageUp:
                row -= page
            case _Action.MovePageDown:
                row += page
            case _:
                down, right = _STEPS.get(action, (0, 0))
                row, column = row + down, column + right
        return self._cells.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit(self.currentIndex(), Qt.FocusReason.TabFocusReason)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.walked.emit(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump: cells are no names to look up."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(self._cells.index(0, min(1, self._cells.columnCount() - 1)))
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._by_keys = True
            self.walked.emit(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.indexAt(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self.asked.emit(index, Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """All was done when it was pressed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.pointed.emit(self.indexAt(event.position().toPoint()))  # another cell has come under it

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.pointed.emit(QModelIndex())
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            name = self._cells.row(index).work if index.isValid() and index.column() == 0 else ""
            room = self.columns.width_of(0) - painting.GAP
            QToolTip.showText(event.globalPos(), painting.whole_if_cut(name, room), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, height = QPainter(self.viewport()), tokens.scaled(ROW)
        first = self.verticalOffset() // height
        last = min(self._cells.rowCount(), (self.verticalOffset() + self.viewport().height()) // height + 1)
        current = self.currentIndex() if self.hasFocus() and self._by_keys else QModelIndex()
        for row in range(first, last):
            lit = self._lit[1] if self._lit is not None and self._lit[0] == row else -1
            focused = current.column() if current.row() == row else -1
            top = row * height - self.verticalOffset()
            painting.paint_row(painter, top, self.columns, self._cells, row, painting.Marked(lit, focused))

    def _content_height(self) -> int:
        return self._cells.rowCount() * tokens.scaled(ROW)

    def _keep_place(self) -> None:
        at = self.currentIndex()
        cell = self._cells.cell(at) if at.isValid() else None
        self._kept = (self._cells.row(at).work, cell.person) if cell is not None else None

    def _on_reset(self) -> None:
        self._lit = None
        if self._kept is not None:
            self.go_to(self._cells.index_of(*self._kept))
        self._fit()

    def _fit(self) -> None:
        self.updateGeometries()
        self.updateGeometry()
        self.setMaximumHeight(max(self.sizeHint().height(), 1))
