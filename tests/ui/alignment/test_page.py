"""The sheet of a report is filled by keys, looked at again, talked about, and becomes an agreement."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interviews import alignment
from app.interviews.model import Alignment, Landing
from app.journal import Journal
from app.people.model import Person
from tests.app.practices.making import practice
from tests.app.reflections.journals import NOW, new_id
from tests.ui.sessions import ask, ask_to_write
from tests.ui.shell.windows import Window
from tests.ui.test_names import nameless
from ui.alignment.page import AlignmentPage
from ui.reference import ALIGNMENT, PEOPLE, PRACTICES, Reference
from ui.session import Session

TODAY = date.today()  # noqa: DTZ011
PRACTICES_ = (practice("Checklists", date=TODAY), practice("Second eyes", date=TODAY))
JONAS = Person(id=new_id(), date=TODAY, created_at=NOW, updated_at=NOW, name="Jonas")
Key = Qt.Key


class Room:
    """The page of Jonas's sheet in a window."""

    def __init__(self, qtbot: QtBot, session: Session, *given: Alignment, has_practices: bool = True) -> None:
        def fill(journal: Journal) -> None:
            journal.people.save(JONAS, NOW)
            for each in PRACTICES_ if has_practices else ():
                journal.practices.save(each, NOW)
            for sheet in given:
                journal.alignments.save(sheet, NOW)

        self.qtbot, self.session = qtbot, session
        ask_to_write(qtbot, session, fill)
        self.window = Window(session)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.inside.workspace.open(Reference(ALIGNMENT, person="Jonas"))
        qtbot.waitUntil(lambda: self.page.is_filled and not self.page.is_awaited)

    @property
    def page(self) -> AlignmentPage:
        found = self.window.page()
        assert isinstance(found, AlignmentPage)
        return found

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def kept(self) -> Alignment:
        self.page.flush()
        self.qtbot.waitUntil(lambda: self.page.is_settled)
        return ask(self.qtbot, self.session, lambda journal: journal.alignments.where(person="Jonas")[0])


def sheet(*landings: Landing | None, ago: int = 0) -> Alignment:
    made = alignment.fresh(new_id(), "Jonas", PRACTICES_, TODAY, NOW)
    for at, each in enumerate(landings):
        made = alignment.with_row(made, at, replace(made.rows[at], landing=each))
    looks = tuple(replace(each, on=each.on - timedelta(days=ago)) for each in made.looks)
    return replace(made, looks=looks)


def test_a_new_sheet_is_made_by_the_first_reaction_and_kept_in_their_words(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session)
    assert ask(qtbot, session, lambda journal: journal.alignments.where(person="Jonas")) == []
    room.press(Key.Key_Down)
    room.press(Key.Key_Right)
    room.press(Key.Key_Right)
    room.press(Key.Key_Space)
    room.page.sheet.words.insertPlainText("It felt like being read along.")
    said = [(each.practice, each.landing, each.words) for each in room.kept().rows]
    assert said == [("Checklists", None, ""), ("Second eyes", Landing.DISTRUST, "It felt like being read along.")]
    assert nameless(room.window) == []
    room.press(Key.Key_Space)
    assert room.kept().rows[1].landing is None


def test_what_reads_as_distrust_is_talked_about_once(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session, sheet(None, Landing.DISTRUST))
    undos: list[object] = []
    room.page.said.connect(lambda _, undo: undos.append(undo))
    room.page.sheet.talk.click()
    room.kept()
    topics = ask(qtbot, session, lambda journal: journal.topics.where(person="Jonas", closed_on=None))
    assert ["Second eyes" in each.text for each in topics] == [True]
    assert not room.page.sheet.talk.isVisible()
    undos[-1]()  # type: ignore[operator]
    room.kept()
    assert ask(qtbot, session, lambda journal: journal.topics.where(person="Jonas")) == []
    assert room.page.sheet.talk.isVisible()


def test_a_due_look_is_done_with_its_note_and_undone_without_what_was_said_since(
    qtbot: QtBot, session: Session
) -> None:
    room = Room(qtbot, session, sheet(Landing.WELCOMES, ago=31))
    undos: list[object] = []
    room.page.said.connect(lambda _, undo: undos.append(undo))
    room.page.looks.note.insertPlainText("Asked for by now.")
    room.page.looks.done.click()
    assert [(each.done_on, each.note) for each in room.kept().looks][:2] == [(TODAY, "Asked for by now."), (None, "")]
    assert room.page.looks.note.text() == ""
    room.page.presenter.word(0, "Fine.")
    undos[-1]()  # type: ignore[operator]
    kept = room.kept()
    assert (kept.looks[0].done_on, kept.looks[0].note, kept.rows[0].words) == (None, "Asked for by now.", "Fine.")


def test_an_agreement_begins_with_it_and_is_not_written_over(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session, sheet(Landing.WELCOMES, Landing.DISTRUST))
    room.page.agreement.begin.click()
    room.kept()
    made = ask(qtbot, session, lambda journal: journal.agreements.where(person="Jonas"))
    assert [len(each.mine) for each in made] == [2]
    assert not room.page.agreement.begin.isVisible()
    went: list[Reference] = []
    room.page.referred.disconnect()
    room.page.referred.connect(went.append)
    room.page.agreement.open.click()
    assert went == [Reference(PEOPLE, JONAS.id)]


def test_without_a_practice_it_leads_to_them(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session, has_practices=False)
    assert not room.page.looks.isVisible()
    room.page.focus_start()
    room.press(Key.Key_Space)
    assert room.window.inside.workspace.current_key == PRACTICES


def test_it_opens_by_the_id_of_a_sheet_and_leads_to_people_where_it_is_gone(qtbot: QtBot, session: Session) -> None:
    given = sheet(Landing.WELCOMES)
    room = Room(qtbot, session, given)
    room.window.inside.workspace.open(Reference(PEOPLE))
    room.window.inside.workspace.open(Reference(ALIGNMENT, id=given.id))
    page = room.page
    qtbot.waitUntil(lambda: not page.is_awaited)
    assert page.presenter.sheet is not None
    assert page.presenter.sheet.id == given.id
    room.window.inside.workspace.open(Reference(ALIGNMENT, person="Nobody"))
    qtbot.waitUntil(lambda: room.window.inside.workspace.current_key == PEOPLE)


def test_of_who_is_archived_it_is_only_read(qtbot: QtBot, session: Session) -> None:
    given = sheet(Landing.WELCOMES)
    room = Room(qtbot, session, given)
    ask_to_write(qtbot, session, lambda journal: journal.people.save(replace(JONAS, archived_on=TODAY), NOW))
    room.page.presenter.ask()
    qtbot.waitUntil(lambda: room.page.presenter.is_read_only)
    room.press(Key.Key_Space)
    assert room.page.sheet.table.rows[0].cells[0].isChecked()
    assert room.kept().rows == given.rows
    assert not room.page.looks.done.isVisible()
