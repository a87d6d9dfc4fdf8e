"""A whole one-on-one by keyboard alone; everything that takes the focus has a name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.one_on_ones.model import Involvement, State
from app.people.model import Side
from tests.ui.one_on_ones.room import CONTROL, SHIFT, Key, Room, focused, today


def test_a_whole_meeting_without_a_mouse(room: Room) -> None:
    room.stay()
    page = room.page
    room.wait(lambda: page.agenda.list.isAncestorOf(focused()))
    room.press(Key.Key_Down)  # Who it is for
    room.press(Key.Key_Return)
    assert focused() is page.notes.notes
    room.type("For the board.")
    room.press(Key.Key_Right, CONTROL)  # at the end of the words: on to the next
    assert page.presenter.item() is not None
    assert page.notes._title.text() == "Am I hovering?"
    assert focused() is page.notes.notes
    room.type("Less than before.")
    room.press(Key.Key_Tab)
    assert focused() is page.notes.private.area
    room.type("Phew.")
    room.press(Key.Key_F6)
    room.press(Key.Key_F6)
    room.press(Key.Key_F6)
    assert page.agenda.list.isAncestorOf(focused())
    room.press(Key.Key_Space)
    room.press(Key.Key_A, CONTROL | SHIFT)
    room.type("Next quarter")
    room.press(Key.Key_Return)
    room.press(Key.Key_Tab)
    room.press(Key.Key_Escape)  # from who raises it
    assert page.agenda.add.button.hasFocus()
    room.press(Key.Key_U, CONTROL | SHIFT)
    room.type("Send the draft")
    room.press(Key.Key_Tab)
    room.press(Key.Key_Right)
    room.press(Key.Key_Escape)  # from who promises it
    assert page.beside.promises.button.hasFocus()
    tab_to(page.beside.involved.choice)
    room.press(Key.Key_Right)
    room.press(Key.Key_Return, CONTROL)

    made, topics = room.meetings()[0], room.topics()
    ids = {each.id: text for text, each in topics.items()}
    assert {ids[each.about or ""]: each.text for each in made.notes} == {
        "Who it is for": "For the board.",
        "Am I hovering?": "Less than before.",
    }
    assert (made.state, made.private_notes) == (State.HELD, "Phew.")
    assert made.involvement is Involvement.RIGHT
    assert topics["Am I hovering?"].closed_on == today()
    assert topics["Next quarter"].raised_by is Side.ME
    promised = room.follow_ups()["Send the draft"]
    assert (promised.owner, promised.one_on_one) == (Side.ME, made.id)
    assert len(room.went_to) == 1


def test_arrow_keys_go_through_the_agenda_and_stop_at_its_ends(room: Room) -> None:
    room.page.agenda.list.focus_chosen()
    rows = room.page.agenda.list.rows()
    room.press(Key.Key_End)
    assert focused() is rows[-1]
    assert room.page.presenter.item_id is None
    room.press(Key.Key_Down)
    assert focused() is rows[-1]
    room.press(Key.Key_Home)
    assert focused() is rows[0]
    assert room.page.presenter.item_id is not None


def test_the_next_word_comes_before_the_next_item(room: Room) -> None:
    page = room.page
    page.notes.focus_notes()
    room.type("One two")
    cursor = page.notes.notes.textCursor()
    cursor.setPosition(0)
    page.notes.notes.setTextCursor(cursor)
    before = page.presenter.item_id
    room.press(Key.Key_Right, CONTROL)
    assert page.notes.notes.textCursor().position() == 4
    assert page.presenter.item_id == before


def test_whatever_takes_the_focus_has_a_name(room: Room) -> None:
    page = room.page
    page.agenda.add.begin()
    page.beside.promises.begin()
    page.beside.heard.begin()
    assert unnamed(page) == []
    panels = (page.meetings, page.when, page.item, page.head.menu)
    ways = (page.agenda.title.click, page.head.hours.click, page.notes.edit.click, page.head.more.click)
    for panel, way in zip(panels, ways, strict=True):
        way()
        assert panel.isVisible()
        assert unnamed(panel) == []
        room.press(Key.Key_Escape)
        assert not panel.isVisible()


def unnamed(holder: QWidget) -> list[QWidget]:
    """What Tab can stop at in it without a name to be said."""
    stops = (each for each in holder.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [each for each in stops if each.isVisible() and not each.accessibleName()]


def tab_to(wanted: QWidget) -> None:
    """Presses Tab until the focus is in it."""
    for _ in range(60):
        if wanted.isAncestorOf(focused()):
            return
        QTest.keyClick(focused(), Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName()}")
