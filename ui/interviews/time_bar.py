"""The time of a kit as a bar: a segment for each part, as long as its minutes, and the minutes below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.interviews import kits
from app.interviews.kits import Questions, Segment
from app.interviews.model import Kit
from app.translation import tr
from ui.interviews.words import bar_words
from ui.questions.words import pillar_of
from ui.theme import tokens
from ui.widgets import drawing

_BAR, _BETWEEN, _GAP, _RADIUS = 10, 5, 3, 3  # pixels
_APART = 10  # between two numbers at least


class TimeBar(QWidget):
    """Only looked at: the parts below it have the same minutes as text. Where more is planned than there is time, a
    stroke stands where that ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self._segments: Sequence[Segment] = ()
        self._marks: Sequence[int] = ()
        self._time = self._length = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_kit(self, kit: Kit, questions: Questions) -> None:
        """Shows the time of this one."""
        self._segments, self._marks = kits.segments(kit, questions), kits.marks(kit)
        self._time, self._length = kit.minutes, kits.length(kit)
        self.setAccessibleName(bar_words(kit, questions))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(240), _BAR + _BETWEEN + tokens.line_height("caption"))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._length:
            return
        painter = QPainter(self)
        drawing.box(painter, QRectF(0, 0, self.width(), _BAR), _RADIUS, tokens.color("sunk"), tokens.color("line"))
        for each in self._segments:
            left, right = self._at(each.start), self._at(each.start + each.minutes)
            if right - left >= 1:
                area = QRectF(left, 0, max(right - left - _GAP, 1), _BAR)
                _paint(painter, area, each)
        if self._length > self._time:
            drawing.fill(painter, QRectF(self._at(self._time) - 2, -1, 2, _BAR + 6), tokens.color("ink"))
        self._paint_marks(painter)

    def _at(self, minute: int) -> float:
        """Where it is, so that the last segment ends with the bar."""
        return minute / self._length * (self.width() + _GAP)

    def _paint_marks(self, painter: QPainter) -> None:
        font, ink = tokens.font("caption", tabular=True), tokens.color("ink2")
        top, height = _BAR + _BETWEEN, tokens.line_height("caption")
        last = tr("{minutes} min").format(minutes=self._marks[-1])
        free = self.width() - drawing.width_of(last, font)
        drawing.text(painter, QRectF(0, top, self.width(), height), last, font, ink, drawing.RIGHT)
        end = 0.0
        for minute in self._marks[:-1]:
            width = drawing.width_of(str(minute), font)
            left = max(0.0, self._at(minute) - width / 2) if minute else 0.0
            if left >= end and left + width + _APART <= free:
                drawing.text(painter, QRectF(left, top, width + 1, height), str(minute), font, ink)
                end = left + width + _APART


def _paint(painter: QPainter, area: QRectF, segment: Segment) -> None:
    pillar = pillar_of(segment.competency)
    if pillar is not None:
        ink = tokens.color(tokens.values()["pillars"][pillar.value]["color"])
        drawing.box(painter, area, _RADIUS, ink)
    elif tokens.palette_in_force() == "contrast":  # in which it would be as dark as the others
        drawing.box(painter, area, _RADIUS, tokens.color("surface"), tokens.color("stroke"))
    else:
        drawing.box(painter, area, _RADIUS, tokens.color("lineStrong"))
