"""Days to see at a glance and to choose from: five weeks, a year of weeks, a month."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.day_names import month_name
from app.translation import tr
from ui.theme import tokens
from ui.widgets import day_words, drawing
from ui.widgets.buttons import IconButton, Pressable
from ui.widgets.chips import heat
from ui.widgets.day_grid import DayGrid, later
from ui.widgets.labels import Label
from ui.widgets.panes import column, row

_WEEK = timedelta(7)
_WEEKS_OF_A_YEAR = 53


class FiveWeeks(DayGrid):
    """The last five weeks, a dot for each day with a reflection. Days to come cannot be chosen."""

    def __init__(self) -> None:
        super().__init__(5)

    def show_days(self, today: date, days: Mapping[date, int | None], first_weekday: int = 0) -> None:
        """Shows the week of `today` and four before it: for each day written on, its strongest pull, None if unsaid."""
        self.lay_out(_first_of_week(today, first_weekday) - 4 * _WEEK, today, days)


class Calendar(QWidget):
    """A month, to choose any day by mouse or keyboard: arrows move by day and week, Page Up and Down by month."""

    day_chosen = Signal(date)
    month_shown = Signal(date)  # its first day: the days of another month are wanted

    def __init__(self) -> None:
        super().__init__()
        self._today = self._month = date.min.replace(day=1)
        self._days: Mapping[date, int | None] | None = {}  # None where a day is asked for
        self._chosen: date | None = None
        self._first_weekday = 0
        self._title = Label("", "heading", "ink")
        back, on = IconButton("chevron-left", tr("Month before")), IconButton("chevron-right", tr("Month after"))
        back.clicked.connect(lambda: self._turn(-1))
        on.clicked.connect(lambda: self._turn(1))
        self._grid = DayGrid(6)
        self._grid.day_chosen.connect(self.day_chosen)
        self._grid.day_left.connect(self._on_day_left)
        self.setLayout(column(row(self._title, ..., back, on), self._grid, spacing=8))

    def show_days(self, today: date, days: Mapping[date, int | None], first_weekday: int = 0) -> None:
        """Shows the month of `today`, with what was written in it."""
        self._today, self._first_weekday = today, first_weekday
        self._month = today.replace(day=1)
        self.show_written(days)

    def show_written(self, days: Mapping[date, int | None]) -> None:
        """Shows what was written, in the month that is in sight."""
        self._days = days
        self._show_month()

    def ask(self, today: date, chosen: date | None, first_weekday: int = 0) -> None:
        """Asks for a day, whatever was written on it: shows the month of the one that is chosen, or of today."""
        self._today, self._days, self._first_weekday = today, None, first_weekday
        self._month = (chosen or today).replace(day=1)
        self.mark(chosen)

    def mark(self, chosen: date | None) -> None:
        """Shows another day as chosen, in the month that is in sight."""
        self._chosen = chosen
        self._show_month()

    def _show_month(self) -> None:
        first, month = _first_of_week(self._month, self._first_weekday), self._month.month
        if self._days is None:
            self._grid.ask(first, self._today, self._chosen, month=month)
        else:
            self._grid.lay_out(first, self._today, self._days, month=month)
        self._title.setText(tr("{month} {year}").format(month=month_name(self._month.month), year=self._month.year))

    def focus_day(self, day: date) -> None:
        """Brings the keyboard to a day that is in sight; a ring shows that if the calendar was opened by a key."""
        self._grid.focus_day(day, Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def _turn(self, months: int) -> None:
        number = self._month.year * 12 + self._month.month - 1 + months
        if not 12 <= number < 9999 * 12:
            return
        self._month = date(number // 12, number % 12 + 1, 1)
        self._show_month()
        self.month_shown.emit(self._month)

    def _on_day_left(self, day: date) -> None:
        self._turn(1 if day > self._month else -1)
        self._grid.focus_day(day)


class WeekStrip(QWidget):
    """A year as a bar a week, in the colour of its strongest pull. Arrow keys move, Enter goes to the week."""

    day_chosen = Signal(date)

    def __init__(self) -> None:
        super().__init__()
        self._bars = [_WeekBar(self) for _ in range(_WEEKS_OF_A_YEAR)]
        for number, bar in enumerate(self._bars):
            bar.clicked.connect(lambda _=False, bar=bar: self.day_chosen.emit(bar.opens))
            bar.stepped.connect(lambda step, number=number: self._go(number + step))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, today: date, days: Mapping[date, int | None], first_weekday: int = 0) -> None:
        """Shows the year up to the week of `today`: for each day written on, its strongest pull, None if unsaid."""
        first = _first_of_week(today, first_weekday) - (_WEEKS_OF_A_YEAR - 1) * _WEEK
        for number, bar in enumerate(self._bars):
            bar.show_week(later(first, 7 * number), days)
        self._stop_at(self._bars[-1])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(352), 22 + 4 + tokens.line_height("caption"))

    def minimumSizeHint(self) -> QSize:
        return QSize(_WEEKS_OF_A_YEAR * 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for number, bar in enumerate(self._bars):
            left, right = self._left(number), self._left(number + 1)
            bar.setGeometry(left, 0, right - left, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, ink = tokens.font("caption"), tokens.color("ink3")
        height = tokens.line_height("caption")
        free = 0
        for number, bar in enumerate(self._bars):
            new_month = number == 0 or bar.first.month != self._bars[number - 1].first.month
            left = self._left(number)
            if new_month and left >= free and left + 12 <= self.width():
                letter = month_name(later(bar.first, 6).month)[:1]
                drawing.text(painter, QRectF(left, 27, 20, height), letter, font, ink)
                free = left + 20

    def _left(self, number: int) -> int:
        return round((self.width() + 2) * number / _WEEKS_OF_A_YEAR)

    def _go(self, number: int) -> None:
        reached = self._bars[min(max(number, 0), _WEEKS_OF_A_YEAR - 1)]
        self._stop_at(reached)
        reached.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, stop: "_WeekBar") -> None:
        for bar in self._bars:
            bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bar is stop else Qt.FocusPolicy.ClickFocus)


class _WeekBar(Pressable):
    ring_radius = 2
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.first = self.opens = date.min
        self._written = False
        self._pull: int | None = None

    def show_week(self, first: date, days: Mapping[date, int | None]) -> None:
        written = [day for day in (later(first, each) for each in range(7)) if day in days]
        pulls = [pull for day in written if (pull := days[day]) is not None]
        self.first, self.opens = first, written[-1] if written else first
        self._written, self._pull = bool(written), max(pulls, default=None)
        self.say(day_words.of_week(first, len(written), self._pull))
        self.setToolTip(self.words())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = _WEEKS_OF_A_YEAR - 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(0, 0, -2, 0)
        hollow = self._written and self._pull is None
        border = tokens.color("stroke") if hollow else tokens.color("ink3") if self.underMouse() else None
        drawing.box(QPainter(self), area, 1.5, tokens.color(heat(self._pull)), border)


def _first_of_week(day: date, first_weekday: int) -> date:
    """The day that its week begins with, or the first day there is."""
    back = timedelta((day.weekday() - first_weekday) % 7)
    return day - back if day - date.min >= back else date.min
