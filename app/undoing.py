"""What was made in several records in one go, and how all of it is taken back as if it had not been."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from app.errors import NoSuchRecord
from app.people.model import Person
from app.practices.model import Checklist
from app.records.entry import Entry
from app.reflections.model import Filter

if TYPE_CHECKING:
    from app.journal import Records


class Made(NamedTuple):
    """A record of a kind as it was kept `after` something was done, and as it was before; None where it is new."""

    kind: str
    before: Entry | None
    after: Entry


class Making:
    """Saves records, and remembers what each of them was before."""

    def __init__(self, journal: "Records", now: datetime) -> None:
        self._journal, self._now = journal, now
        self.made: list[Made] = []

    def save(self, kind: str, given: Entry) -> Entry:
        """The record as it is kept then."""
        store: Any = self._journal.stores[kind]
        before = _kept(store, given.id)
        after: Entry = store.save(given, self._now)
        if after != before:
            self.made.append(Made(kind, before, after))
        return after


def take_back(journal: "Records", made: Iterable[Made]) -> tuple[Made, ...]:
    """Makes each record what it was before, the last that was made first. Those that are otherwise by now, or in use
    elsewhere, stay as they are; which they are.
    """
    left = []
    for each in reversed(tuple(made)):
        store: Any = journal.stores[each.kind]
        if _kept(store, each.after.id) != each.after or _is_in_use(journal, each):
            left.append(each)
        elif each.before is None:
            store.discard(each.after.id)
        else:
            store.save(each.before, each.before.updated_at)
    return tuple(left)


def _kept(store: Any, id: str) -> Entry | None:
    try:
        found: Entry = store.get(id)
    except NoSuchRecord:
        return None
    return found


def _is_in_use(journal: "Records", made: Made) -> bool:
    """Whether what would go is what somebody works by since: a version with a run, a checklist that goes with work,
    somebody whom another record names.
    """
    after = made.after
    if isinstance(after, Person) and made.before is None:
        return any(each.naming(after.id, after.name) for each in journal.stores.values())
    if not isinstance(after, Checklist):
        return False
    if any(each.version == len(after.versions) for each in journal.runs.where(checklist=after.id)):
        return True
    if made.before is not None:
        return False
    goes_with_work = any(each.brief.checklist == after.id for each in journal.delegations.find(Filter()))
    return goes_with_work or bool(journal.practices.where(checklist=after.id))
