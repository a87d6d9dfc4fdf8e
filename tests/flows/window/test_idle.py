"""Nobody touches the window for the time that was set: it asks to be locked, once. A minute is shortened here."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell import idle
from ui.shell.idle import IdleWatch

SHORT = 300


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    """A window to type into."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def watch(field: QLineEdit, monkeypatch: pytest.MonkeyPatch) -> IdleWatch:
    """Watches that window, for minutes that are short."""
    monkeypatch.setattr(idle, "_MINUTE", SHORT)
    handle = field.windowHandle()
    assert handle is not None
    return IdleWatch(handle, field)


def test_it_says_so_once_nobody_touches_the_window_any_more(qtbot: QtBot, watch: IdleWatch) -> None:
    with qtbot.waitSignal(watch.idled):
        watch.wait(1)
    with qtbot.assertNotEmitted(watch.idled, wait=2 * SHORT):
        pass


def test_it_never_does_where_nobody_wants_it(qtbot: QtBot, watch: IdleWatch) -> None:
    watch.wait(1)
    watch.wait(0)
    with qtbot.assertNotEmitted(watch.idled, wait=2 * SHORT):
        pass


def test_each_touch_begins_the_time_anew(qtbot: QtBot, field: QLineEdit, watch: IdleWatch) -> None:
    watch.wait(1)
    timer = watch._timer
    qtbot.waitUntil(lambda: timer.remainingTime() < SHORT / 2)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert timer.remainingTime() > SHORT / 2
    assert field.text() == "a"


def test_a_touch_after_the_computer_slept_is_too_late(qtbot: QtBot, field: QLineEdit, watch: IdleWatch) -> None:
    watch.wait(10)
    watch._last -= timedelta(milliseconds=12 * SHORT)  # what the clock on the wall has gone on by
    with qtbot.waitSignal(watch.idled):
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "", "the key reaches nothing"
