"""Keeps what is read in a column of comfortable width, in the middle of its pane."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import tokens

_WIDEST = 600
_MARGIN = 32


class Measure(QWidget):
    """A column whose width follows from the pane's; a scroll bar that appears does not move it."""

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self._column = column
        self._sides = QHBoxLayout(self)
        self._sides.setSpacing(0)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(column)
        self._sides.addStretch(1)

    def fit(self, pane: int) -> int:
        """Takes its place in a pane of that width; returns where it begins."""
        width = max(min(tokens.scaled(_WIDEST), pane - 2 * _MARGIN), 0)  # a pane can be narrower before it is laid out
        side = (pane - width) // 2
        self._column.setFixedWidth(width)
        self._sides.setContentsMargins(side, 0, 0, 0)
        return side
