"""Draft: one record in hand, of whatever kind. It saves itself, and only what was changed in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from ui.outbox import Outbox
from ui.session import Change, Session
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal

Keep = Callable[["Journal", Any], object]


class Draft(QObject):
    """What is new is kept from its first change on. A save that failed is tried again, also with another in hand."""

    replaced = Signal()  # another one is in hand: fields fill themselves anew
    edited = Signal()
    kept = Signal(object)  # what keeping one has answered

    def __init__(self, session: Session, store: str, keep: Keep, parent: QObject | None = None) -> None:
        """`store` is the kind of record, `keep` saves one."""
        super().__init__(parent)
        self._session, self._store, self._keep = session, store, keep
        self._outbox: Outbox[str, _Changed] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave
        self.record: Any = None

    @property
    def is_settled(self) -> bool:
        """Whether everything that was changed is on the disk."""
        return self.autosave.is_settled

    def take(self, record: Any) -> None:
        """Takes this one in hand, or None; the one before is saved."""
        self._outbox.begin_anew()
        unsaved = self._outbox.waiting.get(record.id) if record is not None else None
        self.record = replace(record, **unsaved.changes) if unsaved is not None else record
        self.replaced.emit()

    def edit(self, **changes: Any) -> None:
        """Changes fields of it."""
        if self.record is None:
            return
        record = replace(self.record, **changes)
        if record == self.record:
            return
        unsaved = self._outbox.waiting.get(record.id) or _Changed(self.record, {})
        self.record = record
        self.edited.emit()
        self._outbox.put(record.id, unsaved._replace(changes={**unsaved.changes, **changes}))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def _save(self, given: "Mapping[str, _Changed]", done: Callable[[], None], failed: Failed) -> None:
        def work(journal: "Journal") -> list[object]:
            return [
                self._keep(journal, replace(_kept(journal, self._store, first), **changes))
                for first, changes in given.values()
            ]

        def is_saved(answers: list[object]) -> None:
            done()
            for answer in answers:
                self.kept.emit(answer)

        changed = next(iter(given)) if len(given) == 1 else None
        self._session.write(self, Change(self._store, changed), work, is_saved, failed)


class _Changed(NamedTuple):
    """A record as it was taken in hand, and the fields that were changed since."""

    first: Any
    changes: Mapping[str, Any]


def _kept(journal: "Journal", store: str, first: Any) -> Any:
    """The record as the journal has it; as it was taken in hand where it is new."""
    try:
        return journal.stores[store].get(first.id)
    except NoSuchRecord:
        return first
