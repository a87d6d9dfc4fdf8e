"""Whoever was erased is in no field of a page that was there before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.journal import Journal
from tests.app.people.test_store import person
from tests.app.reflections.journals import NOW, found
from tests.ui.sessions import ask, close_session, raise_again
from ui.coaching.page import CoachingPage
from ui.people.erase_sheet import EraseSheet
from ui.session import Session
from ui.shell.main_window import MainWindow
from ui.widgets.messages import Toast


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def coaching(window: MainWindow) -> CoachingPage:
    assert window.inside is not None
    window.inside.run("coaching")
    page = window.inside.workspace.current
    assert isinstance(page, CoachingPage)
    return page


def test_pages_are_made_anew_and_say_who_was_erased(qtbot: QtBot, folder: Path) -> None:
    key = found(folder)
    with Journal.open(folder, key, NOW) as journal, journal.transaction():
        journal.preferences.change(wish="Less of Sandra")
        journal.people.save(person("Sandra"), NOW)
    session = Session()
    window = MainWindow(session, folder)
    qtbot.addWidget(window)
    window.resize(1360, 828)
    window.show()
    with qtbot.waitSignal(session.opened):
        session.open(folder, lambda: key, lambda: None, raise_again)
    before = window.inside
    assert coaching(window).options.wish.text.text() == "Less of Sandra"
    assert before is not None
    sheet = EraseSheet(session, "Sandra", before)
    sheet.open_sheet()
    qtbot.waitUntil(lambda: sheet.presenter.preview is not None)
    sheet.typed.setText("Sandra")
    sheet.erase.click()
    qtbot.waitUntil(lambda: window.inside is not before)
    assert coaching(window).options.wish.text.text() == "Less of S."
    toast = window.findChild(Toast)
    assert toast is not None
    assert ask(qtbot, session, lambda journal: journal.preferences.get().wish) == "Less of S."
    assert ask(qtbot, session, lambda journal: journal.people.names()) == []
    close_session(qtbot, session)
    window.inside = None
