"""Everything that acts when pressed: buttons, links, square icon buttons, the search button and its key."""

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.by_name import set_by_name
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import plain_tooltip

_HEIGHTS = {"small": 32, "medium": 36, "large": 40, "wide": 44}
_GAP = 8
_LINK_GAP = 6
_KEYS_GAP = 10
_ICON = 16

# kind: fill, border and ink at rest; fill when hovered, when pressed
_LOOKS: dict[str, tuple[str, str, str]] = {
    "primary": ("teal", "", "onTeal"),
    "secondary": ("surface", "lineStrong", "ink"),
    "quiet": ("", "", "ink2"),
    "danger": ("surface", "brickLine", "brick"),
}
_HOVERED = {
    "primary": ("tealHover", "", "onTeal"),
    "secondary": ("hover", "lineStrong", "ink"),
    "quiet": ("hover", "", "ink"),
    "danger": ("brickSoft", "brickLine", "brick"),
}
_PRESSED = {
    "primary": ("tealPress", "", "onTeal"),
    "secondary": ("press", "lineStrong", "ink"),
    "quiet": ("press", "", "ink"),
    "danger": ("brick", "", "onBrick"),
}


class Pressable(Ringed, QPushButton):
    """A button that is painted by its class. Space and Enter press it; its words are never taken for a mnemonic."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        set_by_name(self, focusPolicy="StrongFocus")
        self.say(text)

    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, text: str) -> None:
        """Says something else, letter for letter."""
        if text == self._words and text == self.accessibleName():
            return
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressable):
    """A button with words, perhaps an icon, perhaps the keys that do the same."""

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        keys: str = "",
        size: str = "medium",
        icon_after: bool = False,
    ) -> None:
        self._kind, self._icon, self._keys, self._size = kind, icon, keys, size
        self._icon_after = icon_after
        super().__init__(text)
        self.ring_radius = tokens.radius("m")

    def be(self, kind: str) -> None:
        """Looks like another kind of button."""
        self._kind = kind
        self.update()

    def show_icon(self, icon: str) -> None:
        """Shows another icon beside the words."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._content_width() + 2 * self._padding(), tokens.scaled(_HEIGHTS[self._size]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, border, ink = self._look()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if fill or border:
            drawing.box(painter, area, tokens.radius("m"), _color(fill), _color(border))
        self._paint_content(painter, area, tokens.color(ink))

    def _paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        font = tokens.font("control")
        free = area.width() - 2 * self._padding()
        left = self._padding() + max(0, (free - self._content_width()) / 2)
        words = min(drawing.width_of(self._words, font), free - self._content_width() + self._words_width())
        if self._icon and not self._icon_after:
            left = self._paint_icon(painter, left, area.center().y(), ink) + _GAP
        drawing.text(painter, QRectF(left, 0, max(words, 0), area.height()), self._words, font, ink)
        left += words
        if self._icon and self._icon_after:
            left = self._paint_icon(painter, left + _GAP, area.center().y(), ink)
        if self._keys:
            muted = tokens.color("onTealMuted" if self._kind == "primary" else "ink3") if self.isEnabled() else ink
            keys = tokens.font("control", weight=400)
            drawing.text(painter, QRectF(left + _KEYS_GAP, 0, area.width(), area.height()), self._keys, keys, muted)

    def _paint_icon(self, painter: QPainter, left: float, middle: float, ink: QColor) -> float:
        size = tokens.scaled(_ICON)
        tone = tokens.color("ink2") if self._kind == "secondary" and self.isEnabled() else ink
        drawing.icon(painter, self._icon, left, middle, size, tone)
        return left + size

    def _look(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return ("", "", "inkDisabled") if self._kind == "quiet" else ("sunk", "line", "inkDisabled")
        if self.isDown():
            return _PRESSED[self._kind]
        return _HOVERED[self._kind] if self.underMouse() else _LOOKS[self._kind]

    def _words_width(self) -> int:
        return drawing.width_of(self._words, tokens.font("control"))

    def _content_width(self) -> int:
        width = self._words_width()
        if self._icon:
            width += tokens.scaled(_ICON) + _GAP
        if self._keys:
            width += _KEYS_GAP + drawing.width_of(self._keys, tokens.font("control", weight=400))
        return width

    def _padding(self) -> int:
        if self._kind == "quiet":
            return 11
        if self._kind == "primary" and self._size == "large" and not self._icon:
            return 25
        return 13 if self._size == "small" else 15


class LinkButton(Pressable):
    """Words in teal that act; underlined while the mouse is on them."""

    ring_radius = 4

    def __init__(
        self, text: str, *, icon: str = "", tone: str = "teal", weight: int = 500, style: str = "control"
    ) -> None:
        self._icon, self._tone, self._weight, self._style = icon, tone, weight, style
        self._is_told = False  # whether the tooltip has its words
        super().__init__(text)

    def set_tone(self, tone: str) -> None:
        """Shows the words in the colour of this token."""
        self._tone = tone
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Words that it is too narrow for stand in its tooltip."""
        super().enterEvent(event)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        if (is_cut := self.sizeHint().width() > self.width()) or self._is_told:
            self.setToolTip(plain_tooltip(self._words) if is_cut else "")
        self._is_told = is_cut

    def sizeHint(self) -> QSize:
        icon = tokens.scaled(_ICON) + _LINK_GAP if self._icon else 0
        words = drawing.width_of(self._words, tokens.font(self._style, weight=self._weight))
        return QSize(icon + words, tokens.scaled(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = tokens.font(self._style, weight=self._weight)
        font.setUnderline(self.underMouse() and self.isEnabled())
        ink = tokens.color(self._tone if self.isEnabled() else "inkDisabled")
        left = 0
        if self._icon:
            size = tokens.scaled(_ICON)
            drawing.icon(painter, self._icon, 0, self.height() / 2, size, ink)
            left = size + _LINK_GAP
        drawing.text(painter, QRectF(left, 0, self.width() - left, self.height()), self._words, font, ink)


class IconButton(Pressable):
    """A square button that is only an icon; its name is said and shown as its tooltip."""

    def __init__(
        self, icon: str, name: str, *, size: int = 32, tone: str = "ink2", bordered: bool = False, icon_size: int = 16
    ) -> None:
        self._icon, self._side, self._tone, self._bordered = icon, size, tone, bordered
        self._icon_size = icon_size
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.call(icon, name)

    def call(self, icon: str, name: str) -> None:
        """Becomes another icon with another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(self._side), tokens.scaled(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        lit = self.isEnabled() and (self.isDown() or self.underMouse())
        fill = tokens.color("press" if self.isDown() else "hover") if lit else None
        if self._bordered:
            drawing.box(painter, area, tokens.radius("m"), fill or tokens.color("surface"), tokens.color("lineStrong"))
        elif fill:
            drawing.box(painter, area, tokens.radius("m"), fill)
        size = tokens.scaled(self._icon_size)
        ink = tokens.color(self._tone if self.isEnabled() else "inkDisabled")
        drawing.icon(painter, self._icon, (area.width() - size) / 2, area.center().y(), size, ink)


class SearchButton(Pressable):
    """Looks like the field that it opens."""

    def __init__(self, text: str, keys: str) -> None:
        self._keys = keys
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(272), tokens.scaled(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color("lineStrong"))
        size = tokens.scaled(_ICON)
        drawing.icon(painter, "search", 12, area.center().y(), size, tokens.color("ink3"))
        cap = key_cap_size(self._keys)
        left = 12 + size + _GAP
        room = area.width() - left - cap.width() - 16
        words = tokens.font("control", weight=400)
        drawing.text(painter, QRectF(left, 0, room, area.height()), self._words, words, tokens.color("ink3"))
        key = QRectF(area.width() - cap.width() - 8, (area.height() - cap.height()) / 2, cap.width(), cap.height())
        paint_key_cap(painter, key, self._keys)


class KeyCap(QLabel):
    """A key as it is drawn beside what it does."""

    def __init__(self, text: str) -> None:
        super().__init__()
        set_by_name(self, textFormat="PlainText")
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return key_cap_size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_key_cap(QPainter(self), QRectF(self.rect()), self.text())


def key_cap_size(keys: str) -> QSize:
    """How large a key with these words is."""
    return QSize(drawing.width_of(keys, tokens.font("caption")) + 13, tokens.scaled(20))


def paint_key_cap(painter: QPainter, area: QRectF, keys: str) -> None:
    """A key with these words on it."""
    drawing.box(painter, area, 5, tokens.color("paper"), tokens.color("line"))
    drawing.text(painter, area, keys, tokens.font("caption"), tokens.color("ink3"), drawing.CENTER)


def _color(name: str) -> QColor | None:
    return tokens.color(name) if name else None
