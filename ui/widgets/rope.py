"""The rope: the one drawing that this product has, twisted from two hands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from ui.theme import tokens
from ui.widgets import drawing

_OUTLINE = 1.4


class OnboardingRope(QWidget):
    """A rope with a knot for each pillar, drawn for a panel that is 480 wide; it stays at the left of a wider one."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(pillar_name(pillar) for pillar in Pillar))

    def sizeHint(self) -> QSize:
        return QSize(480, 190)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        path = QPainterPath(QPointF(-13.3, 58.6))
        path.cubicTo(QPointF(88.8, 189.2), QPointF(284.7, 154.3), QPointF(484.1, 23.7))
        ground = tokens.color("rail")
        _paint_rope(painter, path, thickness=13.4, apart=14.5)
        for pillar, across, label_below in zip(Pillar, (107, 238.5, 364.5), (40, 41, 40), strict=True):
            ink = tokens.color(tokens.values()["pillars"][pillar.value]["color"])
            middle, angle = _place(path, across)
            _paint_knot(painter, middle, angle, ink, ground)
            words = QRectF(middle.x() - 80, middle.y() + label_below - 10, 160, 20)
            drawing.text(painter, words, pillar_name(pillar), tokens.font("control"), ink, drawing.CENTER)


class EmptyRope(QWidget):
    """A rope that is held at one end and still has a way to go."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(364, 112)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        path = QPainterPath(QPointF(12, 24))
        path.cubicTo(QPointF(93.3, 125.3), QPointF(214.5, 113.4), QPointF(304.1, 58.5))
        _paint_rope(painter, path, thickness=12.4, apart=12.8)
        _paint_end(painter, QPointF(12.8, 27.3))
        pen = QPen(tokens.color("stroke"), 1.75, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 4.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        way = QPainterPath(QPointF(314, 53.5))
        way.quadTo(QPointF(333, 43), QPointF(342, 31))
        painter.drawPath(way)
        painter.setPen(QPen(tokens.color("stroke"), 1.75))
        painter.drawEllipse(QPointF(352, 20), 8, 8)


def _paint_rope(painter: QPainter, path: QPainterPath, *, thickness: float, apart: float) -> None:
    """A tube along the path, with one S-stroke after the other across it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroker = QPainterPathStroker()
    stroker.setWidth(thickness)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    outline = QPen(tokens.color("teal"), _OUTLINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(outline)
    painter.setBrush(tokens.color("tealSoft"))
    painter.drawPath(stroker.createStroke(path).simplified())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    length = path.length()
    along = apart * 0.7
    while along < length - apart / 3:
        share = path.percentAtLength(along)
        _paint_strand(painter, path.pointAtPercent(share), path.angleAtPercent(share), (thickness - _OUTLINE) / 2)
        along += apart


def _paint_strand(painter: QPainter, middle: QPointF, angle: float, half: float) -> None:
    painter.save()
    painter.translate(middle)
    painter.rotate(-angle)
    strand = QPainterPath(QPointF(-4.5, half))
    strand.cubicTo(QPointF(0.5, half), QPointF(-0.5, -half), QPointF(4.5, -half))
    painter.drawPath(strand)
    painter.restore()


def _paint_knot(painter: QPainter, middle: QPointF, angle: float, ink: QColor, ground: QColor) -> None:
    painter.save()
    painter.translate(middle)
    painter.rotate(-angle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(-14, -13, 28, 26), 9, 9)
    painter.setPen(QPen(ground, 1.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left in (-4.5, 3.5):
        band = QPainterPath(QPointF(left - 1.5, -13))
        band.quadTo(QPointF(left + 4.5, 0), QPointF(left - 1.5, 13))
        painter.drawPath(band)
    painter.restore()


def _paint_end(painter: QPainter, middle: QPointF) -> None:
    drawing.dot(painter, middle, 11, tokens.color("teal"))
    disc = QPainterPath()
    disc.addEllipse(middle, 11, 11)
    painter.save()
    painter.setClipPath(disc)
    painter.setPen(QPen(tokens.color("surface"), 2.0))
    painter.translate(middle)
    painter.rotate(-41)
    for across in (-4.2, 0.8, 5.8):
        painter.drawLine(QPointF(-12, across), QPointF(12, across))
    painter.restore()


def _place(path: QPainterPath, across: float) -> tuple[QPointF, float]:
    """Where the path is at that distance from the left, and its angle there."""
    low, high = 0.0, 1.0
    for _ in range(24):
        half = (low + high) / 2
        low, high = (half, high) if path.pointAtPercent(half).x() < across else (low, half)
    return path.pointAtPercent(low), path.angleAtPercent(low)
