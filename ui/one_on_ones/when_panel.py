"""When a meeting is: another day, another time, or one more outside the rhythm."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.one_on_ones.model import OneOnOne
from app.translation import tr
from ui.clock import today
from ui.one_on_ones.words import long_day
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.days import Calendar
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row
from ui.widgets.segmented import Segmented

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?([0-5]\d))?")
_LENGTHS = (15, 30, 45, 60, 90)


class WhenPanel(Panel):
    """Nothing changes before the button is pressed."""

    moved = Signal(object, object, int)  # a date, the time as HH:MM or None, minutes
    planned = Signal(object, object, int)

    def __init__(self, parent: QWidget, first_weekday: int) -> None:
        super().__init__(parent)
        self._first_weekday = first_weekday
        self._day, self._minutes, self._is_new = date.min, 30, False
        self._title, self._chosen = Label("", "heading"), Label("", "small", "ink2")
        self.calendar = Calendar()
        self.time = Field(tr("Time"), placeholder=tr("10:30"), compact=True)
        self.trouble = FieldError()
        self.length = Segmented([(str(each), str(each)) for each in _LENGTHS], tr("Minutes"), allows_none=True)
        self.done = Button("", "secondary")
        self.setFixedWidth(tokens.scaled(372))
        self.setLayout(
            column(
                *(self._title, 2, self._chosen, 12, self.calendar, 12),
                row(
                    column(Label(tr("Time"), "caption", "ink2"), 4, self.time, ...),
                    12,
                    column(Label(tr("Minutes"), "caption", "ink2"), 5, self.length, ...),
                ),
                *(6, self.trouble, 10, row(self.done, ...)),
                margins=(20, 16, 20, 16),
            )
        )
        self.calendar.day_chosen.connect(self._on_day)
        self.time.returnPressed.connect(self._on_done)
        self.time.textEdited.connect(lambda _: self._refuse(""))
        self.done.clicked.connect(self._on_done)

    def open_to_move(self, given: OneOnOne, anchor: QWidget) -> None:
        """Opens on the day that it has now."""
        self._is_new = False
        self._title.setText(tr("Another day or time"))
        self._open(given.date, given.time, given.minutes, anchor)

    def open_to_plan(self, minutes: int, anchor: QWidget) -> None:
        """Opens on today, for one more."""
        self._is_new = True
        self._title.setText(tr("One outside the rhythm"))
        self._open(today(), None, minutes, anchor)

    def _open(self, day: date, time: str | None, minutes: int, anchor: QWidget) -> None:
        self._minutes = minutes
        self.calendar.ask(today(), day, self._first_weekday)
        self.time.setText(time or "")
        self.length.choose(str(minutes) if minutes in _LENGTHS else "")
        self._refuse("")
        self._on_day(day)
        self.open_at(anchor)
        self.calendar.focus_day(day)

    def _on_day(self, day: date) -> None:
        self._day = day
        self.calendar.mark(day)
        self._chosen.setText(long_day(day))
        planned = tr("Plan it for {day}") if day >= today() else tr("Write up {day}")
        words = planned if self._is_new else tr("Set it to {day}")
        self.done.say(words.format(day=long_day(day)))

    def _on_done(self) -> None:
        typed = self.time.text().strip()
        time = time_of(typed)
        if typed and time is None:
            self._refuse(tr("That is no time of day. Write it as 10:30, or leave it empty."))
            return
        minutes = int(self.length.key() or self._minutes)
        self.close_panel()
        (self.planned if self._is_new else self.moved).emit(self._day, time, minutes)

    def _refuse(self, sentence: str) -> None:
        self.time.set_error(bool(sentence))
        self.trouble.say(sentence)
        if self.isVisible():
            self.adjustSize()


def time_of(typed: str) -> str | None:
    """ "9.30" as "09:30"; None where it is no time of day."""
    found = _TIME.fullmatch(typed)
    if found is None or int(found[1]) > 23:
        return None
    return f"{int(found[1]):02}:{found[2] or '00'}"
