"""Choosing pillars, each by its icon and its name: one of them, or any number."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed

_HEIGHT, _ICON, _LEFT, _GAP, _RIGHT = 30, 14, 11, 6, 13


class PillarChoice(QWidget):
    """Exactly one; arrow keys choose."""

    chosen = Signal(object)  # a Pillar

    def __init__(self) -> None:
        super().__init__()
        self.radios = {each: _PillarRadio(each) for each in Pillar}
        self.setLayout(Flow(*self.radios.values(), across=8, between=8))
        self.setAccessibleName(tr("Pillar"))
        for pillar, radio in self.radios.items():
            radio.clicked.connect(lambda _=False, pillar=pillar: self.chosen.emit(pillar))

    def choose(self, pillar: Pillar) -> None:
        """Shows this one as chosen, without a signal."""
        self.radios[pillar].setChecked(True)


class PillarFilter(QWidget):
    """Any number of them."""

    chosen = Signal(object)  # a frozenset of Pillars

    def __init__(self) -> None:
        super().__init__()
        self.checks = {each: _PillarCheck(each) for each in Pillar}
        self.setLayout(Flow(*self.checks.values(), across=6, between=6))
        for check in self.checks.values():
            check.clicked.connect(self._on_clicked)

    def choose(self, pillars: frozenset[Pillar]) -> None:
        """Shows these as chosen, without a signal."""
        for pillar, check in self.checks.items():
            check.setChecked(pillar in pillars)

    def _on_clicked(self) -> None:
        self.chosen.emit(frozenset(pillar for pillar, check in self.checks.items() if check.isChecked()))


class _Pill(Ringed):
    """Beside a button class: a pillar's icon and name; chosen, it is filled and its outline is wider."""

    _pillar: Pillar

    def take(self, pillar: Pillar) -> None:
        """Is the pill of this one, and says its name."""
        self._pillar, self.ring_radius = pillar, tokens.scaled(_HEIGHT) // 2
        button = self._button()
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        button.setText(pillar_name(pillar))
        button.setAccessibleName(pillar_name(pillar))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, position: QPoint) -> bool:
        return self._button().rect().contains(position)

    def sizeHint(self) -> QSize:
        words = drawing.width_of(pillar_name(self._pillar), tokens.font("caption"))
        return QSize(_LEFT + tokens.scaled(_ICON) + _GAP + words + _RIGHT, tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(QPainter(self._button()), self._button(), self._pillar)

    def _button(self) -> QAbstractButton:
        assert isinstance(self, QAbstractButton)  # noqa: S101  what this class is for
        return self


class _PillarRadio(_Pill, QRadioButton):
    def __init__(self, pillar: Pillar) -> None:
        super().__init__()
        self.take(pillar)
        self.setAccessibleDescription(tr("Pillar"))


class _PillarCheck(_Pill, QCheckBox):
    def __init__(self, pillar: Pillar) -> None:
        super().__init__()
        self.take(pillar)
        self.setAccessibleName(tr("Only {pillar}").format(pillar=pillar_name(pillar)))


def _paint(painter: QPainter, button: QAbstractButton, pillar: Pillar) -> None:
    look = tokens.values()["pillars"][pillar.value]
    area, ink = QRectF(button.rect()), tokens.color(look["color"])
    chosen = button.isChecked()
    fill = look["soft"] if chosen else "hover" if button.underMouse() else "surface"
    border = ink if chosen else tokens.color("stroke")
    drawing.box(painter, area, area.height() / 2, tokens.color(fill), border, 2 if chosen else 1)
    size = tokens.scaled(_ICON)
    drawing.icon(painter, look["icon"], _LEFT, area.center().y(), size, ink)
    left = _LEFT + size + _GAP
    words = QRectF(left, 0, area.width() - left, area.height())
    drawing.text(painter, words, pillar_name(pillar), tokens.font("caption"), ink)
