"""What the help says: of each page, of what is done from there, of the words of the product, and of privacy."""

from collections.abc import Callable, Mapping

from ui.help import of_all, of_days, of_interviews, of_people, of_work
from ui.help.text import Text
from ui.reference import (
    ALIGNMENT,
    COACHING,
    CYCLE,
    DEBRIEF,
    DELEGATION,
    HANDOVER,
    INTERVIEW,
    INTERVIEWS,
    JOINING_AND_ERASING,
    JOURNAL,
    ONE_ON_ONE,
    OTHER_SIDE,
    PEOPLE,
    PRACTICE_MAP,
    PRACTICES,
    SETTINGS,
    SIDE_BY_SIDE,
    TODAY,
)

WORDS, PRIVACY, FIRST_START, UNLOCKING = "words", "privacy", "first-start", "unlocking"


def texts() -> Mapping[str, Text]:
    """All of them by their keys, in the order of the list; those of pages have the pages' keys."""
    return {key: make() for key, make in _TEXTS.items()}


_TEXTS: Mapping[str, Callable[[], Text]] = {
    TODAY: of_days.today,
    JOURNAL: of_days.journal,
    DELEGATION: of_work.delegation,
    PEOPLE: of_people.people,
    PRACTICES: of_people.practices,
    INTERVIEWS: of_interviews.interviews,
    COACHING: of_days.coaching,
    SETTINGS: of_days.settings,
    ONE_ON_ONE: of_people.one_on_one,
    HANDOVER: of_work.handover,
    DEBRIEF: of_work.debrief,
    PRACTICE_MAP: of_work.practice_map,
    CYCLE: of_work.cycle,
    INTERVIEW: of_interviews.interview,
    SIDE_BY_SIDE: of_interviews.side_by_side,
    ALIGNMENT: of_interviews.alignment,
    OTHER_SIDE: of_interviews.other_side,
    JOINING_AND_ERASING: of_people.joining_and_erasing,
    WORDS: of_all.words,
    PRIVACY: of_all.privacy,
    FIRST_START: of_all.first_start,
    UNLOCKING: of_all.unlocking,
}
