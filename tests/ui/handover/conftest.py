"""A session with what a hand-over can be made of, and the page in its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.handover.desk import Desk, fill
from tests.ui.sessions import ask_to_write, close_session, open_session
from tests.ui.shell.windows import Window
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on a journal with Jonas, his level, a checklist and a held task."""
    made = open_session(qtbot, tmp_path / "journal")
    ask_to_write(qtbot, made, fill)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Desk:
    """The window, with a new hand-over begun by Ctrl+D from Today."""
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Desk(qtbot, session, window)
    made.begin()
    return made
