"""Reads the part of a long list that is looked at: so many headings from a day on, and how many come before them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.reflections.model import Filter, Heading

if TYPE_CHECKING:
    from ui.session import Journal

FIRST = 100
MORE = 200
_CONTEXT = 20
_SPAN = timedelta(days=31)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of headings without a gap, newest first.

    It begins with the newest of the day `until`, or of all where that is None. `newer` counts those before it.
    """

    headings: tuple[Heading, ...]
    until: date | None
    newer: int
    total: int


def read(journal: "Journal", wanted: Filter, until: date | None = None, count: int = FIRST) -> Window:
    """The window from that day on."""
    within = replace(wanted, until=until)
    found = tuple(journal.reflections.headings(within, count))
    total = journal.reflections.number_of(wanted)
    newer = total - journal.reflections.number_of(within) if until else 0
    return Window(found, until, newer, total)


def read_around(journal: "Journal", wanted: Filter, id: str) -> Window | None:
    """The window with this one and some before it; None where it is not in the list."""
    if journal.reflections.position_of(id, wanted) is None:
        return None
    until = _later(journal, wanted, journal.reflections.get(id).content.date, _CONTEXT)
    at = journal.reflections.position_of(id, replace(wanted, until=until)) or 0
    return read(journal, wanted, until, at + FIRST)


def read_from(journal: "Journal", wanted: Filter, day: date) -> tuple[Window, str | None]:
    """The window around a day, and the id of its newest; of the nearest day before it where it has none."""
    nearest = journal.reflections.headings(replace(wanted, until=day), 1)
    if not nearest:
        return read_oldest(journal, wanted)
    found = read_around(journal, wanted, nearest[0].id)
    assert found is not None  # noqa: S101  it was in the list a moment ago, in the same reading
    return found, nearest[0].id


def read_oldest(journal: "Journal", wanted: Filter) -> tuple[Window, str | None]:
    """The window at the end, and the id of the oldest."""
    span = journal.reflections.first_and_last()
    if span is None:
        return read(journal, wanted), None
    until = _later(journal, wanted, span[0] - _DAY, _CONTEXT)
    within = replace(wanted, until=until)
    found = read(journal, wanted, until, journal.reflections.number_of(within))
    return found, found.headings[-1].id if found.headings else None


def read_older(journal: "Journal", wanted: Filter, until: date | None, last: Heading) -> list[Heading]:
    """The headings that come after `last`, in a window that begins with `until`. Raises NoSuchRecord."""
    return journal.reflections.headings(replace(wanted, until=until), MORE, last)


def read_newer(journal: "Journal", wanted: Filter, until: date) -> tuple[date | None, list[Heading]]:
    """The headings that come before a window which begins with `until`, and the day it begins with then."""
    later = _later(journal, wanted, until, FIRST)
    return later, journal.reflections.headings(replace(wanted, since=until + _DAY, until=later))


def _later(journal: "Journal", wanted: Filter, day: date, least: int) -> date | None:
    """A later day up to which there are at least so many more; None for all there are."""
    span = journal.reflections.first_and_last()
    newest = span[1] if span else day
    ahead = _SPAN
    while day + ahead < newest:
        if journal.reflections.number_of(replace(wanted, since=day + _DAY, until=day + ahead)) >= least:
            return day + ahead
        ahead *= 2
    return None
