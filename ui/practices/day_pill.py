"""A day to come, or none: a pill that opens a month."""

from datetime import date, timedelta

from PySide6.QtCore import Signal

from app.translation import tr
from ui import clock
from ui.widgets.buttons import Button
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.labels import Line
from ui.widgets.panes import Panel, column
from ui.wording import day_name

_MONTH, _THREE = timedelta(days=28), timedelta(days=91)


class DayPill(Pill):
    """Says the day that is chosen."""

    chosen = Signal(object)  # a date or None

    def __init__(self, name: str, first_weekday: int) -> None:
        super().__init__("", name=name)
        self._weekday = first_weekday
        self._day: date | None = None
        self._panel = Panel(self)
        self._calendar = Calendar()
        self._calendar.setAccessibleName(name)
        self._calendar.day_chosen.connect(self._on_chosen)
        soon, later, never = (
            Button(words, "quiet", size="small") for words in (tr("In four weeks"), tr("In three months"), tr("No day"))
        )
        today = clock.today()
        soon.clicked.connect(lambda: self._on_chosen(today + _MONTH))
        later.clicked.connect(lambda: self._on_chosen(today + _THREE))
        never.clicked.connect(lambda: self._on_chosen(None))
        self._panel.setLayout(column(self._calendar, 8, Line(), 6, soon, later, never, margins=16))
        self.clicked.connect(self._open)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Shows this day as chosen, without a signal."""
        self._day = day
        self.say(tr("No day") if day is None else day_name(day))

    def _open(self) -> None:
        today = clock.today()
        self._calendar.ask(today, self._day, self._weekday)
        self._panel.open_at(self)
        self._calendar.focus_day(self._day or today)

    def _on_chosen(self, day: date | None) -> None:
        self.show_day(day)
        self._panel.close_panel()
        self.chosen.emit(day)
