"""The number of a step in a list of steps, the same for every list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import icons, tokens

DISC = 22


class StepMark(QWidget):
    """The number of a step: filled while it is worked on, else outlined until it has words, and then a tick."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self.state = number, "to come"
        self._side = tokens.scaled(DISC)
        self.setFixedSize(QSize(self._side, self._side))

    def show_state(self, state: str) -> None:
        """ "to come", "open" or "done"."""
        if state != self.state:
            self.state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_step_mark(QPainter(self), QRectF(0, 0, self._side, self._side), self._number, self.state)


def paint_step_mark(painter: QPainter, place: QRectF, number: int, state: str) -> None:
    """The mark in this square; `state` is "to come", "open" or "done"."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = place.adjusted(0.5, 0.5, -0.5, -0.5)
    fill = {"open": "teal", "done": "tealSoft"}.get(state)
    painter.setPen(Qt.PenStyle.NoPen if fill else QPen(tokens.color("stroke"), 1))
    painter.setBrush(tokens.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area)
    if state == "done":
        inset = place.width() * 4 / DISC
        icons.draw(painter, "check", area.adjusted(inset, inset, -inset, -inset), tokens.color("teal"))
        return
    painter.setFont(tokens.font("caption", weight=600))
    painter.setPen(tokens.color("onTeal" if fill else "ink2"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
