"""The cards of the first start: how the journal opens, and how it looks."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from app.settings import Look
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import Paragraph
from ui.widgets.marks import MARK, paint_radio
from ui.widgets.panes import column

_PALETTES: dict[Look, tokens.Palette] = {Look.LIGHT: "light", Look.DARK: "dark", Look.CONTRAST: "contrast"}


class _RadioCard(Ringed, QRadioButton):
    ring_radius = 10

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_card(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        fill = "hover" if self.underMouse() and not chosen else self._ground(chosen)
        border = tokens.color("teal" if chosen else "lineStrong")
        drawing.box(painter, QRectF(self.rect()), tokens.radius("l"), tokens.color(fill), border, 2 if chosen else 1)

    def _ground(self, _chosen: bool) -> str:
        return "surface"


class OptionCard(_RadioCard):
    """A choice with a title and a sentence of what it means. The others of its group are those with the same parent."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._title = title
        self.setAccessibleDescription(text)
        self._text = Paragraph(text, "small", "ink2")
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        left, top = 15 + tokens.scaled(MARK) + 12, 11 + tokens.line_height("control")
        self._inside = column(self._text, margins=(left, top, 15, 10))
        self.setLayout(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(480), self.heightForWidth(tokens.scaled(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_card(painter)
        side = tokens.scaled(MARK)
        paint_radio(painter, QRectF(15, 11, side, side), self.isChecked(), self.isEnabled())
        left = 15 + side + 12
        area = QRectF(left, 11, self.width() - left - 15, tokens.line_height("control"))
        drawing.text(painter, area, self._title, tokens.font("control"), tokens.color("ink"))


class StepCard(_RadioCard):
    """One step of a few that stand beside each other: a radio above its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        said = Paragraph(words, "control", "ink")
        said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(said, ..., margins=(12, 10 + tokens.scaled(MARK) + 8, 8, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(100), 10 + tokens.scaled(MARK) + 8 + 2 * tokens.line_height("control") + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())  # whoever shows it has to see to it that its words have room

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_card(painter)
        side = tokens.scaled(MARK)
        paint_radio(painter, QRectF(12, 10, side, side), self.isChecked(), self.isEnabled())

    def _ground(self, chosen: bool) -> str:
        return "tealSoft" if chosen else "surface"


class LookCard(_RadioCard):
    """One look of the program, as a small picture of it."""

    def __init__(self, look: Look) -> None:
        self._title = _title(look)
        super().__init__(self._title)
        self.look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(tokens.font("control")).horizontalAdvance(self._title)
        return QSize(max(114, words + 9 + 8 + tokens.scaled(MARK) + 9), 55 + tokens.scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_card(painter)
        picture = QRect(9, 8, self.width() - 18, 40)
        if self.look is Look.SYSTEM:
            half = QRect(picture.left() + picture.width() // 2, 0, self.width(), self.height())
            _paint_picture(painter, picture, "light")
            painter.setClipRect(half)
            _paint_picture(painter, picture, "dark", reaches=picture.width() // 2 - 9)
            painter.setClipping(False)
        else:
            _paint_picture(painter, picture, _PALETTES[self.look])
        side = tokens.scaled(MARK)
        middle = 48 + (self.height() - 48) / 2
        paint_radio(painter, QRectF(self.width() - 9 - side, round(middle - side / 2), side, side), self.isChecked())
        area = QRectF(9, 48, self.width() - 18 - side, self.height() - 48)
        drawing.text(painter, area, self._title, tokens.font("control"), tokens.color("ink"))


def _paint_picture(painter: QPainter, area: QRect, palette: tokens.Palette, *, reaches: int = 0) -> None:
    """The window in small, in a palette that need not be the one in force; lines may reach so far from its middle."""
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(area), 5, 5)
    painter.save()
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, tokens.color_of(palette, "paper"))
    painter.fillRect(area.left(), area.top(), 18, area.height(), tokens.color_of(palette, "rail"))
    painter.fillRect(area.left() + 18, area.top(), 1, area.height(), tokens.color_of(palette, "line"))
    painter.restore()
    left, top = area.left() + 27, area.top() + 9
    strong = "ink" if palette != "light" else "ink2"
    long = area.width() // 2 - 27 + reaches
    bars = (
        (0, long if reaches else 48, 3, strong),
        (7, long - 12 if reaches else 33, 3, "lineStrong"),
        (14, 18, 6, "teal"),
    )
    for below, width, height, name in bars:
        room = min(width, area.right() - left - 4)
        drawing.box(painter, QRectF(left, top + below, room, height), height / 2, tokens.color_of(palette, name))
    drawing.box(painter, QRectF(area), 5, None, tokens.color_of(palette, "line"))


def _title(look: Look) -> str:
    names = {
        Look.SYSTEM: tr("System"),
        Look.LIGHT: tr("Light"),
        Look.DARK: tr("Dark"),
        Look.CONTRAST: tr("Contrast"),
    }
    return names[look]
