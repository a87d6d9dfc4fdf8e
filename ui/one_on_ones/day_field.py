"""A day that may be chosen, and what is chosen: a pill that opens a month."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.one_on_ones.words import short_day
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.panes import Panel, column, row


class DayField(Pill):
    """ "Mon 16 March", or that there is none."""

    chosen = Signal(object)  # a date, or None

    def __init__(self, name: str, first_weekday: int, today: Callable[[], date], *, nothing: str = "") -> None:
        self._none = nothing
        super().__init__("", name=name, boxed=True)
        self._first_weekday, self._today = first_weekday, today
        self._day: date | None = None
        self._panel: Panel | None = None
        self._calendar: Calendar | None = None
        self.clicked.connect(self._open)
        self.show_day(None)

    def day(self) -> date | None:
        """What is chosen."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Shows it as chosen, without a signal."""
        self._day = day
        self.say(short_day(day, self._today()) if day is not None else self._none)

    def _open(self) -> None:
        if self._panel is None or self._calendar is None:
            self._calendar = Calendar()
            self._panel = self._made(self, self._calendar)
        self._calendar.ask(self._today(), self._day, self._first_weekday)
        self._panel.open_at(self)
        self._calendar.focus_day(self._day or self._today())

    def _made(self, parent: QWidget, calendar: Calendar) -> Panel:
        panel = Panel(parent)
        none = LinkButton(self._none)
        none.clicked.connect(lambda: self._choose(None))
        calendar.day_chosen.connect(self._choose)
        panel.setLayout(column(calendar, 8, row(none, ...), margins=16))
        none.setVisible(bool(self._none))
        return panel

    def _choose(self, day: date | None) -> None:
        if self._panel is not None:
            self._panel.close_panel()
        self.show_day(day)
        self.chosen.emit(day)
