"""Another day and time for a meeting."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.one_on_ones.rules import Meeting
from app.translation import tr
from ui.clock import today
from ui.theme import tokens
from ui.widgets.clock_field import ClockField
from ui.widgets.days import Calendar
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, column, row
from ui.wording import first_weekday, weekday_and_day

_WIDTH = 272


class MovePanel(Panel):
    """Choosing a day moves it there, at the time that is typed."""

    def __init__(self, parent: QWidget, weekday: int | None) -> None:
        super().__init__(parent)
        self._weekday = first_weekday(weekday)
        self._do: Callable[[date, str | None], object] | None = None
        self._title, self.calendar, self.time = Paragraph("", "heading", "ink"), Calendar(), ClockField(tr("Time"))
        self.time.setFixedWidth(tokens.scaled(84))
        self.setFixedWidth(tokens.scaled(_WIDTH))
        at = row(Label(tr("Time"), "caption", "ink2"), 8, self.time, ...)
        self.setLayout(column(self._title, 12, at, 12, self.calendar, margins=16))
        self.calendar.day_chosen.connect(self._take)

    def open_for(self, meeting: Meeting, do: Callable[[date, str | None], object], anchor: QWidget) -> None:
        """Opens on the day that it is on; `do` gets the day and the time."""
        self._do = do
        said = tr("{day}, moved to").format(day=weekday_and_day(meeting.on))
        self._title.setText(said)
        self.setAccessibleName(said)
        self.time.show_time(meeting.time)
        self.calendar.ask(today(), meeting.on, self._weekday)
        self.open_at(anchor)

    def _take(self, day: date) -> None:
        self.close_panel()
        if self._do is not None:
            self._do(day, self.time.time())
