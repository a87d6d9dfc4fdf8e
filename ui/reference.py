"""A place in the program that can be gone to: how pages speak of each other without knowing each other."""

from datetime import date
from typing import NamedTuple


class Reference(NamedTuple):
    """A page, and what on it is meant: a record, or a day."""

    page: str
    id: str | None = None
    day: date | None = None


TODAY, JOURNAL, COACHING, SETTINGS = "today", "journal", "coaching", "settings"
PEOPLE, PRACTICES = "people", "practices"
ONE_ON_ONE = "one-on-one"  # by the id of its record, or of the person where the rhythm alone has it
PROMPTS = "prompts"  # which lie over the page that is open
BACKUPS = "backups"  # what is meant on the page of settings
