"""A window in which a year's pack is made; prints the longest time, in milliseconds, in which it could not answer.

The passphrase comes on standard input. A timer that is always due tells: what is between two of its calls is the work
of other things in the thread of the window.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.vault.slots import Passphrase
from tests.benchmarks import corpus
from ui.coaching.page import CoachingPage
from ui.coaching.period import Period
from ui.session import Session
from ui.start import make_application

_PATIENCE = 60_000


class Pulse:
    """Counts the time between two moments in which the window could answer."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._on_due)
        self._timer.start()

    def _on_due(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed())
        self._since.restart()
        time.sleep(0.0005)  # what only looks takes the time of what is looked at


def main(folder: Path, passphrase: str) -> None:
    """Opens the journal, shows the page, chooses the year and saves its pack while the pulse is taken."""
    make_application()
    session = Session()
    _wait(lambda done: session.open(folder, lambda: Passphrase(passphrase), done, _raise_again))
    page = CoachingPage(session)
    page.resize(1152, 828)
    page.show()
    page.focus_start()
    presenter = page.presenter
    _wait_until(lambda: not presenter.shown.is_setting)
    pulse = Pulse()
    year = Period(corpus.LAST_DAY - timedelta(days=364), corpus.LAST_DAY)
    presenter.choose(stretch=None, days=year)
    saved: list[object] = []
    presenter.saved.connect(saved.append)
    presenter.export(folder.parent / "window.pdf", None)
    _wait_until(lambda: bool(saved))
    print(pulse.longest / 1e6)
    _wait(session.close)


def _wait(begin: Callable[[Callable[[], None]], object]) -> None:
    over: list[bool] = []

    def is_done() -> None:
        over.append(True)

    begin(is_done)
    _wait_until(lambda: bool(over))


def _wait_until(is_so: Callable[[], bool]) -> None:
    begin, loop = time.monotonic(), QEventLoop()
    looking = QTimer(interval=5)
    looking.timeout.connect(lambda: loop.quit() if is_so() or time.monotonic() > begin + _PATIENCE / 1000 else None)
    looking.start()
    loop.exec()
    if not is_so():
        raise TimeoutError


def _raise_again(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.stdin.readline().rstrip("\n"))
    QApplication.quit()
