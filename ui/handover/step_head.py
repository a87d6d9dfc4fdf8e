"""The head of a step: its mark, what it is called, and in one line what was said in it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.translation import tr
from ui.handover.steps import Step
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip
from ui.widgets.step_mark import DISC, paint_step_mark

BESIDE = 16  # from the mark to the words
OUT = 8  # from the ring to the words, at both sides
_ABOVE, _BELOW = 8, 5


class StepHead(Pressable):
    """Pressed, it opens its step, or closes it."""

    ring_is_inside = True

    def __init__(self, step: Step) -> None:
        self._step, self._title, self._line = step, "", ""
        self.state = "to come"
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring_radius = tokens.radius("m")

    def show_step(self, title: str, said: str, helper: str, *, is_open: bool) -> None:
        """Shows what was said, or what it is for while nothing was."""
        self.state = "open" if is_open else "done" if said else "to come"
        self._title, self._line = title, "" if is_open else said or helper
        states = {"open": tr("open"), "done": tr("done"), "to come": tr("to come")}
        name = tr("Step {number}: {title}, {state}")
        self.say(name.format(number=int(self._step), title=title, state=states[self.state]))
        self.setAccessibleDescription(self._line)
        self.setToolTip(plain_tooltip(said) if said and not is_open else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = _ABOVE + tokens.scaled(DISC) + (2 + tokens.line_height("readingS") + _BELOW if self._line else 2)
        return QSize(tokens.scaled(300), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            fill = tokens.color("press" if self.isDown() else "hover")
            drawing.box(painter, QRectF(self.rect()), tokens.radius("m"), fill)
        side = tokens.scaled(DISC)
        paint_step_mark(painter, QRectF(OUT, _ABOVE, side, side), int(self._step), self.state)
        left, right = OUT + side + BESIDE, self.width() - OUT
        edge = self._paint_edit(painter, side)
        is_later = self.state == "to come"
        area = QRectF(left, _ABOVE, edge - left, side)
        drawing.text(painter, area, self._title, tokens.font("heading"), tokens.color("ink2" if is_later else "ink"))
        if self._line:
            style = "small" if is_later else "readingS"
            below = QRectF(left, _ABOVE + side + 1, right - left, tokens.line_height("readingS"))
            drawing.text(painter, below, self._line, tokens.font(style), tokens.color("ink2"))

    def _paint_edit(self, painter: QPainter, height: int) -> float:
        """Says that it can be edited, where it can; where the words have to end."""
        if self.state != "done":
            return self.width() - OUT
        words, font = tr("Edit"), tokens.font("caption")
        wide = drawing.width_of(words, font)
        left = self.width() - OUT - wide
        area = QRectF(left, _ABOVE, wide, height)
        drawing.text(painter, area, words, font, tokens.color("ink2"))
        return left - 12
