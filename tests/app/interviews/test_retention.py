"""How long interviews are kept: by months of the calendar, each after its own day, with a week's notice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interviews import retention
from app.interviews.retention import Dated, Going
from app.preferences.model import KEPT_CHOICES
from tests.app.reflections.journals import new_id

DAY = timedelta(days=1)
MONTHS = st.sampled_from(KEPT_CHOICES)


def dated(day: date, candidate: str = "A", **more: bool) -> Dated:
    return Dated(new_id(), candidate, day, **more)


@pytest.mark.parametrize(
    ("day", "months", "on"),
    [
        (date(2026, 3, 10), 6, date(2026, 9, 10)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(9999, 8, 1), 6, date.max),
    ],
)
def test_the_day_is_that_of_a_later_month(day: date, months: int, on: date) -> None:
    assert retention.erased_on(day, months) == on


@given(st.dates(), st.dates(), MONTHS)
def test_who_came_later_goes_no_earlier(one: date, other: date, months: int) -> None:
    first, last = (retention.erased_on(each, months) for each in sorted((one, other)))
    assert first <= last
    assert retention.erased_on(one, months) > one or one == date.max


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), MONTHS)
def test_each_is_announced_for_a_week_and_then_goes(day: date, months: int) -> None:
    one = dated(day)
    on = retention.erased_on(day, months)
    for before in range(1, 8):
        assert retention.soon([one], months, on - before * DAY) == [Going(on, (one,))]
        assert retention.due([one], months, on - before * DAY) == []
    assert retention.soon([one], months, on - 8 * DAY) == []
    assert (retention.soon([one], months, on), retention.due([one], months, on)) == ([], [one])


def test_all_of_a_day_are_announced_together_and_what_is_in_the_trash_is_not() -> None:
    today = date(2026, 9, 5)
    b, a = dated(date(2026, 3, 10), "B"), dated(date(2026, 3, 10), "A")
    later, gone = dated(date(2026, 3, 12), "C"), dated(date(2026, 3, 11), "D", is_in_trash=True)
    assert retention.soon([later, b, gone, a], 6, today) == [
        Going(date(2026, 9, 10), (a, b)),
        Going(date(2026, 9, 12), (later,)),
    ]
    assert retention.due([gone, a], 6, date(2026, 9, 11)) == [gone, a]


@pytest.mark.parametrize(
    ("candidate", "said"),
    [
        ("C", "C"),
        (" JM ", "JM"),
        ("K. M.", "K. M."),
        ("Sandra Koch", "S. K."),
        ("Ann", "A."),
        ("王小明", "王."),
        ("", ""),
    ],
)
def test_a_notice_has_no_name(candidate: str, said: str) -> None:
    assert retention.label(candidate) == said


def test_the_last_week_of_the_calendar_has_its_notice() -> None:
    last = dated(date(9999, 8, 1))
    assert retention.soon([last], 6, date.max - DAY) == [Going(date.max, (last,))]
