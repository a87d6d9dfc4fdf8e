"""The switch between work as a list and work as a map, the same on both pages."""

from PySide6.QtCore import QTimer, Signal

from app.translation import tr
from ui.widgets.segmented import Segmented

LIST, MAP = "list", "map"


class ListOrMap(Segmented):
    """Stays as it is on its page: whoever comes back finds it so."""

    turned = Signal()  # the other one is wanted

    def __init__(self, shown: str, *, compact: bool = False) -> None:
        options, icons = [(LIST, tr("List")), (MAP, tr("Map"))], {LIST: "list", MAP: "table"}
        super().__init__(options, tr("How work is shown"), compact=compact, icons=icons)
        self._shown = shown
        self.choose(shown)
        self.chosen.connect(self._on_chosen)

    def _on_chosen(self, key: str) -> None:
        self.choose(self._shown)
        if key != self._shown:
            QTimer.singleShot(0, self, self.turned.emit)  # the key that chose it has moved the focus by then
