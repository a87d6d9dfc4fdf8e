"""The window before a journal is open, and as it opens."""

from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.journal import Journal
from app.vault.slots import Secret
from tests.app.delegation.making import delegation
from tests.app.reflections.journals import NOW, found
from tests.ui.sessions import close_session, raise_again
from ui.cycle.page import CyclePage
from ui.delegation.page import DelegationPage
from ui.doorbell.bell import Bell
from ui.journal.page import JournalPage
from ui.page import Page
from ui.session import Session
from ui.shell.main_window import MainWindow
from ui.today.page import TodayPage


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """Locked."""
    return Session()


def shown(qtbot: QtBot, session: Session, folder: Path) -> MainWindow:
    window = MainWindow(session, folder)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def unlock(qtbot: QtBot, session: Session, folder: Path, key: Secret) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(folder, lambda: key, lambda: None, raise_again)


def lets_paint(window: MainWindow) -> bool:
    return all(each.updatesEnabled() for each in window.findChildren(Page))


def focused_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def test_the_cursor_is_in_the_passphrase_at_the_first_start(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    window = shown(qtbot, session, tmp_path / "none")
    assert focused_name() == "Passphrase"
    assert window.gate is not None


def test_the_cursor_is_in_the_passphrase_of_a_journal(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    assert focused_name() == "Passphrase"
    assert window.gate is not None


def test_today_is_ready_while_the_passphrase_is_typed(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    assert window.findChildren(Page) == []
    session.warm_up()
    qtbot.waitUntil(lambda: any(page.width() > 1000 for page in window.findChildren(Page)))
    ready = window.findChildren(Page)
    assert not session.is_open
    filled = list[bool]()
    session.opened.connect(lambda: filled.append(ready[0].is_filled and not ready[0].is_stale))
    unlock(qtbot, session, tmp_path / "journal", key)
    assert window.findChildren(Page) == ready
    assert filled == [True]  # the journal was not asked once more
    assert window.inside is not None
    assert window.inside.workspace.current is ready[0]
    close_session(qtbot, session)
    window.inside = None


def test_the_gate_stays_in_sight_until_there_is_something_on_today(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    painted: list[bool] = []
    session.opened.connect(lambda: painted.append(lets_paint(window)))
    unlock(qtbot, session, tmp_path / "journal", key)
    assert painted == [False]
    assert window.inside is not None
    page = window.inside.workspace.current
    assert page is not None
    qtbot.waitUntil(lambda: page.is_filled)
    qtbot.waitUntil(lambda: lets_paint(window))
    close_session(qtbot, session)
    window.inside = None


def test_the_journal_is_made_ready_while_today_is_in_sight(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    unlock(qtbot, session, tmp_path / "journal", key)
    inside = window.inside
    assert inside is not None
    qtbot.waitUntil(lambda: [type(each) for each in inside.workspace.pages()] == [TodayPage, JournalPage])
    qtbot.waitUntil(lambda: inside.workspace.pages()[1].width() > 1000)
    assert isinstance(inside.workspace.current, TodayPage)
    assert not inside.workspace.pages()[1].isVisible()
    close_session(qtbot, session)
    window.inside = None


def test_where_there_is_work_its_page_is_filled_before_it_is_visited(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    key = found(tmp_path / "journal")
    with Journal.open(tmp_path / "journal", key, NOW) as journal:
        journal.write(lambda journal: journal.delegations.save(delegation(), NOW))
    window = shown(qtbot, session, tmp_path / "journal")
    unlock(qtbot, session, tmp_path / "journal", key)
    inside = window.inside
    assert inside is not None
    made = [TodayPage, JournalPage, DelegationPage, CyclePage]
    qtbot.waitUntil(lambda: [type(each) for each in inside.workspace.pages()] == made)
    qtbot.waitUntil(lambda: inside.workspace.pages()[2].is_filled)
    assert isinstance(inside.workspace.current, TodayPage)
    assert inside.workspace.pages()[2].width() > 1000
    close_session(qtbot, session)
    window.inside = None


def test_a_journal_that_does_not_answer_leaves_no_frozen_window(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    monkeypatch.setattr(session, "read", lambda *_: None)
    unlock(qtbot, session, tmp_path / "journal", key)
    qtbot.waitUntil(lambda: lets_paint(window))
    close_session(qtbot, session)
    window.inside = None


def test_it_goes_from_the_gate_to_today(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    unlock(qtbot, session, tmp_path / "journal", key)
    assert window.gate is None
    assert window.inside is not None
    qtbot.waitUntil(lambda: focused_name() == "Reflection")
    close_session(qtbot, session)
    window.inside = None


def test_another_size_of_text_builds_the_pages_anew_without_losing_a_word(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    key = found(tmp_path / "journal")
    window = shown(qtbot, session, tmp_path / "journal")
    unlock(qtbot, session, tmp_path / "journal", key)
    before = window.inside
    qtbot.waitUntil(lambda: focused_name() == "Reflection")
    area = QApplication.focusWidget()
    assert area is not None
    QTest.keyClicks(area, "half a thought")
    settings.keep(text_size=115)
    window.dress()
    qtbot.waitUntil(lambda: window.inside is not before)
    assert window.inside is not None
    assert window.inside.workspace.current_key == "settings"
    window.inside.run("today")
    qtbot.waitUntil(lambda: focused_name() == "Reflection")
    again = QApplication.focusWidget()
    assert again is not None
    qtbot.waitUntil(lambda: again.property("plainText") == "half a thought")
    close_session(qtbot, session)
    window.inside = None


def test_it_comes_to_the_front_when_it_is_rung_for(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    bell = Bell()
    assert bell.hang(tmp_path / "none", ring=True)
    window = MainWindow(session, tmp_path / "none")
    qtbot.addWidget(window)
    window.answer(bell)
    window.showMaximized()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    second = Thread(target=lambda: Bell().hang(tmp_path / "none", ring=True))
    with qtbot.waitSignal(bell.rung):
        second.start()
    second.join()
    assert not window.isMinimized()
    assert window.isMaximized()
    assert window.isActiveWindow()


def test_it_is_rung_for_at_the_journal_in_hand(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    bell = Bell()
    assert bell.hang(tmp_path / "none", ring=True)
    window = shown(qtbot, session, tmp_path / "none")
    window.answer(bell)
    assert window.gate is not None
    window.gate.journal_chosen.emit(tmp_path / "another")
    left = Bell()
    assert left.hang(tmp_path / "none", ring=True)


def test_ctrl_q_closes_a_locked_window(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    window = shown(qtbot, session, tmp_path / "none")
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isVisible())
