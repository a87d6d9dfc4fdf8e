"""The few strokes that every painted widget is made of: a box, a line of text, an icon beside it.

A painter that is given a pen or a brush makes the names of `Qt`, which start-up does without: so what is here fills and
strokes paths, and lays lines out with their colour in them.
"""

import re

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from ui.theme import icons

# How much of the room that a line of text leaves is before it.
LEFT, CENTER, RIGHT = 0.0, 0.5, 1.0
_WIDE = 1 << 20  # more pixels, and more letters, than a line has
_FROM_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEFT_TO_RIGHT_MARK = "\u200e"


def pen(ink: QColor, width: float = 1) -> QPen:
    """A pen for an outline."""
    made = QPen()
    made.setColor(ink)
    made.setWidthF(width)
    return made


def brush(ink: QColor) -> QBrush:
    """A brush that fills evenly."""
    return pen(ink).brush()


def fill(painter: QPainter, area: QRectF, ink: QColor) -> None:
    """A plain rectangle."""
    path = QPainterPath()
    path.addRect(area)
    painter.fillPath(path, brush(ink))


def box(
    painter: QPainter, area: QRectF, radius: float, ink: QColor | None, border: QColor | None = None, width: float = 1
) -> None:
    """A rounded rectangle, filled with `ink`, whose border lies wholly inside `area`."""
    inset = width / 2 if border else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = area.adjusted(inset, inset, -inset, -inset)
    corner = min(radius - inset, inner.height() / 2, inner.width() / 2)
    outline = QPainterPath()
    outline.addRoundedRect(inner, corner, corner)
    if ink:
        painter.fillPath(outline, brush(ink))
    if border:
        painter.strokePath(outline, pen(border, width))


def text(painter: QPainter, area: QRectF, words: str, font: QFont, ink: QColor, where: float = LEFT) -> None:
    """One line of plain text, cut with an ellipsis where the area ends."""
    line = words.replace("\n", " ").replace("\t", " ")
    if QFontMetricsF(font).horizontalAdvance(line) > area.width() + 0.5:
        line = QFontMetrics(font).elidedText(line, QtCore.Qt.TextElideMode.ElideRight, int(area.width()))
    line = in_our_direction(line)
    layout = QTextLayout(line, font)
    layout.setFormats([_colored(ink)])
    layout.beginLayout()
    laid_out = layout.createLine()
    laid_out.setLineWidth(_WIDE)
    layout.endLayout()
    left = (area.width() - laid_out.horizontalAdvance()) * where
    top = (area.height() - laid_out.ascent() - laid_out.descent()) / 2
    layout.draw(painter, QPointF(area.x() + left, area.y() + top))


def runs_from_right(words: str) -> bool:
    """Whether anything in it is written from right to left."""
    return _FROM_RIGHT_TO_LEFT.search(words) is not None


def in_our_direction(words: str) -> str:
    """The words as they stand in a line of ours, with whatever script they begin."""
    return _LEFT_TO_RIGHT_MARK + words if runs_from_right(words) else words


def _colored(ink: QColor) -> QTextLayout.FormatRange:
    kind = QTextCharFormat()
    kind.setForeground(brush(ink))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = 0, _WIDE, kind
    return made


def icon(painter: QPainter, name: str, left: float, middle: float, size: float, ink: QColor) -> None:
    """An icon whose left edge and vertical middle are given."""
    icons.draw(painter, name, QRectF(round(left), round(middle - size / 2), size, size), ink)


def dot(painter: QPainter, middle: QPointF, radius: float, ink: QColor, border: QColor | None = None) -> None:
    """A disc; its border, one pixel wide, lies around it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = QPainterPath()
    disc.addEllipse(middle, radius, radius)
    painter.fillPath(disc, brush(ink))
    if border:
        painter.strokePath(disc, pen(border))


def width_of(words: str, font: QFont) -> int:
    """Pixels that one line of text takes, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(words.replace("\n", " ")) + 0.999)
