"""The list of people: who is in it, what a row says, and everything that is done there, by keyboard."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.one_on_ones.rules import Meeting
from app.people.model import Cadence, Person, Rhythm
from tests.app.people.people import person
from tests.app.reflections.journals import reflection
from tests.ui.people.conftest import Open
from tests.ui.sessions import ask
from ui.people.erase_sheet import EraseSheet
from ui.people.page import PeoplePage
from ui.people.person_row import ArchivedRow, PersonRow, meeting_in_lines
from ui.people.words import role_and_time
from ui.reference import JOINING_AND_ERASING, Reference
from ui.session import Session

TODAY = date.today()  # noqa: DTZ011  the page shows this day
DAY = timedelta(days=1)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_words(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def undo_of(page: PeoplePage) -> list[object]:
    undone: list[object] = []
    page.said.connect(lambda _, undo: undone.append(undo))
    return undone


def kept(qtbot: QtBot, session: Session) -> list[Person]:
    return ask(qtbot, session, lambda journal: journal.people.everyone())


def test_names_of_the_journal_are_people_and_a_row_says_all_there_is(open_people: Open) -> None:
    weekly = Rhythm(cadence=Cadence.WEEKLY, first=TODAY + DAY, time="09:30")
    aiko = person("Aiko", role="Engineer", since="2023", rhythm=weekly)
    page = open_people([aiko], [reflection("x", TODAY, people=("Ravi",))])
    first, ravi = page.list.rows
    assert first.accessibleName().startswith("Aiko. Engineer, since 2023. Next one-on-one ")
    assert ", 09:30. 0 open items. Not in your journal yet. In 30 days: Respect 0, " in first.accessibleName()
    assert first.accessibleName().endswith("No note in 30 days")
    assert "No one-on-one planned" in ravi.accessibleName()
    assert "Last in your journal today" in ravi.accessibleName()
    assert [each.accessibleName() for each in ravi.links] == ["Set a rhythm with Ravi"]


def test_rows_are_walked_by_arrows_and_opened_by_enter_and_left_by_escape(qtbot: QtBot, open_people: Open) -> None:
    page = open_people([person("Aiko"), person("Jonas"), person("Lena", archived_on=TODAY)])
    assert focused() is page.list.rows[0]
    press(Qt.Key.Key_Down)
    assert focused() is page.list.rows[1]
    press(Qt.Key.Key_Down)
    assert isinstance(focused(), ArchivedRow)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.person is not None and page.person.isVisible())
    qtbot.waitUntil(lambda: focused().accessibleName() == "Back to all people")
    press(Qt.Key.Key_Escape)
    assert isinstance(focused(), PersonRow)
    assert focused().accessibleName().startswith("Jonas")


def test_somebody_is_added_and_taken_back(qtbot: QtBot, session: Session, open_people: Open) -> None:
    page = open_people()
    undone = undo_of(page)
    assert page.empty.isVisible()
    page.doings()["add-person"]()
    type_words("Jonas")
    press(Qt.Key.Key_Tab)
    type_words("Data analyst")
    press(Qt.Key.Key_Tab)
    type_words("April 2025")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(undone))
    (made,) = kept(qtbot, session)
    assert (made.name, made.role, made.since) == ("Jonas", "Data analyst", "2025-04")
    qtbot.waitUntil(lambda: page.presenter.id == made.id)
    undone[0]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: not page.presenter.known and page.presenter.id is None)
    assert kept(qtbot, session) == []
    page.presenter.add("Jonas", "Designer", "", lambda: None, lambda _: None)  # out of the trash, with what is said now
    qtbot.waitUntil(lambda: [each.role for each in kept(qtbot, session)] == ["Designer"])


def test_a_name_that_is_taken_is_said_below_it(qtbot: QtBot, session: Session, open_people: Open) -> None:
    page = open_people([person("Jonas")])
    page.add.click()
    page.details.name.setText("jonas")
    page.details.done.click()
    qtbot.waitUntil(lambda: "already somebody called Jonas" in page.details.name_error.text())
    page.details.since.setText("last spring")
    page.details.name.setText("Jonas Weber")
    page.details.done.click()
    assert page.details.since_error.text().startswith("A year, a month or a day")
    assert len(kept(qtbot, session)) == 1
    page.details.since.setText("")
    page.flush()  # as when the journal is locked: what is typed stays
    qtbot.waitUntil(lambda: len(kept(qtbot, session)) == 2)


def test_who_is_archived_comes_back_and_undo_brings_either_back(
    qtbot: QtBot, session: Session, open_people: Open
) -> None:
    page = open_people([person("Lena", archived_on=TODAY, until="2025-11")])
    undone = undo_of(page)
    assert not page.empty.isVisible()
    (row,) = page.list.rows
    assert isinstance(row, ArchivedRow)
    assert row.accessibleName() == "Lena. Until November 2025. 0 mentions"
    row.erase.click()
    sheet = page.findChild(EraseSheet)
    assert sheet is not None
    assert (sheet.name, page.helped_by()) == ("Lena", JOINING_AND_ERASING)
    sheet.close_overlay()
    assert page.helped_by() == ""
    row.back.click()
    qtbot.waitUntil(lambda: isinstance(page.list.rows[0], PersonRow))
    undone[0]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: isinstance(page.list.rows[0], ArchivedRow))
    (lena,) = kept(qtbot, session)
    assert (lena.archived_on, lena.until) == (TODAY, "2025-11")


def test_the_time_of_a_meeting_is_never_cut() -> None:
    meeting = Meeting(on=TODAY + 2 * DAY, time="10:30", minutes=30, planned_for=None)
    whole, far = meeting_in_lines(meeting, 1000)
    assert (whole.endswith(", 10:30"), far) == (True, "in 2 days")
    assert meeting_in_lines(meeting, 100) == (whole.removesuffix(", 10:30"), "10:30, in 2 days")


def test_who_is_still_to_come_is_there_from_a_day_on() -> None:
    coming, here = TODAY + DAY, TODAY
    assert role_and_time(person("Idris", since=coming.isoformat())).startswith("From ")
    assert role_and_time(person("Idris", since=here.isoformat())).startswith("Since ")
    assert role_and_time(person("Idris", since=here.isoformat()[:7])).startswith("Since ")


def test_a_reference_leads_to_a_person_and_the_rail_back_to_the_list(qtbot: QtBot, open_people: Open) -> None:
    page = open_people([person("Jonas")])
    page.go_to(Reference(page="people", id=page.presenter.known[0].person.id))
    qtbot.waitUntil(lambda: page.person is not None and page.person.isVisible())
    page.focus_start()
    assert page.person is not None
    assert page.person.isVisible()
    page.focus_start()  # its name in the rail, while it is shown
    assert not page.person.isVisible()
    assert focused().accessibleName().startswith("Jonas")


def test_set_a_rhythm_leads_to_the_rhythm_of_that_person(qtbot: QtBot, session: Session, open_people: Open) -> None:
    page = open_people([person("Ravi")])
    page.list.rows[0].links[0].click()
    qtbot.waitUntil(lambda: page.person is not None and page.person.rhythm.isVisible())
    assert page.person is not None
    page.person.rhythm.done.click()
    qtbot.waitUntil(lambda: kept(qtbot, session)[0].rhythm is not None)
    assert kept(qtbot, session)[0].rhythm == Rhythm(cadence=Cadence.WEEKLY, first=TODAY)
    qtbot.waitUntil(lambda: page.presenter.known[0].next is not None)
