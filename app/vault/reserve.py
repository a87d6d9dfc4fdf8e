"""Ballast on the disk, thrown out when the disk is full so that the last words fit."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from app.errors import DiskFull
from app.vault.files import complete_file

SIZE = 4 * 2**20
NAME = "reserve.bin"
_ROOM = 16 * SIZE
_T = TypeVar("_T")


def create(folder: Path) -> None:
    """Writes the ballast. It is random, or a file system might store it as a hole. Raises OSError."""
    with complete_file(folder / NAME) as partial:
        partial.write_bytes(os.urandom(SIZE))


def spend(folder: Path, work: Callable[[], _T]) -> _T:
    """Does `work`; if the disk is full, throws out the ballast and tries once more."""
    try:
        return work()
    except DiskFull:
        if not release(folder):
            raise
        return work()


def release(folder: Path) -> bool:
    """Frees the space; False where there was none to free."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True


def renew(folder: Path) -> None:
    """Puts the ballast back if it is gone and there is ample room again."""
    with suppress(OSError):
        if not (folder / NAME).exists() and shutil.disk_usage(folder).free > _ROOM:
            create(folder)
