"""When the two meet about it, and when it is due."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.delegation.model import CheckIn
from app.delegation.record import MINUTES
from app.translation import tr
from ui.clock import today
from ui.handover.fields import StepFields
from ui.handover.presenter import HandOverPresenter
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton
from ui.widgets.clock_field import ClockField
from ui.widgets.day_pill import DayPill
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import stop_before

_DAY, _NARROW, _WEEK = 132, 76, timedelta(days=7)


class MinutesField(Field):
    """Takes a number of minutes; what is none is marked, and not given away."""

    given = Signal(object)  # an int, or None for no number

    def __init__(self, name: str) -> None:
        super().__init__(name, placeholder=tr("30"), compact=True)
        self.setMaxLength(4)
        self.textEdited.connect(self._on_typed)

    def minutes(self) -> int | None:
        """What is typed; None where that is no number of minutes."""
        said = self.text().strip()
        number = int(said) if said.isascii() and said.isdigit() else 0
        return number if MINUTES[0] <= number <= MINUTES[1] else None

    def show_minutes(self, minutes: int | None) -> None:
        """Shows this many, unless they stand there already."""
        if minutes != self.minutes():
            self.setText("" if minutes is None else str(minutes))
        self.set_error(False)

    def _on_typed(self) -> None:
        is_empty = not self.text().strip()
        self.set_error(self.minutes() is None and not is_empty)
        if is_empty or self.minutes() is not None:
            self.given.emit(self.minutes())


class _CheckInRow(QWidget):
    """One check-in: its day, its hour, and how long."""

    changed = Signal()

    def __init__(self, weekday: int | None, given: CheckIn) -> None:
        super().__init__()
        self.day, self.time = DayPill(tr("Check-in on"), weekday, size="medium"), ClockField(tr("Time of the check-in"))
        self.minutes = MinutesField(tr("Minutes of the check-in"))
        self.remove = IconButton("x", tr("Take this check-in away"), size=28, tone="ink3")
        self.day.setMinimumWidth(tokens.scaled(_DAY))
        for field in (self.time, self.minutes):
            field.setFixedWidth(tokens.scaled(_NARROW))
        at, long = Label(tr("at"), "small", "ink2"), Label(tr("minutes"), "small", "ink2")
        self.setLayout(row(self.day, 10, at, 8, self.time, 10, self.minutes, 8, long, ..., self.remove))
        self.day.show_day(given.on)
        self.time.show_time(given.time)
        self.minutes.show_minutes(given.minutes)
        for signal in (self.day.chosen, self.time.given, self.minutes.given):
            signal.connect(lambda _: self.changed.emit())

    def check_in(self) -> CheckIn:
        """As it is now."""
        return CheckIn(on=self.day.day or today(), time=self.time.time(), minutes=self.minutes.minutes())


class MeetingsFields(StepFields):
    """Check-ins below each other, then the day on which it is due."""

    def __init__(self, presenter: HandOverPresenter, weekday: int | None) -> None:
        super().__init__(presenter)
        self._weekday = weekday
        self.rows: list[_CheckInRow] = []
        self._listed = QVBoxLayout()
        self._listed.setSpacing(8)
        self.add = Button(tr("Add a check-in"), icon="plus", size="small")
        self.due = DayPill(tr("Due on"), weekday, tr("no day"), clears=True, size="medium")
        self.due_time = ClockField(tr("Due at"))
        self.due_time.setFixedWidth(tokens.scaled(_NARROW))
        self.due.setMinimumWidth(tokens.scaled(_DAY))
        said = Label(tr("In between you wait to be asked."), "small", "ink2")
        due = row(self.due, 10, Label(tr("at"), "small", "ink2"), 8, self.due_time, ...)
        due_said = Label(tr("Due"), "caption", "ink2")
        self.setLayout(column(self._listed, 10, row(self.add, 12, said, ...), 14, due_said, 4, due))
        self.add.clicked.connect(self._add)
        self.due.chosen.connect(self._on_due)
        self.due_time.given.connect(lambda time: presenter.edit_brief(due_time=time))
        self.fill()

    def fill(self) -> None:
        brief = self._presenter.delegation.brief
        if tuple(each.check_in() for each in self.rows) != brief.check_ins:
            while self.rows:
                self._drop(self.rows.pop())
            for each in brief.check_ins:
                self._put(each)
        self.due.show_day(brief.due_on)
        self.due_time.show_time(brief.due_time)
        self._show()

    def start(self) -> QWidget:
        return self.rows[0].day if self.rows else self.add

    def _put(self, given: CheckIn) -> _CheckInRow:
        made = _CheckInRow(self._weekday, given)
        made.changed.connect(self._tell)
        made.remove.clicked.connect(lambda: self._take_away(made))
        before = self.rows[-1].remove if self.rows else stop_before(self)
        self.rows.append(made)
        self._listed.addWidget(made)
        for stop in (made.day, made.time, made.minutes, made.remove, self.add):
            QWidget.setTabOrder(before, stop)
            before = stop
        made.show()  # a layout would do so only in a while
        return made

    def _add(self) -> None:
        last = max((each.check_in().on for each in self.rows), default=today())
        length = self.rows[-1].check_in().minutes if self.rows else 30
        made = self._put(CheckIn(on=_later(last), minutes=length))
        self._tell()
        made.day.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_away(self, given: _CheckInRow) -> None:
        at = self.rows.index(given)
        self._drop(self.rows.pop(at))
        self._tell()
        (self.rows[min(at, len(self.rows) - 1)].day if self.rows else self.add).setFocus(Qt.FocusReason.TabFocusReason)

    def _drop(self, given: _CheckInRow) -> None:
        self._listed.removeWidget(given)
        given.hide()
        given.deleteLater()

    def _on_due(self, day: date | None) -> None:
        if day is None:
            self.due_time.show_time(None)
            self._presenter.edit_brief(due_on=None, due_time=None)
        else:
            self._presenter.edit_brief(due_on=day)
        self._show()

    def _tell(self) -> None:
        self._show()
        self._presenter.edit_brief(check_ins=tuple(each.check_in() for each in self.rows))

    def _show(self) -> None:
        self.add.setEnabled(len(self.rows) < limits.CHECK_INS)
        self.due_time.setEnabled(self.due.day is not None)


def _later(day: date) -> date:
    return day + _WEEK if date.max - day > _WEEK else day
