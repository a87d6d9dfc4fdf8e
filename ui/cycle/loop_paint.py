"""The painter of the loop: four arcs with their arrows, a dot on each and its line to the card; the chosen one cut."""

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.cycle.loop_layout import Arc, Placed
from ui.theme import tokens
from ui.widgets import drawing

_DOT, _CHOSEN_DOT, _HEAD, _SPREAD = 5, 7, 10, 0.55
_STEPS = 48


def paint(painter: QPainter, placed: Placed, chosen: int | None, one: float) -> None:
    """Paints it; the arc with the index `chosen` is solid to its dot, and dotted after it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, arc in enumerate(placed.arcs):
        (_paint_cut if at == chosen else _paint_whole)(painter, placed, at, arc, one)


def _paint_whole(painter: QPainter, placed: Placed, at: int, arc: Arc, one: float) -> None:
    ink, dot = tokens.color("stroke"), placed.at(arc.dot)
    _to_card(painter, placed, at, dot, _pen(ink, one))
    painter.setPen(_pen(ink, 1.75 * one))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_along(placed, arc.begins, arc.ends))
    _arrow_head(painter, placed, arc.ends, one)
    painter.setPen(_pen(ink, 1.75 * one))
    painter.setBrush(tokens.color("surface"))
    painter.drawEllipse(dot, _DOT * one, _DOT * one)


def _paint_cut(painter: QPainter, placed: Placed, at: int, arc: Arc, one: float) -> None:
    teal, dot = tokens.color("teal"), placed.at(arc.dot)
    _to_card(painter, placed, at, dot, _pen(teal, 2 * one))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(teal, 2 * one))
    painter.drawPath(_along(placed, arc.begins, arc.cut_from))
    dotted = QPen(tokens.color("stroke"), 2 * one, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    dotted.setDashPattern([0.01, 3])
    painter.setPen(dotted)
    painter.drawPath(_along(placed, arc.cut_to, arc.ends))
    drawing.dot(painter, dot, _CHOSEN_DOT * one, teal)


def _to_card(painter: QPainter, placed: Placed, at: int, dot: QPointF, pen: QPen) -> None:
    if placed.cards_are_beside:
        card = placed.cards[at]
        edge = card.left() if card.left() > dot.x() else card.right()
        painter.setPen(pen)
        painter.drawLine(dot, QPointF(edge, dot.y()))


def _arrow_head(painter: QPainter, placed: Placed, angle: float, one: float) -> None:
    """Two strokes back from the end of an arc, in the direction in which it comes there."""
    end = placed.at(angle)
    heads_for = atan2(placed.down * cos(angle), -placed.across * sin(angle))
    for side in (-_SPREAD, _SPREAD):
        back = heads_for + pi + side
        painter.drawLine(end, QPointF(end.x() + _HEAD * one * cos(back), end.y() + _HEAD * one * sin(back)))


def _along(placed: Placed, begins: float, ends: float) -> QPainterPath:
    path = QPainterPath(placed.at(begins))
    for step in range(1, _STEPS + 1):
        path.lineTo(placed.at(begins + (ends - begins) * step / _STEPS))
    return path


def _pen(ink: QColor, width: float) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
