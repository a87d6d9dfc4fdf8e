"""Ways to choose: a check, a radio, a toggle; beside them, each in its module, one of a few, cards and the pull."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.cards import LookCard, OptionCard
from ui.widgets.focus_ring import Ringed
from ui.widgets.marks import MARK, paint_check, paint_radio
from ui.widgets.pull_slider import PullSlider
from ui.widgets.segmented import Segmented

__all__ = ["Check", "LookCard", "OptionCard", "PullSlider", "Radio", "Segmented", "Toggle"]


class Check(Ringed, QCheckBox):
    """A tick with words beside it."""

    ring_radius = 5

    def __init__(self, text: str = "", *, name: str = "", style: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self._words, self._style, self._tone = text, style, tone
        _prepare(self, text, name)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return _size(self._words, self._style)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_check(painter, _mark_area(self), self.isChecked(), self.isEnabled())
        _paint_words(painter, self, self._words, self._style, self._tone)


class Radio(Ringed, QRadioButton):
    """One of several; the others of its group are those with the same parent."""

    ring_radius = 9

    def __init__(self, text: str = "", *, name: str = "", style: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self._words, self._style, self._tone = text, style, tone
        _prepare(self, text, name)

    def say(self, text: str) -> None:
        """Says something else, letter for letter."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return _size(self._words, self._style)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_radio(painter, _mark_area(self), self.isChecked(), self.isEnabled())
        _paint_words(painter, self, self._words, self._style, self._tone)


class Toggle(Ringed, QCheckBox):
    """On or off, at once. Its words stand elsewhere, so it needs a name."""

    ring_radius = 10

    def __init__(self, name: str) -> None:
        super().__init__()
        _prepare(self, "", name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(34), tokens.scaled(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        height = area.height()
        if self.isChecked():
            drawing.box(painter, area, height / 2, tokens.color("teal" if self.isEnabled() else "inkDisabled"))
            drawing.dot(painter, QPointF(area.width() - height / 2, height / 2), height * 0.3, tokens.color("surface"))
        else:
            border = tokens.color("stroke" if self.isEnabled() else "line")
            drawing.box(painter, area, height / 2, tokens.color("surface"), border)
            drawing.dot(painter, QPointF(height / 2, height / 2), height * 0.3, border)


def _prepare(button: QAbstractButton, text: str, name: str) -> None:
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setText(text.replace("&", "&&"))
    button.setAccessibleName(name or text)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _size(words: str, style: str) -> QSize:
    beside = _gap(style) + 2 + drawing.width_of(words, tokens.font(style)) if words else 0
    return QSize(tokens.scaled(MARK) + beside, max(tokens.scaled(MARK), tokens.line_height(style)))


def _gap(style: str) -> int:
    return 8 if style == "small" else 12


def _mark_area(button: QAbstractButton) -> QRectF:
    side = tokens.scaled(MARK)
    return QRectF(0, (button.height() - side) // 2, side, side)


def _paint_words(painter: QPainter, button: QAbstractButton, words: str, style: str, tone: str) -> None:
    left = tokens.scaled(MARK) + _gap(style)
    ink = tokens.color(tone if button.isEnabled() else "inkDisabled")
    drawing.text(painter, QRectF(left, 0, button.width() - left, button.height()), words, tokens.font(style), ink)
