"""Records about people while they are typed: each saved as it is changed, put away while nothing is in it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.one_on_ones.model import FollowUp, OneOnOne, Topic
from app.people.model import Agreement, Feedback, Level, Person
from app.records.entry import Entry
from ui.outbox import Outbox
from ui.session import AGREEMENT, FEEDBACK, FOLLOW_UP, LEVEL, ONE_ON_ONE, PERSON, TOPIC, Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal

_E = TypeVar("_E", bound=Entry)
_KINDS: Mapping[type[Entry], str] = {
    Person: PERSON,
    Agreement: AGREEMENT,
    Feedback: FEEDBACK,
    Level: LEVEL,
    Topic: TOPIC,
    FollowUp: FOLLOW_UP,
    OneOnOne: ONE_ON_ONE,
}


class Typed(QObject):
    """What was changed and is not saved yet, by id."""

    saved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, tuple[Entry, bool]] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave

    @property
    def is_settled(self) -> bool:
        """Whether everything typed is on the disk."""
        return self.autosave.is_settled

    def keep(self, record: Entry, *, is_blank: bool = False) -> None:
        """Saves it as it is now, in a moment. One that is blank is none: it waits in the trash for a word."""
        self._outbox.put(record.id, (record, is_blank))

    def newest(self, read: _E) -> _E:
        """The same one as it was last typed, where that is not saved yet."""
        found, _ = self._outbox.waiting.get(read.id, (read, False))
        assert isinstance(found, type(read))  # noqa: S101  an id is that of one record
        return found

    def is_waiting(self, id: str) -> bool:
        """Whether something of it is not saved yet."""
        return id in self._outbox.waiting

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def put(self, record: Entry, done: Callable[[], object] = lambda: None) -> None:
        """Saves it at once, and takes it out of the trash if it is there."""
        self._change(record, lambda journal: _keep(journal, record, is_blank=False), done)

    def delete(self, record: Entry, done: Callable[[], object] = lambda: None) -> None:
        """Moves it to the trash, with the last word that was typed."""
        typed, _ = self._outbox.waiting.get(record.id, (record, False))

        def work(journal: "Journal") -> None:
            _keep(journal, typed, is_blank=False)
            _store(journal, record).delete(record.id, now())

        self._change(record, work, done)

    def _change(self, record: Entry, work: "Callable[[Journal], object]", done: Callable[[], object]) -> None:
        # A save of its own, behind one under way, would come after and undo this.
        typed = self._outbox.withdraw(record.id)

        def is_changed(_: object) -> None:
            self.saved.emit()
            done()

        def is_refused(error: Exception) -> None:
            if typed is not None and not self.is_waiting(record.id):
                self.keep(typed[0], is_blank=typed[1])
            self._session.faulted.emit(error)

        self._session.write(self, Change(_KINDS[type(record)], record.id), work, is_changed, is_refused)

    def _save(self, given: Mapping[str, tuple[Entry, bool]], done: Callable[[], None], failed: Failed) -> None:
        kinds = {_KINDS[type(each)] for each, _ in given.values()}

        def work(journal: "Journal") -> None:
            for each, is_blank in given.values():
                _keep(journal, each, is_blank=is_blank)

        def is_saved(_: object) -> None:
            done()
            for kind in kinds - {first}:
                self._session.changed.emit(Change(kind), self)
            self.saved.emit()

        first = min(kinds)
        self._session.write(self, Change(first), work, is_saved, failed)


def _store(journal: "Journal", record: Entry) -> Any:
    return journal.stores[_KINDS[type(record)]]


def _keep(journal: "Journal", given: Entry, *, is_blank: bool) -> None:
    store = _store(journal, given)
    if is_blank:
        with suppress(NoSuchRecord):
            store.delete(given.id, now())
    elif store.save(given, now()).deleted_at is not None and given.deleted_at is None:
        store.restore(given.id, now())
