"""On Linux two buses are listened to, each in a thread of its own: a bus that is wedged keeps nothing else waiting.

QtDBus would keep everything waiting: it connects while it holds Python's lock, and for as long as the bus likes.
"""

import os
from collections.abc import Callable
from functools import partial
from threading import Thread

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from ui.triggers import login, screensavers
from ui.triggers.buses import Ear
from ui.triggers.watch import Occasion, Watch

# logind waits five seconds unless it is told otherwise; words that are not saved by then wait behind the curtain.
_LONGEST = 3000


class LinuxWatch(Watch):
    """logind and the screen savers. While it listens, the computer waits a moment for it before it sleeps."""

    _noticed = Signal(str, object)
    _leaves = Signal()
    _held = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[str, frozenset[Occasion]] = {}
        self._descriptor: int | None = None
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST)
        self._longest.timeout.connect(self._let_go)
        self._noticed.connect(self._on_noticed)
        self._leaves.connect(self._on_leaves)
        self._held.connect(self._on_held)

    def begin(self, window: QWindow) -> None:
        for name, listen in (("system bus", login.listen), ("session bus", screensavers.listen)):
            Thread(target=self._run, args=(name, listen), name=name, daemon=True).start()

    def _run(self, name: str, listen: Callable[[Ear], None]) -> None:
        try:
            notices = partial(self._noticed.emit, name)
            listen(Ear(notices, self.came.emit, self._leaves.emit, self._held.emit))
        except Exception:  # noqa: BLE001  no bus, one that ended, one that says what no bus says: all of it is silence
            if shiboken6.isValid(self):
                self._noticed.emit(name, frozenset())

    def _on_noticed(self, name: str, known: frozenset[Occasion]) -> None:
        self._known[name] = known
        self.noticing.emit(frozenset().union(*self._known.values()))

    def _on_leaves(self) -> None:
        # Starting anew lets go; where the last words cannot be saved, the computer still gets to sleep.
        self._longest.start()
        self.came.emit()

    def _on_held(self, descriptor: int) -> None:
        self._let_go()
        self._descriptor = descriptor
        self._longest.stop()

    def _let_go(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
