"""An open journal in a window of its own, as the program shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.reflections.journals import plan, reflection
from tests.ui.sessions import close_session, open_session
from tests.ui.shell.windows import Window, yesterday
from ui.reference import TODAY
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on a journal with three reflections, the last of them with a plan."""
    given = [
        reflection("Nobody else reads this.", yesterday(9), private=True),
        reflection("I gave the report back before lunch.", yesterday(2), people=("Jonas",), pull=3),
        reflection("He cut the right page.", yesterday(1), plan("Jonas sends the draft", "ask two questions"), pull=4),
    ]
    made = open_session(qtbot, tmp_path / "journal", given)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    """The window, on Today, with everything read."""
    made = Window(session)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.inside.begin(TODAY, lambda: None)
    qtbot.waitUntil(lambda: made.today().is_filled)
    return made
