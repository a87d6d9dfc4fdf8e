"""A real session on a real journal, open within milliseconds."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.reflections.model import Reflection
from app.vault.slots import RecoveryKey
from tests.app.reflections.journals import NOW, found
from ui.session import Change, Session

_T = TypeVar("_T")


def open_session(qtbot: QtBot, folder: Path, given: Iterable[Reflection] = ()) -> Session:
    """A journal with these reflections in it, open."""
    made, key = _made_once()
    shutil.copytree(made, folder)
    if kept := list(given):
        with Journal.open(folder, key, NOW) as journal, journal.transaction():
            journal.reflections.add_all(kept, NOW)
    session = Session()
    with qtbot.waitSignal(session.opened):
        session.open(folder, lambda: key, lambda: None, raise_again)
    return session


@cache
def _made_once() -> tuple[Path, RecoveryKey]:
    """An empty journal to copy: to make one costs the work of a passphrase."""
    folder = Path(tempfile.mkdtemp()) / "journal"
    atexit.register(shutil.rmtree, folder.parent)
    key = found(folder)
    with Journal.open(folder, key, NOW) as journal, journal.transaction():
        journal.preferences.change(review_weekday=None)  # what is shown is the same on every weekday
    return folder, key


def close_session(qtbot: QtBot, session: Session) -> None:
    """Ends it, after all that was asked for."""
    closed: list[bool] = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))


def ask(qtbot: QtBot, session: Session, work: Callable[[Journal], _T]) -> _T:
    """What the journal says, after all that was asked for before."""
    answers: list[_T] = []
    owner = QObject()
    session.read(owner, work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def raise_again(error: Exception) -> None:
    """For what must not fail."""
    raise error


def ask_to_write(qtbot: QtBot, session: Session, work: Callable[[Journal], object]) -> None:
    """Changes the journal, and waits until it is done."""
    done: list[bool] = []
    session.write(session, Change("anything"), work, lambda _: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
