"""Where one is in the first start: three steps, done, open or to come, each told apart by its shape."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing

_DISC = 22
_GAP = 8
_DASH = 32
_AROUND_DASH = 12


class StepHeader(QLabel):
    """Shows `current`, counted from 0, among the names of all steps."""

    def __init__(self, current: int) -> None:
        super().__init__()
        self._current = current
        self._names = (tr("Passphrase"), tr("Recovery key"), tr("Ready"))
        said = tr("Step {number} of {all}: {name}")
        name = self._names[current]
        self.setAccessibleName(said.format(number=current + 1, all=len(self._names), name=name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(400), tokens.scaled(_DISC))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, tokens.scaled(_DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = tokens.font("control")
        side, left, middle = tokens.scaled(_DISC), 0.0, self.height() / 2
        for index, name in enumerate(self._names):
            if index:
                left += _AROUND_DASH
                drawing.fill(painter, QRectF(left, round(middle), _DASH, 1), tokens.color("lineStrong"))
                left += _DASH + _AROUND_DASH
            self._paint_disc(painter, index, QRectF(left, middle - side / 2, side, side))
            left += side + _GAP
            ink = tokens.color("ink" if index == self._current else "ink3")
            width = drawing.width_of(name, font)
            drawing.text(painter, QRectF(left, 0, width, self.height()), name, font, ink)
            left += width

    def _paint_disc(self, painter: QPainter, index: int, area: QRectF) -> None:
        middle = QPointF(area.center())
        number = str(index + 1)
        font = tokens.font("caption", weight=600)
        if index < self._current:
            drawing.dot(painter, middle, area.width() / 2, tokens.color("tealSoft"))
            size = tokens.scaled(14)
            drawing.icon(painter, "check", middle.x() - size / 2, middle.y(), size, tokens.color("teal"))
        elif index == self._current:
            drawing.dot(painter, middle, area.width() / 2, tokens.color("teal"))
            drawing.text(painter, area, number, font, tokens.color("onTeal"), drawing.CENTER)
        else:
            drawing.dot(painter, middle, area.width() / 2 - 0.5, tokens.color("surface"), tokens.color("stroke"))
            drawing.text(painter, area, number, font, tokens.color("ink2"), drawing.CENTER)
