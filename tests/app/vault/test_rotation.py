"""Which backups stay: whatever the clock and the order, never fewer than were promised, and no storm."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from app.vault.rotation import DAILY, MONTHLY, WEEKLY, heirs, is_due, kept

NOW = datetime(2026, 3, 10, 9, 15, tzinfo=timezone(timedelta(hours=2)))
moments = st.integers(-800 * 86400, 700 * 86400).map(lambda seconds: NOW + timedelta(seconds=seconds))
many = st.sets(moments, max_size=40)
dense = st.sets(st.integers(0, 24 * 120), max_size=60).map(
    lambda hours: {NOW - timedelta(hours=hour) for hour in hours}
)
made = many | dense


def days_back(*days: float) -> set[datetime]:
    return {NOW - timedelta(days=day) for day in days}


def periods(found: Iterable[datetime], of: Callable[[datetime], object]) -> set[object]:
    return {of(each.astimezone(NOW.tzinfo)) for each in found}


def past(found: Iterable[datetime]) -> set[datetime]:
    return {each for each in found if each.astimezone(NOW.tzinfo).date() <= NOW.date()}


# By example


def test_a_year_of_days_leaves_seven_days_four_weeks_and_twelve_months() -> None:
    stay = kept(days_back(*range(400)), NOW)
    assert days_back(0, 1, 2, 3, 4, 5, 6) <= stay  # Tuesday 10 March back to Wednesday 4 March
    assert days_back(2, 9, 16) <= stay  # the Sundays before
    assert {each.date() for each in stay if each.day > 27} >= {
        date(2026, 2, 28),
        date(2026, 1, 31),
        date(2025, 12, 31),
        date(2025, 4, 30),
    }
    assert len(stay) == 7 + 2 + 11


def test_the_last_of_a_day_stays_and_all_of_today() -> None:
    today = {NOW, NOW - timedelta(minutes=5), NOW - timedelta(hours=9)}
    yesterday = {NOW - timedelta(hours=hours) for hours in (10, 12, 20)}
    assert kept(today | yesterday, NOW) == today | {NOW - timedelta(hours=10)}


def test_days_are_those_of_the_clock_on_the_wall() -> None:
    late = datetime(2026, 3, 9, 22, 30, tzinfo=UTC)  # half past midnight here
    assert not is_due([late], NOW)
    assert is_due([late], NOW.astimezone(UTC))
    assert is_due([], NOW)


def test_a_backup_of_a_day_to_come_stops_none() -> None:
    assert is_due([NOW + timedelta(days=365), NOW - timedelta(days=1)], NOW)


def test_after_a_year_without_one_nothing_goes_that_was_there() -> None:
    before = kept(days_back(*range(400)), NOW)
    later = NOW + timedelta(days=365)
    assert len(before - kept(before | {later}, later)) <= 3  # the place of one day, one week and one month


def test_a_clock_set_back_a_year_takes_nothing_away() -> None:
    before = kept(days_back(*range(400)), NOW)
    earlier = NOW - timedelta(days=365)
    assert {each for each in before if each > earlier} <= kept(before | {earlier}, earlier)


# Whatever there is


@given(made)
def test_the_newest_and_the_only_one_stay(found: set[datetime]) -> None:
    stay = kept(found, NOW)
    assert stay <= found
    assert bool(stay) == bool(found)
    if found:
        assert max(found) in stay
    if past(found):
        assert max(past(found)) in stay


@given(made)
def test_what_stays_covers_what_was_promised(found: set[datetime]) -> None:
    stay = kept(found, NOW)
    for of, count in (
        (lambda each: each.date(), DAILY),
        (lambda each: each.isocalendar()[:2], WEEKLY),
        (lambda each: (each.year, each.month), MONTHLY),
    ):
        there = sorted(periods(past(found), of), reverse=True)[:count]  # type: ignore[type-var]  # all alike
        assert set(there) <= periods(stay, of)


@given(made)
def test_no_more_stay_than_were_promised(found: set[datetime]) -> None:
    today = {each for each in found if each.astimezone(NOW.tzinfo).date() == NOW.date()}
    ahead = found - past(found)
    assert len(kept(found, NOW) - today - ahead) <= DAILY + WEEKLY + MONTHLY


@given(made, made)
def test_it_does_not_matter_when_the_rule_was_applied_before(some: set[datetime], more: set[datetime]) -> None:
    assert kept(kept(some, NOW) | more, NOW) == kept(some | more, NOW)
    assert kept(kept(some, NOW), NOW) == kept(some, NOW)


@given(dense)
def test_applied_day_by_day_it_leaves_what_it_leaves_at_once(found: set[datetime]) -> None:
    there: set[datetime] = set()
    for each in sorted(found):
        there = kept(there | {each}, each)
    assert kept(there, NOW) == kept(found, NOW)


@given(st.lists(moments, min_size=1, max_size=40))
def test_with_any_clock_what_was_just_made_stays(clock: list[datetime]) -> None:
    there: set[datetime] = set()
    for now in clock:
        stay = kept(there | {now}, now)
        assert now in stay
        there = stay


@given(made)
def test_who_goes_has_heirs_that_stay(found: set[datetime]) -> None:
    stay = kept(found, NOW)
    for gone in found - stay:
        assert heirs(gone, found, NOW) <= past(found)
        newer = {each for each in stay & past(found) if each > gone}
        assert newer, "nothing goes without something newer"
