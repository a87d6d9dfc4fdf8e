"""Journal: one open journal, the object at which the window and the command line meet the features."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from app.delegation.record import HELD_TASK
from app.delegation.store import Delegations
from app.errors import NoSuchRecord
from app.experiments.model import KIND as EXPERIMENT
from app.experiments.store import Experiments
from app.interviews.record import ALIGNMENT, OWN_QUESTION, PREPARATION
from app.interviews.store import Interviews, Kits
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.people.record import AGREEMENT, FEEDBACK, LEVEL
from app.people.store import People
from app.practices.record import PRACTICE, RUN
from app.practices.store import Checklists
from app.preferences.store import PreferencesStore
from app.prompts.own import KIND as PROMPT
from app.prompts.store import Prompts
from app.records import trash
from app.records.names import Names
from app.records.storage import Storage
from app.reflections.model import KIND as REFLECTION
from app.reflections.model import Filter
from app.reflections.store import Reflections
from app.search import index
from app.vault.slots import Argon2Cost, Secret
from app.vault.vault import Connection, Vault, open_vault

_T = TypeVar("_T")


class Store(Protocol):
    """What everything that treats all kinds of record alike may ask of where one kind lives."""

    @property
    def table(self) -> trash.Table:
        """The one that its records are rows of."""
        ...

    def get(self, id: str) -> Any:
        """One record, from the trash too. Raises NoSuchRecord."""
        ...

    def find(self, wanted: Filter, limit: int | None = None) -> list[Any]:
        """Newest first, without the trash."""
        ...

    def every(self) -> Iterator[Any]:
        """All of them, the trash included, by id."""
        ...

    def ids(self) -> set[str]:
        """Those of all of them, the trash included."""
        ...

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        ...

    def new(self, given: Iterable[Any]) -> tuple[list[Any], list[Any]]:
        """Those that are not here yet; and those that would be new, but clash with another's."""
        ...

    def add_all(self, given: Sequence[Any], now: datetime) -> None:
        """Adds records that are not there yet exactly as they are."""
        ...

    def naming(self, id: str, name: str) -> list[Any]:
        """Those that name the person with this id and this name, in an earlier version, too, the trash included."""
        ...

    def renamed(self, id: str, old: str, new: str) -> list[index.Document]:
        """Brings along what keeps the name of this person, who has another one, as a name; and what can be found now
        of those that name them.
        """
        ...

    def overwrite(self, given: Sequence[Any], now: datetime) -> None:
        """Writes records that are there exactly as they are given; what can be found of them stays as it was."""
        ...

    def remove(self, ids: Sequence[str]) -> None:
        """Removes them for good, whether in the trash or not; what can be found of them stays as it was."""
        ...

    def document(self, given: Any) -> index.Document:
        """What can be found of a record."""
        ...

    def trash(self) -> list[Any]:
        """What is in the trash, put there last first."""
        ...

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        ...

    def empty_trash(self, now: datetime) -> int:
        """Removes that for good; returns how many."""
        ...


