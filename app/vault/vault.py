"""A vault is one journal folder, opened by one of its secrets and held by one process at a time."""

import atexit
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection as Connection  # the journal has its name from here

from app.errors import (
    AppError,
    CannotWrite,
    DamagedJournal,
    DiskFull,
    EmptyPassphrase,
    MalformedRecoveryKey,
    WrongComputerKey,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.vault import (
    backup,
    computer,
    continuity,
    engine,
    health,
    key_file,
    migrations,
    recovery_key,
    reserve,
    slots,
    staging,
)
from app.vault.continuity import DATABASE
from app.vault.files import FolderLock, remove_partials, sync_folder, writing
from app.vault.key_file import KeyFile, Phase, State
from app.vault.slots import Argon2Cost, Passphrase, RecoveryKey, Secret
from app.vault.stopping import Stop

_T = TypeVar("_T")


class Vault:
    """An open journal folder. `connection` is the one connection; use it inside `transaction()` only."""

    def __init__(
        self, folder: Path, lock: FolderLock, keys: KeyFile, master_key: bytes, raw: engine.RawConnection
    ) -> None:
        """For `open_vault`, which has checked all of it."""
        self.folder = folder
        self._lock = lock
        self._keys = keys
        self._master_key = master_key
        self._raw = raw
        self._is_writing = False
        self._copying = threading.RLock()
        self.connection: Connection = engine.engine(raw).connect()
        # Python's own end closes the database without us, and takes away the log that the state says has to be there.
        atexit.register(self.close)

    @property
    def journal_id(self) -> str:
        """32 lowercase hex digits that never change, in copies and backups too."""
        return self._keys.journal_id

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block, or none of it. Raises DiskFull, CannotWrite or DamagedJournal for what the disk says."""
        self.begin_writing()
        with engine.translating(self.folder / DATABASE), self.connection.begin():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One moment of the journal, in which nothing can be changed. Raises DamagedJournal."""
        with engine.translating(self.folder / DATABASE), self.connection.begin():
            self.connection.exec_driver_sql("PRAGMA query_only = ON")
            try:
                yield
            finally:
                self.connection.exec_driver_sql("PRAGMA query_only = OFF")

    def with_reserve(self, work: Callable[[], _T]) -> _T:
        """Does `work`; if the disk is full, throws out the ballast and tries once more."""
        return reserve.spend(self.folder, work)

    def is_opened_by(self, secret: Secret) -> bool:
        """Whether this secret opens the journal; no file is touched. It costs what opening costs.

        Raises NotEnoughMemory.
        """
        try:
            found = slots.unwrap(self._keys.slots, secret, self.journal_id)
        except (WrongPassphrase, WrongRecoveryKey, WrongComputerKey, EmptyPassphrase, MalformedRecoveryKey):
            return False
        return found == self._master_key

    def change_passphrase(self, passphrase: str, cost: Argon2Cost | None = None) -> None:
        """From now on this passphrase opens the journal and the old one does not; old backups keep theirs.

        Recovery key and this computer open it as before: whoever changes it has proven the old one.
        """
        kept = tuple(slot for slot in self._keys.slots if slot.type != slots.PASSPHRASE)
        wrapped = slots.wrap(self._master_key, Passphrase(passphrase), self.journal_id, cost)
        self._replace_slots((wrapped, *kept))

    def renew_secrets(self, passphrase: str, cost: Argon2Cost | None = None) -> str:
        """A new passphrase and a new recovery key, which is returned; the old ones open nothing any more.

        Neither does this computer: who comes in by the recovery key may do so because somebody else could.
        """
        new, allowed = recovery_key.make(), self.allows_computer
        secrets = Passphrase(passphrase), RecoveryKey(new)
        self._replace_slots(slots.wrap_both(self._master_key, *secrets, self.journal_id, cost))
        if allowed:
            computer.forget(self.journal_id)
        return new

    def renew_recovery_key(self) -> str:
        """A new recovery key, which is returned; the old one opens nothing any more, and all else is as before."""
        new = recovery_key.make()
        wrapped = slots.wrap(self._master_key, RecoveryKey(new), self.journal_id)
        self._replace_slots(tuple(wrapped if each.type == wrapped.type else each for each in self._keys.slots))
        return new

    @property
    def allows_computer(self) -> bool:
        """Whether the journal opens with the key that this computer keeps, if it still does."""
        return slots.allow_computer(self._keys.slots)

    def allow_computer(self) -> None:
        """From now on it does. Raises a KeyringFailed, with nothing changed."""
        key = computer.keep(self.journal_id)
        wrapped = slots.wrap(self._master_key, key, self.journal_id)
        self._replace_slots((*slots.lasting(self._keys.slots), wrapped))

    def forbid_computer(self) -> bool:
        """From now on it does not. Whether the key is gone from the keyring, too; if not, it opens nothing any more."""
        self._replace_slots(slots.lasting(self._keys.slots))
        return computer.forget(self.journal_id)

    def findings(self) -> list[str]:
        """The whole health check of the open journal; empty when all is well."""
        return health.findings(self._raw, self.folder / DATABASE)

    def back_up(self, now: datetime, folder: Path | None = None, stop: Stop | None = None) -> Path:
        """One proven backup, in the journal's own backups unless a folder is given. Returns its path.

        It reads through a connection of its own, so any thread may ask for it, or for a backup to be looked at.
        """
        own = self.folder / backup.FOLDER
        with self._copying:
            return backup.make(self.folder, folder or own, self._keys, self._master_key, now, stop)

    @contextmanager
    def without_backups(self) -> Iterator[None]:
        """No backup is made meanwhile: one that was begun is waited for, and one that is asked for waits."""
        with self._copying:
            yield

    def backups(self, *, reads_all: bool = True) -> list[backup.Backup]:
        """What there is in the journal's own backups, newest first; any thread may ask."""
        return backup.listed(self.folder / backup.FOLDER, self.journal_id, self._master_key, reads_all=reads_all)

    def backup_at(self, path: Path, *, reads_all: bool = True, stop: Stop | None = None) -> backup.Backup:
        """The backup in a file, wherever it is; `reads_all` is what `Backup.proven` rests on. Raises OSError."""
        return backup.described(path, self.journal_id, self._master_key, reads_all=reads_all, stop=stop)

    def last_backup(self) -> datetime | None:
        """When the newest of them was made."""
        return backup.newest(self.folder / backup.FOLDER)

    def size(self) -> int:
        """Bytes of the database on the disk, its log included."""
        files = (self.folder / name for name in (DATABASE, continuity.LOG))
        return sum(path.stat().st_size for path in files if path.exists())

    def close(self) -> None:
        """Empties the log into the database and marks a clean end; what was committed is safe without that, too."""
        atexit.unregister(self.close)
        self.connection.close()
        try:
            if self._is_writing:
                with suppress(AppError, OSError, engine.Error):
                    self._mark_clean()
                reserve.renew(self.folder)
        finally:
            if self._keys.state.phase is Phase.OPEN:
                engine.close_keeping_log(self._raw, self.folder / DATABASE, engine.database_key(self._master_key))
            self._raw.close()
            self._lock.release()

    def begin_writing(self) -> None:
        """Before the first change: moves the generation and begins a log that has to be there from now on.

        A session that only reads leaves every file as it was.
        """
        if not self._is_writing:
            self.with_reserve(self._begin)
            self._is_writing = True

    def will_scrub(self) -> None:
        """To be said inside a transaction that takes something away without a trace: from its end on `scrub` is due."""
        self.connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES ('scrub', 'due')")

    @property
    def scrub_is_due(self) -> bool:
        """Whether something that was taken away may still lie in a free page, in a freed cell or in the log."""
        return self._raw.execute("SELECT 1 FROM meta WHERE key = 'scrub'").fetchone() is not None

    def scrub(self) -> bool:
        """Writes the database anew from what there is in it, and empties the log into it: nothing else is left in the
        files. Whether it is done; if not, since something was reading, it stays due. Opening makes good what is due.

        Raises DiskFull, CannotWrite or DamagedJournal; it stays due then, too.
        """
        self.begin_writing()
        self.with_reserve(self._scrub)
        return not self.scrub_is_due

    def _scrub(self) -> None:
        with engine.translating(self.folder / DATABASE):
            self._raw.execute("VACUUM")
        with writing(self.folder):
            self._move_generation(self._next_generation(), self._keys.slots)
        if self._keys.state.phase is Phase.OPEN:
            with engine.translating(self.folder / DATABASE):
                self._raw.execute("DELETE FROM meta WHERE key = 'scrub'")

    def migrate(self) -> None:
        """Brings an older schema up to date, after a proven backup of it."""
        if self._raw.execute("PRAGMA user_version").fetchone()[0] < len(migrations.STEPS):
            self.back_up(datetime.now(UTC))
            self.begin_writing()
            with engine.translating(self.folder / DATABASE):
                migrations.migrate(self._raw)

    def _begin(self) -> None:
        target = self._next_generation()
        with writing(self.folder):
            remove_partials(self.folder, "*")
            staging.forget(self.folder)
            self._write_keys(replace(self._keys, state=State(target, Phase.OPENING)))
            sync_folder(self.folder)  # the database may move on only where that lasts
            self._move_generation(target, self._keys.slots)

    def _next_generation(self) -> int:
        """The one to move to; one that was begun and perhaps not reached is begun again."""
        state = self._keys.state
        return state.generation if state.phase is Phase.OPENING else state.generation + 1

    def _move_generation(self, to: int, wrapped: tuple[slots.Slot, ...]) -> None:
        with engine.translating(self.folder / DATABASE):
            is_emptied = continuity.move(self._raw, to)
            salt = continuity.begin_log(self._raw, self.folder)
        state = State(to, Phase.OPEN, salt) if is_emptied else State(to, Phase.OPENING)
        self._write_keys(replace(self._keys, slots=wrapped, state=state))

    def _mark_clean(self) -> None:
        generation = self._next_generation()
        if continuity.move(self._raw, generation):
            self._raw.close()
            # A power cut might leave the log, and the key file that says that there is none.
            sync_folder(self.folder)
            self._write_keys(replace(self._keys, state=State(generation, Phase.CLEAN)))

    def _replace_slots(self, wrapped: tuple[slots.Slot, ...]) -> None:
        self.begin_writing()
        with writing(self.folder):
            self._move_generation(self._next_generation(), wrapped)

    def _write_keys(self, keys: KeyFile) -> None:
        sealed = keys.sealed(self._master_key)
        key_file.write(self.folder, sealed)
        self._keys = sealed


def open_vault(folder: Path, secret: Secret) -> Vault:
    """Opens the journal, migrating an older one after a proven backup. It is the only one until closed.

    Raises NoJournal, NotAJournal, JournalInUse, WrongPassphrase, WrongRecoveryKey, DamagedJournal, NewerVersion,
    UnsafeKeyCost, DiskFull, CannotWrite, CannotRead; nothing was changed then.
    """
    return _open(folder, lambda keys: slots.unwrap(keys.slots, secret, keys.journal_id))


def open_with_key(folder: Path, master_key: bytes) -> Vault:
    """Opens the journal for who has its master key already, and raises what `open_vault` does."""
    return _open(folder, lambda _: master_key)


def _open(folder: Path, unwrap: Callable[[KeyFile], bytes]) -> Vault:
    folder = folder.absolute()
    with writing(folder):
        staging.finish(folder)
    key_file.check_place(folder)
    key_file.read(folder)
    lock = FolderLock(folder)
    try:
        keys = key_file.read(folder)
        master_key = unwrap(keys)
        if not keys.is_sealed_by(master_key):
            raise DamagedJournal("key-file")
        raw = reserve.spend(folder, lambda: _connect(folder, keys, master_key))
    except BaseException:
        lock.release()
        raise
    vault = Vault(folder, lock, keys, master_key, raw)
    try:
        # After a crash, closing the database would take the log away that the state says has to be there.
        if keys.state.phase is not Phase.CLEAN:
            vault.begin_writing()
        vault.migrate()
        if vault.scrub_is_due:
            with suppress(DiskFull, CannotWrite):  # it stays due
                vault.scrub()
    except BaseException:
        vault.close()
        raise
    return vault


def _connect(folder: Path, keys: KeyFile, master_key: bytes) -> engine.RawConnection:
    """A writing connection, once one that can only read has found nothing to refuse: closing would empty the log."""
    database, key = folder / DATABASE, engine.database_key(master_key)
    had_log = continuity.check_files(folder, keys.state, key)
    with closing(engine.connect(database, key, read_only=True, ignore_wal=not had_log)) as reader:
        with engine.translating(database):
            migrations.version(reader)
            if reader.execute("SELECT value FROM meta WHERE key = 'journal_id'").fetchone() != (keys.journal_id,):
                raise DamagedJournal("database-foreign")
            continuity.check_generation(reader, keys.state, had_log=had_log)
        return engine.connect(database, key)
