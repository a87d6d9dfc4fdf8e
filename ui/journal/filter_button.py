"""A small button that says what a list is narrowed to, and opens the choice."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import plain_tooltip

_HEIGHT = 30
_SIDE = 32
_PADDING = 10
_CHEVRON = 14


class FilterButton(Pressable):
    """Words with a chevron, or an icon alone. `is_active` while the list is narrowed by it."""

    def __init__(self, name: str, *, icon: str = "") -> None:
        self._name, self._icon = name, icon
        self.is_active = False
        super().__init__("" if icon else name)
        policy = QSizePolicy.Policy.Fixed if icon else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        if icon:
            self.setAccessibleName(name)
            self.setToolTip(plain_tooltip(name))

    def show_choice(self, words: str, *, is_active: bool) -> None:
        """Says what is chosen. Beside an icon it is heard, not seen."""
        self.is_active = is_active
        if self._icon:
            self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
            self.update()
        else:
            self.say(words)

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(tokens.scaled(_SIDE), tokens.scaled(_HEIGHT))
        words = drawing.width_of(self.words(), tokens.font("caption"))
        return QSize(words + 2 * _PADDING + 5 + tokens.scaled(_CHEVRON), tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), tokens.scaled(62)), tokens.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        if self.is_active:
            fill = "tealSoft"
        border, ink = ("tealLine", "teal") if self.is_active else ("lineStrong", "ink2")
        drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color(border))
        size = tokens.scaled(_CHEVRON)
        if self._icon:
            left = (area.width() - size) / 2
            drawing.icon(painter, self._icon, left, area.center().y(), size, tokens.color(ink))
            return
        right = area.right() - _PADDING + 2
        drawing.icon(painter, "chevron-down", right - size, area.center().y(), size, tokens.color(ink))
        words = QRectF(_PADDING, 0, right - size - 3 - _PADDING, area.height())
        drawing.text(painter, words, self.words(), tokens.font("caption"), tokens.color(ink))
