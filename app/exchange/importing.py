"""Brings what a reader has found into the journal, once: what is already there is left as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.exchange.reading import Problem, Reading
from app.reflections.model import Reflection
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do."""

    new: int
    known: int
    problems: list[Problem]


def bring_in(
    journal: "Journal", reading: Reading, now: datetime, *, dry_run: bool, progress: Callable[[int, int], None]
) -> Report:
    """Adds what is new in one transaction, or with `dry_run` only counts it. `progress` hears how many of how many."""
    found = reading.reflections
    with journal.reading() if dry_run else journal.transaction():
        new, clashing = journal.reflections.new(found)
        # Within one day, what was written first comes first.
        new.sort(key=lambda each: each.created_at)
        if not dry_run:
            for at in range(0, len(new), _AT_ONCE):
                progress(at, len(new))
                journal.reflections.add_all(new[at : at + _AT_ONCE], now)
    problems = [*reading.problems, *(_taken(each) for each in clashing)]
    return Report(len(new), len(found) - len(new) - len(clashing), problems)


def _taken(each: Reflection) -> Problem:
    return Problem(each.id, tr("It was left out: a part of it has the id of a part of another record."))
