"""A place in the program that can be gone to: how pages speak of each other without knowing each other."""

from datetime import date
from typing import NamedTuple


class Reference(NamedTuple):
    """A page, and what on it is meant: a record, a day, or what there is of a person or a kind of work, by the name."""

    page: str
    id: str | None = None
    day: date | None = None
    person: str | None = None
    work: str | None = None
    part: int | None = None  # of a conversation with a candidate: the number of it, from 0

    @property
    def is_precise(self) -> bool:
        """Whether something on the page is meant, and not the page as it was left."""
        return any(each is not None for each in (self.id, self.day, self.person, self.work))


TODAY, JOURNAL, COACHING, SETTINGS = "today", "journal", "coaching", "settings"
PEOPLE, PRACTICES = "people", "practices"
ONE_ON_ONE = "one-on-one"  # that of a record, the next with a person, or the one that a topic or follow-up is on
JOINING_AND_ERASING = "joining-and-erasing"  # a text of the help, no page
DELEGATION = "delegation"
DEBRIEF = "debrief"  # that of a delegation, or of a record
CYCLE = "cycle"  # that of a delegation or a held task, or of a person and a kind of work
# A draft, a held task, or what was handed over and is to be changed; or what is known of a new one.
HANDOVER = "handover"
INTERVIEWS = "interviews"
INTERVIEW = "interview"  # one conversation, by its id, at one of its parts
SIDE_BY_SIDE = "side-by-side"  # those of one kit, by its id
OTHER_SIDE = "other-side"  # a preparation, by its id
ALIGNMENT = "alignment"  # the sheet of a person
PRACTICE_MAP = "practice-map"
PROMPTS = "prompts"  # which lie over the page that is open
BACKUPS = "backups"  # what is meant on the page of settings
