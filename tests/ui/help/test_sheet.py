"""The help over the page, used by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.app.reflections.journals import found
from ui.help.sheet import HelpSheet
from ui.help.texts import texts
from ui.session import Session
from ui.shell import inside as inside_module
from ui.shell.actions import PAGES, action
from ui.shell.inside import Inside
from ui.shell.main_window import MainWindow
from ui.shell.shortcut_sheet import ShortcutSheet, keys_of
from ui.widgets import tab_loop
from ui.widgets.buttons import KeyCap
from ui.widgets.passage import Passage

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Window(Inside):
    """The inside of a journal as a window of its own."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, self)

    def place(self) -> str:
        return ""

    def dress(self) -> None:
        """Looks as it is."""


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    made = Window(session)
    qtbot.addWidget(made)
    made.resize(1024, 668)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.begin("today", lambda: None)
    qtbot.waitUntil(lambda: made.workspace.current is not None and made.workspace.current.is_filled)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def ask_for_help() -> None:
    press(Key.Key_F1, Modifier.ShiftModifier)


def sheet(window: QWidget) -> HelpSheet:
    found_there = window.findChild(HelpSheet)
    assert found_there is not None
    return found_there


def read(window: QWidget) -> list[str]:
    return [each.text() for each in sheet(window).findChildren(Passage) if each.isVisible()]


def says(key: str) -> list[str]:
    return [each.says for each in texts()[key].pieces]


def test_it_is_made_when_it_is_first_asked_for(window: Window) -> None:
    assert window.findChild(HelpSheet) is None
    ask_for_help()
    assert sheet(window).isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_it_opens_on_the_text_of_the_page_in_sight(window: Window, page: str) -> None:
    window.run(page)
    before = focused()
    ask_for_help()
    assert sheet(window).title.text() == action(page).words()
    assert read(window) == says(page)
    assert focused().accessibleName() == action(page).words()
    press(Key.Key_Escape)
    assert not sheet(window).isVisible()
    assert focused() is before


def test_the_keys_that_opened_it_close_it(window: Window) -> None:
    before = focused()
    ask_for_help()
    ask_for_help()
    assert not sheet(window).isVisible()
    assert focused() is before
    press(Key.Key_F1)
    press(Key.Key_F1)
    shortcuts = window.findChild(ShortcutSheet)
    assert shortcuts is not None
    assert not shortcuts.isVisible()


def test_arrow_keys_go_through_every_text(window: Window) -> None:
    ask_for_help()
    for key in list(texts())[1:]:
        press(Key.Key_Down)
        assert read(window) == says(key)
        assert focused().accessibleName() == texts()[key].title
        assert focused().accessibleDescription() == "shown now"
    press(Key.Key_Down)
    assert read(window) == says(key)
    press(Key.Key_Up)
    assert read(window) == says(list(texts())[-2])


def test_no_text_is_cut(window: Window) -> None:
    ask_for_help()
    for _ in texts():
        QApplication.processEvents()
        sheet(window).grab()
        shown = [each for each in sheet(window).findChildren(Passage) if each.isVisible()]
        assert [each.text() for each in shown if each.document().size().height() > each.height()] == []
        press(Key.Key_Down)


def test_tab_goes_round_inside_and_every_stop_has_a_name(window: Window) -> None:
    ask_for_help()
    first, seen = focused(), []
    for _ in tab_loop.stops(sheet(window).panel):
        assert focused().accessibleName()
        seen.append(focused().accessibleName())
        press(Key.Key_Tab)
    assert focused() is first
    assert seen[1:] == ["Close", *(each.asks for each in texts()["today"].pieces)]


def test_it_scrolls_by_keyboard_from_the_list_and_from_the_text(window: Window) -> None:
    window.resize(1024, 420)
    ask_for_help()
    QApplication.processEvents()
    bar = sheet(window).reading.verticalScrollBar()
    assert bar.maximum() > 0
    press(Key.Key_PageDown)
    assert bar.value() > 0
    press(Key.Key_Home)
    assert bar.value() == 0
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    assert isinstance(focused(), Passage)
    press(Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    press(Key.Key_Escape)
    assert not sheet(window).isVisible()


def test_its_words_are_selected_and_copied_as_plain_text(window: Window) -> None:
    ask_for_help()
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Copy))
    copied = QApplication.clipboard().mimeData()
    assert copied is not None
    assert copied.text() == says("today")[0]
    assert copied.formats() == ["text/plain"]


@pytest.mark.parametrize("key", list(texts()))
def test_the_keys_that_are_shown_come_from_the_table(window: Window, key: str) -> None:
    ask_for_help()
    sheet(window).close_overlay()
    sheet(window).toggle(key)
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: what the text before has left
    caps = [each.text() for each in sheet(window).findChildren(KeyCap)]
    assert caps == [keys_of(action(each)) for each in texts()[key].keys]
    shown = [each.text() for each in sheet(window).findChildren(QLabel)]
    assert all(action(each).words() in shown for each in texts()[key].keys)


def test_it_is_in_the_palette_and_gives_the_focus_back(window: Window) -> None:
    before = focused()
    press(Key.Key_K, Modifier.ControlModifier)
    QTest.keyClicks(focused(), "help for")
    press(Key.Key_Return)
    assert read(window) == says("today")
    press(Key.Key_Escape)
    assert focused() is before


def test_going_to_another_page_closes_it(window: Window) -> None:
    ask_for_help()
    press(Key.Key_2, Modifier.ControlModifier)
    assert not sheet(window).isVisible()
    ask_for_help()
    assert sheet(window).title.text() == "Journal"


def test_it_is_not_above_the_curtain(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(inside_module, "start_anew", lambda folder, _: started.append(folder))
    ask_for_help()
    window.run("lock")
    assert not sheet(window).isVisible()
    qtbot.waitUntil(lambda: bool(started))


@pytest.mark.parametrize("key", list(texts()))
def test_a_text_is_one_screen_of_a_small_window_and_not_too_wide_to_read(window: Window, key: str) -> None:
    ask_for_help()
    sheet(window).close_overlay()
    sheet(window).toggle(key)
    QApplication.processEvents()
    assert not sheet(window).reading.scrolls()
    assert all(each.width() <= 600 for each in sheet(window).findChildren(Passage))


@pytest.mark.parametrize(("is_there", "title"), [(True, "Unlocking"), (False, "The first start")])
def test_it_opens_over_the_gate(qtbot: QtBot, tmp_path: Path, is_there: bool, title: str) -> None:
    folder = tmp_path / "a journal"
    if is_there:
        found(folder)
    window = MainWindow(Session(), folder)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and focused().accessibleName() == "Passphrase")
    before = focused()
    assert window.findChild(HelpSheet) is None
    ask_for_help()
    assert sheet(window).title.text() == title
    press(Key.Key_Escape)
    assert focused() is before
    ask_for_help()
    assert len(window.findChildren(HelpSheet)) == 1
