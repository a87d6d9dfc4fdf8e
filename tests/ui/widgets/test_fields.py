"""Fields take what is typed as it is, and a passphrase is given away once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.theme import appearance
from ui.widgets.buttons import IconButton
from ui.widgets.fields import Field, FieldError, LineField, PassphraseField
from ui.widgets.panes import column

HOSTILE = "<b>bold</b> <img src='file:///etc/passwd'> //host/share &amp; مرحبا 👩‍👩‍👧"


@pytest.mark.parametrize("field_class", [Field, LineField, PassphraseField])
def test_a_field_has_a_name_and_keeps_text_letter_for_letter(
    field_class: type[Field] | type[LineField], qtbot: QtBot
) -> None:
    field = field_class("Where it lives")
    qtbot.addWidget(field)
    field.insert(HOSTILE)
    assert field.text() == HOSTILE
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == "Where it lives"
    assert not field.grab().isNull()


def test_heights_are_those_of_the_design(qtbot: QtBot) -> None:
    for field, height in ((Field("A"), 40), (Field("A", compact=True), 36), (PassphraseField("A", height=44), 44)):
        qtbot.addWidget(field)
        assert field.sizeHint().height() == height


def test_a_new_look_and_size_reach_a_field_that_is_shown(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    field.show()
    light = field.grab().toImage().pixelColor(20, 5)
    appearance.apply(Look.DARK, 130)
    assert field.font().pixelSize() == 18
    assert field.grab().toImage().pixelColor(20, 5) != light


def test_a_line_that_is_too_narrow_for_its_words_ends_with_an_ellipsis_until_it_is_typed_in(qtbot: QtBot) -> None:
    words = "Jonas brings the half page to the Monday check, with the reason"
    line, short = LineField("When"), LineField("When")
    holder = QWidget()
    holder.setLayout(column(Field("What has the focus first"), line, short))
    qtbot.addWidget(holder)
    holder.setFixedWidth(260)
    holder.show()
    line.setText(words)
    short.setText(line.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 260))
    assert short.text().endswith("…")
    short.setCursorPosition(0)
    QApplication.processEvents()
    assert line.grab().toImage() == short.grab().toImage()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    line.setFocus()
    line.setCursorPosition(0)
    assert line.grab().toImage() != short.grab().toImage()


def test_a_wrong_field_has_another_border(qtbot: QtBot) -> None:
    field = Field("Name")
    qtbot.addWidget(field)
    field.resize(200, 40)
    rest = field.grab().toImage().pixelColor(100, 0)
    field.set_error(True)
    assert field.grab().toImage().pixelColor(100, 0) != rest


def test_a_passphrase_is_hidden_from_sight_and_from_input_methods(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    hidden = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for shown in (False, True, False):
        field.show_typed(shown)
        assert field.inputMethodHints() & hidden == hidden
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.setText("quiet ladder")
    assert "quiet" not in QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Value)


def test_the_eye_shows_and_hides(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    field.show()
    eye = field.findChild(IconButton)
    assert isinstance(eye, IconButton)
    assert eye.accessibleName() == "Show what you type: Passphrase"
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what you type: Passphrase"
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_passphrase_is_taken_once_and_undo_does_not_bring_it_back(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "quiet ladder")
    field.show_typed(True)
    assert field.take() == "quiet ladder"
    assert (field.text(), field.isUndoAvailable()) == ("", False)
    field.undo()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.text() == ""
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_match_is_shown_in_place_of_the_eye(qtbot: QtBot) -> None:
    field = PassphraseField("Again")
    qtbot.addWidget(field)
    field.show()
    eye = field.findChild(IconButton)
    assert isinstance(eye, IconButton)
    field.mark_matching(True)
    assert not eye.isVisible()
    field.mark_matching(False)
    assert eye.isVisible()


def test_an_error_is_there_only_while_there_is_something_to_say(qtbot: QtBot) -> None:
    error = FieldError()
    qtbot.addWidget(error)
    assert not error.isVisible()
    error.say("That passphrase does not open this journal.")
    assert error.isVisible()
    assert error.accessibleName() == error.text() == "That passphrase does not open this journal."
    error.say("")
    assert not error.isVisible()


def test_words_that_a_line_is_too_narrow_for_can_be_read_all_the_same(qtbot: QtBot) -> None:
    line = LineField("When")
    qtbot.addWidget(line)
    line.resize(200, 40)
    line.show()
    line.setText("somebody asks")
    assert line.toolTip() == ""
    line.setText("somebody asks me on a Monday for what I know <b>best</b> of all")
    assert "of all" in line.toolTip()
    assert "&lt;b&gt;" in line.toolTip()
    line.resize(900, 40)
    assert line.toolTip() == ""
