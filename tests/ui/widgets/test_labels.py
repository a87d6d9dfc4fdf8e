"""Text that is only read is plain, has the line height of its style, and says what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.theme import appearance, tokens
from ui.widgets.labels import ElidedLabel, Label, Paragraph
from ui.widgets.panes import column

HOSTILE = "<b>bold</b> <a href='file:///etc/passwd'>x</a> //host/share"


def test_a_label_is_plain_whatever_is_in_it(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == HOSTILE


def test_a_label_follows_look_and_size_even_if_it_was_never_shown(qtbot: QtBot) -> None:
    label = Label("Words", "heading", "teal")
    qtbot.addWidget(label)
    appearance.apply(Look.DARK, 130)
    label.show()
    assert label.font().pixelSize() == 18
    assert label.palette().color(label.foregroundRole()) == tokens.color("teal")


def test_a_paragraph_in_a_button_keeps_its_tone(qtbot: QtBot) -> None:
    card, words = QRadioButton(), Paragraph("Trust means not being checked.", "small", "brick")
    qtbot.addWidget(card)
    card.setLayout(column(words))
    card.resize(300, 40)
    card.show()
    painted = words.grab().toImage()
    seen = {painted.pixelColor(x, y).name() for x in range(painted.width()) for y in range(painted.height())}
    assert tokens.color("brick").name() in seen


def test_a_passage_shows_the_keyboard_as_a_field_does(qtbot: QtBot) -> None:
    passage = Paragraph("Whom did you tell?", "page", "ink", selectable=True)
    qtbot.addWidget(passage)
    passage.show()
    with qtbot.waitActive(passage):
        passage.activateWindow()
    passage.setFocus()
    painted = passage.grab().toImage()
    assert {painted.pixelColor(x, 20).name() for x in (0, 1)} == {tokens.color("caret").name()}
    passage.clearFocus()
    focusless = passage.grab().toImage()
    assert focusless.pixelColor(0, 20) != tokens.color("caret")


def test_an_elided_label_keeps_all_its_words_in_a_plain_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long line " * 5 + HOSTILE)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert "&lt;b&gt;bold" in label.toolTip()
    label.resize(4000, 20)
    assert label.toolTip() == ""


def test_a_paragraph_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    paragraph = Paragraph("word " * 60, "reading")
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(300) % 29 == 0
    assert paragraph.heightForWidth(300) > paragraph.heightForWidth(600) > 29
    paragraph.setText("word")
    assert paragraph.heightForWidth(300) == 29
    paragraph.setText("one\ntwo")
    assert paragraph.heightForWidth(300) == 58


def test_paragraphs_in_a_column_get_the_height_of_their_lines(qtbot: QtBot) -> None:
    page = QWidget()
    still, chosen = Paragraph("word " * 60), Paragraph("word " * 60, selectable=True)
    page.setLayout(column(still, chosen, ...))
    qtbot.addWidget(page)
    page.show()

    def fits() -> bool:
        return still.height() == chosen.height() == still.heightForWidth(page.width())

    for width in (700, 300, 500):
        page.resize(width, 1200)
        qtbot.waitUntil(fits)


@pytest.mark.parametrize("selectable", [False, True])
def test_a_paragraph_that_is_narrower_than_its_column_keeps_all_its_lines(qtbot: QtBot, selectable: bool) -> None:
    words = "a paragraph that is long enough to run over several lines where it is narrow " * 3
    narrow, free = Paragraph(words, selectable=selectable), Paragraph(words, selectable=selectable)
    narrow.setMaximumWidth(240)
    shown, block, by_itself = QWidget(), QWidget(), QWidget()
    block.setLayout(column(narrow))
    shown.setLayout(column(block, ...))
    by_itself.setLayout(column(free, ...))
    for widget, width in ((shown, 900), (by_itself, 240)):
        qtbot.addWidget(widget)
        widget.resize(width, 700)
        widget.show()
    assert narrow.width() == 240
    assert narrow.height() == free.height()


def test_a_paragraph_is_read_as_text_and_is_no_tab_stop(qtbot: QtBot) -> None:
    paragraph = Paragraph(HOSTILE)
    qtbot.addWidget(paragraph)
    child = QAccessible.queryAccessibleInterface(paragraph).child(0)
    assert child.role() == QAccessible.Role.StaticText
    assert child.text(QAccessible.Text.Name) == HOSTILE
    assert paragraph.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_selectable_paragraph_is_copied_as_typed_and_cannot_be_changed(qtbot: QtBot) -> None:
    paragraph = Paragraph(HOSTILE + "\na\u00a0b", selectable=True)
    qtbot.addWidget(paragraph)
    paragraph.resize(400, paragraph.heightForWidth(400))
    paragraph.show()
    edit = paragraph.findChild(QTextEdit)
    assert isinstance(edit, QTextEdit)
    QTest.keyClicks(edit, "typed")
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text() == HOSTILE + "\na\u00a0b"
    assert paragraph.text() == HOSTILE + "\na\u00a0b"
    assert paragraph.heightForWidth(400) % 29 == 0
