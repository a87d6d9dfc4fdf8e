"""A one-on-one in the window of an open journal, as the program shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.one_on_ones.room import Room, fill
from tests.ui.sessions import ask_to_write, close_session, open_session
from tests.ui.shell.windows import Window
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on a journal with Jonas, whose one-on-one is today, and Priya, with whom there was none."""
    made = open_session(qtbot, tmp_path / "journal")
    ask_to_write(qtbot, made, fill)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    """The window, with the one-on-one of today."""
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Room(qtbot, session, window)
    made.open("Jonas")
    return made
