"""An instant and a day are written in one way only, and nothing else is read as one."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.moments import format_instant, parse_day, parse_instant, shifted, stamp

instants = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.timezones())  # noqa: DTZ001  as asked


@given(instants)
def test_an_instant_is_the_same_after_writing_but_for_fractions(instant: datetime) -> None:
    again = parse_instant(format_instant(instant))
    assert again == instant.astimezone(UTC).replace(microsecond=0)
    assert again.tzinfo is UTC
    assert format_instant(again) == format_instant(instant)


@given(instants)
def test_an_instant_has_always_the_same_form(instant: datetime) -> None:
    text = format_instant(instant)
    assert len(text) == len("2026-03-10T09:15:00Z")
    assert text.isascii()
    assert stamp(instant) == text.translate({ord("-"): None, ord(":"): None})


@given(st.lists(instants, max_size=8))
def test_written_instants_sort_as_they_came(some: list[datetime]) -> None:
    seconds = sorted(each.astimezone(UTC).replace(microsecond=0) for each in some)
    assert sorted(map(format_instant, some)) == [format_instant(each) for each in seconds]


@given(st.dates())
def test_a_day_is_the_same_after_writing(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-03-10",
        "2026-03-10T09:15:00",
        "2026-03-10 09:15:00Z",
        "2026-03-10t09:15:00z",
        "2026-3-10T9:15:00Z",
        "2026-03-10T09:15:00.000Z",
        "2026-03-10T09:15:00+00:00",
        "2026-03-10T09:15:60Z",
        "2026-02-30T09:15:00Z",
        "2026-03-10T24:00:00Z",
        " 2026-03-10T09:15:00Z",
        "2026-03-10T09:15:00Z\n",
        "٢٠٢٦-03-10T09:15:00Z",
    ],
)
def test_any_other_form_of_an_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        parse_instant(text)
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize(
    "text", ["", "2026-3-10", "20260310", "2026-W11-2", "2026-02-30", "2026-03-10\n", " 2026-03-10", "٢٠٢٦-03-10"]
)
def test_any_other_form_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)


@given(st.text())
def test_whatever_is_read_is_what_would_be_written(text: str) -> None:
    with suppress(ValueError):
        assert format_instant(parse_instant(text)) == text
    with suppress(ValueError):
        assert parse_day(text).isoformat() == text


@given(st.dates(), st.timedeltas(timedelta(days=-60), timedelta(days=60)))
def test_a_day_is_shifted_as_far_as_the_calendar_goes(day: date, by: timedelta) -> None:
    found = shifted(day, by)
    if found not in (date.min, date.max):
        assert found - day == timedelta(days=by.days)
    assert (found >= day) if by.days >= 0 else (found <= day)
