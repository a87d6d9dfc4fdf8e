"""Private files: written complete or not at all, readable by their owner only, synced to the disk."""

import errno
import glob
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import CannotRead, CannotWrite, DiskFull, JournalInUse

LOCK = "vault.lock"
_RANDOM = "[0-9a-f]" * 8
_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turns what the operating system says while writing below `place` into DiskFull or CannotWrite."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(place) from error
        raise CannotWrite(place) from error


@contextmanager
def reading(place: Path) -> Iterator[None]:
    """Turns what the operating system says while reading `place` into CannotRead."""
    try:
        yield
    except OSError as error:
        raise CannotRead(place) from error


def read_limited(path: Path, limit: int) -> bytes:
    """At most `limit` bytes of a regular file, without waiting on pipes. Raises CannotRead."""
    with reading(path):
        if not path.is_file():
            raise CannotRead(path)
        with path.open("rb") as stream:
            return stream.read(limit)


def create_private(path: Path) -> None:
    """An empty file, 0600, that was not there before. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def create_private_folder(path: Path) -> None:
    """A folder 0700 with its parents; one that is there is left as it is. Raises OSError."""
    for missing in reversed([each for each in (path, *path.parents) if not each.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def sync_file(path: Path) -> None:
    """What was written to this file is on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """The names in this folder are on the disk. Raises OSError."""
    if sys.platform == "win32":  # a folder cannot be opened there, and renames are journalled
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(path: Path) -> None:
    """Has the names in this folder last, for what has its name already: to refuse it now would be untrue."""
    with suppress(OSError):
        sync_folder(path)


@contextmanager
def scratch_file(path: Path) -> Iterator[Path]:
    """An empty private file beside `path`, taken away at the end of the block. Raises OSError."""
    partial = path.with_name(f".{path.name}.{os.urandom(4).hex()}.partial")
    try:
        create_private(partial)
        yield partial
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def complete_file(path: Path) -> Iterator[Path]:
    """A new private file to fill, which takes the name `path` when the block ends well.

    After a crash there is the old file or the whole new one. Raises OSError.
    """
    with scratch_file(path) as partial:
        yield partial
        sync_file(partial)
        partial.replace(path)
        settle(path.parent)


def remove_partials(folder: Path, like: str) -> None:
    """Takes away what interrupted writes of files named like this have left, a database's log too. Raises OSError."""
    for leftover in folder.glob(f".{like}.*.partial*"):
        leftover.unlink(missing_ok=True)


def remove_abandoned(target: Path) -> None:
    """Takes away what was left where writing `target`, a file or a folder, was cut off. Raises OSError.

    For files in places of the person's own: nobody would look for words there.
    """
    for left in target.parent.glob(f".{glob.escape(target.name)}.{_RANDOM}.partial"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


class FolderLock:
    """The one writer of a journal: a lock of the operating system, freed by it when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Takes the lock. Raises JournalInUse, DiskFull or CannotWrite."""
        self._path = folder / LOCK
        with writing(folder):
            self._descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        if not _lock(self._descriptor) or not self._is_current():
            os.close(self._descriptor)
            raise JournalInUse(folder)

    def release(self) -> None:
        """Gives the lock back; the file stays."""
        os.close(self._descriptor)

    def _is_current(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
