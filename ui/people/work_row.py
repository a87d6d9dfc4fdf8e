"""A piece of work that somebody was handed: what it is, its stage, and its day. Pressed, it leads there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.delegation.history import History, Stage
from app.translation import tr
from ui.clock import today
from ui.evidence.standing import stage_of_one, standing, title_of
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip

_HEIGHT, _GAP, _TITLE, _STAGE = 32, 16, 0.52, 0.24


class WorkRow(Pressable):
    """Three columns, each cut where its room ends; the tooltip has the whole title."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self._stage = self._day = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_work(self, given: History) -> None:
        """Shows this one."""
        self._stage = stage_of_one(given.stage)
        self._day = "" if given.stage is Stage.DRAFT else standing(given, today())
        title = title_of(given)
        self.say(title)
        said = [title, self._stage, self._day]
        self.setAccessibleName(tr("{title}: {about}").format(title=title, about=", ".join(filter(None, said[1:]))))
        self.setToolTip(plain_tooltip(title))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, width, height = QPainter(self), self.width(), self.height()
        first, second = width * _TITLE, width * _STAGE
        tone = tokens.color("teal" if self.underMouse() else "ink")
        drawing.text(painter, QRectF(0, 0, first - _GAP, height), self.words(), tokens.font("control"), tone)
        font, ink = tokens.font("small"), tokens.color("ink2")
        drawing.text(painter, QRectF(first, 0, second - _GAP, height), self._stage, font, ink)
        day = QRectF(first + second, 0, width - first - second, height)
        drawing.text(painter, day, self._day, font, ink, drawing.RIGHT)
