"""A day to choose: a pill that says it, and a month that opens below."""

from datetime import date

from PySide6.QtCore import Signal

from ui.people.words import today
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.panes import Panel, column
from ui.wording import day_name, first_weekday


class DayPill(Pill):
    """Any day; `nothing` are the words where none is chosen."""

    chosen = Signal(object)  # a date

    def __init__(self, name: str, weekday: int | None, nothing: str = "") -> None:
        self.day: date | None = None
        self._nothing, self._weekday = nothing, first_weekday(weekday)
        self._panel: Panel | None = None
        self._calendar: Calendar | None = None
        super().__init__("", name=name, size="small")
        self.clicked.connect(self._open)

    def show_day(self, day: date | None) -> None:
        """Says this day, without a signal."""
        self.day = day
        self.say(day_name(day) if day else self._nothing)

    def _open(self) -> None:
        if self._panel is None or self._calendar is None:
            self._panel, self._calendar = Panel(self), Calendar()
            self._panel.setLayout(column(self._calendar, margins=16))
            self._calendar.day_chosen.connect(self._take)
        self._calendar.ask(today(), self.day, self._weekday)
        self._panel.open_at(self)
        self._calendar.focus_day(self.day or today())

    def _take(self, day: date) -> None:
        self.show_day(day)
        if self._panel is not None:
            self._panel.close_panel()
        self.chosen.emit(day)
