"""What the journal knows that a hand-over can be made of, read at one moment."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from app.delegation.model import Delegation, HeldTask
from app.delegation.note import Steps
from app.delegation.work import work_key
from app.errors import NoSuchRecord
from app.people.model import Level
from app.practices.model import Checklist
from app.practices.wording import checklist_name
from app.reflections.model import Filter

if TYPE_CHECKING:
    from ui.session import Journal


class Material(NamedTuple):
    """`drafts` are those that are not handed over, newest first; `meant` is the record that was asked for."""

    drafts: Sequence[Delegation] = ()
    works: Sequence[str] = ()
    checklists: Sequence[Checklist] = ()
    levels: Sequence[Level] = ()
    meant: Delegation | HeldTask | None = None

    def draft(self, id: str | None) -> Delegation | None:
        """The draft with this id."""
        return next((each for each in self.drafts if each.id == id), None)

    def checklist(self, id: str | None) -> Steps | None:
        """The checklist with this id, as the note names it."""
        found = next((each for each in self.checklists if each.id == id), None)
        if found is None:
            return None
        return Steps(checklist_name(found.name), len(found.versions[-1].steps) if found.versions else 0)

    def level(self, person: str | None, work: str) -> Level | None:
        """What was last said of how much of this kind of work is theirs."""
        said = (each for each in self.levels if each.person == person and work_key(each.work) == work_key(work))
        return next(said, None) if person and work.strip() else None


def read(journal: "Journal", id: str | None = None) -> Material:
    """All of it; and the record with this id, unless it is in the trash."""
    every = journal.delegations.find(Filter())
    levels = journal.levels.find(Filter())
    held = journal.held_tasks.find(Filter())
    named = [*(each.work for each in every), *(each.work for each in levels), *(each.work for each in held)]
    return Material(
        [each for each in every if each.handed_over_on is None],
        kinds_of_work(named),
        journal.checklists.find(Filter()),
        levels,
        _meant(journal, id) if id is not None else None,
    )


def kinds_of_work(named: Iterable[str]) -> list[str]:
    """The names in use, each once, in their order; capital letters and spaces make no other kind."""
    found: dict[str, str] = {}
    for each in named:
        if each.strip():
            found.setdefault(work_key(each), " ".join(each.split()))
    return [found[key] for key in sorted(found)]


def _meant(journal: "Journal", id: str) -> Delegation | HeldTask | None:
    for store in (journal.delegations, journal.held_tasks):
        with suppress(NoSuchRecord):
            found = store.get(id)
            return found if found.deleted_at is None else None
    return None