class Records:
    """What there is over a connection: one attribute a feature, and `stores`, one a kind of record."""

    def __init__(self, connection: Connection) -> None:
        names = Names(connection)
        self._connection = connection
        self.people = People(connection, names, self._rename)
        self.agreements = Storage(connection, AGREEMENT, names)
        self.feedback = Storage(connection, FEEDBACK, names)
        self.levels = Storage(connection, LEVEL, names)
        self.topics = Storage(connection, TOPIC, names)
        self.follow_ups = Storage(connection, FOLLOW_UP, names)
        self.one_on_ones = Storage(connection, ONE_ON_ONE, names)
        self.practices = Storage(connection, PRACTICE, names)
        self.runs = Storage(connection, RUN, names)
        self.checklists = Checklists(connection, names, self.runs)
        self.held_tasks = Storage(connection, HELD_TASK, names)
        self.delegations = Delegations(connection, names)
        self.touches, self.debriefs = self.delegations.touches, self.delegations.debriefs
        self.questions = Storage(connection, OWN_QUESTION, names)
        self.interviews = Interviews(connection, names)
        self.kits = Kits(connection, names, self.interviews)
        self.alignments = Storage(connection, ALIGNMENT, names)
        self.preparations = Storage(connection, PREPARATION, names)
        self.preferences = PreferencesStore(connection)
        self.reflections = Reflections(connection, names.ids)
        self.experiments = Experiments(connection, names.ids)
        self.prompts = Prompts(connection)
        storages = (self.people, self.agreements, self.feedback, self.levels, self.topics, self.follow_ups)
        more = (self.one_on_ones, self.practices, self.checklists, self.runs)
        work = (self.held_tasks, self.delegations, self.touches, self.debriefs)
        talks = (self.questions, self.kits, self.interviews, self.alignments, self.preparations)
        # People come first: where a file brings them and what names them, the names find the people of the file.
        self.stores: Mapping[str, Store] = {each.kind.name: each for each in (*storages, *more, *work, *talks)} | {
            EXPERIMENT: self.experiments,
            PROMPT: self.prompts,
            REFLECTION: self.reflections,
        }

    def _rename(self, id: str, old: str, new: str) -> None:
        found = [document for each in self.stores.values() for document in each.renamed(id, old, new)]
        index.change_all(self._connection, found)

    def trash_due(self, now: datetime) -> list[Store]:
        """Those with something that has been in the trash long enough to go."""
        due = trash.due(self._connection, (each.table for each in self.stores.values()), now)
        return [each for each in self.stores.values() if each.table.name in due]


class Journal(Records):
    """An open journal. Everything about its records happens inside `reading()`, `transaction()` or `write()`."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault.connection)
        self.vault = vault

    @classmethod
    def open(cls, folder: Path, secret: Secret, now: datetime) -> Self:
        """Opens the journal and empties its trash of what has been there long enough. Raises what `open_vault` does."""
        journal = cls(open_vault(folder, secret))
        try:
            with journal.reading():
                due = journal.trash_due(now)
            if due:
                journal.write(lambda _: [each.empty_trash(now) for each in due])
        except BaseException:
            journal.close()
            raise
        return journal

    @classmethod
    def create(cls, folder: Path, passphrase: str, cost: Argon2Cost | None = None) -> tuple[Self, str]:
        """A new journal, open, and its recovery key. Raises FolderNotEmpty, EmptyPassphrase, DiskFull, CannotWrite."""
        from app.vault.founding import create_and_open  # opening does not pay for it

        vault, recovery = create_and_open(folder, passphrase, cost)
        return cls(vault), recovery

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block, or none of it. Raises DiskFull, CannotWrite or DamagedJournal."""
        with self.vault.transaction():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment of the journal, in which nothing can be changed. Raises DamagedJournal."""
        with self.vault.reading():
            yield

    def write(self, work: Callable[[Self], _T]) -> _T:
        """Does `work` in one transaction; on a full disk the reserve is thrown out and `work` done once more."""

        def in_transaction() -> _T:
            with self.transaction():
                return work(self)

        return self.vault.with_reserve(in_transaction)

    def get(self, id: str) -> Any:
        """The record with this id, whatever its kind. Raises NoSuchRecord."""
        for store in self.stores.values():
            with suppress(NoSuchRecord):
                return store.get(id)
        raise NoSuchRecord(id)

    def trash(self) -> list[Any]:
        """What is in the trash, of every kind, put there last first."""
        found = [each for store in self.stores.values() for each in store.trash()]
        return sorted(found, key=attrgetter("deleted_at"), reverse=True)

    def search(self, query: str, limit: int) -> list[index.Hit]:
        """At most `limit` records with all the words of `query`, newest first."""
        return index.find(self.vault.connection, query, limit)

    def close(self) -> None:
        """Ends it cleanly. What was committed is safe either way."""
        self.vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
