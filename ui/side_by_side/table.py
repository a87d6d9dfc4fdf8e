"""The table: heads of rows left, a column for each conversation; with more than fit, the columns scroll sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.side_by_side.cells import Cell
from ui.theme import tokens
from ui.widgets.scroll_bar import scroll_as_ours, show_what_is_behind

_HEADS, _HEADS_NARROW, _NARROW_BELOW = 224, 168, 1100  # pixels
_LEAST, _MOST = 212, 3  # pixels of a column; columns that share the width
_HEAD, _ACROSS, _BAR = 40, 20, 10


class _Columns(QWidget):
    """What scrolls sideways; lines between rows and before each column."""

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self._table = table

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._table.paint_rows(painter, self.width())
        for at in range(len(self._table.heads)):
            left = at * self._table.column_width
            painter.fillRect(left, self._table.top, 1, self.height() - self._table.top, tokens.color("line"))


class Table(QWidget):
    """Every cell of a row begins at one height and is as high as the highest of them."""

    def __init__(self) -> None:
        super().__init__()
        self._first = QWidget(self)
        self.heads: Sequence[QWidget] = ()
        self.rows: Sequence[tuple[Cell, Sequence[Cell]]] = ()
        self.column_width = 0
        self._tops: list[int] = []
        self._columns = _Columns(self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_as_ours(self._scroll)
        show_what_is_behind(self._scroll)
        self._scroll.setWidget(self._columns)
        self._columns.setAutoFillBackground(False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def top(self) -> int:
        """Where the rows begin."""
        return tokens.scaled(_HEAD)

    def fill(self, first: QWidget, heads: Sequence[QWidget], rows: Sequence[tuple[Cell, Sequence[Cell]]]) -> None:
        """`first` names the column of the heads; `rows` are each a head and a cell for each column."""
        for old in self._all():
            old.hide()
            old.deleteLater()
        self._first, self.heads, self.rows = first, heads, rows
        first.setParent(self)
        for each in heads:
            each.setParent(self._columns)
        for head, cells in rows:
            head.setParent(self)
            for cell in cells:
                cell.setParent(self._columns)
                cell.resized.connect(self.arrange)
        for each in self._all():
            each.show()
        self.arrange()

    def arrange(self) -> None:
        """Puts everything in its place."""
        if not self.heads:
            return
        is_narrow = self.width() < tokens.scaled(_NARROW_BELOW)
        left = min(tokens.scaled(_HEADS_NARROW if is_narrow else _HEADS), self.width() // 3)
        room = self.width() - left
        self.column_width = max(room // min(len(self.heads), _MOST), tokens.scaled(_LEAST))
        wide = self.column_width * len(self.heads)
        self._tops = [self.top]
        for head, cells in self.rows:
            heights = [head.height_at(left), *(each.height_at(self.column_width) for each in cells)]
            self._tops.append(self._tops[-1] + max(heights) + 1)
        self._place(left)
        bottom = self._tops[-1]
        self._columns.setFixedSize(wide, bottom)
        self._scroll.setGeometry(left, 0, room, bottom + (_BAR if wide > room else 0))
        self.setFixedHeight(self._scroll.height())
        self._columns.update()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paint_rows(self, painter: QPainter, width: int) -> None:
        """A line above each row, the first of them stronger."""
        for at, each in enumerate(self._tops[:-1]):
            painter.fillRect(0, each - 1, width, 1, tokens.color("line" if at else "lineStrong"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_rows(QPainter(self), self._scroll.x())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _place(self, left: int) -> None:
        self._first.setGeometry(0, 0, left, self.top)
        for at, each in enumerate(self.heads):
            hint = each.sizeHint()
            room = self.column_width - 2 * _ACROSS
            high = (self.top - hint.height()) // 2
            each.setGeometry(at * self.column_width + _ACROSS, high, min(hint.width(), room), hint.height())
        for at, (head, cells) in enumerate(self.rows):
            top, bottom = self._tops[at], self._tops[at + 1] - 1
            head.setGeometry(0, top, left, bottom - top)
            for number, cell in enumerate(cells):
                cell.setGeometry(number * self.column_width, top, self.column_width, bottom - top)

    def _all(self) -> list[QWidget]:
        found: list[QWidget] = [*self.heads]
        for head, cells in self.rows:
            found += [head, *cells]
        return [self._first, *found]

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard comes to is in sight."""
        if now is not None and self._columns.isAncestorOf(now):
            column = now.mapTo(self._columns, now.rect().center()).x() // self.column_width
            half = (self.column_width + 1) // 2
            self._scroll.ensureVisible(column * self.column_width + half, 0, half, 0)
