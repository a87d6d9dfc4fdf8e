"""Two things beside each other, or below each other where the first would have too little room beside the second."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.widgets.panes import Item, row


class Folding(QWidget):
    """`least` says how many pixels the first needs; the second is at the end of its line, or at the left below it."""

    def __init__(
        self, first: QWidget, *second: Item, least: Callable[[], int], across: int = 12, down: int = 6
    ) -> None:
        super().__init__()
        self._least, self._across, self._down = least, across, down
        self.is_beside = True
        self._second = QWidget()
        self._second.setLayout(row(*second, ...))
        self.sides = row(first, self._second, spacing=across)
        self.sides.setStretch(0, 1)
        self.setLayout(self.sides)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Puts both where they have room now: for whoever changed what stands in one of them."""
        self.is_beside = self._least() + self._across + self._second.sizeHint().width() <= self.width()
        directions = QBoxLayout.Direction
        self.sides.setDirection(directions.LeftToRight if self.is_beside else directions.TopToBottom)
        self.sides.setSpacing(self._across if self.is_beside else self._down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
