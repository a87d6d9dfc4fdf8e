"""What is written is on the disk soon, and nothing of it is lost on the way there."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.one_on_ones.record import TOPIC
from tests.ui.one_on_ones.room import Room, topic
from tests.ui.sessions import ask
from ui.autosave import LONGEST, Saving
from ui.one_on_ones.written import Fate, Written
from ui.session import Session


def test_what_is_typed_while_a_save_is_under_way_outlives_going_elsewhere(room: Room) -> None:
    page = room.page
    page.notes.focus_notes()
    room.type("First.")
    page.presenter.written.flush()  # under way
    room.type(" Second.")
    page.presenter.take_next()
    page.presenter.open(room.page.presenter.person_id)
    page.notes.private.area.insertPlainText("Third.")
    room.wait(lambda: page.is_settled)
    made = room.meetings()[0]
    assert (made.notes[0].text, made.private_notes) == ("First. Second.", "Third.")


def test_typing_without_a_pause_is_saved_all_the_same(room: Room) -> None:
    page = room.page
    page.notes.focus_notes()
    assert LONGEST <= 2000
    page.notes.notes.insertPlainText("a")
    room.qtbot.waitUntil(lambda: _typed_and_saved(page.notes.notes.insertPlainText, page.presenter.written))
    assert room.meetings()[0].notes[0].text.startswith("aa")


def _typed_and_saved(type_: object, written: Written) -> bool:
    type_("a")  # type: ignore[operator]
    return written.autosave.saved_at is not None


def test_a_save_that_failed_is_tried_again_and_keeps_nothing_else_back(qtbot: QtBot, session: Session) -> None:
    written = Written(session)
    broken, sound = topic("Broken", person=""), topic("Sound")
    written.put(TOPIC.name, broken)
    written.flush()
    qtbot.waitUntil(lambda: written.autosave.state is Saving.FAILED)
    assert not written.is_settled
    written.put(TOPIC.name, replace(broken, person="Jonas"))
    written.put(TOPIC.name, sound)
    written.flush()
    qtbot.waitUntil(lambda: written.is_settled)
    kept = {each.text for each in ask(qtbot, session, lambda journal: journal.topics.where(person="Jonas"))}
    assert {"Broken", "Sound"} <= kept


def test_what_is_gone_was_never_there_and_what_is_put_away_comes_back(qtbot: QtBot, session: Session) -> None:
    written, made = Written(session), topic("Away")
    for fate, listed, in_trash in ((Fate.KEPT, 1, 0), (Fate.TRASHED, 0, 1), (Fate.KEPT, 1, 0), (Fate.GONE, 0, 0)):
        written.put(TOPIC.name, made, fate)
        written.flush()
        qtbot.waitUntil(lambda: written.is_settled)
        found = ask(qtbot, session, lambda journal: journal.topics.where(text="Away"))
        trash = ask(qtbot, session, lambda journal: journal.topics.trash())
        assert (len(found), len(trash)) == (listed, in_trash)
