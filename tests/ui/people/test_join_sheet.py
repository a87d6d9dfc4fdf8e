"""Two who are one are joined from the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.app.reflections.journals import reflection
from tests.ui.sessions import ask, close_session, open_session
from ui.people.join_sheet import JoinSheet
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    given = [reflection("a", people=("Jonas", "Ravi")), reflection("b", people=("Jonas Weber",))]
    made = open_session(qtbot, tmp_path / "journal", given)
    yield made
    close_session(qtbot, made)


@pytest.fixture
def sheet(qtbot: QtBot, session: Session) -> JoinSheet:
    page = QWidget()
    page.resize(1000, 700)
    qtbot.addWidget(page)
    page.show()
    made = JoinSheet(session, "Jonas", page)
    with qtbot.waitActive(page):
        page.activateWindow()
    made.open_sheet()
    qtbot.waitUntil(lambda: bool(made.others))
    return made


def test_whose_name_is_alike_comes_first_and_the_name_that_stays_is_chosen(
    qtbot: QtBot, session: Session, sheet: JoinSheet
) -> None:
    assert list(sheet.others) == ["Jonas Weber", "Ravi"]
    assert not sheet.join.isEnabled()
    sheet.others["Jonas Weber"].click()
    qtbot.waitUntil(sheet.join.isEnabled)
    assert sheet.comes.text() == "1 reflection"
    sheet.second.click()
    qtbot.waitUntil(lambda: sheet.presenter.joining is not None and sheet.presenter.joining.kept.name == "Jonas Weber")
    with qtbot.waitSignal(sheet.joined) as told:
        sheet.join.click()
    assert told.args is not None
    assert told.args[0].name == "Jonas Weber"
    assert not sheet.isVisible()
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Jonas Weber", "Ravi"]


def test_by_keyboard_alone(qtbot: QtBot, session: Session, sheet: JoinSheet) -> None:
    def press(key: Qt.Key) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        after = QApplication.focusWidget()
        assert after is not None
        return after

    assert QApplication.focusWidget() is sheet.others["Jonas Weber"]  # the first question, once it can be answered
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(sheet.join.isEnabled)
    for _ in range(9):
        if press(Qt.Key.Key_Tab) is sheet.join:
            break
    with qtbot.waitSignal(sheet.joined):
        press(Qt.Key.Key_Space)
    assert ask(qtbot, session, lambda journal: journal.people.names()) == ["Jonas", "Jonas Weber"]


def test_it_is_as_high_as_what_there_is_to_choose(qtbot: QtBot, sheet: JoinSheet) -> None:
    before = sheet.panel.height()
    sheet.others["Jonas Weber"].click()
    qtbot.waitUntil(lambda: sheet.panel.height() > before)
    assert sheet.panel.geometry().bottom() <= sheet.height()
