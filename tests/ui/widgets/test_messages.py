"""Messages say one thing at a time, offer what can be done, and go when they are done."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.messages import MessageBar, SaveState, Toast
from ui.widgets.panes import column


def _link(widget: QWidget) -> LinkButton:
    found = widget.findChild(LinkButton)
    assert isinstance(found, LinkButton)
    return found


@pytest.fixture
def toast(qtbot: QtBot) -> Toast:
    page = QWidget()
    page.resize(800, 600)
    made = Toast(page)
    made.destroyed.connect(page.deleteLater)
    qtbot.addWidget(page)
    page.show()
    return made


def _timer(toast: Toast) -> QTimer:
    found = toast.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_a_toast_stands_at_the_bottom_and_goes_after_four_seconds(toast: Toast) -> None:
    toast.say("Moved to the trash")
    assert toast.isVisible()
    assert toast.geometry().bottom() + 1 == 600 - 24
    assert abs(toast.geometry().center().x() - 400) <= 1
    assert (_timer(toast).interval(), _timer(toast).isActive()) == (4000, True)
    assert toast.accessibleName() == "Moved to the trash"
    _timer(toast).timeout.emit()
    assert not toast.isVisible()


def test_a_toast_stands_above_what_is_to_be_kept_clear(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(800, 600)
    qtbot.addWidget(page)
    page.show()
    toast = Toast(page, lambda: 52)
    toast.say("Moved to the trash")
    assert toast.geometry().bottom() + 1 == 600 - 52 - 12


def test_undo_is_called_once_and_closes(toast: Toast, qtbot: QtBot) -> None:
    undone: list[None] = []
    toast.say("Moved to the trash", lambda: undone.append(None))
    QTest.keyClick(_link(toast), Qt.Key.Key_Return)
    _link(toast).click()
    assert (len(undone), toast.isVisible()) == (1, False)


def test_after_undo_and_escape_the_keyboard_is_where_it_was(toast: Toast, qtbot: QtBot) -> None:
    first, second = QLineEdit(toast.parentWidget()), QLineEdit(toast.parentWidget())
    for each in (first, second):
        each.show()
    toast.window().activateWindow()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        second.setFocus()
        qtbot.waitUntil(second.hasFocus)
        toast.say("Moved to the trash", lambda: None)
        _link(toast).setFocus()
        QTest.keyClick(_link(toast), key)
        assert (second.hasFocus(), toast.isVisible()) == (True, False)


def test_where_the_page_changed_meanwhile_the_keyboard_stays_on_the_new_one(toast: Toast, qtbot: QtBot) -> None:
    page = toast.parentWidget()
    rail, before, now = QLineEdit(page), QLineEdit(page), QLineEdit(page)
    for each in (rail, before):
        each.show()
    toast.window().activateWindow()
    qtbot.waitUntil(lambda: toast.window().isActiveWindow())
    before.setFocus()
    toast.say("Taken out", lambda: None)
    now.show()
    now.setFocus()
    before.hide()
    QTest.mouseClick(_link(toast), Qt.MouseButton.LeftButton)
    assert now.hasFocus()


def test_a_toast_without_undo_has_no_button(toast: Toast) -> None:
    toast.say("Moved to the trash", lambda: None)
    toast.say("Saved")
    assert not _link(toast).isVisible()


def test_a_toast_waits_for_the_mouse_and_the_keyboard(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Moved to the trash", lambda: None)
    middle = QPoint(5, 5).toPointF()
    QApplication.sendEvent(toast, QEnterEvent(middle, middle, middle))
    assert not _timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert _timer(toast).isActive()
    toast.activateWindow()
    _link(toast).setFocus()
    qtbot.waitUntil(_link(toast).hasFocus)
    _timer(toast).timeout.emit()
    assert toast.isVisible()
    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_a_toast_follows_its_window(toast: Toast) -> None:
    toast.say("A sentence that is longer than the window will be wide in the end")
    page = toast.parentWidget()
    assert page is not None
    page.resize(200, 300)
    assert toast.geometry().bottom() < 300
    assert toast.width() <= 200


def test_a_bar_offers_what_can_be_done_and_can_be_closed(qtbot: QtBot) -> None:
    bar = MessageBar("repeat", "Third time <b>this</b>", "See the cycle", closable=True)
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.acted, timeout=5000):
        _link(bar).click()
    bar.say("Something else", "")
    assert (bar.text(), bar.accessibleName(), _link(bar).isVisible()) == ("Something else", "Something else", False)
    close = bar.findChild(IconButton)
    assert isinstance(close, IconButton)
    with qtbot.waitSignal(bar.closed, timeout=5000):
        close.click()
    assert not bar.isVisible()


def test_a_bar_with_a_long_sentence_is_higher(qtbot: QtBot) -> None:
    bar = MessageBar("repeat", "A sentence with many words. " * 10)
    qtbot.addWidget(bar)
    page = QWidget()
    page.setLayout(column(bar, ...))
    qtbot.addWidget(page)
    page.resize(700, 600)
    page.show()
    wide = bar.height()
    page.resize(300, 600)
    assert bar.height() == bar.heightForWidth(300) > wide >= 40


def test_whether_words_are_safe_is_said_in_words(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show()
    assert state.text() == ""
    state.show_saving()
    assert state.text() == "Saving"
    state.show_saved(datetime(2026, 3, 10, 9, 42, tzinfo=UTC))
    assert state.text() == state.accessibleName() == "Saved 09:42, encrypted"
    assert not _link(state).isVisible()
    state.show_failed()
    assert state.text() == "Not saved. Your words are still here."
    with qtbot.waitSignal(state.retried, timeout=5000):
        QTest.keyClick(_link(state), Qt.Key.Key_Return)
    state.show_nothing()
    assert (state.text(), _link(state).isVisible()) == ("", False)
