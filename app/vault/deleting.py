"""A journal is deleted for good, by who has proven its secret, and nothing else in its folder with it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.errors import DamagedJournal
from app.vault import backup, computer, continuity, key_file, reserve, slots, staging
from app.vault.files import LOCK, FolderLock, sync_folder, writing
from app.vault.slots import Secret


def delete(folder: Path, secret: Secret) -> bool:
    """Removes the closed journal and its backups; whether the folder is gone, too, for it held nothing else.

    The key that this computer keeps for it goes as well, as far as the keyring answers: it opens nothing any more.
    Raises NoJournal, NotAJournal, JournalInUse, DamagedJournal, NewerVersion, CannotRead, or what a wrong secret
    raises, with nothing removed; DiskFull or CannotWrite if something could not be.
    """
    folder = folder.absolute()
    key_file.check_place(folder)
    key_file.read(folder)
    lock = FolderLock(folder)
    try:
        keys = key_file.read(folder)
        if not keys.is_sealed_by(slots.unwrap(keys.slots, secret, keys.journal_id)):
            raise DamagedJournal("key-file")
        with writing(folder):
            # First the keys: should this be cut off, what is left can be read by nobody.
            (folder / key_file.NAME).unlink()
            sync_folder(folder)
            for path in _files(folder):
                path.unlink(missing_ok=True)
            staging.forget(folder)
    finally:
        lock.release()
    if slots.allow_computer(keys.slots):
        computer.forget(keys.journal_id)
    return _remove_folders(folder)


def _files(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in (continuity.DATABASE, continuity.LOG, continuity.LOG_INDEX, reserve.NAME))
    backups = folder / backup.FOLDER
    yield from backups.glob(f"*{backup.SUFFIX}")
    for like in ("*.backup", key_file.NAME, reserve.NAME, continuity.DATABASE):
        yield from (*folder.glob(f".{like}.*.partial*"), *backups.glob(f".{like}.*.partial*"))


def _remove_folders(folder: Path) -> bool:
    with suppress(OSError):
        (folder / LOCK).unlink()
        with suppress(FileNotFoundError):
            (folder / backup.FOLDER).rmdir()
        folder.rmdir()
        return True
    return False
