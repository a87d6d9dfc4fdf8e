"""Brings what a reader has found into the journal, once: what is already there is left as it is."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.exchange.kinds import AnyRecord, facts
from app.exchange.reading import Problem, Reading
from app.interviews.model import Interview
from app.interviews.retention import erased_on
from app.interviews.wording import kept_for
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Journal, Store

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do."""

    new: int
    known: int
    problems: list[Problem]


def without_erased(journal: "Journal", reading: Reading[Any], today: date) -> Reading[Any]:
    """What is to be brought in, but the interviews that the next opening would erase: not a word of them is written.

    Each is a problem that says so. To be used inside a transaction.
    """
    months = journal.preferences.get().candidates_kept_months
    over = [each for each in reading.records if isinstance(each, Interview) and erased_on(each.date, months) <= today]
    gone = {each.id for each in over}
    kept = [each for each in reading.records if each.id not in gone]
    said = tr("It was left out: a candidate is kept for {time} after the conversation, and that time is over.")
    problems = (Problem(each.id, said.format(time=kept_for(months))) for each in over)
    return Reading(kept, [*reading.problems, *problems])


def bring_in(
    journal: "Journal", reading: Reading[Any], now: datetime, *, dry_run: bool, progress: Callable[[int, int], None]
) -> Report:
    """Adds what is new in one transaction, or with `dry_run` only counts it. `progress` hears how many of how many."""
    new, clashing = 0, list[AnyRecord]()
    given = defaultdict[str, list[AnyRecord]](list)
    for each in reading.records:
        given[facts(each).kind].append(each)
    with journal.reading() if dry_run else journal.transaction():
        ids = {kind: store.ids() for kind, store in journal.stores.items()}
        for kind, store in journal.stores.items():
            if not given[kind]:
                continue
            fresh, clashes = _new(store, given[kind], {id for of in ids if of != kind for id in ids[of]})
            new += len(fresh)
            clashing += clashes
            if fresh and not dry_run:
                # Within one day, what was written first comes first.
                fresh.sort(key=lambda each: each.created_at)
                for at in range(0, len(fresh), _AT_ONCE):
                    progress(at, len(fresh))
                    store.add_all(fresh[at : at + _AT_ONCE], now)
                ids[kind] = store.ids()
    problems = [*reading.problems, *(_taken(each) for each in clashing)]
    return Report(new, len(reading.records) - new - len(clashing), problems)


def _new(store: "Store", given: Sequence[AnyRecord], others: set[str]) -> tuple[list[AnyRecord], list[AnyRecord]]:
    """Those that are new, and those that clash, also with a record of another kind: an id is there once in a file."""
    fresh, clashes = store.new(given)
    clashes += [each for each in fresh if each.id in others]
    return [each for each in fresh if each.id not in others], clashes


def _taken(each: AnyRecord) -> Problem:
    return Problem(each.id, tr("It was left out: it, or a part of it, has an id that belongs to another record."))
