"""The clock of a conversation: whole seconds while it runs, and nothing else."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

SECOND = 1000
_EARLY = 0.1  # of a second: a timer may come a little too soon
_MOST = 5  # seconds at once: what is more, the computer slept


class Clock(QObject):
    """Counts only while it runs; what is left of a second when it stops is dropped."""

    counted = Signal(int)  # so many seconds more

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now, self._since = now, 0.0
        self._timer = QTimer(self, interval=SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def run(self, on: bool) -> None:
        """Has it count from now on, or not any more."""
        if on and not self.is_running:
            self._since = self._now()
            self._timer.start()
        elif not on and self.is_running:
            self.look()
            self._timer.stop()

    def look(self) -> None:
        """Says what has passed since it was looked at last."""
        passed = int(self._now() - self._since + _EARLY)
        self._since += passed
        if passed > 0:
            self.counted.emit(min(passed, _MOST))
