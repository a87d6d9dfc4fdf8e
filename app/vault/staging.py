"""A journal folder is built beside its place and moved there whole, so that no moment has half of one."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import CannotWrite, DiskFull, FolderNotEmpty, JournalInUse
from app.vault import key_file
from app.vault.files import FolderLock, create_private_folder, settle, sync_folder, writing


def is_vacant(folder: Path) -> bool:
    """Whether there is nothing, or an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A private folder beside `folder` to build in; whatever is left in it at the end is taken away.

    Raises DiskFull or CannotWrite, also for what the block raises as OSError, and never names the folder that it made.
    """
    with writing(folder.parent):
        create_private_folder(folder.parent)
        remove_abandoned(folder)
        staged = folder.parent / f".{folder.name}.{os.urandom(4).hex()}.partial"
        staged.mkdir(mode=0o700)
        lock = FolderLock(staged)
        try:
            yield staged
        except (DiskFull, CannotWrite) as error:
            if error.place is not None and error.place.is_relative_to(staged):
                raise type(error)(folder) from None
            raise
        finally:
            lock.release()
            shutil.rmtree(staged, ignore_errors=True)


def move_in(staged: Path, folder: Path) -> None:
    """The built folder becomes `folder`, which must be vacant. Raises FolderNotEmpty or OSError."""
    if not is_vacant(folder):
        raise FolderNotEmpty(folder)
    try:
        if folder.exists():
            folder.rmdir()
        staged.rename(folder)
    except OSError:
        if not is_vacant(folder) or not folder.exists():
            raise
        _move_into_mount_point(staged, folder)
    settle(folder.parent)


def replace(staged: Path, folder: Path, aside: Path) -> None:
    """The built folder becomes `folder`, and what was there becomes `aside`. Raises OSError.

    A crash between the two moves is mended by `finish`, which everything that opens a journal calls first.
    """
    ready = _ready(folder)
    shutil.rmtree(ready, ignore_errors=True)
    staged.rename(ready)
    sync_folder(folder.parent)
    try:
        folder.rename(aside)
    except OSError:
        ready.rename(staged)
        raise
    settle(folder.parent)
    finish(folder)


def finish(folder: Path) -> None:
    """Completes a `replace` that was cut off after the old folder was moved aside. Raises OSError."""
    if not folder.exists() and _ready(folder).is_dir():
        _ready(folder).rename(folder)
        settle(folder.parent)


def forget(folder: Path) -> None:
    """Takes away what a `replace` has left that was cut off before it began; for who holds the lock of `folder`."""
    shutil.rmtree(_ready(folder), ignore_errors=True)


def _ready(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.restored"


def remove_abandoned(folder: Path) -> None:
    """Takes away what was being built for `folder` when its process ended. Raises DiskFull or CannotWrite."""
    for left in folder.parent.glob(f".{glob.escape(folder.name)}.*.partial"):
        try:
            FolderLock(left).release()
        except JournalInUse:
            continue
        shutil.rmtree(left, ignore_errors=True)


def _move_into_mount_point(staged: Path, folder: Path) -> None:
    """A folder that is a mount point cannot be replaced: fill it, the key file last, since that makes it a journal."""
    for name in sorted((each.name for each in staged.iterdir()), key=lambda name: name == key_file.NAME):
        shutil.move(staged / name, folder / name)
    settle(folder)
