"""Workers: threads that do what would keep the window waiting, with their answers back on the GUI thread."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from ui.collecting import collect_if_due

if TYPE_CHECKING:
    from queue import SimpleQueue

_T = TypeVar("_T")

Failed = Callable[[Exception], None]
_TURN = 0.0005  # seconds, after which a thread that runs Python lets another have its turn; a tenth of what is usual


class _Answer(NamedTuple):
    owner: QObject
    give: Callable[[], None]


class Worker(QObject):
    """A thread that does work in the order given, away from the GUI thread. Lives as long as the program.

    It begins with its first work, since until the window is painted there is none.
    """

    _answered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._waiting: SimpleQueue[Callable[[], _Answer]] | None = None

    def submit(self, owner: QObject, work: Callable[[], _T], done: Callable[[_T], None], failed: Failed) -> None:
        """Does `work` in the thread; its result or its error comes back here, unless `owner` is gone by then."""

        def in_thread() -> _Answer:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  the owner hears of it, whatever it is
                reason = error
                return _Answer(owner, lambda: failed(reason))
            return _Answer(owner, lambda: done(result))

        if self._waiting is None:
            self._waiting = self._begin()
        self._waiting.put(in_thread)

    def _begin(self) -> "SimpleQueue[Callable[[], _Answer]]":
        from queue import SimpleQueue
        from threading import Thread

        sys.setswitchinterval(_TURN)  # who types waits for the GUI thread, and that for this one
        waiting: SimpleQueue[Callable[[], _Answer]] = SimpleQueue()
        self._answered.connect(_give, QtCore.Qt.ConnectionType.QueuedConnection)
        Thread(target=self._run, args=(waiting,), name=self._name, daemon=True).start()
        return waiting

    def _run(self, waiting: "SimpleQueue[Callable[[], _Answer]]") -> None:
        while True:
            answer = waiting.get()()
            if not shiboken6.isValid(self):
                return
            self._answered.emit(answer)
            # What was worked on is not kept alive until the next work comes.
            del answer


def _give(answer: _Answer) -> None:
    if shiboken6.isValid(answer.owner):
        answer.give()
    collect_if_due()
