"""Two halves of a form: beside each other, or below each other where it is narrow."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from ui.theme import tokens

_BESIDE_FROM = 560


class Beside(QWidget):
    """Takes turns by its own width, and says how high it is at which. It must not hold paragraphs that wrap."""

    def __init__(self, left: QLayout, right: QLayout, *, between: int, at_least: int = _BESIDE_FROM) -> None:
        """`at_least` is how wide it has to be, at the usual size of text, to have them beside each other."""
        super().__init__()
        self.setLayout(_Halves(left, right, between, at_least))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Halves(QBoxLayout):
    def __init__(self, left: QLayout, right: QLayout, between: int, at_least: int) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._at_least = at_least
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(between)
        self.addLayout(left, 1)
        self.addLayout(right, 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        halves = (self.itemAt(at) for at in range(self.count()))
        heights = [half.sizeHint().height() for half in halves if half is not None]
        return max(heights) if self._is_beside(width) else sum(heights) + self.spacing()

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def setGeometry(self, area: QRect) -> None:
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if self._is_beside(area.width()) else directions.TopToBottom
        if self.direction() != direction:
            self.setDirection(direction)
        super().setGeometry(area)

    def _is_beside(self, width: int) -> bool:
        return width >= tokens.scaled(self._at_least)
