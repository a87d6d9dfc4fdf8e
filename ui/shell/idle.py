"""Notices that nobody has touched the program for a while, and that the computer has slept."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_MINUTE = 60_000


class IdleWatch(QObject):
    """Says `idled` once nothing has come to the window for the time set. Nothing is polled."""

    idled = Signal()

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idled)
        self._last = datetime.now(UTC)
        # Events reach the window before its widgets, once each: far fewer than the whole program sees.
        window.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """How long nothing may happen; 0 is for ever."""
        self._timer.setInterval(minutes * _MINUTE)
        self._touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            # The timer stands still while the computer sleeps; the clock on the wall does not.
            if self._timer.interval() and datetime.now(UTC) - self._last > self._limit() * 1.1:
                self.idled.emit()
                return True
            self._touch()
        return False

    def _touch(self) -> None:
        self._last = datetime.now(UTC)
        if self._timer.interval():
            self._timer.start()
        else:
            self._timer.stop()

    def _limit(self) -> timedelta:
        return timedelta(milliseconds=self._timer.interval())
