"""Candidates are erased once their time is over: no trace of the interview, and a line without a name that says so."""

from collections import Counter
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from app.errors import AppError
from app.interviews import retention
from app.interviews.record import INTERVIEW
from app.interviews.retention import Dated, Going
from app.search import index

if TYPE_CHECKING:
    from app.journal import Journal, Records


def erased_soon(journal: "Records", today: date) -> list[Going]:
    """The interviews that are erased within a week, by day. To be used inside a transaction."""
    return retention.soon(journal.interviews.dated(), _months(journal), today)


def are_due(journal: "Records", today: date) -> bool:
    """Whether there are any whose time is over. To be used inside a transaction."""
    return bool(_due(journal, today))


def erase_due(journal: "Journal", today: date) -> int:
    """Erases every interview whose time is over for good, those in the trash and of somebody who was hired, too.

    What trust looks like to them, and their alignment sheet, are with the person by then. No page, no log and no backup
    made from now on has a word of it; `candidates_erased` counts them by the day. Backups made before have it until
    newer ones take their place; one that is restored is cleared like this when it is opened. Returns how many went; if
    the file could not be wiped at once, the next opening makes it good. Raises what `Journal.write` does, with nothing
    changed. Not to be used inside a transaction.
    """
    with journal.reading():
        if not are_due(journal, today):
            return 0
    with journal.vault.without_backups():
        number = journal.write(lambda journal: _erase(journal, today))
        with suppress(AppError):  # it stays due
            journal.vault.scrub()
    return number


def _erase(journal: "Journal", today: date) -> int:
    journal.vault.will_scrub()
    gone = [each.id for each in _due(journal, today)]
    journal.interviews.remove(gone)
    # A few documents: taking their words out is quicker than making all of the index anew, and leaves none either.
    for id in gone:
        index.remove(journal.vault.connection, INTERVIEW.name, id)
    counted = Counter(journal.preferences.get().candidates_erased)
    counted[today.isoformat()] += len(gone)
    journal.preferences.change(candidates_erased=dict(counted))
    return len(gone)


def _due(journal: "Records", today: date) -> list[Dated]:
    return retention.due(journal.interviews.dated(), _months(journal), today)


def _months(journal: "Records") -> int:
    return journal.preferences.get().candidates_kept_months
