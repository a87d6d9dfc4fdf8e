"""Which days a stretch with a name means."""

from datetime import date

import pytest

from ui.coaching.period import Period, Stretch, period_of, since_moved, until_moved

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("stretch", "today", "since"),
    [
        (Stretch.SINCE_LAST_MONTH, TODAY, date(2026, 2, 1)),
        (Stretch.SINCE_LAST_MONTH, date(2026, 1, 31), date(2025, 12, 1)),
        (Stretch.THIS_MONTH, TODAY, date(2026, 3, 1)),
        (Stretch.THREE_MONTHS, TODAY, date(2025, 12, 10)),
        (Stretch.THREE_MONTHS, date(2026, 5, 31), date(2026, 2, 28)),
        (Stretch.THREE_MONTHS, date(2024, 5, 30), date(2024, 2, 29)),
        (Stretch.THIS_YEAR, TODAY, date(2026, 1, 1)),
        (Stretch.EVERYTHING, TODAY, date(2019, 7, 3)),
    ],
)
def test_a_stretch_ends_today(stretch: Stretch, today: date, since: date) -> None:
    assert period_of(stretch, today, [date(2019, 7, 3)]) == Period(since, today)


def test_everything_of_nothing_is_today() -> None:
    assert period_of(Stretch.EVERYTHING, TODAY, []) == Period(TODAY, TODAY)


def test_everything_has_what_was_dated_later() -> None:
    written = [date(2026, 3, 1), date(2026, 4, 1)]
    assert period_of(Stretch.EVERYTHING, TODAY, written) == Period(date(2026, 3, 1), date(2026, 4, 1))


def test_a_period_never_ends_before_it_begins() -> None:
    period = Period(date(2026, 2, 1), date(2026, 3, 1))
    assert since_moved(period, date(2026, 2, 9)) == Period(date(2026, 2, 9), date(2026, 3, 1))
    assert since_moved(period, TODAY) == Period(TODAY, TODAY)
    assert until_moved(period, TODAY) == Period(date(2026, 2, 1), TODAY)
    assert until_moved(period, date(2026, 1, 9)) == Period(date(2026, 1, 9), date(2026, 1, 9))
