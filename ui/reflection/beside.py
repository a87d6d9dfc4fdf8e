"""Two halves of a form: beside each other, or below each other where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QWidget

from ui.theme import tokens

_BESIDE_FROM = 560


class Beside(QWidget):
    """Takes turns by its own width. It must not hold paragraphs that wrap: their height would be another then."""

    def __init__(self, left: QLayout, right: QLayout, *, between: int, at_least: int = _BESIDE_FROM) -> None:
        """`at_least` is how wide it has to be, at the usual size of text, to have them beside each other."""
        super().__init__()
        self._at_least = at_least
        self._halves = QHBoxLayout()
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(between)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self.setLayout(self._halves)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= tokens.scaled(self._at_least)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() != direction:
            self._halves.setDirection(direction)
