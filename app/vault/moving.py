"""A closed journal goes to another place: whole there before anything is taken away here."""

import shutil
from collections.abc import Callable
from pathlib import Path

from app.errors import CannotWrite, FolderNotEmpty
from app.vault import continuity, founding, key_file, staging
from app.vault.files import LOCK, FolderLock, create_private_folder, sync_file, sync_folder, writing

_CHUNK = 2**20
# The lock stays with its folder, and SQLite makes the index of the log anew.
_LEFT = (LOCK, continuity.LOG_INDEX)


def move(folder: Path, target: Path, switch: Callable[[], None]) -> bool:
    """Moves the journal's folder, with all that is in it, to `target`, which must be empty or missing.

    The key that this computer keeps goes by the journal's id, so it still opens it.
    `switch` is called when the new place has everything and the old one still does, as far as the system allows: it is
    the moment to remember the new one. Whether nothing is left at the old place. Raises NoJournal, NotAJournal,
    DamagedJournal, JournalInUse, FolderNotEmpty, DiskFull, CannotWrite or CannotRead; the journal is where it was then.
    """
    folder, target = folder.absolute(), target.absolute()
    with writing(folder):
        staging.finish(folder)
    key_file.check_place(folder)
    if target.resolve().is_relative_to(folder.resolve()):
        raise FolderNotEmpty(target)
    founding.check_vacant(target)
    lock = FolderLock(folder)
    try:
        if _rename(folder, target):
            switch()
            return True
        _copy(folder, target)
    finally:
        lock.release()
    switch()
    return _remove(folder)


def _rename(folder: Path, target: Path) -> bool:
    """Whether one rename did it: not across disks, nor, on Windows, with a file open in the folder."""
    with writing(target):
        create_private_folder(target.parent)
    was_there = target.exists()
    try:
        if was_there:
            target.rmdir()
        folder.rename(target)
    except OSError:
        if was_there and not target.exists():
            target.mkdir(mode=0o700)
        return False
    with writing(target):
        sync_folder(target.parent)
        sync_folder(folder.parent)
    return True


def _copy(folder: Path, target: Path) -> None:
    with staging.new_folder(target) as staged:
        for source in folder.rglob("*"):
            copied = staged / source.relative_to(folder)
            if source.is_symlink():
                copied.symlink_to(source.readlink())
            elif source.is_dir():
                create_private_folder(copied)
            elif source.name not in _LEFT:
                _copy_file(source, copied)
        for each in (*staged.rglob("*/"), staged):
            sync_folder(each)
        staging.move_in(staged, target)


def _copy_file(source: Path, copied: Path) -> None:
    shutil.copyfile(source, copied)
    copied.chmod(0o600)
    sync_file(copied)
    if not _same(source, copied):
        raise CannotWrite(copied)


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while piece := first.read(_CHUNK):
            if second.read(_CHUNK) != piece:
                return False
        return not second.read(1)


def _remove(folder: Path) -> bool:
    # Without its key file the rest is no journal any more, should this be cut off.
    try:
        (folder / key_file.NAME).unlink()
        shutil.rmtree(folder)
    except OSError:
        return False
    return True
