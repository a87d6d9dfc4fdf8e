"""What happened along a delegation, as small marks: each differs by its shape or its place, never by colour alone."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing

_SIDE = 16
_RADIUS = 5.5


class Mark(StrEnum):
    """What a mark says."""

    AGREED = "agreed"
    HELD = "held"
    PEEK = "peek"
    TOOK_BACK = "took-back"


_INKS = {Mark.AGREED: "teal", Mark.HELD: "teal", Mark.PEEK: "ochreFill", Mark.TOOK_BACK: "brick"}


class RopeMark(QWidget):
    """One mark without the rope, as a legend and a row of a list show it."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setAccessibleName(mark_name(mark))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()).center(), self._mark)


def paint_mark(painter: QPainter, middle: QPointF, mark: Mark) -> None:
    """The mark around a point: on the rope, crossing it, above it or leaving it."""
    ink = tokens.color(_INKS[mark])
    match mark:
        case Mark.AGREED:
            drawing.dot(painter, middle, _RADIUS, ink)
        case Mark.HELD:
            drawing.box(painter, QRectF(middle.x() - 1.5, middle.y() - 7, 3, 14), 1.5, ink)
        case Mark.PEEK:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(tokens.color("surface"))
            painter.drawEllipse(middle, _RADIUS - 0.5, _RADIUS - 0.5)
        case Mark.TOOK_BACK:
            drawing.icon(painter, "arrow-back-up", middle.x() - _SIDE / 2, middle.y(), _SIDE, ink)


def mark_name(mark: Mark) -> str:
    """What a mark says, in words."""
    return {
        Mark.AGREED: tr("Agreed check-in"),
        Mark.HELD: tr("Pull felt, held"),
        Mark.PEEK: tr("Stepped in"),
        Mark.TOOK_BACK: tr("Took it back"),
    }[mark]
