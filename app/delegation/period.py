"""A stretch of days that is looked at."""

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
