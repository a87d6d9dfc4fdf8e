"""A field that is full takes no more, says so, and what stands in it is as it was."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.widgets.fields import LineField
from ui.widgets.writing import WritingArea


def shown(field: LineField | WritingArea, qtbot: QtBot) -> None:
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QToolTip.hideText()


def mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_line_takes_its_length_and_says_that_it_is_full(qtbot: QtBot) -> None:
    line = LineField("When", most=4)
    shown(line, qtbot)
    QTest.keyClicks(line, "abcd")
    assert not QToolTip.isVisible()
    QTest.keyClick(line, Qt.Key.Key_E)
    assert line.text() == "abcd"
    assert "4" in QToolTip.text()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_F)
    assert line.text() == "abcf"


def test_a_paste_that_is_too_long_changes_nothing_and_stays_in_the_clipboard(qtbot: QtBot) -> None:
    line = LineField("When", most=500)
    shown(line, qtbot)
    QTest.keyClicks(line, "my own words")
    QApplication.clipboard().setText("x" * 1_000_000)
    line.paste()
    assert line.text() == "my own words"
    assert len(QApplication.clipboard().text()) == 1_000_000
    QApplication.clipboard().setText("🐎" * 488)  # each two of Qt's characters
    line.paste()
    assert line.text() == "my own words" + "🐎" * 488
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "my own" in line.text() or line.text() == ""


def test_a_longer_line_is_shown_whole_and_can_become_shorter(qtbot: QtBot) -> None:
    line = LineField("When", most=4)
    shown(line, qtbot)
    line.setText("too long by far")
    assert line.text() == "too long by far"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "too long by fa"


@pytest.mark.parametrize("way", ["paste", "input method"])
def test_an_area_takes_all_of_it_or_nothing(way: str, qtbot: QtBot) -> None:
    area = WritingArea("Question", most=10)
    shown(area, qtbot)

    def put(text: str) -> None:
        if way == "paste":
            area.insertFromMimeData(mime(text))
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(area, event)

    put("🐎" * 8)
    put("abc")
    assert area.text() == "🐎" * 8
    assert "10" in QToolTip.text()
    put("ab")
    assert area.text() == "🐎" * 8 + "ab"
    area.selectAll()
    put("0123456789")
    assert area.text() == "0123456789"


def test_keys_in_a_full_area(qtbot: QtBot) -> None:
    area = WritingArea("Question", most=3)
    shown(area, qtbot)
    QTest.keyClicks(area, "abcd")
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "abc"
    QTest.keyClick(area, Qt.Key.Key_Backspace)
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert area.text() == "ab\n"
    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert area.text() != "ab\n"
