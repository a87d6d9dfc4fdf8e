"""Kits: begun, named, filled, ordered, copied, put away; and the conversations that are begun by one."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.interviews import kits
from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import Kit, PartKind
from tests.app.interviews.making import asked, interview
from tests.app.reflections.journals import NOW, TODAY, new_id
from tests.ui.interviews.conftest import PageOf
from tests.ui.practices.keys import focused, named, press, tab_to
from tests.ui.sessions import ask, ask_to_write
from tests.ui.test_names import nameless
from ui.interviews.page import InterviewsPage
from ui.reference import INTERVIEW, SIDE_BY_SIDE, Reference

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
WELCOME, TRUST, CLOSING = "Welcome, and how this works", "What does trust look like to you?", "Their questions"
CLOSING_LINE = "Their questions, next steps"


def kit(role: str = "Support engineer", minutes: int = 45, older: int = 0) -> Kit:
    return kits.new(new_id(), role, minutes, TODAY, NOW - timedelta(days=older))


def settle(qtbot: QtBot, page: InterviewsPage) -> None:
    """As the shell does on leaving: flushes until everything is on the disk."""

    def is_settled() -> bool:
        page.flush()
        return page.is_settled

    qtbot.waitUntil(is_settled)


def kept(qtbot: QtBot, page: InterviewsPage, id: str) -> Kit:
    settle(qtbot, page)
    return ask(qtbot, page.session, lambda journal: journal.kits.get(id))


def shown(page: InterviewsPage) -> list[str]:
    """The first words of each part, as they are heard."""
    return [each.accessibleName().split(",")[0] for each in page.kit.parts.rows]


def heard(page: InterviewsPage) -> list[tuple[str, Callable[[], object]]]:
    said: list[tuple[str, Callable[[], object]]] = []
    page.said.connect(lambda text, undo: said.append((text, undo)))
    return said


def test_a_kit_is_made_by_keyboard_alone(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([])
    assert page.nothing.isVisible()
    assert nameless(page) == []
    page.focus_start()
    assert focused() is page.nothing.begin
    press(Key.Key_Return)
    assert not page.nothing.isVisible()
    assert named("Role")(focused())
    QTest.keyClicks(focused(), "Support engineer")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "30")
    assert page.kit.bar.accessibleName().startswith("20 of 30 minutes planned")
    page.bank.list.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Space)
    second = page.presenter.question_id
    assert second is not None
    made = kept(qtbot, page, page.presenter.kit_id or "")
    assert (made.role, made.minutes) == ("Support engineer", 30)
    assert [each.question for each in made.parts] == [None, TRUST_QUESTION, second, None]
    assert page.presenter.at == 2  # so that the keys of the kit are about what was just put in
    assert page.bank.list.currentIndex().data().endswith("In the kit")
    press(Key.Key_Space)
    assert [each.question for each in kept(qtbot, page, made.id).parts] == [None, TRUST_QUESTION, None]
    assert nameless(page) == []


def test_the_order_changes_by_keys_and_follows_the_part(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    said = heard(page)
    newer = QAction(page)  # as the journal has it in the window
    newer.setShortcut(QKeySequence("Alt+Down"))
    page.addAction(newer)
    assert shown(page)[:2] == [WELCOME.split(",", maxsplit=1)[0], TRUST]
    page.kit.focus_widget().setFocus(Qt.FocusReason.TabFocusReason)
    assert named(TRUST)(focused())
    QTest.keyClick(focused(), Key.Key_Down, ALT)
    QTest.keyClick(focused(), Key.Key_Down, ALT)  # it is the last by now, and stays
    assert named(TRUST)(focused())
    assert [each.what for each in kept(qtbot, page, given.id).parts] == [
        PartKind.OPENING,
        PartKind.CLOSING,
        PartKind.QUESTION,
    ]
    press(Key.Key_Up)
    assert named(CLOSING)(focused())
    press(Key.Key_Delete)
    assert [each.what for each in kept(qtbot, page, given.id).parts] == [PartKind.OPENING, PartKind.QUESTION]
    assert focused() in page.kit.parts.rows
    said[-1][1]()
    assert named(CLOSING)(focused())  # what is in hand again has the keyboard
    assert [each.what for each in kept(qtbot, page, given.id).parts][1] is PartKind.CLOSING


def test_words_and_minutes_are_written_where_they_stand(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    first = page.kit.parts.rows[0]
    page.presenter.choose_part(0)
    first.setFocus()
    press(Key.Key_Return)
    assert focused() is first.line
    QTest.keyClicks(focused(), ", with tea")
    tab_to(named("Minutes: "))
    QTest.keyClicks(focused(), "12")
    press(Key.Key_Up)
    assert not page.is_settled
    part = kept(qtbot, page, given.id).parts[0]
    assert (part.text, part.minutes) == (WELCOME + ", with tea", 13)
    assert page.kit.planned.text() == "28 of 45 minutes planned"
    qtbot.waitUntil(lambda: page.is_settled)


def test_lines_of_ones_own_change_places_with_their_words(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    for words in ("Show me", "Tell me"):
        page.kits.add_line()
        QTest.keyClicks(focused(), words)
    QTest.keyClick(focused(), Key.Key_Up, ALT)
    QTest.keyClick(focused(), Key.Key_Up, ALT)
    assert [each.text for each in kept(qtbot, page, given.id).parts][1:] == ["Tell me", TRUST, "Show me", CLOSING_LINE]


def test_a_part_is_dragged_to_another_place(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    first, last = page.kit.parts.rows[0], page.kit.parts.rows[-1]
    down = last.mapTo(first, QPoint(20, last.height() - 2))
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(16, 20))
    _move(first, QPoint(16, 60))
    _move(first, down)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=down)
    assert [each.what for each in kept(qtbot, page, given.id).parts][-1] is PartKind.OPENING
    assert page.kit.parts.rows[-1] is first


def _move(widget: QWidget, to: QPoint) -> None:
    QTest.mouseMove(widget, to)
    QApplication.processEvents()


def test_a_copy_stands_for_itself_and_a_kit_takes_its_conversations_along(qtbot: QtBot, page_of: PageOf) -> None:
    given, older = kit(), kit("Team lead", 60, older=3)
    talk = interview(asked(), kit=given.id, candidate="A")
    page = page_of([older, given, talk])
    said = heard(page)
    assert page.presenter.kit == given
    page.kits.copy()
    qtbot.waitUntil(lambda: page.is_settled)
    assert page.kit.head.role.text() == "Copy of Support engineer"
    assert page.kit.conversations.isHidden()
    for _ in page.kit.parts.rows[:]:
        page.kits.take_out(0)
    page.kits.start()  # there would be nothing to ask
    assert said[-1][0].startswith("Nothing is in this kit yet")
    page.presenter.choose_kit(given.id)
    assert [each.accessibleName().split(",")[0] for each in page.kit.conversations.rows.values()] == ["Candidate A"]
    page.kits.put_away()
    qtbot.waitUntil(lambda: page.is_settled)
    assert ask(qtbot, page.session, lambda journal: journal.interviews.get(talk.id)).deleted_at is not None
    assert page.presenter.kit is not None
    assert page.presenter.kit.id != given.id
    said[-1][1]()
    qtbot.waitUntil(lambda: page.is_settled and list(page.kit.conversations.rows) == [talk.id])
    assert ask(qtbot, page.session, lambda journal: journal.interviews.get(talk.id)).deleted_at is None


def test_a_copy_that_is_undone_goes_as_it_was_written(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([kit()])
    said = heard(page)
    page.kits.copy()
    page.kits.rename("Night nurse")
    said[0][1]()
    settle(qtbot, page)
    away = ask(qtbot, page.session, lambda journal: [each.role for each in journal.kits.trash()])
    assert away == ["Night nurse"]


def test_an_interview_starts_on_the_disk_with_the_next_letter(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given, interview(asked(), kit=given.id, candidate="A")])
    asked_for: list[Reference] = []
    page.referred.connect(asked_for.append)
    page.kit.head.role.setFocus()
    QTest.keyClicks(page.kit.head.role, "Senior ")  # and saved before it starts
    page.doings()["start-interview"]()
    page.doings()["start-interview"]()  # one press too many begins no second one
    qtbot.waitUntil(lambda: bool(asked_for))
    assert asked_for[0].page == INTERVIEW
    begun = ask(qtbot, page.session, lambda journal: journal.interviews.get(asked_for[0].id or ""))
    assert (begun.kit, begun.candidate, begun.parts[1].text) == (given.id, "B", TRUST)
    assert ask(qtbot, page.session, lambda journal: journal.interviews.count()) == (2, 0)
    assert "Senior" in kept(qtbot, page, given.id).role
    qtbot.waitUntil(lambda: len(page.kit.conversations.rows) == 2)
    page.kit.conversations.compare.click()
    assert asked_for[-1] == Reference(SIDE_BY_SIDE, id=given.id)
    next(iter(page.kit.conversations.rows.values())).click()
    assert asked_for[-1].page == INTERVIEW


def test_a_conversation_that_goes_on_is_one_key_away(qtbot: QtBot, page_of: PageOf) -> None:
    given, newer, now = kit(older=1), kit("Nurse"), date.today()  # noqa: DTZ011  the day on the wall
    over = interview(asked(), kit=newer.id, date=now, finished_on=now)
    going = interview(asked(), kit=given.id, date=now, candidate="B")
    page = page_of([given, newer, over, going])
    asked_for: list[Reference] = []
    page.referred.connect(asked_for.append)
    page.focus_start()
    assert focused() is page.kit.go_on
    press(Key.Key_Return)
    assert asked_for == [Reference(INTERVIEW, id=going.id)]
    ask_to_write(qtbot, page.session, lambda journal: journal.interviews.delete(going.id, NOW))
    page.refresh()
    qtbot.waitUntil(lambda: not page.kit.go_on.isVisible())
    assert focused() in page.kit.parts.rows


def test_where_there_is_little_room_panes_lie_over_each_other(page_of: PageOf) -> None:
    page = page_of([kit()])
    page.resize(964, 668)
    QApplication.processEvents()
    assert page.bank.isVisible()
    assert page.kit.isVisible()
    assert not page.question.isVisible()
    page.kit.focus_widget().setFocus()
    press(Key.Key_Return)
    assert page.question.isVisible()
    assert not page.kit.isVisible()
    assert page.question.isAncestorOf(focused())
    press(Key.Key_Escape)
    assert page.kit.isVisible()
    assert page.kit.isAncestorOf(focused())
    QTest.mouseClick(page.kit.parts.rows[1], Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert page.question.isAncestorOf(focused())  # which covers where the keyboard was
    page.question.closed.emit()
    page.resize(600, 668)
    QApplication.processEvents()
    assert [each.isVisible() for each in (page.bank, page.kit, page.question)] == [False, True, False]
    page.kit.back.click()
    assert [each.isVisible() for each in (page.bank, page.kit, page.question)] == [True, False, False]
    page.bank.to_kit.click()
    assert page.kit.isVisible()
    assert page.kit.isAncestorOf(focused())


def test_a_reference_leads_to_the_kit_of_a_conversation(qtbot: QtBot, page_of: PageOf) -> None:
    older = kit("Team lead", older=3)
    talk = interview(asked(), kit=older.id)
    page = page_of([older, kit(), talk])
    page.go_to(Reference("interviews", talk.id))
    qtbot.waitUntil(lambda: page.presenter.kit == older)
    later = kit("Planner", older=9)
    page.go_to(Reference("interviews", later.id))  # nobody has told the page yet
    ask(qtbot, page.session, lambda journal: journal.kits.count())
    page.presenter.kept.put(later)
    page.go_to(Reference("interviews", later.id))
    assert page.presenter.kit == later


def test_tab_goes_through_the_page_as_it_is_seen(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given, *(interview(asked(), kit=given.id, candidate=each) for each in "AB")])
    page.presenter.choose_part(1)
    page.bank.new_kit.setFocus()
    seen: list[QWidget] = []
    while focused() not in (page.question.doings.edit, *seen):
        seen.append(focused())
        press(Key.Key_Tab)
    row = page.kit.parts.rows[1]
    conversations = page.kit.conversations
    assert seen == [
        *(page.bank.new_kit, page.bank.switch.stop()),
        *(page.bank.finding.field, page.bank.finding.narrow, page.bank.list, page.bank.write),
        *(page.kit.head.more, page.kit.head.role, page.kit.head.minutes, row, row.remove, row.minutes),
        *(page.kit.grounds, conversations.compare, *conversations.rows.values(), page.kit.start),
        *(page.question._search, page.question.view.text.focusProxy()),
    ]
