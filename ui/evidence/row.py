"""The quiet row of what the log says, with the records behind each number a press away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.evidence.numbers import Shown
from ui.widgets.behind import BehindPanel
from ui.widgets.panes import column
from ui.widgets.quiet_row import QuietRow


class EvidenceRow(QWidget):
    """Says which record somebody wants to see."""

    opened = Signal(object)  # a Reference

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Shown] = ()
        self.numbers = QuietRow()
        self.panel: BehindPanel | None = None
        self.setLayout(column(self.numbers))
        self.numbers.pressed.connect(self._open)

    def show_numbers(self, shown: Sequence[Shown]) -> None:
        """Shows these."""
        self._shown = shown
        self.numbers.show_numbers([each.figure for each in shown])

    def _open(self, key: str, anchor: QWidget) -> None:
        if self.panel is None:
            self.panel = BehindPanel(self)
            self.panel.opened.connect(self.opened)
        pressed = next((each for each in self._shown if each.figure.key == key), None)
        if pressed is not None:
            self.panel.open_for(pressed.behind(), anchor)
