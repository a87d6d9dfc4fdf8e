"""How a journal comes to be: made new, or restored from a backup; built aside and moved in whole."""

import itertools
import os
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.errors import DamagedBackup, DamagedJournal, FolderNotEmpty
from app.moments import stamp
from app.vault import backup, continuity, engine, health, key_file, migrations, recovery_key, reserve, slots, staging
from app.vault.continuity import DATABASE
from app.vault.files import FolderLock, create_private, sync_folder, writing
from app.vault.key_file import KeyFile, Phase, State
from app.vault.slots import Argon2Cost, Passphrase, RecoveryKey, Secret
from app.vault.vault import Vault, open_with_key


def create(folder: Path, passphrase: str, cost: Argon2Cost | None = None) -> str:
    """Makes a journal in an empty or missing folder and returns its recovery key.

    Raises FolderNotEmpty, EmptyPassphrase, DiskFull or CannotWrite.
    """
    return _create(folder, passphrase, cost)[0]


def create_and_open(folder: Path, passphrase: str, cost: Argon2Cost | None = None) -> tuple[Vault, str]:
    """The same, and the journal is open: its key is derived no second time. Raises what `create` does."""
    recovery, master_key = _create(folder, passphrase, cost)
    return open_with_key(folder, master_key), recovery


def _create(folder: Path, passphrase: str, cost: Argon2Cost | None) -> tuple[str, bytes]:
    folder = folder.absolute()
    Passphrase(passphrase).to_bytes()
    check_vacant(folder)
    master_key, journal_id, recovery = os.urandom(slots.KEY_LENGTH), uuid4().hex, recovery_key.make()
    with staging.new_folder(folder) as staged:
        create_private(staged / DATABASE)
        _create_database(staged / DATABASE, master_key, journal_id)
        wrapped = slots.wrap_both(master_key, Passphrase(passphrase), RecoveryKey(recovery), journal_id, cost)
        _complete_folder(staged, KeyFile(journal_id, wrapped, State(1, Phase.CLEAN)).sealed(master_key))
        staging.move_in(staged, folder)
    return recovery, master_key


def check_vacant(folder: Path) -> None:
    """Raises FolderNotEmpty unless `folder` is missing or empty."""
    with writing(folder):
        staging.finish(folder)
        if not staging.is_vacant(folder):
            raise FolderNotEmpty(folder)


def restore(source: Path, folder: Path, secret: Secret, *, aside: Path | None = None) -> None:
    """Makes `folder` the journal that is in the backup `source`, after proving it whole.

    With `aside`, a folder that holds anything is moved there first. Raises NoSuchBackup, DamagedBackup,
    NewerVersion, FolderNotEmpty, JournalInUse, DiskFull, CannotWrite, or what a wrong secret raises.
    """
    folder = folder.absolute()
    header = backup.read_header(source)
    with writing(folder):
        staging.finish(folder)
    if aside is None:
        check_vacant(folder)
    master_key = slots.unwrap(header.slots, secret, header.journal_id)
    if not backup.is_sealed(source, header, master_key):
        raise DamagedBackup(source, "header")
    with staging.new_folder(folder) as staged:
        create_private(staged / DATABASE)
        backup.extract(source, header, staged / DATABASE)
        generation = _prove(staged / DATABASE, master_key, source, header)
        state = State(generation, Phase.CLEAN)
        _complete_folder(staged, KeyFile(header.journal_id, header.slots, state).sealed(master_key))
        if staging.is_vacant(folder) or aside is None:
            staging.move_in(staged, folder)
        else:
            _replace(staged, folder, aside)


def _create_database(path: Path, master_key: bytes, journal_id: str) -> None:
    with engine.translating(path), closing(engine.connect(path, engine.database_key(master_key))) as raw:
        migrations.migrate(raw)
        raw.execute("INSERT INTO meta VALUES ('journal_id', ?), ('generation', '1')", (journal_id,))
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _prove(database: Path, master_key: bytes, source: Path, header: backup.Header) -> int:
    """The generation in a restored database, which has passed the health check. Raises DamagedBackup or DiskFull."""
    try:
        with engine.translating(database), closing(engine.connect(database, engine.database_key(master_key))) as raw:
            migrations.version(raw)
            if health.findings(raw, database) or health.row_counts(raw) != header.rows:
                raise DamagedJournal("backup")
            return continuity.generation(raw)
    except (DamagedJournal, engine.Error):
        raise DamagedBackup(source, "content") from None


def _complete_folder(staged: Path, keys: KeyFile) -> None:
    (staged / backup.FOLDER).mkdir(mode=0o700)
    reserve.create(staged)
    key_file.write(staged, keys)
    sync_folder(staged)


def _replace(staged: Path, folder: Path, aside: Path) -> None:
    lock = FolderLock(folder)
    try:
        staging.replace(staged, folder, aside)
    finally:
        lock.release()


def aside_name(folder: Path, now: datetime) -> Path:
    """Where a journal goes when a backup takes its place: beside it, by the time, with a number if that is taken."""
    name = f"{folder.absolute().name} before {stamp(now)}"
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(path for path in map(folder.absolute().with_name, names) if not path.exists())
