"""The writing area keeps words as they are typed, apart from every other text, in generous lines."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.journal.reading_text import ReadingText
from ui.theme import appearance
from ui.widgets.fields import Field
from ui.widgets.panes import column
from ui.widgets.writing import WritingArea

HOSTILE = "<b>bold</b>\n[x](file:///etc/passwd) //host/share <img src='//host/x.png'>\nمرحبا שלום 👩‍👩‍👧 a\u00a0b"


@pytest.fixture
def area(qtbot: QtBot) -> WritingArea:
    made = WritingArea("Reflection", "Three words are enough")
    made.resize(600, 200)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_area_that_is_emptied_keeps_its_padding(area: WritingArea) -> None:
    before = area.cursorRect().topLeft()
    area.replace_text("Three words here")
    area.replace_text("")
    assert area.cursorRect().topLeft() == before


def _blocks(area: WritingArea) -> list[QTextBlock]:
    blocks, block = [], area.document().begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return blocks


def _assert_line_heights(area: WritingArea, height: float) -> None:
    assert [block.blockFormat().lineHeight() for block in _blocks(area)] == [height] * area.document().blockCount()


def test_text_stays_as_typed_and_opens_nothing(area: WritingArea) -> None:
    area.replace_text(HOSTILE)
    assert area.text() == HOSTILE
    area.insertPlainText(HOSTILE)
    assert area.text() == HOSTILE + HOSTILE
    assert not area.grab().isNull()
    assert area.anchorAt(area.cursorRect().center()) == ""


def test_every_paragraph_has_the_line_height_however_it_came(area: WritingArea, qtbot: QtBot) -> None:
    area.replace_text("one\ntwo")
    area.selectAll()
    QTest.keyClicks(area, "three")
    QTest.keyClick(area, Qt.Key.Key_Return)
    area.insertPlainText("four\nfive")
    source = QMimeData()
    source.setText("six\nseven")
    source.setHtml("<h1>six</h1><p>seven</p>")
    area.insertFromMimeData(source)
    assert area.text() == "three\nfour\nfivesix\nseven"
    _assert_line_heights(area, 29)
    while area.document().isUndoAvailable():
        area.undo()
    _assert_line_heights(area, 29)
    assert area.text() == "one\ntwo"


def test_undo_never_brings_back_the_text_before(area: WritingArea, qtbot: QtBot) -> None:
    area.replace_text("a secret of yesterday")
    QTest.keyClicks(area, "more of it")
    area.replace_text("today")
    for _ in range(3):
        QTest.keySequence(area, QKeySequence(QKeySequence.StandardKey.Undo))
    QTest.keySequence(area, QKeySequence(QKeySequence.StandardKey.Redo))
    assert area.text() == "today"


def test_replacing_is_not_told_as_typing(area: WritingArea, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(area.textChanged):
        area.replace_text("today")
    with qtbot.waitSignal(area.textChanged, timeout=5000):
        QTest.keyClicks(area, "x")


def test_pictures_and_files_are_not_taken(area: WritingArea) -> None:
    picture, files = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    files.setUrls([QUrl("file:///etc/passwd")])
    for source in (picture, files):
        area.insertFromMimeData(source)
        assert not area.canInsertFromMimeData(source)
    assert area.text() == ""


def test_tab_moves_on(qtbot: QtBot) -> None:
    page = QWidget()
    area, after = WritingArea("Reflection"), Field("After")
    page.setLayout(column(area, after))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.text() == ""


def test_it_grows_with_its_text_up_to_a_height(qtbot: QtBot) -> None:
    page = QWidget()
    area = WritingArea("Reflection", maximum_height=300)
    page.setLayout(column(area, ...))
    page.resize(600, 700)
    qtbot.addWidget(page)
    page.show()
    least = area.height()
    area.replace_text("word " * 70)
    qtbot.waitUntil(lambda: least < area.height() < 300)
    area.replace_text("word " * 2000)
    qtbot.waitUntil(lambda: area.height() == 300)
    area.replace_text("")
    qtbot.waitUntil(lambda: area.height() == least)


def test_a_new_size_of_text_reaches_every_paragraph(area: WritingArea) -> None:
    area.replace_text("one\ntwo")
    appearance.apply(Look.DARK, 150)
    assert area.font().pixelSize() == 27
    _assert_line_heights(area, 44)
    area.replace_text("three\nfour")
    _assert_line_heights(area, 44)


def test_it_says_its_name_and_shows_its_placeholder_only_while_empty(area: WritingArea) -> None:
    assert area.accessibleName() == "Reflection"
    assert area.accessibleDescription() == "Three words are enough"
    empty = area.grab().toImage()
    area.set_placeholder("")
    assert area.grab().toImage() != empty


def gaps(area: WritingArea) -> list[float]:
    """Pixels from the top of each line to the top of the next."""
    layout = area.document().documentLayout()
    tops, block = [], area.document().begin()
    while block.isValid():
        tops.append(layout.blockBoundingRect(block).top())
        block = block.next()
    return [after - before for before, after in pairwise(tops)]


def test_a_blank_line_is_as_small_as_in_reading(area: WritingArea, qtbot: QtBot) -> None:
    area.replace_text("One.\n\nTwo.\nThree.")
    read = ReadingText("One.\n\nTwo.\nThree.")
    qtbot.addWidget(read)
    read.setFixedWidth(400)
    one, blank, two = gaps(area)
    assert (one + blank, two) == (45, 39)
    assert read.heightForWidth(400) == 45 + 39 + 29


def test_undo_takes_back_a_line_and_its_form_at_once(area: WritingArea, qtbot: QtBot) -> None:
    QTest.keyClicks(area, "One.")
    for _ in range(2):
        QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "Two.")
    typed = gaps(area)
    assert typed == [39, 6]
    while area.document().isUndoAvailable():
        area.undo()
    assert area.text() == ""
    while area.document().isRedoAvailable():
        area.redo()
    assert area.text() == "One.\n\nTwo."
    assert gaps(area) == typed


def test_a_blank_line_grows_once_it_has_words(area: WritingArea, qtbot: QtBot) -> None:
    area.replace_text("One.\n\nTwo.")
    cursor = area.textCursor()
    cursor.setPosition(5)
    cursor.insertText("More.")
    assert gaps(area) == [39, 39]
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert gaps(area) == [39, 6]
