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
ONE_ON_ONE = "one-on-one"  # that of a record, the next with a person, or the one that a topic or follow-up is on
PROMPTS = "prompts"  # which lie over the page that is open
BACKUPS = "backups"  # what is meant on the page of settings
