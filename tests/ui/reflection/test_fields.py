"""The fields of a reflection show what the draft holds and edit it as one types."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.reflections.model import PullKind
from tests.app.reflections.journals import plan, reflection
from tests.ui.sessions import ask
from ui.autosave import Saving
from ui.reflection.draft import Draft
from ui.reflection.fields import NoticeField, PrivateToggle, PullField, TextField
from ui.reflection.plan import PlanFields
from ui.reflection.saved import SavedLine
from ui.session import Session

DAY = date(2026, 3, 10)


def shown(qtbot: QtBot, *widgets: QWidget) -> None:
    for each in widgets:
        qtbot.addWidget(each)
        each.show()


def test_what_is_typed_goes_in_as_typed(qtbot: QtBot, draft: Draft) -> None:
    notice, text = NoticeField(draft), TextField(draft)
    shown(qtbot, notice, text)
    QTest.keyClicks(notice, " The chart ")
    text.insertPlainText("Ende  \n\n مرحبا <b>file:///x</b> ")
    assert draft.reflection.content.notice == " The chart "
    assert draft.reflection.content.text == "Ende  \n\n مرحبا <b>file:///x</b> "


def test_a_loaded_reflection_fills_all_fields_and_edits_nothing(qtbot: QtBot, session: Session, draft: Draft) -> None:
    fields = NoticeField(draft), PullField(draft), TextField(draft), PrivateToggle(draft), PlanFields(draft, session)
    shown(qtbot, *fields)
    given = reflection(
        "Words",
        DAY,
        plan("it rains", "wait", "Jonas"),
        notice="The chart",
        pull=6,
        private=True,
        pull_kind=PullKind.FIX,
    )
    with qtbot.assertNotEmitted(draft.edited):
        draft.load(given)
    notice, pull, text, private, plans = fields
    assert (notice.text(), pull.slider.value(), text.text(), private.toggle.isChecked()) == (
        "The chart",
        6,
        "Words",
        True,
    )
    assert plans.person.person() == "Jonas"
    assert draft.reflection == given


def test_typing_goes_on_while_the_draft_is_saved(qtbot: QtBot, session: Session, draft: Draft) -> None:
    text = TextField(draft)
    shown(qtbot, text)
    QTest.keyClicks(text, "One")
    draft.flush()
    QTest.keyClicks(text, " two")
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    QTest.keyClicks(text, " three")
    assert text.text() == "One two three"
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_settled)
    id = draft.reflection.id
    assert ask(qtbot, session, lambda journal: journal.reflections.get(id)).content.text == "One two three"


def test_another_reflection_cannot_bring_back_the_last_one(qtbot: QtBot, draft: Draft) -> None:
    text = TextField(draft)
    shown(qtbot, text)
    QTest.keyClicks(text, "Mine")
    draft.load(reflection("Another", DAY))
    text.undo()
    assert text.text() == "Another"


def test_the_same_text_again_leaves_the_cursor_alone(qtbot: QtBot, draft: Draft) -> None:
    text = TextField(draft)
    shown(qtbot, text)
    given = reflection("Another", DAY)
    draft.load(given)
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)
    draft.load(given)
    assert text.textCursor().position() == 4


def test_the_pull_and_the_toggle_edit(qtbot: QtBot, draft: Draft) -> None:
    pull, private = PullField(draft), PrivateToggle(draft)
    shown(qtbot, pull, private)
    pull.slider.changed.emit(7)
    QTest.mouseClick(private.toggle, Qt.MouseButton.LeftButton)
    assert (draft.reflection.content.pull, draft.reflection.content.private) == (7, True)


@pytest.mark.parametrize("width", [400, 900])
def test_a_plan_is_made_of_its_parts(qtbot: QtBot, session: Session, draft: Draft, width: int) -> None:
    fields = PlanFields(draft, session)
    shown(qtbot, fields)
    fields.resize(width, 80)
    fields.person.show_person("Jonas")
    fields.asks.click()
    assert not draft.reflection.commitments
    when = fields.focusProxy()
    assert when is not None
    QTest.keyClicks(when, "it rains ")
    made = draft.commitment
    assert made is not None
    assert (made.when, made.will, made.person, made.asked) == ("it rains ", "", "Jonas", False)


def test_the_saved_line_follows_the_saving(qtbot: QtBot, draft: Draft) -> None:
    line = SavedLine(draft.autosave)
    shown(qtbot, line)
    draft.edit(text="A word")
    assert draft.autosave.state is Saving.UNDER_WAY
    draft.flush()
    qtbot.waitUntil(lambda: draft.autosave.state is Saving.SAVED)
