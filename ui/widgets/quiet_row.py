"""The quiet row: four to six numbers, each with its caption; those with something behind them can be pressed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.item_layout import ItemLayout
from ui.widgets.labels import Line
from ui.widgets.panes import column
from ui.widgets.tab_loop import put_after, stop_before

_SIZE, _FULL, _ACROSS, _BETWEEN = 18, 6, 24, 14
_HEIGHT, _HALF = 44, 24


class Figure(NamedTuple):
    """A number with what it counts. `key` names what is behind it, if anything is; `is_known` says that there is a
    number, and not only what it needs.
    """

    value: str
    caption: str
    key: str = ""
    is_known: bool = True

    @property
    def name(self) -> str:
        """The whole of it, for those who hear it."""
        return f"{self.value} {self.caption}"


class QuietRow(QWidget):
    """One line above, no cards, no colour. Where there is no room for all of them, they stand in columns."""

    pressed = Signal(str, object)  # a key, and the widget that was pressed

    def __init__(self, *, line: bool = True) -> None:
        super().__init__()
        self._shown: list[Figure] = []
        self._widgets: list[_Number | NumberButton] = []
        self._spread = _Spread()
        self.setLayout(column(Line(), _BETWEEN, self._spread) if line else column(self._spread))

    @property
    def buttons(self) -> dict[str, "NumberButton"]:
        """Those that can be pressed, by what is behind them."""
        return {each.figure.key: each for each in self._widgets if isinstance(each, NumberButton)}

    def show_numbers(self, numbers: Sequence[Figure]) -> None:
        """Shows these, spread over the width. One that was there already stays the widget that it is."""
        if list(numbers) == self._shown:
            return
        self._shown = list(numbers)
        if [each.key for each in numbers] != [each.figure.key for each in self._widgets]:
            self._spread.clear()
            self._widgets = [NumberButton(each) if each.key else _Number(each) for each in numbers]
            for each in self._widgets:
                self._spread.addWidget(each)
                each.show()  # a layout would do so only in a while
                if isinstance(each, NumberButton):
                    each.clicked.connect(lambda _=False, at=each: self.pressed.emit(at.figure.key, at))
            put_after(stop_before(self), self)  # as if they had been there when the row was
        for widget, figure in zip(self._widgets, numbers, strict=True):
            widget.show_figure(figure)
        self._spread.invalidate()


class _Number(QWidget):
    """A number to be read."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Shows this one."""
        self.figure = figure
        self.setAccessibleName(figure.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return _size(self.figure)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(QPainter(self), self.figure, self.width())


class NumberButton(Pressable):
    """A number that says what is behind it when it is pressed."""

    ring_radius = 6

    def __init__(self, figure: Figure) -> None:
        super().__init__("")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Shows this one."""
        self.figure = figure
        self.say(figure.name)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return _size(self.figure)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(QPainter(self), self.figure, self.width(), lit=self.underMouse())


class _Spread(ItemLayout):
    """Over the whole width in one line, as far apart as six of them would be; where that is too narrow, in columns."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        return max((each.bottom() + 1 for each in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        sizes = [each.sizeHint() for each in self._items]
        width = sum(each.width() for each in sizes) + _ACROSS * max(0, len(sizes) - 1)
        return QSize(width, tokens.scaled(_HEIGHT) if sizes else 0)

    def minimumSize(self) -> QSize:
        return QSize(tokens.scaled(80), tokens.scaled(_HEIGHT) if self._items else 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[QRect]:
        sizes = [each.sizeHint() for each in self._items]
        free = width - sum(each.width() for each in sizes) - _ACROSS * (len(sizes) - 1)
        if free < 0:
            return _in_columns(sizes, width) if len(sizes) > 1 else [QRect(0, 0, width, sizes[0].height())]
        places, left = [], 0.0
        # A few of them stand as close as many would.
        apart = _ACROSS + free / max(1, len(sizes) - 1 + max(0, _FULL - len(sizes)))
        for each in sizes:
            places.append(QRect(QPoint(round(left), 0), each))
            left += each.width() + apart
        return places


def _in_columns(sizes: Sequence[QSize], width: int) -> list[QRect]:
    """In as few lines as there is room for, and in as even ones; a column is as wide as the widest in it."""
    number = len(sizes)
    for most in range(number - 1, 0, -1):
        lines = -(-number // most)
        across = -(-number // lines)
        wide = [max(each.width() for each in sizes[at::across]) for at in range(across)]
        free = width - sum(wide) - _ACROSS * (across - 1)
        if free >= 0 or across == 1:
            break
    apart = _ACROSS + max(0, free) // across
    lefts = [sum(wide[:at]) + at * apart for at in range(across)]
    down = tokens.scaled(_HEIGHT) + _BETWEEN
    return [
        QRect(lefts[at % across], at // across * down, min(each.width(), width), each.height())
        for at, each in enumerate(sizes)
    ]


def _size(figure: Figure) -> QSize:
    width = max(drawing.width_of(figure.value, _font(figure)), drawing.width_of(figure.caption, tokens.font("caption")))
    return QSize(width + 1, tokens.scaled(_HEIGHT))


def _paint(painter: QPainter, figure: Figure, width: int, *, lit: bool = False) -> None:
    half, below = tokens.scaled(_HALF), tokens.scaled(_HEIGHT - _HALF)
    ink = tokens.color("teal" if lit else "ink" if figure.is_known else "ink3")
    drawing.text(painter, QRectF(0, 0, width, half), figure.value, _font(figure), ink)
    caption = tokens.font("caption")
    drawing.text(
        painter, QRectF(0, half, width, below), figure.caption, caption, tokens.color("teal" if lit else "ink2")
    )


def _font(figure: Figure) -> QFont:
    if not figure.is_known:
        return tokens.font("body")
    font = tokens.font("figure", tabular=True)
    font.setPixelSize(tokens.scaled(_SIZE))
    return font
