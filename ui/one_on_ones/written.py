"""Written: whatever is written on the page, of several kinds of record, saves itself, and is lost by none of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from app.records.entry import Entry
from ui.outbox import Outbox
from ui.session import Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal

_E = TypeVar("_E", bound=Entry)


class Fate(Enum):
    """What is to become of a record: it is kept, put in the trash, or taken away as if it had never been begun."""

    KEPT = auto()
    TRASHED = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class _Unsaved:
    record: Any
    fate: Fate


class Written(QObject):
    """What is on its way to the disk stays here until it is there, also when something else is in hand by then."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[tuple[str, str], _Unsaved] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave

    @property
    def is_settled(self) -> bool:
        """Whether everything that was written is on the disk."""
        return self.autosave.is_settled

    def put(self, kind: str, record: Entry, fate: Fate = Fate.KEPT) -> None:
        """This is the newest state of a record; it is saved after a moment."""
        self._outbox.put((kind, record.id), _Unsaved(record, fate))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def over(self, kind: str, found: Iterable[_E], person: str) -> tuple[_E, ...]:
        """What the journal has of one person, with what is not saved yet in its place; newest first."""
        there = {each.id: each for each in found}
        for (of, id), unsaved in self._outbox.waiting.items():
            if of == kind and unsaved.record.person == person:
                there.pop(id, None)
                if unsaved.fate is Fate.KEPT:
                    there[id] = unsaved.record
        return tuple(sorted(there.values(), key=lambda each: (each.date, each.created_at, each.id), reverse=True))

    def _save(self, given: Mapping[tuple[str, str], _Unsaved], done: Callable[[], None], failed: Failed) -> None:
        kinds = sorted({kind for kind, _ in given})
        over: list[Exception | None] = []

        def is_over(error: Exception | None) -> None:
            over.append(error)
            if len(over) == len(kinds):
                wrong = next(filter(None, over), None)
                failed(wrong) if wrong is not None else done()

        for kind in kinds:
            of_kind = {key: each for key, each in given.items() if key[0] == kind}
            change = Change(kind, next(iter(of_kind))[1] if len(of_kind) == 1 else None)
            self._session.write(self, change, partial(_write, of_kind), is_over, is_over)


def _write(given: dict[tuple[str, str], _Unsaved], journal: "Journal") -> None:
    for (kind, id), each in given.items():
        store: Any = journal.stores[kind]
        if each.fate is Fate.GONE:
            store.discard(id)
            continue
        kept = store.save(each.record, now())
        if each.fate is Fate.TRASHED:
            store.delete(id, now())
        elif kept.deleted_at is not None:
            store.restore(id, now())
