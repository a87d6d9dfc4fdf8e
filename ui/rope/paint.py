"""The painter of the rope: a twisted strand, what is on it, and what reaches above and below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.rope.labels import Label
from ui.rope.layout import ABOVE, KNOTS, Mark, Rope, Sign, Stretch
from ui.rope.words import label_words
from ui.theme import tokens
from ui.widgets import drawing


class Look(NamedTuple):
    """How a rope is drawn, in pixels at 100 per cent: `rope` is how far its middle is from the top, `peek` and `held`
    are how far these reach above it; `curl` and `box` are the shares of their full size that the arrow of a take-back
    and the box of a delivery have.
    """

    height: int
    rope: int
    peek: float
    held: float
    curl: float
    box: float


FULL = Look(height=134, rope=76, peek=35, held=23, curl=1, box=1)
SMALL = Look(height=46, rope=26, peek=17, held=18, curl=0.6, box=0.8)  # without words
_ABOVE, _BELOW = 14, 104  # the middle of its labels, from the top
_THICK, _APART, _OUTLINE = 9, 9, 1.25
_HELD = 34 / 23  # the whole tick, to what of it is above the rope


class _Scale:
    """Lengths at the size of text in force."""

    def __init__(self, look: Look = FULL) -> None:
        self.look = look
        self.one = tokens.scaled(1000) / 1000
        self.rope = look.rope * self.one

    def __call__(self, pixels: float) -> float:
        return pixels * self.one


def paint_rope(painter: QPainter, rope: Rope, look: Look = FULL) -> None:
    """The lines and the marks, in the order in which they lie on each other."""
    scale = _Scale(look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for gap in rope.gaps:
        _dotted(painter, gap, scale, "lineStrong")
    for rest in rope.to_come:
        _dotted(painter, rest, scale, "stroke")
    for strand in rope.strands:
        _strand(painter, strand, scale)
    for sign in Sign:  # knots lie lowest, what came from the owner lies highest
        for mark in rope.marks:
            if mark.of.sign is sign:
                _paint_mark(painter, mark, scale)


def paint_labels(painter: QPainter, above: Sequence[Label], below: Sequence[Label]) -> None:
    """Words: in one line above, the day over the verb below."""
    font = tokens.font("caption")
    line = tokens.line_height("caption")
    scale = _Scale()
    for each in above:
        said = label_words(each.of) if each.verb else each.day
        area = QRectF(each.left, scale(_ABOVE) - line / 2, each.width, line)
        drawing.text(painter, area, said, font, tokens.color("ink"), drawing.CENTER)
    for each in below:
        is_now = each.of.sign is Sign.DUE_NOW
        where = _side(each)
        area = QRectF(each.left, scale(_BELOW) - line / 2, each.width, line)
        drawing.text(painter, area, each.day, tokens.font("caption"), tokens.color("ink2"), where)
        if each.verb:
            ink = tokens.color("teal" if is_now else "ink")
            drawing.text(painter, area.translated(0, line), each.verb, font, ink, where)


def mark_area(mark: Mark) -> QRectF:
    """Where a mark can be pressed, and where the ring is when the keyboard is on it."""
    scale = _Scale()
    half = scale(9)
    if mark.of.sign is Sign.PEEK:
        reach = scale(FULL.peek)
        return QRectF(mark.x - half, scale.rope - reach - half, 2 * half, reach + 2 * half)
    if mark.of.sign is Sign.TOOK_BACK:
        reach = scale(43)
        return QRectF(mark.x - scale(4), scale.rope - reach, scale(32), reach + half)
    if mark.of.sign in (Sign.ASKED, Sign.NOTE):
        return QRectF(mark.x - half, scale.rope - half, 2 * half, scale(28))
    tall = scale(19) if mark.of.sign in (Sign.HELD, Sign.DUE) else scale(11)
    return QRectF(mark.x - half, scale.rope - tall, 2 * half, 2 * tall)


def _side(label: Label) -> float:
    """The first and the last label keep to the ends of the rope."""
    if label.of.sign is Sign.HANDED_OVER:
        return drawing.LEFT
    return drawing.RIGHT if label.of.sign is Sign.DUE else drawing.CENTER


def _dotted(painter: QPainter, along: Stretch, scale: _Scale, ink: str) -> None:
    pen = QPen(tokens.color(ink), 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.6, 2.4])
    painter.setPen(pen)
    painter.drawLine(QPointF(along.left, scale.rope), QPointF(along.right, scale.rope))


def _strand(painter: QPainter, along: Stretch, scale: _Scale) -> None:
    """A tube with one S-stroke after the other across it."""
    thick = scale(_THICK)
    top, length = scale.rope - thick / 2, max(along.right - along.left, thick)
    area = QRectF(along.left, top, length, thick)
    tube = QPainterPath()
    tube.addRoundedRect(area, thick / 2, thick / 2)
    pen = QPen(tokens.color("teal"), scale(_OUTLINE))
    painter.setPen(pen)
    painter.setBrush(tokens.color("tealSoft"))
    painter.drawPath(tube)
    painter.save()
    painter.setClipPath(tube, Qt.ClipOperation.IntersectClip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at, half = along.left + scale(_APART) / 2, thick / 2
    while at < along.left + length:
        stroke = QPainterPath(QPointF(at - half, scale.rope + half))
        stroke.cubicTo(
            QPointF(at + half * 0.2, scale.rope + half * 0.8),
            QPointF(at - half * 0.2, scale.rope - half * 0.8),
            QPointF(at + half, scale.rope - half),
        )
        painter.drawPath(stroke)
        at += scale(_APART)
    painter.restore()


def _paint_mark(painter: QPainter, mark: Mark, scale: _Scale) -> None:
    sign = mark.of.sign
    if sign in KNOTS:
        _knot(painter, mark.x, scale)
    elif sign in (Sign.CHECK_IN, Sign.PLANNED, Sign.DUE_NOW):
        _check_in(painter, mark, scale)
    elif sign in ABOVE:
        _from_owner(painter, mark, scale)
    elif sign in _OTHERS:
        _OTHERS[sign](painter, mark.x, scale)


def _knot(painter: QPainter, x: float, scale: _Scale) -> None:
    area = QRectF(x - scale(6), scale.rope - scale(9), scale(12), scale(18))
    drawing.box(painter, area, scale(4), tokens.color("teal"))
    painter.setPen(QPen(tokens.color("surface"), scale(1.25)))
    for across in (-1.75, 1.75):
        painter.drawLine(
            QPointF(x + scale(across), scale.rope - scale(7)), QPointF(x + scale(across), scale.rope + scale(7))
        )


def _check_in(painter: QPainter, mark: Mark, scale: _Scale) -> None:
    """A disc where it was; a ring where it is planned; a ring with a dot where it is due today."""
    teal, middle = tokens.color("teal"), QPointF(mark.x, scale.rope)
    if mark.of.sign is Sign.CHECK_IN:
        drawing.dot(painter, middle, scale(8), tokens.color("surface"))
        drawing.dot(painter, middle, scale(6.75), teal)
        return
    painter.setPen(QPen(teal, scale(2)))
    painter.setBrush(tokens.color("surface"))
    painter.drawEllipse(middle, scale(6), scale(6))
    if mark.of.sign is Sign.DUE_NOW:
        drawing.dot(painter, middle, scale(2.75), teal)


def _from_owner(painter: QPainter, mark: Mark, scale: _Scale) -> None:
    if mark.of.sign is Sign.PEEK:
        ochre, ring = tokens.color("ochreFill"), scale.rope - scale(scale.look.peek)
        painter.setPen(QPen(ochre, scale(1.5)))
        painter.drawLine(QPointF(mark.x, ring + scale(6)), QPointF(mark.x, scale.rope - scale(6)))
        painter.setPen(QPen(ochre, scale(2)))
        painter.setBrush(tokens.color("surface"))
        painter.drawEllipse(QPointF(mark.x, ring), scale(6), scale(6))
    elif mark.of.sign is Sign.HELD:
        reach = scale(scale.look.held)
        tick = QRectF(mark.x - scale(1.5), scale.rope - reach, scale(3), reach * _HELD)
        across = QRectF(mark.x - scale(3.5), scale.rope - scale(6), scale(7), scale(12))
        drawing.fill(painter, across, tokens.color("surface"))
        drawing.box(painter, tick, scale(1.5), tokens.color("teal"))
    else:
        _curl(painter, mark.x, scale)


def _curl(painter: QPainter, x: float, scale: _Scale) -> None:
    """The arrow that leaves the rope and turns back over it."""

    def at(right: float, down: float) -> QPointF:
        return QPointF(x + scale(right * scale.look.curl), scale.rope + scale(down * scale.look.curl))

    arrow = QPainterPath(at(0, 0))
    arrow.cubicTo(at(15, -1), at(22, -9), at(22, -19))
    arrow.cubicTo(at(22, -30), at(15, -36), at(7.5, -38.5))
    head = QPainterPath(at(16, -41.5))
    head.lineTo(at(7.5, -38.5))
    head.lineTo(at(13, -31.5))
    pen = QPen(
        tokens.color("brick"), scale(1.75), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(arrow)
    painter.drawPath(head)


def _due(painter: QPainter, x: float, scale: _Scale) -> None:
    bar = QRectF(x - scale(1.5), scale.rope - scale(10), scale(3), scale(20))
    drawing.fill(painter, bar.adjusted(-scale(1.5), 0, scale(1.5), 0), tokens.color("surface"))
    drawing.box(painter, bar, scale(1.5), tokens.color("ink2"))


def _asked(painter: QPainter, x: float, scale: _Scale) -> None:
    """A hand from their side: the peek's counterpart, below the rope and small."""
    teal, ring = tokens.color("teal"), scale.rope + scale(15)
    painter.setPen(QPen(teal, scale(1.5)))
    painter.drawLine(QPointF(x, scale.rope + scale(5)), QPointF(x, ring - scale(3.5)))
    painter.setBrush(tokens.color("surface"))
    painter.drawEllipse(QPointF(x, ring), scale(3.5), scale(3.5))


