"""The table: heads of rows left, a column for each conversation; with more than fit, the columns scroll sideways.

The heads of the columns stand in a strip of their own, which stays in sight while the rows scroll.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.side_by_side.cells import ACROSS, Cell
from ui.theme import tokens
from ui.widgets.scroll_bar import ScrollBar, show_what_is_behind

_HEADS, _HEADS_NARROW, _NARROW_BELOW = 224, 168, 1100  # pixels
_LEAST, _MOST, _PEEK = 212, 3, 0.2  # pixels of a column; columns that share the width; how much is seen of one more
_HEAD, _NEAR = 40, 4
_AT_ONCE, _PIECE = 24, 12  # cells: what a few conversations have, and what is made without anybody waiting for it
# What makes the head of a row, and its cell in each column.
Row = tuple[Callable[[], Cell], Sequence[Callable[[], Cell]]]


class HeadStrip(QWidget):
    """Who is in which column; goes sideways with them."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: Sequence[QWidget] = ()
        self._first = QWidget(self)
        self._clip = QWidget(self)
        self._inner = QWidget(self._clip)
        self.setFixedHeight(tokens.scaled(_HEAD))

    def fill(self, first: QWidget, heads: Sequence[QWidget]) -> None:
        """`first` names the column of the heads of rows."""
        for old in (self._first, *self.heads):
            old.hide()
            old.deleteLater()
        self._first, self.heads = first, heads
        first.setParent(self)
        for each in heads:
            each.setParent(self._inner)
        for each in (first, *heads):
            each.show()

    def arrange(self, left: int, column_width: int) -> None:
        """Above the columns, as wide as they are."""
        high = self.height() - 1
        self._first.setGeometry(0, 0, left, high)
        self._clip.setGeometry(left, 0, self.width() - left, high)
        self._inner.resize(column_width * len(self.heads), high)
        for at, each in enumerate(self.heads):
            hint = each.sizeHint()
            wide = min(hint.width(), column_width - ACROSS - _NEAR)
            each.setGeometry(at * column_width + ACROSS, (high - hint.height()) // 2, wide, hint.height())

    def slide(self, by: int) -> None:
        """The columns were scrolled so far."""
        self._inner.move(-by, 0)

    def holds(self, widget: QWidget) -> bool:
        """Whether it is one of the heads."""
        return self._inner.isAncestorOf(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, tokens.color("lineStrong"))


class _Columns(QWidget):
    """What scrolls sideways; lines between rows and before each column."""

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self._table = table

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._table.paint_rows(painter, self.width())
        for at in range(len(self._table.strip.heads)):
            painter.fillRect(at * self._table.column_width, 0, 1, self.height(), tokens.color("line"))


class Table(QWidget):
    """Every cell of a row begins at one height and is as high as the highest of them. `strip` stands above it, and
    `bar` in sight below it: that there are more columns is seen before the last row is.

    Of many conversations the cells come in pieces, row by row.
    """

    completed = Signal()  # what came later is there, all of it

    def __init__(self) -> None:
        super().__init__()
        self.strip = HeadStrip()
        self.rows: list[tuple[Cell, list[Cell]]] = []
        self.column_width = 0
        self._tops: list[int] = [0]
        self._to_come: Iterator[None] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        self._columns = _Columns(self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = ScrollBar(across=True)
        self.bar.hide()
        show_what_is_behind(self._scroll)
        self._scroll.setWidget(self._columns)
        self._columns.setAutoFillBackground(False)
        inner = self._scroll.horizontalScrollBar()
        inner.valueChanged.connect(self.strip.slide)
        inner.valueChanged.connect(self.bar.setValue)
        inner.rangeChanged.connect(self._on_range)
        self.bar.valueChanged.connect(inner.setValue)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def heads(self) -> Sequence[QWidget]:
        """Those of the columns."""
        return self.strip.heads

    def fill(self, first: QWidget, heads: Sequence[QWidget], rows: Sequence[Row]) -> None:
        """`first` names the column of the heads."""
        self._later.stop()
        for old in self._cells():
            old.hide()
            old.deleteLater()
        self.strip.fill(first, heads)
        self.rows = []
        self._columns.hide()  # so that each is laid out once it has its place
        self._to_come = self._making(rows)
        self._take(_AT_ONCE)
        self._columns.show()

    def _making(self, rows: Sequence[Row]) -> Iterator[None]:
        for make_head, makes in rows:
            head, cells = make_head(), list[Cell]()
            self.rows.append((head, cells))
            head.setParent(self)
            head.show()
            for make in makes:
                cell = make()
                cells.append(cell)
                cell.setParent(self._columns)
                cell.resized.connect(self.arrange)
                cell.show()
                yield

    def _take(self, number: int) -> None:
        since = max(len(self.rows) - 1, 0)
        is_more = sum(1 for _ in islice(self._to_come, number)) == number
        self.arrange(since)
        if is_more:
            self._later.start()

    def _go_on(self) -> None:
        self._take(_PIECE)
        if not self._later.isActive():
            self.completed.emit()

    def arrange(self, since: int = 0) -> None:
        """Puts everything from this row on in its place."""
        if not self.heads:
            return
        is_narrow = self.width() < tokens.scaled(_NARROW_BELOW)
        left = min(tokens.scaled(_HEADS_NARROW if is_narrow else _HEADS), self.width() // 3)
        room = self.width() - left
        shared = len(self.heads) if len(self.heads) <= _MOST else _MOST + _PEEK
        self.column_width = max(int(room / shared), tokens.scaled(_LEAST))
        wide = self.column_width * len(self.heads)
        self._tops = self._tops[: since + 1]
        for head, cells in self.rows[since:]:
            heights = [head.height_at(left), *(each.height_at(self.column_width) for each in cells)]
            self._tops.append(self._tops[-1] + max(heights) + 1)
        self.strip.arrange(left, self.column_width)
        self._place(left, since)
        bottom = self._tops[-1]
        self._columns.setFixedSize(wide, bottom)
        self._scroll.setGeometry(left, 0, room, bottom)
        self.setFixedHeight(self._scroll.height())
        self._columns.update()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def paint_rows(self, painter: QPainter, width: int) -> None:
        """A line between rows."""
        for each in self._tops[1:-1]:
            painter.fillRect(0, each - 1, width, 1, tokens.color("line"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_rows(QPainter(self), self._scroll.x())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bar.setVisible(self.bar.maximum() > 0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.bar.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _on_range(self, least: int, most: int) -> None:
        self.bar.setRange(least, most)
        self.bar.setPageStep(self._scroll.width())
        self.bar.setSingleStep(self.column_width)
        self.bar.setVisible(most > least and self.isVisible())

    def _place(self, left: int, since: int) -> None:
        for at, (head, cells) in enumerate(self.rows[since:], start=since):
            top, bottom = self._tops[at], self._tops[at + 1] - 1
            head.setGeometry(0, top, left, bottom - top)
            for number, cell in enumerate(cells):
                cell.setGeometry(number * self.column_width, top, self.column_width, bottom - top)

    def _cells(self) -> list[QWidget]:
        return [each for head, cells in self.rows for each in (head, *cells)]

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard comes to is in sight."""
        if now is None or not self.column_width:
            return
        if self.strip.holds(now):
            column = next(at for at, each in enumerate(self.heads) if each is now)
        elif self._columns.isAncestorOf(now):
            column = now.mapTo(self._columns, now.rect().center()).x() // self.column_width
        else:
            return
        half = (self.column_width + 1) // 2
        self._scroll.ensureVisible(column * self.column_width + half, 0, half, 0)
