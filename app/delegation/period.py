"""A stretch of days that is looked at."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one to another, both inclusive."""

    since: date = date.min
    until: date = date.max

    def __contains__(self, day: date) -> bool:
        return self.since <= day <= self.until


EVER = Period()


def last_months(months: int, until: date) -> Period:
    """So many months to a day: from the same day of the earlier month, or its last where it is shorter."""
    number = max(until.year * 12 + until.month - 1 - months, 12)
    year, month = number // 12, number % 12 + 1
    return Period(date(year, month, min(until.day, monthrange(year, month)[1])), until)
