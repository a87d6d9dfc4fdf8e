"""One of a few, below each other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.choices import Radio
from ui.widgets.panes import column


class OneOf(QWidget):
    """Radios for these keys and words. None can be a key."""

    chosen = Signal(object)  # the key

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._radios = {key: Radio(said) for key, said in options}
        self.setLayout(column(*self._radios.values(), spacing=9))
        for key, radio in self._radios.items():
            radio.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))

    def choose(self, key: object) -> None:
        """Shows this one as chosen, without a signal."""
        self._radios[key].setChecked(True)
