"""Phrases that blame get a line below them and a question beside them; what is written stays as it is."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.phrasing.model import OwnPhrase
from app.settings import Look
from tests.app.reflections.journals import reflection
from tests.ui.sessions import ask
from ui.reflection.draft import Draft
from ui.reflection.fields import TextField
from ui.reflection.margin_note import MarginNote
from ui.session import Session
from ui.theme import appearance
from ui.widgets.fields import Field
from ui.widgets.panes import column

DAY = date(2026, 3, 10)
TWO = "It was her fault.\nI should have known."


@dataclass
class Desk:
    """A writing area with its note, and a field that Tab reaches after both."""

    page: QWidget
    area: TextField
    note: MarginNote
    after: Field

    def write(self, text: str) -> None:
        """Types it in place of everything, and lets the pause pass."""
        self.area.selectAll()
        self.area.insertPlainText(text)
        self.note.noticing.look()

    def go_to(self, words: str) -> None:
        """Puts the cursor before these words."""
        cursor = self.area.textCursor()
        cursor.setPosition(self.area.document().find(words).selectionStart())
        self.area.setTextCursor(cursor)


@pytest.fixture
def desk(qtbot: QtBot, session: Session, draft: Draft) -> Desk:
    page = QWidget()
    area = TextField(draft)
    made = Desk(page, area, MarginNote(area, draft, session), Field("After"))
    page.setLayout(column(made.area, made.note, made.after, ...))
    page.resize(640, 400)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    area.setFocus()
    return made


# The line


@pytest.mark.parametrize(
    "before",
    [
        "",
        "One. ",
        "👩🏽‍💻 🪢 ",
        "תודה רבה על העזרה ",
        "شكرًا 👩‍👩‍👧 ",
        "李雷 said so.\n\n🏳️‍🌈 And: ",
        "e\u0301\u200b\u2028🙂 ",
        "\u202eturned\u202c ",
    ],
)
@pytest.mark.parametrize("after", ["", " and so on", " 🙂", "\nNext. תודה"])
def test_the_line_is_below_the_words(desk: Desk, before: str, after: str) -> None:
    desk.write(f"{before}he never LISTENS{after}")
    assert desk.area.underlined() == ["never LISTENS"]
    (drawn,) = desk.area.extraSelections()
    assert drawn.cursor.selectedText() == "never LISTENS"
    assert drawn.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine


def test_the_line_is_seen(desk: Desk) -> None:
    desk.write("He never listens.")
    drawn = desk.area.viewport().grab().toImage()
    desk.area.underline(())
    assert desk.area.viewport().grab().toImage() != drawn


def test_the_line_takes_the_colours_of_another_look(desk: Desk) -> None:
    def colour() -> QColor:
        (drawn,) = desk.area.extraSelections()
        return QColor(drawn.format.underlineColor())

    desk.write("He never listens.")
    before = colour()
    appearance.apply(Look.DARK, 100)
    assert colour() != before
    assert desk.area.underlined() == ["never listens"]


def test_the_line_goes_with_its_words_and_takes_no_others(desk: Desk) -> None:
    desk.write("It was my fault")
    QTest.keyClicks(desk.area, " again")
    desk.go_to("It")
    QTest.keyClicks(desk.area, "So. ")
    assert desk.area.underlined() == ["my fault"]


def test_what_is_typed_in_place_of_the_words_has_no_line(desk: Desk) -> None:
    desk.write(TWO)
    desk.area.selectAll()
    QTest.keyClicks(desk.area, "What was agreed")
    assert desk.area.underlined() == []


# What it never does


def test_text_undo_and_clipboard_know_nothing_of_it(desk: Desk, session: Session, draft: Draft, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.area, "It was her fault.")
    document = desk.area.document()
    before = document.toHtml(), document.availableUndoSteps(), document.isModified(), document.revision()
    desk.note.noticing.look()
    assert desk.area.underlined() == ["It was her fault"]
    assert (document.toHtml(), document.availableUndoSteps(), document.isModified(), document.revision()) == before
    desk.area.selectAll()
    desk.area.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == "It was her fault."
    while document.isUndoAvailable():
        desk.area.undo()
    desk.note.noticing.look()
    assert (desk.area.text(), desk.area.underlined(), desk.note.question()) == ("", [], "")
    while document.isRedoAvailable():
        desk.area.redo()
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    id = draft.reflection.id
    assert ask(qtbot, session, lambda journal: journal.reflections.get(id)).content.text == "It was her fault."


def test_nothing_happens_while_one_types(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.area, "It was her fault. ")
    assert (desk.area.underlined(), desk.note.question()) == ([], "")
    QTest.keyClicks(desk.area, "Or mine.")
    assert desk.note.isHidden()
    qtbot.waitUntil(lambda: not desk.note.isHidden())
    assert desk.area.hasFocus()
    assert desk.area.textCursor().atEnd()


def test_only_paragraphs_that_changed_are_looked_at(desk: Desk) -> None:
    desk.write(f"{TWO}\nAnd more.")
    before = dict(desk.note.noticing._known)
    QTest.keyClicks(desk.area, " Today.")
    desk.note.noticing.look()
    after = desk.note.noticing._known
    assert after.keys() - before.keys() == {"And more. Today."}
    assert all(after[text] is before[text] for text in after.keys() & before.keys())


def test_a_paragraph_without_end_is_left_alone(desk: Desk) -> None:
    desk.write("It was her fault. " * 3000)
    assert desk.area.underlined() == []


# The note


def test_the_note_is_about_the_words_nearest_to_the_cursor(desk: Desk) -> None:
    desk.write(TWO)
    assert desk.note.question() == "What could have shown it to you sooner?"
    assert desk.note.accessibleName() == "“I should have known”: What could have shown it to you sooner?"
    desk.go_to("It was")
    assert desk.note.question() == "Where did the process break down?"
    desk.go_to("known")
    assert desk.note.question() == "What could have shown it to you sooner?"


def test_the_same_words_are_not_told_again_at_every_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.write(TWO)
    QTest.keyClicks(desk.area, " And then I called her.")
    with qtbot.assertNotEmitted(desk.note.noticing.changed):
        desk.note.noticing.look()
    assert desk.note.question() == "What could have shown it to you sooner?"


def test_the_note_goes_with_the_words(desk: Desk) -> None:
    desk.write(TWO)
    desk.write("What was agreed?")
    assert desk.note.isHidden()


def test_tab_goes_from_the_text_through_the_note(desk: Desk) -> None:
    desk.write(TWO)
    assert desk.area.hasFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or desk.area, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [desk.note.not_now, desk.note.never, desk.after]


# Dismissed for this sitting


def test_not_now_is_for_this_occurrence(desk: Desk, session: Session) -> None:
    desk.write("It was her fault.\nIt was his fault.\nShe: it was her fault.")
    desk.go_to("It was her")
    QTest.keyClick(desk.note.not_now, Qt.Key.Key_Return)
    assert desk.area.hasFocus()
    assert desk.area.underlined() == ["It was his fault", "it was her fault"]
    QTest.keyClicks(desk.area, "Before it all. ")
    desk.note.noticing.look()
    assert desk.area.underlined() == ["It was his fault", "it was her fault"]
    assert session.preferences.phrases_off == ()


def test_what_is_written_again_is_noticed_again(desk: Desk) -> None:
    desk.write("It was her fault.")
    desk.note.not_now.click()
    assert (desk.note.isHidden(), desk.area.underlined()) == (True, [])
    desk.write("Now. It was her fault.")
    assert desk.area.underlined() == ["It was her fault"]


def test_another_reflection_begins_without_what_was_found_or_dismissed(desk: Desk, draft: Draft, qtbot: QtBot) -> None:
    desk.write(TWO)
    desk.note.not_now.click()
    draft.load(reflection("I should have known, and it was his fault.", DAY))
    assert (desk.note.isHidden(), desk.area.underlined()) == (True, [])
    qtbot.waitUntil(lambda: desk.area.underlined() == ["I should have known", "it was his fault"])
    draft.begin(DAY)
    assert (desk.note.isHidden(), desk.area.underlined()) == (True, [])


def test_saving_and_reading_the_same_text_again_keeps_what_was_dismissed(desk: Desk, draft: Draft) -> None:
    desk.write(TWO)
    desk.note.not_now.click()
    draft.load(draft.reflection)
    desk.note.noticing.look()
    assert desk.area.underlined() == ["It was her fault"]


# For ever, and in the settings


def test_never_is_kept_in_the_journal_and_can_be_undone(desk: Desk, session: Session, qtbot: QtBot) -> None:
    desk.write("My fault. It was her fault. My fault.")
    with qtbot.waitSignal(desk.note.said) as said:
        desk.note.never.click()
    assert desk.area.hasFocus()
    qtbot.waitUntil(lambda: desk.area.underlined() == ["It was her fault"])
    assert ask(qtbot, session, lambda journal: journal.preferences.get()).phrases_off == ("my-fault",)
    assert said.args is not None
    assert said.args[0] == "“my fault” is not noticed any more"
    said.args[1]()
    qtbot.waitUntil(lambda: len(desk.area.underlined()) == 3)
    assert ask(qtbot, session, lambda journal: journal.preferences.get()).phrases_off == ()


def test_switched_off_there_is_nothing(desk: Desk, session: Session, qtbot: QtBot) -> None:
    desk.write(TWO)
    desk.note.not_now.setFocus()
    session.prefer(session, notices_blame=False)
    qtbot.waitUntil(lambda: desk.note.isHidden())
    assert desk.area.hasFocus()
    desk.write(TWO + TWO)
    assert (desk.note.isHidden(), desk.area.underlined()) == (True, [])
    session.prefer(session, notices_blame=True)
    qtbot.waitUntil(lambda: not desk.note.isHidden())


def test_own_phrases_ask_their_own_question(desk: Desk, session: Session, qtbot: QtBot) -> None:
    session.prefer(session, own_phrases=(OwnPhrase("1", "typical NAME", "What do they need?"),))
    desk.write("🙂 Typical Jonas, as ever.")
    assert (desk.area.underlined(), desk.note.question()) == (["Typical Jonas"], "What do they need?")


def test_the_cursor_is_where_it_was_after_all_of_it(desk: Desk) -> None:
    desk.write(TWO)
    desk.go_to("known")
    desk.area.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    selected = desk.area.textCursor().selectedText()
    desk.note.noticing.look()
    desk.note.not_now.click()
    assert desk.area.textCursor().selectedText() == selected


def test_before_the_journal_is_open_nobody_is_asked_what_is_preferred(qtbot: QtBot) -> None:
    locked = Session()
    draft = Draft(locked)
    area = TextField(draft)
    note = MarginNote(area, draft, locked)
    for each in (area, note):
        qtbot.addWidget(each)
    area.insertPlainText(TWO)
    note.noticing.look()
    assert area.underlined() == []
