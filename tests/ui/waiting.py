"""Waiting in a window's test: looks again as soon as anything has happened, not every ten milliseconds."""

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from pytestqt.exceptions import TimeoutError  # noqa: A004  what pytest-qt raises

_AT_LEAST_EVERY = 10  # milliseconds: not all that is waited for comes as an event


def wait_until(judge: Callable[[], bool | None], *, timeout: int) -> None:
    """As `qtbot.waitUntil`: until `judge` returns True, or None without an AssertionError; at most `timeout` ms."""
    __tracebackhide__ = True
    waiting = _Waiting(judge)
    if not waiting.is_over():
        waiting.wait(timeout)


class _Waiting:
    def __init__(self, judge: Callable[[], bool | None]) -> None:
        self._judge = judge
        self._reason: AssertionError | None = None
        self._fault: BaseException | None = None
        self._loop = QEventLoop()
        self._is_judging = False

    def is_over(self) -> bool:
        """Whether it is as it has to be."""
        self._reason = None
        try:
            found = self._judge()
        except AssertionError as error:
            self._reason = error
            return False
        if found not in (None, True, False):
            raise ValueError(f"waited for True, False or None, not for {found!r}")
        return found is not False

    def wait(self, timeout: int) -> None:
        """Until it is over."""
        __tracebackhide__ = True
        self._end = time.monotonic() + timeout / 1000
        ticking = QTimer(interval=_AT_LEAST_EVERY)
        ticking.start()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._look)
        try:
            self._loop.exec()
        finally:
            dispatcher.awake.disconnect(self._look)
        if self._fault is not None:
            raise self._fault

    def _look(self) -> None:
        if self._is_judging or self._fault is not None:  # what judges may have let events through itself
            return
        self._is_judging = True
        try:
            if self.is_over():
                self._loop.quit()
            elif time.monotonic() > self._end:
                raise TimeoutError("waited in vain") from self._reason
        except BaseException as error:  # noqa: BLE001  it goes on from here in the test
            self._fault = error
            self._loop.quit()
        finally:
            self._is_judging = False
