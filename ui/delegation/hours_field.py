"""Hours as people type them: "6", "1.5" or "1,5"; kept as minutes."""

import re

from PySide6.QtCore import Signal

from app.delegation.record import A_MONTH
from ui.theme import tokens
from ui.widgets.fields import Field

_HOURS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?")


class HoursField(Field):
    """What is no number of hours is marked, and not given away."""

    given = Signal(object)  # minutes, or None

    def __init__(self, name: str) -> None:
        super().__init__(name, compact=True)
        self.setMaxLength(6)
        self.setFixedWidth(tokens.scaled(72))
        self.textEdited.connect(self._on_typed)

    def minutes(self) -> int | None:
        """What is typed, in minutes."""
        found = _HOURS.fullmatch(self.text().strip())
        if found is None:
            return None
        minutes = round(float(f"{found[1]}.{found[2] or 0}") * 60)
        return minutes if minutes <= A_MONTH[1] else None

    def show_minutes(self, minutes: int | None) -> None:
        """Shows these as hours, unless they stand there already."""
        if minutes != self.minutes() or minutes is None:
            self.setText("" if minutes is None else f"{minutes / 60:.2f}".rstrip("0").rstrip("."))
        self.set_error(False)

    def _on_typed(self) -> None:
        is_empty = not self.text().strip()
        self.set_error(not is_empty and self.minutes() is None)
        if is_empty or self.minutes() is not None:
            self.given.emit(self.minutes())
