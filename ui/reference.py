"""A place in the program that can be gone to: how pages speak of each other without knowing each other."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page, and what on it is meant: a record, or a day."""

    page: str
    id: str | None = None
    day: date | None = None


TODAY, JOURNAL, COACHING, SETTINGS = "today", "journal", "coaching", "settings"
