"""The day of a touch: a pill that says it, and a month that opens below. No day after today, nor before it began."""

from datetime import date

from PySide6.QtCore import Signal

from app.translation import tr
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.panes import Panel, column
from ui.wording import day_name, first_weekday


class DayChoice(Pill):
    """ "Today", "4 March"."""

    chosen = Signal(object)  # a date

    def __init__(self, name: str, weekday: int | None) -> None:
        self._weekday = first_weekday(weekday)
        self._panel: Panel | None = None
        self._calendar: Calendar | None = None
        self._day = self._today = self._first = date.min
        super().__init__("", name=name)
        self.clicked.connect(self._open)

    def show_day(self, day: date, today: date, first: date = date.min) -> None:
        """Says this day; none before the first can be chosen."""
        self._day, self._today, self._first = day, today, first
        self.say(tr("Today") if day == today else day_name(day))

    def _open(self) -> None:
        if self._panel is None or self._calendar is None:
            self._panel, self._calendar = Panel(self), Calendar()
            self._panel.setLayout(column(self._calendar, margins=16))
            self._calendar.day_chosen.connect(self._take)
        self._calendar.ask(self._today, self._day, self._weekday)
        self._panel.open_at(self)
        self._calendar.focus_day(self._day)

    def _take(self, day: date) -> None:
        if self._panel is not None:
            self._panel.close_panel()
        on = max(min(day, self._today), self._first)
        self.show_day(on, self._today, self._first)
        self.chosen.emit(on)
