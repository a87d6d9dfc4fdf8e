"""The window of an open journal, and the sheet of prompts over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.reflections.journals import reflection
from tests.ui.prompts.desk import Desk
from tests.ui.sessions import close_session, open_session
from tests.ui.shell.windows import Window, yesterday
from ui.reference import TODAY
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on a journal with one reflection that answered the first prompt."""
    given = [reflection("He cut the right page.", yesterday(1), prompt=Desk.first.id, pillar=Desk.first.pillar)]
    made = open_session(qtbot, tmp_path / "journal", given)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Desk:
    """The window, on Today."""
    window = Window(session)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.inside.begin(TODAY, lambda: None)
    qtbot.waitUntil(lambda: window.today().is_filled)
    QApplication.processEvents()
    return Desk(qtbot, session, window)
