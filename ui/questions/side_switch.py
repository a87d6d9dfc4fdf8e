"""The switch between the two sides of an interview, the same on both pages."""

from PySide6.QtCore import QTimer, Signal

from app.translation import tr
from ui.widgets.segmented import Segmented

CANDIDATES, OTHER = "candidates", "other"


class SideSwitch(Segmented):
    """Stays as it is on its page: whoever comes back finds it so."""

    turned = Signal()  # the other one is wanted

    def __init__(self, shown: str) -> None:
        options = [(CANDIDATES, tr("For candidates")), (OTHER, tr("The other side"))]
        super().__init__(options, tr("Which side of the table"), compact=True)
        self._shown = shown
        self.choose(shown)
        self.chosen.connect(self._on_chosen)

    def _on_chosen(self, key: str) -> None:
        self.choose(self._shown)
        if key != self._shown:
            QTimer.singleShot(0, self, self.turned.emit)  # the key that chose it has moved the focus by then
