"""What can be said of a touch: a line, the day, the minutes. It saves as it is typed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.delegation.model import Touch
from app.delegation.record import MINUTES
from app.translation import tr
from ui.delegation.day_choice import DayChoice
from ui.reflection.fields import show_line
from ui.theme import tokens
from ui.widgets.fields import Field, LineField
from ui.widgets.labels import Label
from ui.widgets.panes import column, row


class MinutesField(Field):
    """Whole minutes, or nothing; what is no number is marked, and not given away."""

    given = Signal(object)  # minutes, or None

    def __init__(self, name: str, most: int = MINUTES[1]) -> None:
        super().__init__(name, compact=True)
        self._most = most
        self.setMaxLength(5)
        self.setFixedWidth(tokens.scaled(64))
        self.textEdited.connect(self._on_typed)

    def show_minutes(self, minutes: int | None) -> None:
        """Shows these, unless they stand there already."""
        if minutes != self.minutes() or self.minutes() is None:
            self.setText("" if minutes is None else str(minutes))
        self.set_error(False)

    def minutes(self) -> int | None:
        """What is typed, where it is a number of minutes."""
        typed = self.text().strip()
        number = int(typed) if typed.isdecimal() else 0
        return number if 1 <= number <= self._most else None

    def _on_typed(self) -> None:
        is_empty = not self.text().strip()
        self.set_error(not is_empty and self.minutes() is None)
        if is_empty or self.minutes() is not None:
            self.given.emit(self.minutes())


class TouchFields(QWidget):
    """Says what was changed; it keeps nothing itself."""

    noted = Signal(str)
    moved = Signal(object)  # a date
    timed = Signal(object)  # minutes, or None

    def __init__(self, first_weekday: int | None) -> None:
        super().__init__()
        self.note = LineField(tr("One line about it"), tr("One line, or none"))
        self.note.take_at_most(limits.LINE)
        self.day = DayChoice(tr("Day"), first_weekday)
        self.minutes = MinutesField(tr("Minutes you spent"))
        spent = row(self.minutes, 8, Label(tr("minutes of mine"), "small", "ink2"))
        self.setLayout(column(self.note, 10, row(self.day, 14, spent, ...)))
        self.note.textEdited.connect(self.noted)
        self.day.chosen.connect(self.moved)
        self.minutes.given.connect(self.timed)

    def show_touch(self, given: Touch, today: date, first: date) -> None:
        """Fills the fields; a cursor stays where it is. The first day is that on which it was handed over."""
        if not self.note.hasFocus() or self.note.text().strip() != given.note:
            show_line(self.note, given.note)
        self.day.show_day(given.date, today, first)
        if not self.minutes.hasFocus():
            self.minutes.show_minutes(given.minutes)
