"""Small things that name something: a pillar, a person, a tag, how strong a pull was."""

from PySide6.QtCore import QRectF, QSize, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, Pressable
from ui.widgets.labels import plain_tooltip

_STEPS = ((4, "heat1"), (6, "heat2"), (8, "heat3"))


def heat(value: int | None) -> str:
    """The name of the colour of a pull: heat0 where none is said, heat4 for the strongest."""
    if value is None:
        return "heat0"
    return next((name for below, name in _STEPS if value < below), "heat4")


class PullDot(QWidget):
    """A dot in the colour of a pull; a number or a name always stands beside it."""

    def __init__(self, value: int | None, *, size: int = 8) -> None:
        super().__init__()
        self._value, self._side = value, size
        self.setFixedSize(size, size)

    def show_value(self, value: int | None) -> None:
        """Shows another pull."""
        self._value = value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.dot(QPainter(self), QRectF(self.rect()).center(), self._side / 2, tokens.color(heat(self._value)))


class PillarChip(QLabel):
    """A pillar by icon and name, in its colour."""

    def __init__(self, pillar: Pillar, filled: bool = True) -> None:
        super().__init__()
        self._filled = filled
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pillar(pillar)

    def show_pillar(self, pillar: Pillar) -> None:
        """Shows another pillar."""
        self._pillar = pillar
        self.setText(pillar_name(pillar))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        padding = 8 + 11 if self._filled else 0
        words = drawing.width_of(self.text(), tokens.font("caption"))
        return QSize(padding + tokens.scaled(14) + 5 + words, tokens.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_pillar(QPainter(self), QRectF(self.rect()), self._pillar, filled=self._filled)


def paint_pillar(painter: QPainter, area: QRectF, pillar: Pillar, *, filled: bool) -> None:
    """A pillar's icon and name; `filled` also the pill behind them."""
    look = tokens.values()["pillars"][pillar.value]
    ink = tokens.color(look["color"])
    if filled:
        drawing.box(painter, area, area.height() / 2, tokens.color(look["soft"]))
    left = area.left() + (8 if filled else 0)
    size = tokens.scaled(14)
    drawing.icon(painter, look["icon"], left, area.center().y(), size, ink)
    left += size + (6 if filled else 5)
    words = QRectF(left, area.top(), area.right() - left, area.height())
    drawing.text(painter, words, pillar_name(pillar), tokens.font("caption"), ink)


class Avatar(QWidget):
    """A person by the first letter of the name, in a ring."""

    def __init__(self, name: str, size: int = 28) -> None:
        super().__init__()
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Shows another person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(self._side), tokens.scaled(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name)


def paint_avatar(painter: QPainter, area: QRectF, name: str) -> None:
    """The first letter of a name in a ring."""
    drawing.box(painter, area, area.width() / 2, tokens.color("sunk"), tokens.color("lineStrong"))
    font = tokens.font("caption", weight=600)
    if area.width() < tokens.scaled(28):
        font.setPixelSize(tokens.scaled(11))
    elif area.width() >= tokens.scaled(48):
        font.setPixelSize(tokens.scaled(20))
    drawing.text(painter, area, initial(name), font, tokens.color("ink2"), drawing.CENTER)


def initial(name: str) -> str:
    """The first sign of a name as people see it: a letter with its accents, a whole emoji; "?" where there is none."""
    stripped = name.strip()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, stripped)
    end = finder.toNextBoundary()  # counted in UTF-16, as Qt counts
    first = stripped.encode("utf-16-le")[: max(end, 0) * 2].decode("utf-16-le", "ignore")
    return first.upper() or "?"


_MOST_WORDS, _LEAST_WORDS = 200, 40  # pixels of a pill's words; longer ones end with an ellipsis


