"""One gets ready by keys: questions out of the bank, answers out of the journal, and a run with a clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import MockRun, Preparation, Prepared
from app.journal import Journal
from app.reflections.model import Filter
from tests.app.delegation.making import delegation
from tests.app.reflections.journals import NOW, new_id, reflection
from tests.ui.sessions import ask, ask_to_write
from tests.ui.shell.windows import Window
from tests.ui.test_names import nameless
from ui.other_side.page import Front, OtherSidePage
from ui.reference import INTERVIEWS, OTHER_SIDE, Reference
from ui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT = Modifier.ControlModifier, Modifier.AltModifier
TODAY = date.today()  # noqa: DTZ011


def role(*questions: Prepared, **more: object) -> Preparation:
    made = Preparation(id=new_id(), date=TODAY, created_at=NOW, updated_at=NOW, role="Head", questions=questions)
    return replace(made, **more)  # type: ignore[arg-type]


TRUST = Prepared(question=TRUST_QUESTION, text="What does trust look like to you?", minutes=3, answer="One night.")
OWN = Prepared(text="Why this team?", minutes=2)


class Room:
    """The page in a window."""

    def __init__(
        self, qtbot: QtBot, session: Session, *given: Preparation, more: Callable[[Journal], object] = lambda _: None
    ) -> None:
        def fill(journal: Journal) -> None:
            for each in given:
                journal.preparations.save(each, NOW)
            more(journal)

        self.qtbot, self.session = qtbot, session
        ask_to_write(qtbot, session, fill)
        self.window = Window(session)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.inside.workspace.open(Reference(OTHER_SIDE))
        self.wait(lambda: self.page.is_filled)
        QApplication.processEvents()

    @property
    def page(self) -> OtherSidePage:
        found = self.window.page()
        assert isinstance(found, OtherSidePage)
        return found

    def wait(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(focused(), key, modifier)

    def kept(self) -> Preparation:
        self.page.flush()
        self.wait(lambda: self.page.is_settled)
        found = ask(self.qtbot, self.session, lambda journal: journal.preparations.find(Filter()))
        return max(found, key=lambda each: each.created_at)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_from_nothing_to_an_answer_by_the_keyboard_alone(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session)
    room.press(Key.Key_Space)
    for each in "Lead":
        room.press(getattr(Key, f"Key_{each.upper()}"))
    room.page.doings()["add-questions"]()
    assert focused() is room.page.role.bank.list
    room.press(Key.Key_Space)
    room.press(Key.Key_Down)
    room.press(Key.Key_Space)
    room.press(Key.Key_Escape)
    assert len(room.page.role.parts.rows) == 2
    room.press(Key.Key_Up, ALT)
    room.press(Key.Key_Return)
    assert focused() is room.page.answer.writing.answer
    room.page.answer.writing.answer.insertPlainText("It was the ledger.")
    kept = room.kept()
    assert kept.role.lower() == "lead"
    assert [each.answer for each in kept.questions] == ["It was the ledger.", ""]
    assert kept.questions[1].question == TRUST_QUESTION
    assert nameless(room.window) == []


def test_what_was_written_is_found_beside_and_put_below_the_answer(qtbot: QtBot, session: Session) -> None:
    told = reflection("He called once, and the ledger was right.")
    feared = delegation(title="The ledger", fear="The ledger will be a shambles.")

    def more(journal: Journal) -> None:
        journal.reflections.add_all([told], NOW)
        journal.delegations.save(feared, NOW)

    room = Room(qtbot, session, role(TRUST, OWN), more=more)
    undos: list[Callable[[], None]] = []
    room.page.said.connect(lambda _, undo: undos.append(undo))
    view = room.page.beside.journal
    view.field.setFocus()
    view.field.setText("ledger")
    room.press(Key.Key_Down)
    room.wait(lambda: len(view.rows) == 2)
    view.open(feared.id)
    room.wait(lambda: "ledger" in view.peek.text.text())
    assert "shambles" not in "".join([view.peek.text.text(), *(each.accessibleName() for each in view.rows)])
    view.close_peek()
    view.open(told.id)
    room.wait(lambda: "called once" in view.peek.text.text())
    view.peek.quote.click()
    kept = room.kept().questions[0]
    assert kept.answer.startswith("One night.\n\n“He called once, and the ledger was right.”\n")
    assert kept.sources == (told.id,)
    assert room.page.answer.writing.answer.text() == kept.answer
    room.wait(lambda: room.page.answer.writing.sources.rows[told.id].record.words() != "")
    room.page.answer.writing.sources.rows[told.id].remove.click()
    assert room.kept().questions[0].sources == ()
    for undo in reversed(undos):
        undo()
    assert room.kept().questions[0] == TRUST


def test_a_question_taken_out_comes_back_with_its_answer_and_a_role_from_the_trash(
    qtbot: QtBot, session: Session
) -> None:
    room = Room(qtbot, session, role(TRUST, OWN))
    undos: list[Callable[[], None]] = []
    room.page.said.connect(lambda _, undo: undos.append(undo))
    room.page.role.parts.rows[0].setFocus()
    room.press(Key.Key_Delete)
    assert [each.text for each in room.kept().questions] == ["Why this team?"]
    undos.pop()()
    assert room.kept().questions == (TRUST, OWN)
    room.page.doings()["delete"]()
    assert room.page.nothing.isVisible()
    undos.pop()()
    assert room.page.answer.writing.answer.text() == "One night."


def test_a_run_goes_on_by_keys_hides_the_answer_and_is_kept_question_by_question(
    qtbot: QtBot, session: Session
) -> None:
    room = Room(qtbot, session, role(TRUST, OWN))
    page = room.page
    page.doings()["mock-run"]()
    assert page.run is not None
    assert not page.run.asking.answer.isVisible()
    page.running._on_counted(41)
    room.press(Key.Key_Space)
    assert page.run.asking.answer.text() == "One night."
    states = []
    for _ in range(2):
        page.doings()["pause"]()
        states.append(page.running.clock.is_running)
    assert states == [False, True]
    page.doings()["next-item"]()
    assert page.run.asking.answer.isHidden()
    page.running._on_counted(9)
    assert room.kept().runs[0].seconds == (41, 9)
    page.doings()["finish"]()
    page.run.end.note.insertPlainText("Too long.")
    assert nameless(room.window) == []
    page.run.end.done.click()
    assert room.kept().runs == (MockRun(date=TODAY, seconds=(41, 9), note="Too long."),)
    assert not page.running.clock.is_running
    page.role.runs.rows[0].click()
    undos: list[Callable[[], None]] = []
    page.said.connect(lambda _, undo: undos.append(undo))
    page.run.end.drop.click()
    assert room.kept().runs == ()
    undos[-1]()
    assert room.kept().runs[0].note == "Too long."


def test_the_clock_stands_while_another_page_is_open(qtbot: QtBot, session: Session) -> None:
    room = Room(qtbot, session, role(TRUST))
    page = room.page
    page.doings()["mock-run"]()
    page.running._on_counted(5)
    room.window.inside.workspace.open(Reference(INTERVIEWS))
    states = [page.running.clock.is_running]
    room.wait(lambda: page.is_settled)
    kept = ask(qtbot, session, lambda journal: journal.preparations.find(Filter()))
    assert kept[0].runs[0].seconds == (5,)
    room.window.inside.workspace.open(Reference(OTHER_SIDE))
    assert [*states, page.running.clock.is_running] == [False, True]


def test_nothing_is_lost_where_there_is_room_for_one_pane_only(qtbot: QtBot, session: Session) -> None:
    ask_to_write(qtbot, session, lambda journal: journal.preparations.save(role(TRUST, OWN), NOW))
    page = OtherSidePage(session)
    qtbot.addWidget(page)
    page.resize(500, 700)
    page.show()
    qtbot.waitUntil(lambda: page.is_filled)
    shown = [each.isVisible() for each in (page.role, page.answer, page.beside)]
    assert shown == [False, True, False]
    page.answer.look.click()
    assert (page.front, page.beside.isVisible()) == (Front.BESIDE, True)
    page.beside.back.click()
    page.answer.back.click()
    assert page.role.isVisible()
    page.role.parts.rows[1].click()
    page.role.to_answer.click()
    assert page.answer.isVisible()
    assert page.answer.writing.answer.text() == ""


def test_tab_goes_through_the_page_as_it_is_seen(qtbot: QtBot, session: Session) -> None:
    told = reflection("He called once.")
    given = role(replace(TRUST, sources=(told.id,)), OWN, runs=(MockRun(date=TODAY, seconds=(60,)),))
    room = Room(qtbot, session, given, more=lambda journal: journal.reflections.add_all([told], NOW))
    page = room.page
    source = page.answer.writing.sources.rows[told.id]
    room.wait(lambda: source.record.words())
    page.role.new.setFocus()
    seen: list[QWidget] = []
    while focused() not in (page.beside.journal.field, *seen):
        seen.append(focused())
        room.press(Key.Key_Tab)
    row = page.role.parts.rows[0]
    assert seen == [
        *(page.role.new, page.role.switch.stop(), page.role.head.more, page.role.head.role),
        *(row, row.remove, row.minutes, page.role.add, page.role.write, *page.role.runs.rows),
        *(page.role.cards, page.role.run, page.answer.writing.answer, source.record, source.remove),
        *(page.beside.search, page.beside.which.stop()),
    ]


def test_a_role_that_was_found_is_shown_and_the_switch_leads_across(qtbot: QtBot, session: Session) -> None:
    older, newer = role(TRUST, created_at=NOW - timedelta(1)), role(OWN)
    room = Room(qtbot, session, older, newer)
    assert room.page.presenter.preparation == newer
    room.window.inside.workspace.open(Reference(OTHER_SIDE, id=older.id))
    assert room.page.presenter.preparation == older
    room.page.role.switch.stop().setFocus()
    room.press(Key.Key_Left)
    room.wait(lambda: room.window.inside.workspace.current_key == INTERVIEWS)
    room.window.inside.run(OTHER_SIDE)
    assert room.page.presenter.preparation == older
