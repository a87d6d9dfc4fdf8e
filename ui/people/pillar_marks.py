"""How often each pillar showed: an icon and a bar, and a dotted outline where it did not show at all."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.people.rules import Balance
from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from ui.people.words import pillars_in_words
from ui.theme import tokens
from ui.widgets import drawing

_ICON, _GAP, _BAR, _HEIGHT, _BETWEEN = 14, 6, 30, 6, 15
_WIDE_BAR, _WIDE_BETWEEN = 44, 38


def paint_marks(painter: QPainter, area: QRectF, balance: Balance) -> None:
    """Three marks beside each other, without names."""
    left = area.left()
    for pillar in Pillar:
        size = tokens.scaled(_ICON)
        drawing.icon(
            painter, _look(pillar)["icon"], left, area.center().y(), size, tokens.color(_look(pillar)["color"])
        )
        left += size + _GAP
        _paint_bar(painter, left, area.center().y(), tokens.scaled(_BAR), pillar, balance)
        left += tokens.scaled(_BAR) + _BETWEEN


class PillarMarks(QWidget):
    """Three marks with the names of the pillars."""

    def __init__(self, balance: Balance) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_balance(balance)

    def show_balance(self, balance: Balance) -> None:
        """Shows another one."""
        self._balance = balance
        self.setAccessibleName(pillars_in_words(balance))
        self.update()

    def sizeHint(self) -> QSize:
        names = sum(drawing.width_of(pillar_name(each), tokens.font("caption")) for each in Pillar)
        parts = 3 * (tokens.scaled(_ICON) + 5 + 8 + tokens.scaled(_WIDE_BAR))
        return QSize(names + parts + 2 * tokens.scaled(_WIDE_BETWEEN), tokens.scaled(20))

    def minimumSizeHint(self) -> QSize:
        spare = 3 * tokens.scaled(_WIDE_BAR - _BAR) + 2 * (tokens.scaled(_WIDE_BETWEEN) - _BETWEEN)
        return QSize(self.sizeHint().width() - spare, tokens.scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_narrow = self.width() < self.sizeHint().width()
        bar = tokens.scaled(_BAR if is_narrow else _WIDE_BAR)
        between = _BETWEEN if is_narrow else tokens.scaled(_WIDE_BETWEEN)
        painter = QPainter(self)
        left, middle, font = 0.0, self.height() / 2, tokens.font("caption")
        for pillar in Pillar:
            ink, size = tokens.color(_look(pillar)["color"]), tokens.scaled(_ICON)
            drawing.icon(painter, _look(pillar)["icon"], left, middle, size, ink)
            words = drawing.width_of(pillar_name(pillar), font)
            left += size + 5
            drawing.text(painter, QRectF(left, 0, words + 1, self.height()), pillar_name(pillar), font, ink)
            left += words + 8
            _paint_bar(painter, left, middle, bar, pillar, self._balance)
            left += bar + between


def _look(pillar: Pillar) -> dict[str, str]:
    found: dict[str, str] = tokens.values()["pillars"][pillar.value]
    return found


def _paint_bar(painter: QPainter, left: float, middle: float, width: float, pillar: Pillar, balance: Balance) -> None:
    height = tokens.scaled(_HEIGHT)
    area = QRectF(left, round(middle - height / 2), width, height)
    if pillar in balance.missing:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = QPen(tokens.color("stroke"), 1, Qt.PenStyle.CustomDashLine)
        dots.setDashPattern([1.5, 2])
        painter.setPen(dots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        return
    drawing.box(painter, area, 3, tokens.color("heat0"))
    area.setWidth(max(height, width * balance.fill(pillar)))
    drawing.box(painter, area, 3, tokens.color(_look(pillar)["color"]))
