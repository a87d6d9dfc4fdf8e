"""Journal: one open journal, the object at which the window and the command line meet the features."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from app.people.store import People
from app.preferences.store import PreferencesStore
from app.reflections.store import Reflections
from app.search import index
from app.vault.slots import Argon2Cost, Secret
from app.vault.vault import Vault, open_vault

_T = TypeVar("_T")


class Journal:
    """An open journal. Everything about its records happens inside `reading()`, `transaction()` or `write()`."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.people = People(vault.connection)
        self.preferences = PreferencesStore(vault.connection)
        self.reflections = Reflections(vault.connection, self.people.ids)

    @classmethod
    def open(cls, folder: Path, secret: Secret, now: datetime) -> Self:
        """Opens the journal and empties its trash of what has been there long enough. Raises what `open_vault` does."""
        journal = cls(open_vault(folder, secret))
        try:
            with journal.reading():
                is_due = journal.reflections.trash_is_due(now)
            if is_due:
                journal.write(lambda journal: journal.reflections.empty_trash(now))
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
