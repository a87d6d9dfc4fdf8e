"""The bell of the window that is here: rung by a second one, which then ends. All it can say is: show yourself."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

if sys.platform == "win32":
    from ui.doorbell.windows import NamedDoor as _Door
else:
    from ui.doorbell.posix import PipedDoor as _Door


class Door(Protocol):
    """The way to one journal, as one window of this person has it and another finds it."""

    def take(self) -> bool:
        """Whether this process is the one that answers here, from now on until it closes or ends."""

    def ring(self) -> bool:
        """Asks the one who answers here to show itself; whether that was heard within ten seconds."""

    def listen(self, parent: QObject, rung: Callable[[], object]) -> None:
        """Answers each ring and calls `rung`, perhaps in another thread, until it is closed. For who has taken it."""

    def close(self) -> None:
        """Leaves it."""


class Bell(QObject):
    """Hangs at the door of one journal at a time. Whatever the system refuses here only lets two windows stand."""

    rung = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._door: Door | None = None
        self._listens = False

    def hang(self, folder: Path, *, ring: bool) -> bool:
        """Hangs at the door of this journal's folder; False once another window there was asked to show itself.

        Without `ring` no other window is asked.
        """
        self._leave()
        try:
            door: Door = _Door(folder)
        except OSError:
            return True
        if door.take():
            self._door = door
            self._answer()
            return True
        is_heard = ring and door.ring()
        door.close()
        return not is_heard

    def move(self, folder: Path) -> None:
        """Hangs at another journal's door, if nobody answers there."""
        self.hang(folder, ring=False)

    def listen(self) -> None:
        """Answers from now on, also what was rung before."""
        self._listens = True
        self._answer()

    def _answer(self) -> None:
        if self._listens and self._door is not None:
            self._door.listen(self, self.rung.emit)

    def _leave(self) -> None:
        if self._door is not None:
            self._door.close()
            self._door = None
