"""A record in a line or two: what it is, and below it the first words of whoever wrote it. Pressed, it leads there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip

_SERIF, _MARGIN = 15, 2


class RecordRow(Pressable):
    """Both lines end with an ellipsis where there is no room; the tooltip then has the words."""

    ring_radius = 6

    def __init__(self, title: str = "", words: str = "") -> None:
        super().__init__("")
        self._first = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_record(title, words)

    def show_record(self, title: str, words: str) -> None:
        """Shows this one."""
        self._first = words
        self.say(title)
        self.setAccessibleName(tr("{day}. {words}").format(day=title, words=words).strip() if words else title)
        self.setToolTip(plain_tooltip(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = tokens.line_height("small") + (tokens.line_height("readingS") if self._first else 0)
        return QSize(tokens.scaled(200), lines + 2 + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, small = QPainter(self), tokens.line_height("small")
        tone = tokens.color("teal" if self.underMouse() and self.isEnabled() else "ink2")
        drawing.text(painter, QRectF(0, _MARGIN, self.width(), small), self.words(), tokens.font("small"), tone)
        if self._first:
            area = QRectF(0, _MARGIN + small, self.width(), tokens.line_height("readingS"))
            drawing.text(painter, area, self._first, _serif(), tokens.color("ink"))


def _serif() -> QFont:
    font = tokens.font("readingS")
    font.setPixelSize(tokens.scaled(_SERIF))
    return font
