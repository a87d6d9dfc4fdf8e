"""The few strokes that every painted widget is made of: a box, a line of text, an icon beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen

from ui.theme import icons

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def box(
    painter: QPainter, area: QRectF, radius: float, fill: QColor | None, border: QColor | None = None, width: float = 1
) -> None:
    """A rounded rectangle whose border lies wholly inside `area`."""
    inset = width / 2 if border else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border else Qt.PenStyle.NoPen)
    inner = area.adjusted(inset, inset, -inset, -inset)
    corner = min(radius - inset, inner.height() / 2, inner.width() / 2)
    painter.drawRoundedRect(inner, corner, corner)


def text(painter: QPainter, area: QRectF, words: str, font: QFont, ink: QColor, where: Qt.AlignmentFlag = LEFT) -> None:
    """One line of plain text, cut with an ellipsis where the area ends."""
    painter.setFont(font)
    painter.setPen(ink)
    line = words.replace("\n", " ")
    if QFontMetricsF(font).horizontalAdvance(line) > area.width() + 0.5:
        line = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, int(where | Qt.TextFlag.TextSingleLine), line)


def icon(painter: QPainter, name: str, left: float, middle: float, size: float, ink: QColor) -> None:
    """An icon whose left edge and vertical middle are given."""
    icons.draw(painter, name, QRectF(round(left), round(middle - size / 2), size, size), ink)


def dot(painter: QPainter, middle: QPointF, radius: float, fill: QColor) -> None:
    """A disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(middle, radius, radius)


def width_of(words: str, font: QFont) -> int:
    """Pixels that one line of text takes, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(words.replace("\n", " ")) + 0.999)
