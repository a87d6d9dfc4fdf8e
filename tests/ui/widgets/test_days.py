"""Days can be reached one by one with the keyboard, say what is there, and tell which was chosen."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Pressable
from ui.widgets.day_grid import DayButton
from ui.widgets.days import Calendar, FiveWeeks, WeekStrip

TODAY = date(2026, 3, 10)  # a Tuesday
DAYS = {TODAY: 6, TODAY - timedelta(1): None, TODAY - timedelta(20): 9}


def _day(widget: QWidget, day: date) -> DayButton:
    return next(button for button in widget.findChildren(DayButton) if button.day() == day)


@pytest.fixture
def weeks(qtbot: QtBot) -> FiveWeeks:
    made = FiveWeeks()
    made.show_days(TODAY, DAYS)
    made.resize(made.sizeHint())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_five_weeks_end_with_the_week_of_today(weeks: FiveWeeks) -> None:
    days = sorted(button.day() for button in weeks.findChildren(DayButton))
    assert (days[0], days[-1], len(days)) == (date(2026, 2, 9), date(2026, 3, 15), 35)


def test_a_week_begins_where_it_is_asked_to(weeks: FiveWeeks) -> None:
    weeks.show_days(TODAY, DAYS, first_weekday=6)
    days = sorted(button.day() for button in weeks.findChildren(DayButton))
    assert (days[0], days[-1]) == (date(2026, 2, 8), date(2026, 3, 14))


def test_each_day_says_what_is_there(weeks: FiveWeeks) -> None:
    names = [_day(weeks, TODAY - timedelta(back)).accessibleName() for back in range(3)]
    assert names == ["10 March, pull 6", "9 March, a reflection", "8 March, nothing written"]
    assert _day(weeks, TODAY + timedelta(1)).accessibleName() == "11 March"


def test_arrows_move_by_day_and_week_and_enter_chooses(weeks: FiveWeeks, qtbot: QtBot) -> None:
    _day(weeks, TODAY).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(_day(weeks, TODAY), Qt.Key.Key_Up)
    assert _day(weeks, date(2026, 3, 3)).hasFocus()
    QTest.keyClick(_day(weeks, date(2026, 3, 3)), Qt.Key.Key_Left)
    with qtbot.waitSignal(weeks.day_chosen, timeout=5000) as told:
        QTest.keyClick(_day(weeks, date(2026, 3, 2)), Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 2)]


def test_five_weeks_are_one_tab_stop(weeks: FiveWeeks) -> None:
    stops = [b.day() for b in weeks.findChildren(DayButton) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [TODAY]


def test_days_to_come_cannot_be_chosen(weeks: FiveWeeks, qtbot: QtBot) -> None:
    assert not _day(weeks, date(2026, 3, 11)).isEnabled()
    _day(weeks, TODAY).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(_day(weeks, TODAY), Qt.Key.Key_Right)
    assert _day(weeks, TODAY).hasFocus()


def test_a_click_chooses_a_day(weeks: FiveWeeks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(weeks.day_chosen, timeout=5000) as told:
        QTest.mouseClick(_day(weeks, date(2026, 2, 18)), Qt.MouseButton.LeftButton)
    assert told.args == [date(2026, 2, 18)]


@pytest.fixture
def calendar(qtbot: QtBot) -> Calendar:
    made = Calendar()
    made.show_days(TODAY, DAYS)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_calendar_turns_by_month_with_page_keys_and_arrows(calendar: Calendar, qtbot: QtBot) -> None:
    shown: list[date] = []
    calendar.month_shown.connect(shown.append)
    QTest.keyClick(_day(calendar, TODAY), Qt.Key.Key_PageUp)
    assert shown == [date(2026, 2, 1)]
    first = _day(calendar, date(2026, 1, 26))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert shown[-1] == date(2026, 1, 1)
    assert _day(calendar, date(2026, 1, 19)).hasFocus()


def test_a_calendar_chooses_any_day_and_stops_at_the_ends_of_time(calendar: Calendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_chosen, timeout=5000) as told:
        QTest.keyClick(_day(calendar, date(2026, 3, 31)), Qt.Key.Key_Space)
    assert told.args == [date(2026, 3, 31)]
    for end in (date.min, date.max):
        calendar.show_days(end, {})
        for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QTest.keyClick(calendar, key)
        assert not calendar.grab().isNull()


def test_the_strip_is_a_year_of_weeks(qtbot: QtBot) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    strip.show_days(TODAY, DAYS)
    strip.resize(strip.sizeHint())
    strip.show()
    bars = strip.findChildren(Pressable)
    assert len(bars) == 53
    assert bars[-1].accessibleName() == "Week of 9 March, 2 days, pull up to 6"
    assert bars[-2].accessibleName() == "Week of 2 March, nothing written"
    with qtbot.waitSignal(strip.day_chosen, timeout=5000) as told:
        QTest.mouseClick(bars[-1], Qt.MouseButton.LeftButton)
    assert told.args == [TODAY]


def test_the_strip_is_walked_by_arrow_keys(qtbot: QtBot) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    strip.show_days(TODAY, DAYS)
    strip.show()
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    bars = strip.findChildren(Pressable)
    bars[-1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars[-1], Qt.Key.Key_Left)
    assert bars[-2].hasFocus()
    QTest.keyClick(bars[-2], Qt.Key.Key_Home)
    assert bars[0].hasFocus()
    QTest.keyClick(bars[0], Qt.Key.Key_End)
    assert bars[-1].hasFocus()
