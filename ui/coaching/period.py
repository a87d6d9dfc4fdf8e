"""Which days a pack is about: chosen as a stretch with a name, or day by day."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stretch(StrEnum):
    """A period that has a name, and moves on with the days."""

    SINCE_LAST_MONTH = "since-last-month"
    THIS_MONTH = "this-month"
    THREE_MONTHS = "three-months"
    THIS_YEAR = "this-year"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both of them in it."""

    since: date
    until: date


def period_of(stretch: Stretch, today: date, written: Collection[date]) -> Period:
    """The days that the name means today; `written` are those with an entry, which only everything asks for."""
    match stretch:
        case Stretch.SINCE_LAST_MONTH:
            return Period(_months_before(today.replace(day=1), 1), today)
        case Stretch.THIS_MONTH:
            return Period(today.replace(day=1), today)
        case Stretch.THREE_MONTHS:
            return Period(_months_before(today, 3), today)
        case Stretch.THIS_YEAR:
            return Period(date(today.year, 1, 1), today)
        case _:
            return Period(min(written, default=today), max((today, *written)))


def since_moved(period: Period, day: date) -> Period:
    """The same with another first day; where it would end before it begins, it is that day alone."""
    return Period(day, max(day, period.until))


def until_moved(period: Period, day: date) -> Period:
    """The same with another last day; where it would end before it begins, it is that day alone."""
    return Period(min(day, period.since), day)


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last of that month where it is shorter."""
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
