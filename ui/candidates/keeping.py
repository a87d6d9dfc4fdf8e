"""Keeping: what is changed of conversations, on its way to the disk, field by field: no page writes over another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from app.errors import NoSuchRecord
from app.interviews.model import Interview
from app.interviews.record import INTERVIEW
from ui.outbox import Outbox
from ui.session import Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal


class _Unsaved(NamedTuple):
    record: Interview
    fields: frozenset[str]


class Keeping(QObject):
    """The newest state of each conversation that was changed here, until it is on the disk.

    One that the journal has no more is not made anew: a candidate who was erased stays erased.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, _Unsaved] = Outbox(self._send, self)
        self.autosave = self._outbox.autosave

    @property
    def is_settled(self) -> bool:
        """Whether everything is on the disk."""
        return self.autosave.is_settled

    def put(self, record: Interview, *fields: str) -> None:
        """These fields are now as they are here; they are saved after a moment."""
        before = self._outbox.waiting.get(record.id)
        changed = frozenset(fields) | (before.fields if before is not None else frozenset())
        self._outbox.put(record.id, _Unsaved(record, changed))

    def over(self, read: Interview) -> Interview:
        """What was read, with what is not on the disk yet in its place."""
        unsaved = self._outbox.waiting.get(read.id)
        return _with(read, unsaved) if unsaved is not None else read

    def begin_anew(self) -> None:
        """Something else is in hand from now on."""
        self._outbox.begin_anew()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def _send(self, given: Mapping[str, _Unsaved], done: Callable[[], None], failed: Failed) -> None:
        def work(journal: "Journal") -> None:
            for id, unsaved in given.items():
                try:
                    kept = journal.interviews.get(id)
                except NoSuchRecord:
                    continue
                journal.interviews.save(_with(kept, unsaved), now())

        changed = next(iter(given)) if len(given) == 1 else None
        self._session.write(self, Change(INTERVIEW.name, changed), work, lambda _: done(), failed)


def _with(kept: Interview, unsaved: _Unsaved) -> Interview:
    return replace(kept, **{field: getattr(unsaved.record, field) for field in unsaved.fields})
