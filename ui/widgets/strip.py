"""The strip at the foot of a narrow page, in place of the column that there is no room for."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import icons, tokens
from ui.widgets.buttons import Pressable
from ui.widgets.drawing import text, width_of


class StripItem(Pressable):
    """One thing of the strip at the foot of a narrow page; it opens upward."""

    ring_radius = 6

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._beside = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say_beside(self, words: str) -> None:
        """A few words after the name."""
        self._beside = words
        self.setAccessibleName(f"{self.words()}, {words}" if words else self.words())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        beside = width_of(self._beside, tokens.font("small")) + 14 if self._beside else 0
        return QSize(width_of(self.words(), tokens.font("control")) + beside + 34, tokens.scaled(32))

    def minimumSizeHint(self) -> QSize:
        """What stands after the name gives way."""
        return QSize(width_of(self.words(), tokens.font("control")) + 34, tokens.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.height()
        words = width_of(self.words(), tokens.font("control"))
        tone = tokens.color("teal" if self.underMouse() else "ink")
        text(painter, QRectF(0, 0, words + 1, height), self.words(), tokens.font("control"), tone)
        room = self.width() - words - 40
        if self._beside and room > 0:
            area = QRectF(words + 14, 0, room, height)
            text(painter, area, self._beside, tokens.font("small"), tokens.color("ink2"))
        icons.draw(painter, "chevron-up", QRectF(self.width() - 18, height / 2 - 8, 16, 16), tokens.color("ink2"))