class Pill(Pressable):
    """A button that opens a choice and says what is chosen. `boxed` is the form of a filter."""

    def __init__(
        self, text: str, *, name: str = "", avatar: str | None = None, size: str = "medium", boxed: bool = False
    ) -> None:
        self._avatar, self._small, self._name, self._boxed = avatar, size == "small", name, boxed
        self._icon = ""
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Says what is chosen now."""
        if text == self._words and text:
            return
        super().say(text)
        if self._name:
            self.setAccessibleName(f"{self._name}: {text}")
        self.ring_radius = tokens.radius("m") if self._boxed else self.sizeHint().height() // 2
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        """The tooltip has what there is no room for."""
        is_cut = self.width() < self.sizeHint().width() or (
            drawing.width_of(self._words, self._font()) > tokens.scaled(_MOST_WORDS)
        )
        self.setToolTip(plain_tooltip(self._words) if is_cut else "")

    def show_avatar(self, name: str | None) -> None:
        """Shows this person's letter before the words, or none."""
        self._avatar = name
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Shows this icon before the words, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = tokens.scaled(24 if self._small else 30)
        left, right = self._paddings()
        beside = left + self._room_before() + self._gap() + tokens.scaled(14) + right
        words = min(drawing.width_of(self._words, self._font()), tokens.scaled(_MOST_WORDS))
        return QSize(words + beside, height)

    def minimumSizeHint(self) -> QSize:
        whole, words = self.sizeHint(), drawing.width_of(self._words, self._font())
        cut = min(words, tokens.scaled(_MOST_WORDS)) - min(words, tokens.scaled(_LEAST_WORDS))
        return QSize(whole.width() - cut, whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        enabled = self.isEnabled()
        border = ("lineStrong" if self._boxed else "stroke") if enabled else "line"
        radius = tokens.radius("m") if self._boxed else area.height() / 2
        drawing.box(painter, area, radius, tokens.color(fill if enabled else "sunk"), tokens.color(border))
        left, right = self._paddings()
        if self._avatar is not None:
            side = tokens.scaled(22)
            paint_avatar(painter, QRectF(left, (area.height() - side) / 2, side, side), self._avatar)
        chevron = tokens.scaled(14)
        if self._icon:
            drawing.icon(painter, self._icon, left, area.center().y(), chevron, tokens.color("ink2"))
        begin, end = left + self._room_before(), area.width() - right - chevron
        ink = tokens.color(self._tone() if enabled else "inkDisabled")
        drawing.text(
            painter, QRectF(begin, 0, end - self._gap() - begin, area.height()), self._words, self._font(), ink
        )
        drawing.icon(painter, "chevron-down", end, area.center().y(), chevron, tokens.color("ink2") if enabled else ink)

    def _tone(self) -> str:
        return "ink2" if self._boxed or self._small else "ink"

    def _font(self) -> QFont:
        return tokens.font("caption" if self._small or self._boxed else "control")

    def _gap(self) -> int:
        return 4 if self._small else 6 if self._boxed else 8

    def _room_before(self) -> int:
        if self._avatar is not None:
            return tokens.scaled(22) + 9
        return tokens.scaled(14) + 7 if self._icon else 0

    def _paddings(self) -> tuple[int, int]:
        if self._avatar is not None:
            return 4, 10
        return 10, 9


class Tag(QWidget):
    """A tag; where it can be removed, a cross takes it away."""

    removed = Signal(str)

    def __init__(self, text: str, removable: bool = False) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross: IconButton | None = None
        if removable:
            self._cross = IconButton("x", tr("Remove the tag {tag}").format(tag=text), size=20, tone="ink3")
            self._cross.setParent(self)
            self._cross.clicked.connect(lambda: self.removed.emit(self._text))

    def text(self) -> str:
        """The tag."""
        return self._text

    def sizeHint(self) -> QSize:
        cross = tokens.scaled(20) if self._cross else 6
        words = min(drawing.width_of(self._text, tokens.font("caption")), tokens.scaled(220))
        return QSize(10 + words + 4 + cross, tokens.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cross is not None:
            side = tokens.scaled(20)
            self._cross.setGeometry(self.width() - side - 2, (self.height() - side) // 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        drawing.box(painter, area, area.height() / 2, tokens.color("sunk"), tokens.color("line"))
        words = QRectF(10, 0, area.width() - 20 - (tokens.scaled(20) - 6 if self._cross else 0), area.height())
        drawing.text(painter, words, self._text, tokens.font("caption"), tokens.color("ink2"))
