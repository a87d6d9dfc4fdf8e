"""With whom and on which day: the title of the page, which opens all the meetings with them."""

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.translation import tr
from ui.one_on_ones.words import long_day, person_and_day, short_day
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip

_ARROW = 18


class MeetingTitle(Pressable):
    """One line, or two where the name is long: the day is always whole."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self._person, self._day, self._short = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_meeting(self, person: str, on: date) -> None:
        """Says both."""
        self._person, self._day, self._short = person, long_day(on), short_day(on, date.min)
        self.say(person_and_day(person, on))
        self.setAccessibleName(tr("{meeting}, choose another one-on-one").format(meeting=self.words()))
        self.setToolTip(plain_tooltip(person) if self._is_long() else "")

    def sizeHint(self) -> QSize:
        lines = 2 if self._is_long() else 1
        return QSize(tokens.scaled(160), lines * tokens.line_height("title"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line, font = tokens.line_height("title"), tokens.font("title")
        ink = tokens.color("teal" if self.underMouse() else "ink")
        day = self._day if drawing.width_of(self._day, font) <= self.width() else self._short
        lines = (self._person, day) if self._is_long() else (self.words(),)
        for number, words in enumerate(lines):
            drawing.text(painter, QRectF(0, number * line, self.width(), line), words, font, ink)
        after = drawing.width_of(lines[-1], font) + 6
        if (self.underMouse() or self.hasFocus()) and after + _ARROW <= self.width():
            middle = (len(lines) - 0.5) * line
            drawing.icon(painter, "chevron-down", after, middle, tokens.scaled(18), tokens.color("ink2"))

    def _is_long(self) -> bool:
        return drawing.width_of(self.words(), tokens.font("title")) > self.width()
