"""How long an interview is kept: each for so many months after its own day, whatever became of the candidate. Pure."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.mentions.initials import initial_words, initials
from app.moments import shifted

NOTICE = timedelta(days=7)
_SHORT = 3  # capitals that say no name, as "Ann" would


@dataclass(frozen=True, slots=True)
class Dated:
    """An interview as far as its keeping needs it: the candidate, and the day of the conversation."""

    id: str
    candidate: str
    date: date
    is_in_trash: bool = False


@dataclass(frozen=True, slots=True)
class Going:
    """The interviews that are erased on one day, in the order of the conversations."""

    on: date
    interviews: tuple[Dated, ...]


def erased_on(day: date, months: int) -> date:
    """The day on which an interview of this day is erased: the same of a later month, or the last that it has."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def due(given: Iterable[Dated], months: int, today: date) -> list[Dated]:
    """Those whose day has come, the trash included."""
    return [each for each in given if erased_on(each.date, months) <= today]


def soon(given: Iterable[Dated], months: int, today: date) -> list[Going]:
    """Those of the next seven days, day by day; what is in the trash was said to go when it went there."""
    days = dict[date, list[Dated]]()
    for each in sorted(given, key=lambda each: (each.date, each.candidate, each.id)):
        on = erased_on(each.date, months)
        if today < on <= shifted(today, NOTICE) and not each.is_in_trash:
            days.setdefault(on, []).append(each)
    return [Going(on, tuple(interviews)) for on, interviews in sorted(days.items())]


def label(candidate: str) -> str:
    """What a notice calls them: the letter or initials that they go by; of a name, its initials."""
    said = " ".join(candidate.split())
    is_letters = said.isascii() and said.isupper() and len(said) <= _SHORT
    return said if is_letters or len(said) <= 1 else initials(initial_words(said))
