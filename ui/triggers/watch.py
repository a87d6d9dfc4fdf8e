"""Watch: one small interface to what each system says when nobody is to read along any more."""

import sys
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow


class Occasion(StrEnum):
    """What can be noticed, as far as a system tells."""

    SCREEN = "screen"  # the screen locks
    SLEEP = "sleep"  # the computer sleeps or is shut down
    SWITCH = "switch"  # somebody else signs in, or the screen goes to another session


class Watch(QObject):
    """Says `came` on each occasion. One that notices nothing is silent, and nothing waits for it or asks it again."""

    came = Signal()
    noticing = Signal(object)  # the set of Occasions that it would notice from now on

    def begin(self, window: QWindow) -> None:
        """Listens from now on, for the program of this window; once. Returns at once."""


def watch_here(parent: QObject) -> Watch:
    """The watch of this system; on one that is not known, none notices anything."""
    if sys.platform == "linux":
        from ui.triggers.linux import LinuxWatch as Here
    elif sys.platform == "win32":
        from ui.triggers.windows import WindowsWatch as Here
    elif sys.platform == "darwin":
        from ui.triggers.macos import MacWatch as Here
    else:
        from ui.triggers.watch import Watch as Here
    return Here(parent)
