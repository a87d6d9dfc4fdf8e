"""Beside the sheet: the last five weeks; and, where the page is narrow, what opens upward."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import icons, tokens
from ui.today.presenter import Shown
from ui.widgets.buttons import Pressable
from ui.widgets.chips import PullDot
from ui.widgets.days import FiveWeeks
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import Label
from ui.widgets.panes import column, row


class Weeks(QWidget):
    """Five weeks of days, by the strength of the pull."""

    day_chosen = Signal(object)  # a date

    def __init__(self) -> None:
        super().__init__()
        self.days = FiveWeeks()
        self.days.day_chosen.connect(self.day_chosen)
        legend = row(Label(tr("Pull"), "caption", "ink3"), 3, *(PullDot(each) for each in (2, 4, 6, 9)), spacing=3)
        self.setLayout(column(row(Label(tr("Last five weeks"), "heading"), ..., legend), 12, self.days))

    def show_days(self, shown: Shown, first_weekday: int) -> None:
        """The days that the journal told of."""
        self.days.show_days(shown.today, shown.pulls, first_weekday)


class StripItem(Pressable):
    """One thing of the strip at the foot of a narrow page; it opens upward."""

    ring_radius = 6

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._beside = ""

    def say_beside(self, words: str) -> None:
        """A few words after the name."""
        self._beside = words
        self.setAccessibleName(f"{self.words()}, {words}" if words else self.words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        beside = width_of(self._beside, tokens.font("small")) + 14 if self._beside else 0
        return QSize(width_of(self.words(), tokens.font("control")) + beside + 34, tokens.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.height()
        words = width_of(self.words(), tokens.font("control"))
        tone = tokens.color("teal" if self.underMouse() else "ink")
        text(painter, QRectF(0, 0, words + 1, height), self.words(), tokens.font("control"), tone)
        room = self.width() - words - 40
        if self._beside:
            area = QRectF(words + 14, 0, room, height)
            text(painter, area, self._beside, tokens.font("small"), tokens.color("ink2"))
        icons.draw(painter, "chevron-up", QRectF(self.width() - 18, height / 2 - 8, 16, 16), tokens.color("ink2"))