def _mistake(painter: QPainter, x: float, scale: _Scale) -> None:
    half = scale(4)
    drawing.dot(painter, QPointF(x, scale.rope), scale(7.5), tokens.color("surface"))
    painter.setPen(
        QPen(tokens.color("ink2"), scale(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawLine(QPointF(x - half, scale.rope - half), QPointF(x + half, scale.rope + half))
    painter.drawLine(QPointF(x - half, scale.rope + half), QPointF(x + half, scale.rope - half))


def _note(painter: QPainter, x: float, scale: _Scale) -> None:
    """A notch below the rope, in nobody's colour."""
    painter.setPen(QPen(tokens.color("ink3"), scale(1.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x, scale.rope + scale(8)), QPointF(x, scale.rope + scale(14)))


def _delivered(painter: QPainter, x: float, scale: _Scale) -> None:
    side, half = scale(18 * scale.look.box), scale(11 * scale.look.box)
    drawing.box(
        painter,
        QRectF(x - half, scale.rope - half, 2 * half, 2 * half),
        scale(6 * scale.look.box),
        tokens.color("surface"),
        tokens.color("teal"),
        scale(1.5),
    )
    drawing.icon(painter, "package", x - side / 2, scale.rope, side, tokens.color("teal"))


_OTHERS = {
    Sign.DUE: _due,
    Sign.ASKED: _asked,
    Sign.MISTAKE: _mistake,
    Sign.NOTE: _note,
    Sign.DELIVERED: _delivered,
}
