"""Which backups stay as time goes by: a pure rule about the moments at which they were made.

It counts days, weeks and months that have a backup, never those of the calendar since now: after a pause of a year, or
with a clock that was moved, as many stay as before.
"""

from collections.abc import Callable, Collection
from datetime import datetime

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_Period = tuple[int, ...]


def is_due(made: Collection[datetime], now: datetime) -> bool:
    """Whether no backup was made on the day of `now`. One of a day to come stops nothing."""
    today = now.date()
    return all(each.astimezone(now.tzinfo).date() != today for each in made)


def kept(made: Collection[datetime], now: datetime) -> set[datetime]:
    """Those that stay: the last of each of 7 days, 4 weeks and 12 months, all of today, and all of the days to come.

    Days are those of the time zone of `now`. What stays does not depend on when the rule was applied before: applied
    to what it has left and some more, it says the same as applied to all of them.
    """
    # What a wrong clock has dated ahead neither goes nor takes the place of another.
    come, ahead = _parted(made, now)
    stay = ahead | {each for each in come if each.date() == now.date()}
    for period, count in _PERIODS:
        stay |= set(_lasts(come, period)[:count])
    return stay


def heirs(gone: datetime, made: Collection[datetime], now: datetime) -> set[datetime]:
    """The last of its day, week and month: for their sake this one may go."""
    come, _ = _parted(made, now)
    local = gone.astimezone(now.tzinfo)
    return {max(each for each in come if period(each) == period(local)) for period, _ in _PERIODS}


def _parted(made: Collection[datetime], now: datetime) -> tuple[set[datetime], set[datetime]]:
    """Those up to today, and those of days to come, on the clock of `now`."""
    local = {each.astimezone(now.tzinfo) for each in made}
    come = {each for each in local if each.date() <= now.date()}
    return come, local - come


def _day(moment: datetime) -> _Period:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> _Period:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> _Period:
    return moment.year, moment.month


_PERIODS: tuple[tuple[Callable[[datetime], _Period], int], ...] = ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY))


def _lasts(moments: Collection[datetime], period: Callable[[datetime], _Period]) -> list[datetime]:
    """The last of each period that has one, the latest first."""
    last = {period(each): each for each in sorted(moments)}
    return sorted(last.values(), reverse=True)
