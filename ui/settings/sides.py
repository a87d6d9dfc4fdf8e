"""Layouts that give way: two sides that stand below each other where it is narrow, and lines not too long to read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme import tokens
from ui.widgets.labels import Paragraph
from ui.widgets.panes import row

MEASURE = 620
_BETWEEN = 24
_LEAST = 180
_VERTICAL = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft


class Sides(QWidget):
    """`left` takes what `right` leaves; without room for both, `right` goes below."""

    def __init__(self, left: QLayout, right: QLayout, *, padding: int) -> None:
        super().__init__()
        self._right = right
        self._across = row(left, right, spacing=0, margins=(0, padding, 0, padding))
        self._across.setStretch(0, 1)
        self.setLayout(self._across)
        self._arrange(beside=True)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._right.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._right.sizeHint().width() + _BETWEEN + tokens.scaled(_LEAST)
        self._arrange(beside=self.width() >= room)

    def _arrange(self, *, beside: bool) -> None:
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != direction or not self._across.spacing():
            self._across.setDirection(direction)
            self._across.setSpacing(_BETWEEN if beside else 8)
            self._across.setAlignment(self._right, _VERTICAL if beside else _LEFT)


class Measured(QWidget):
    """Several lines of text, not wider than is good to read."""

    def __init__(self, words: str, style: str = "small") -> None:
        super().__init__()
        self._words = Paragraph(words, style, "ink2")
        self.setLayout(row(self._words))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.heightForWidth(min(width, tokens.scaled(MEASURE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None  # noqa: S101  made with it
        layout.setContentsMargins(0, 0, max(0, self.width() - tokens.scaled(MEASURE)), 0)
