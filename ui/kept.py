"""Kept: whatever is done and typed on a page, on its way to the disk; nothing is lost, and all can be undone."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from app.records.entry import Entry
from ui.outbox import Outbox
from ui.session import Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal

_E = TypeVar("_E", bound=Entry)


class _Unsaved(NamedTuple):
    record: Entry
    is_away: bool  # in the trash
    is_gone: bool  # as if it had never been begun


class Kept(QObject):
    """The newest state of each record, until it is on the disk."""

    saved = Signal()

    def __init__(self, session: Session, kinds: Mapping[type[Entry], str], parent: QObject | None = None) -> None:
        """`kinds` are those that it keeps, by what a record of each is."""
        super().__init__(parent)
        self._session, self._kinds = session, kinds
        self._outbox: Outbox[tuple[str, str], _Unsaved] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave
        self.version = 0  # another one whenever `over` may say something else
        self._on_disk: dict[tuple[str, str], _Unsaved] = {}  # and not read again yet

    @property
    def is_settled(self) -> bool:
        """Whether everything is on the disk."""
        return self.autosave.is_settled

    def put(self, record: Entry, *, is_away: bool = False, is_gone: bool = False, at_once: bool = True) -> None:
        """This is how it is now. What is done is saved at once, what is typed after a moment."""
        self.version += 1
        self._outbox.put((self._kinds[type(record)], record.id), _Unsaved(record, is_away, is_gone))
        if at_once:
            self.flush()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def over(self, kind: str, found: Iterable[_E], of: Callable[[Any], bool] = lambda _: True) -> list[_E]:
        """What was read, with what is newer in its place; of what is new, that which is `of` it."""
        there = {each.id: each for each in found}
        for (kind_, id), unsaved in {**self._on_disk, **self._outbox.waiting}.items():
            record: Any = unsaved.record
            if kind_ != kind or not of(record):
                continue
            there.pop(id, None)
            if not (unsaved.is_away or unsaved.is_gone):
                there[id] = record
        return list(there.values())

    def saved_by_now(self) -> Mapping[tuple[str, str], object]:
        """What a question that is asked now will answer."""
        return dict(self._on_disk)

    def is_read(self, given: Mapping[tuple[str, str], object]) -> None:
        """That was read again."""
        self.version += 1
        for key, each in given.items():
            if self._on_disk.get(key) is each:
                del self._on_disk[key]

    def _save(self, given: Mapping[tuple[str, str], _Unsaved], done: Callable[[], None], failed: Failed) -> None:
        kinds = sorted({kind for kind, _ in given})
        over: list[Exception | None] = []

        def is_over(error: Exception | None) -> None:
            over.append(error)
            if len(over) < len(kinds):
                return
            wrong = next(filter(None, over), None)
            if wrong is not None:
                failed(wrong)
            else:
                self._on_disk.update(given)
                done()
                self.saved.emit()

        for kind in kinds:
            of_kind = {id: each for (each_kind, id), each in given.items() if each_kind == kind}
            change = Change(kind, next(iter(of_kind)) if len(of_kind) == 1 else None)
            self._session.write(self, change, partial(_write, kind, of_kind), is_over, is_over)


def _write(kind: str, given: Mapping[str, _Unsaved], journal: "Journal") -> None:
    store: Any = journal.stores[kind]
    for id, each in given.items():
        if each.is_gone:
            store.discard(id)
            continue
        kept = store.save(each.record, now())
        if each.is_away and kept.deleted_at is None:
            store.delete(id, now())
        elif not each.is_away and kept.deleted_at is not None:
            store.restore(id, now())
