"""A day to choose: a pill that says it, and a month that opens below."""

from datetime import date

from PySide6.QtCore import Signal

from app.translation import tr
from ui import clock
from ui.widgets.buttons import Button
from ui.widgets.chips import Pill
from ui.widgets.days import Calendar
from ui.widgets.panes import Panel, column, row
from ui.wording import day_name, first_weekday


class DayPill(Pill):
    """Any day; `nothing` are the words where none is chosen. With `clears`, none can be chosen again."""

    chosen = Signal(object)  # a date; with `clears`, also None

    def __init__(
        self, name: str, weekday: int | None, nothing: str = "", *, clears: bool = False, size: str = "small"
    ) -> None:
        self.day: date | None = None
        self._nothing, self._weekday, self._clears = nothing, first_weekday(weekday), clears
        self._panel: Panel | None = None
        self._calendar: Calendar | None = None
        super().__init__("", name=name, size=size)
        self.clicked.connect(self._open)

    def show_day(self, day: date | None) -> None:
        """Says this day, without a signal."""
        self.day = day
        self.say(day_name(day) if day else self._nothing)

    def _open(self) -> None:
        if self._panel is None or self._calendar is None:
            self._panel, self._calendar = Panel(self), Calendar()
            self._calendar.day_chosen.connect(self._take)
            none = Button(tr("No day"), "quiet", size="small")
            none.clicked.connect(lambda: self._take(None))
            self._panel.setLayout(column(self._calendar, row(none, ...), spacing=6 if self._clears else 0, margins=16))
            none.setVisible(self._clears)  # in the panel by now: without one it would be a window
        self._calendar.ask(clock.today(), self.day, self._weekday)
        self._panel.open_at(self)
        self._calendar.focus_day(self.day or clock.today())

    def _take(self, day: date | None) -> None:
        self.show_day(day)
        if self._panel is not None:
            self._panel.close_panel()
        self.chosen.emit(day)
