"""A time of day as people type it."""

import re

from PySide6.QtCore import Signal

from app.translation import tr
from ui.widgets.fields import Field

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.h ]?([0-5]\d))?")


class ClockField(Field):
    """Takes "9", "9:30" or "0930"; what is no time is marked, and not given away."""

    given = Signal(object)  # `HH:MM`, or None for no time

    def __init__(self, name: str) -> None:
        super().__init__(name, placeholder=tr("10:30"), compact=True)
        self.setMaxLength(5)
        self.textEdited.connect(self._on_typed)

    def time(self) -> str | None:
        """What is typed as `HH:MM`; None where that is no time."""
        found = _TIME.fullmatch(self.text().strip())
        return f"{int(found[1]):02d}:{found[2] or '00'}" if found else None

    def show_time(self, time: str | None) -> None:
        """Shows this one, unless it stands there already in other words."""
        if time != self.time():
            self.setText(time or "")
        self.set_error(False)

    def _on_typed(self) -> None:
        is_empty = not self.text().strip()
        self.set_error(self.time() is None and not is_empty and len(self.text().strip()) > 2)
        if is_empty or self.time() is not None:
            self.given.emit(self.time())
