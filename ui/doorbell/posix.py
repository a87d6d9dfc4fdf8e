"""The door as two named pipes in a folder of this person's own. A socket would do, but its module costs 5 ms to load.

Who answers holds a lock of the operating system on the folder, freed by it with the process: what a killed window left
is simply taken over, and no number of a process is believed.
"""

import fcntl
import os
import stat
import sys
from binascii import crc32
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from app import paths

assert sys.platform != "win32"  # noqa: S101  nothing below is there

_ASKS, _HEARD = "asks", "heard"
_WORD = b"!"
# A window that is just starting answers after its first paint, which takes a busy computer some seconds. Only one that
# is frozen does not, and then the second opens.
_PATIENCE = 10.0


class PipedDoor:
    """Raises OSError where it cannot be, or where it is not this person's alone."""

    def __init__(self, folder: Path) -> None:
        # Two journals of one person meet here with a chance of one in four billion; hashlib takes 3 ms to load.
        place = paths.runtime_folder() / f"{crc32(os.fsencode(os.path.realpath(folder))):08x}"
        for each in (place.parent, place):
            with suppress(FileExistsError):
                each.mkdir(mode=0o700, parents=True)
            _trust(each.lstat(), stat.S_ISDIR)
        self._place = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        self._open: list[int] = [self._place]
        self._notifier: QObject | None = None

    def take(self) -> bool:
        begun = len(self._open)
        with suppress(OSError):
            # Open before it is known who answers, so that nobody who asks in between finds nothing here.
            self._asks = self._pipe(_ASKS, os.O_RDONLY)
            self._pipe(_ASKS, os.O_WRONLY)  # with a writing end of its own it never ends
            fcntl.flock(self._place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        self._close_from(begun)
        return False

    def ring(self) -> bool:
        import select  # for a second start only

        with suppress(OSError):
            # Opened before the question, and also for writing: what is said then waits, and this never ends.
            heard = self._pipe(_HEARD, os.O_RDWR)
            os.write(self._pipe(_ASKS, os.O_WRONLY), _WORD)
            ready, _, _ = select.select([heard], [], [], _PATIENCE)
            return bool(ready) and os.read(heard, 1) == _WORD
        return False

    def listen(self, parent: QObject, rung: Callable[[], object]) -> None:
        from PySide6.QtCore import QSocketNotifier

        notifier = self._notifier = QSocketNotifier(self._asks, QSocketNotifier.Type.Read, parent)

        def answer() -> None:
            self._answer()
            rung()

        notifier.activated.connect(answer)

    def close(self) -> None:
        if self._notifier is not None:
            self._notifier.deleteLater()
        self._close_from(0)

    def _answer(self) -> None:
        begun = len(self._open)
        with suppress(OSError):
            asked = os.read(self._asks, 64)
            os.write(self._pipe(_HEARD, os.O_WRONLY), _WORD * len(asked))
        self._close_from(begun)

    def _close_from(self, first: int) -> None:
        while len(self._open) > first:
            os.close(self._open.pop())

    def _pipe(self, name: str, how: int) -> int:
        with suppress(FileExistsError):
            os.mkfifo(name, 0o600, dir_fd=self._place)
        opened = os.open(name, how | os.O_NONBLOCK | os.O_NOFOLLOW, dir_fd=self._place)
        self._open.append(opened)
        _trust(os.fstat(opened), stat.S_ISFIFO)
        return opened


def _trust(found: os.stat_result, is_right: Callable[[int], bool]) -> None:
    """Raises PermissionError unless this is what it has to be, this person's, and open to nobody else."""
    if not is_right(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError
