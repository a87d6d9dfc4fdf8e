"""The first lines of somebody's words: in a list nothing is cut in the middle of a line, and nothing takes the page."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Label, plain_tooltip

MOST_LINES = 3


class Broken(NamedTuple):
    """Words in one line after the other, and where each begins: the lines that are shown, and one if there are more."""

    layout: QTextLayout
    starts: list[int]

    @property
    def shown(self) -> int:
        """How many lines are shown."""
        return min(len(self.starts), MOST_LINES)


def broken(words: str, font: QFont, room: int) -> Broken:
    """The words as lines of this width; a word that is longer is broken, too. What is not shown is not broken."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # words of another script stand in a line of ours
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(" ".join(words.split()), font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = list[int]()
    while len(starts) <= MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    return Broken(layout, starts)


def paint(painter: QPainter, area: QRectF, lines: Broken, height: int, tone: str) -> None:
    """At most three of them, each so high; the last ends with an ellipsis where there are more."""
    ink = tokens.color(tone)
    painter.setPen(ink)
    for number, start in enumerate(lines.starts[: lines.shown]):
        top = area.top() + number * height
        if number == MOST_LINES - 1 and len(lines.starts) > MOST_LINES:
            rest = QRectF(area.left(), top, area.width(), height)
            drawing.text(painter, rest, lines.layout.text()[start:], lines.layout.font(), ink)
        else:
            line = lines.layout.lineAt(number)
            line.draw(painter, QPointF(area.left(), top + (height - line.height()) / 2))


class Excerpt(Label):
    """At most three lines; the tooltip then has all of it. What is over can be struck through."""

    def __init__(self, words: str = "", style: str = "body", tone: str = "ink") -> None:
        self._is_struck = False
        self._lines: dict[int, Broken] = {}  # by width: a layout asks many times over
        super().__init__(words, style, tone, wraps=True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str, tone: str, *, is_struck: bool = False) -> None:
        """Shows other words."""
        self._tone, self._is_struck = tone, is_struck
        self.setText(words)
        self.dress()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        self._lines.clear()
        super().setText(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def is_cut_at(self, width: int) -> bool:
        """Whether there is more than is shown where it is so wide."""
        return len(self._broken(width).starts) > MOST_LINES

    def heightForWidth(self, width: int) -> int:
        lines = self._broken(width)
        self.setToolTip(plain_tooltip(self.text()) if self.is_cut_at(width) else "")
        return max(lines.shown, 1) * tokens.line_height(self._style)

    def sizeHint(self) -> QSize:
        width = self.width() or tokens.scaled(240)
        return QSize(tokens.scaled(240), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), tokens.line_height(self._style))

    def dress(self) -> None:
        self._lines.clear()
        super().dress()
        font = self.font()
        font.setStrikeOut(self._is_struck)
        self.setFont(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self._broken(self.width())
        paint(QPainter(self), QRectF(self.rect()), lines, tokens.line_height(self._style), self._tone)

    def _broken(self, width: int) -> Broken:
        if width not in self._lines:
            self._lines[width] = broken(self.text(), self.font(), width)
        return self._lines[width]
