"""From the page of a person to the one-on-one with them, and back."""

from app.one_on_ones.model import State
from tests.ui.one_on_ones.room import CONTROL, Key, Room
from tests.ui.sessions import ask_to_write
from ui.people.page import PeoplePage
from ui.reference import PEOPLE
from ui.shell.rail import NavButton


def test_who_was_erased_meanwhile_is_not_shown_any_more(room: Room) -> None:
    room.open("Priya")
    person = room.page.presenter.person_id
    ask_to_write(room.qtbot, room.session, lambda journal: journal.people.remove([person]))
    room.page.refresh()
    room.wait(lambda: isinstance(room.window.page(), PeoplePage))


def test_finishing_comes_back_to_the_person(room: Room) -> None:
    person, rail = room.page.presenter.person_id, room.window.inside.workspace.rail
    assert [each.key for each in rail.findChildren(NavButton) if each.is_current] == [PEOPLE]
    room.press(Key.Key_Return, CONTROL)
    room.wait(lambda: isinstance(room.window.page(), PeoplePage))
    assert "stay on the agenda" in room.said()
    page = room.window.page()
    assert isinstance(page, PeoplePage)
    room.wait(lambda: page.presenter.whole is not None and page.presenter.whole.person.id == person)
    assert room.meetings()[0].state is State.HELD
