"""Choosing the period: a field that says it, and a panel of named stretches and two months beside them."""

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.pack.wording import period as period_in_words
from app.translation import tr
from ui.coaching.period import Period, Stretch, since_moved, until_moved
from ui.coaching.presenter import CoachingPresenter
from ui.coaching.words import stretch_name
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.choices import Radio
from ui.widgets.days import Calendar
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, column, row
from ui.wording import first_weekday

_ICON, _SIDE, _GAP = 16, 13, 10
_MONTH = 240
_BESIDE = 20 + 1 + 20 + 24 + 2 * 20 + 2 * 8  # what of a window's width is neither radios nor months


class PeriodField(Pressable):
    """Looks like a field, and opens the choice."""

    def __init__(self) -> None:
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_period(self, period: Period) -> None:
        """Says the days."""
        self.say(period_in_words(period.since, period.until))
        self.setAccessibleName(tr("Period: {period}, choose another one").format(period=self.words()))

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color("stroke"))
        size, middle, ink = tokens.scaled(_ICON), area.center().y(), tokens.color("ink3")
        drawing.icon(painter, "calendar", _SIDE, middle, size, ink)
        drawing.icon(painter, "chevron-down", area.width() - _SIDE - size, middle, size, ink)
        beside = _SIDE + size + _GAP
        words = area.adjusted(beside, 0, -beside, 0)
        drawing.text(painter, words, self.words(), tokens.font("body"), tokens.color("ink"))


class PeriodPanel(Panel):
    """Every choice holds at once. Stretches by name left, the first and the last day right."""

    def __init__(self, presenter: CoachingPresenter, chosen_weekday: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._weekday = presenter, first_weekday(chosen_weekday)
        self._shown: Period | None = None
        self.stretches = {each: Radio(stretch_name(each)) for each in Stretch}
        self.other = Radio(tr("Other days"))
        self.since, self.until = self._calendar(tr("From")), self._calendar(tr("To"))
        self._build()
        for stretch, radio in self.stretches.items():
            radio.clicked.connect(lambda _=False, stretch=stretch: presenter.choose(stretch=stretch, days=None))
        self.other.clicked.connect(lambda: self._choose_days(presenter.shown.period))
        self.since.day_chosen.connect(lambda day: self._choose_days(since_moved(presenter.shown.period, day)))
        self.until.day_chosen.connect(lambda day: self._choose_days(until_moved(presenter.shown.period, day)))
        presenter.changed.connect(self._show)

    def open_below(self, field: QWidget) -> None:
        """Opens with the months of the period in sight."""
        self._shown = None
        self._show()
        self._fit(field.window().width())
        self.open_at(field)
        self._chosen().setFocus()

    def _build(self) -> None:
        self._radios = QWidget()
        self._radios.setLayout(column(*self.stretches.values(), self.other, ..., spacing=12))
        months = [
            column(Label(words, "small", "ink2"), 4, calendar, ...)
            for words, calendar in ((tr("From"), self.since), (tr("To"), self.until))
        ]
        self.setLayout(row(self._radios, 20, Line(vertical=True), 20, months[0], 24, months[1], margins=20))

    def _calendar(self, name: str) -> Calendar:
        calendar = Calendar()
        calendar.setAccessibleName(name)
        return calendar

    def _fit(self, window: int) -> None:
        """Both months are as wide as there is room for beside each other."""
        room = (window - self._radios.sizeHint().width() - _BESIDE) // 2
        for each in (self.since, self.until):
            each.setFixedWidth(max(each.minimumSizeHint().width(), min(tokens.scaled(_MONTH), room)))

    def _choose_days(self, period: Period) -> None:
        self._presenter.choose(stretch=None, days=period)

    def _chosen(self) -> Radio:
        stretch = self._presenter.choice.stretch
        return self.stretches[stretch] if stretch else self.other

    def _show(self) -> None:
        self._chosen().setChecked(True)
        shown = self._presenter.shown
        if shown.period == self._shown:
            return  # a month that was turned to stays
        before, self._shown = self._shown, shown.period
        if before is None or before.since != shown.period.since:
            self._show_day(self.since, shown.period.since)
        if before is None or before.until != shown.period.until:
            self._show_day(self.until, shown.period.until)

    def _show_day(self, calendar: Calendar, day: date) -> None:
        calendar.show_days(day, self._presenter.shown.written, self._weekday)
