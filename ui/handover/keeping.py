"""Keeping a hand-over while it is typed: only what was changed, and nothing of one that says nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.delegation.model import Brief, Delegation
from app.delegation.record import DELEGATION
from app.errors import NoSuchRecord
from ui.outbox import Outbox
from ui.session import Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal


@dataclass(frozen=True, slots=True)
class _Unsaved:
    first: Delegation  # as it was taken in hand
    changes: Mapping[str, Any]
    held: str | None  # the id of the held task that it comes from


class Keeping(QObject):
    """What is on its way to the disk stays here until it is there."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, _Unsaved] = Outbox(self._send, self)
        self.autosave = self._outbox.autosave

    @property
    def is_settled(self) -> bool:
        """Whether everything that was typed is on the disk."""
        return self.autosave.is_settled

    def is_waiting(self, id: str) -> bool:
        """Whether something of this one is not on the disk yet."""
        return id in self._outbox.waiting

    def put(self, given: Delegation, changes: Mapping[str, Any], held: str | None) -> None:
        """These fields of it are to be others."""
        before = self._outbox.waiting.get(given.id) or _Unsaved(given, {}, held)
        self._outbox.put(given.id, replace(before, changes={**before.changes, **changes}))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def begin_anew(self) -> None:
        """Another one is in hand; the one before is saved."""
        self._outbox.begin_anew()

    def put_away(self, id: str, done: Callable[[], None]) -> None:
        """Moves a draft to the trash; the task that it came from is nobody else's then."""

        def work(journal: "Journal") -> None:
            journal.delegations.delete(id, now())
            _link(journal, id, None)

        self._session.write(self, Change(DELEGATION.name, id), work, lambda _: done())

    def bring_back(self, id: str, held: str | None, done: Callable[[], None]) -> None:
        """Takes it out of the trash."""

        def work(journal: "Journal") -> None:
            journal.delegations.restore(id, now())
            _link(journal, id, held)

        self._session.write(self, Change(DELEGATION.name, id), work, lambda _: done())

    def undo(self, before: Delegation, done: Callable[[], None]) -> None:
        """It is a draft again."""

        def work(journal: "Journal") -> None:
            kept = journal.delegations.get(before.id)
            journal.delegations.save(replace(kept, handed_over_on=None, date=before.date), now())

        self._session.write(self, Change(DELEGATION.name, before.id), work, lambda _: done())

    def _send(self, given: Mapping[str, _Unsaved], done: Callable[[], None], failed: Failed) -> None:
        def work(journal: "Journal") -> None:
            for each in given.values():
                _keep(journal, each)

        changed = next(iter(given)) if len(given) == 1 else None
        self._session.write(self, Change(DELEGATION.name, changed), work, lambda _: done(), failed)


def is_blank(given: Delegation) -> bool:
    """Whether nothing was said in a draft."""
    said = (given.title.strip(), given.person, given.work.strip(), given.fear.strip())
    numbers = (given.handed_over_on, given.likelihood, given.quality)
    return not any(said) and all(each is None for each in numbers) and given.brief == Brief()


def _keep(journal: "Journal", given: _Unsaved) -> None:
    try:
        kept = journal.delegations.get(given.first.id)
    except NoSuchRecord:
        kept = given.first
    made = replace(kept, **given.changes)
    if is_blank(made):
        journal.delegations.discard(made.id)
        _link(journal, made.id, None)
        return
    journal.delegations.save(made, now())
    if given.held is not None:
        _link(journal, made.id, given.held)


def _link(journal: "Journal", delegation: str, held: str | None) -> None:
    """The held task with the id `held` is the one that this delegation comes from, and no other is."""
    if held is None:
        for each in journal.held_tasks.where(delegation=delegation):
            journal.held_tasks.save(replace(each, delegation=None), now())
    else:
        for each in journal.held_tasks.where(id=held):
            journal.held_tasks.save(replace(each, delegation=delegation), now())
