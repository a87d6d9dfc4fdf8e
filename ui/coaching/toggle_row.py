"""One thing that goes into the pack or stays out: its words, how much of it there is, and a toggle."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets.choices import Toggle
from ui.widgets.labels import Label
from ui.widgets.panes import column, row

_ONE_LINE, _TWO_LINES = 36, 56


class ToggleRow(QWidget):
    """The words can be clicked, too. With `counts` there is a second line for what `say` says."""

    switched = Signal(bool)

    def __init__(self, words: str, *, counts: bool = False) -> None:
        super().__init__()
        self.toggle = Toggle(words)
        self._count = Label("", "small", "ink3", tabular=True)
        self.setLayout(row(column(..., Label(words), self._count, ..., spacing=3), ..., self.toggle))
        self._count.setVisible(counts)  # in its place by now: before, it would be a window of its own for a moment
        self._height = _TWO_LINES if counts else _ONE_LINE
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.toggle)
        self.toggle.clicked.connect(self.switched)

    @property
    def is_on(self) -> bool:
        """Whether it is switched on."""
        return self.toggle.isChecked()

    def switch(self, on: bool) -> None:
        """Shows it on or off, without a signal."""
        self.toggle.setChecked(on)

    def say(self, text: str) -> None:
        """Says below the words how much there is."""
        self._count.setText(text)
        self.toggle.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), tokens.scaled(self._height))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.toggle.click()
