"""A conversation is led by the keyboard alone, survives whatever interrupts it, and is judged by its evidence."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interviews.model import Landing, Recommendation
from app.reflections.model import Filter
from tests.app.interviews.making import asked
from tests.app.reflections.journals import NOW
from tests.ui.interview.talk import ALT, CONTROL, DAY, SHIFT, Key, Talk, focused, reopen, seen_to, talk, today
from tests.ui.saving import Saving
from tests.ui.sessions import close_session, open_session
from tests.ui.test_names import nameless
from ui.grounds.card import GroundsCard
from ui.reference import INTERVIEW, INTERVIEWS, PEOPLE, SIDE_BY_SIDE, Reference
from ui.session import Session
from ui.widgets.messages import Toast

EVERYTHING = Filter()


def test_all_of_it_by_the_keyboard_without_leaving_the_notes(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.type("Night shift.")
    room.press(Key.Key_2, ALT)
    room.press(Key.Key_4, CONTROL)
    room.press(Key.Key_Right, CONTROL)
    room.type("Told them early.")
    room.press(Key.Key_0, CONTROL)
    room.press(Key.Key_PageUp, CONTROL)
    room.type(" Two people.")
    first, second = room.kept().parts[1:3]
    assert (first.notes, first.rating) == ("Night shift. Two people.", 4)
    assert [each.asked for each in first.follow_ups] == [False, True]
    assert (second.notes, second.rating, second.not_asked) == ("Told them early.", None, True)
    assert room.window.inside.workspace.current_key == "interview"
    assert nameless(room.window) == []


def test_a_rating_is_let_go_of_by_the_same_key(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.press(Key.Key_2, CONTROL)
    assert [each.isChecked() for each in room.page.part.rating.cards] == [False, True, False, False]
    room.press(Key.Key_2, CONTROL)
    assert not any(each.isChecked() for each in room.page.part.rating.cards)
    assert room.kept().parts[1].rating is None
    room.page.part.rating.stop().setFocus()
    room.press(Key.Key_Right)
    room.press(Key.Key_Right)
    room.press(Key.Key_Space)  # says the same once more
    assert room.kept().parts[1].rating == 3
    room.press(Key.Key_Delete)
    assert room.kept().parts[1].rating is None


def test_a_question_without_anchors_is_rated_by_mouse(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, replace(talk(at=0), parts=(asked(anchors=()),)))
    card = room.page.part.rating.cards[2]
    QApplication.processEvents()
    assert not card.visibleRegion().isEmpty()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    assert room.kept().parts[0].rating == 3


def test_the_keys_of_ratings_never_leave_the_conversation(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk(at=0))
    room.press(Key.Key_2, CONTROL)
    assert room.window.inside.workspace.current_key == "interview"
    assert [each.rating for each in room.kept().parts] == [None] * 4


def test_what_comes_late_leaves_the_keyboard_where_it_went(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.window.inside.workspace.open(Reference(INTERVIEW, room.kept().id))
    room.window.inside.run("help")
    there = focused()
    room.wait(lambda: not room.page.is_awaited)
    assert focused() is there
    assert not room.page.isAncestorOf(there)


def test_words_are_gone_through_before_the_question_is_left(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.type("One two")
    room.press(Key.Key_Left, CONTROL)
    assert room.page.presenter.interview is not None
    assert room.page.presenter.interview.at == 1
    room.press(Key.Key_Home, CONTROL)
    room.press(Key.Key_Left, CONTROL)
    assert room.page.presenter.interview.at == 0


def test_how_it_lands_by_arrow_keys_and_in_their_words(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.press(Key.Key_F6)
    room.press(Key.Key_Down)
    room.press(Key.Key_Right)
    assert focused().accessibleName() == "One-on-ones: Neutral"
    room.press(Key.Key_Right)
    room.press(Key.Key_Space)
    words = room.page.beside.landings.words
    words.insertPlainText("Weekly meant being managed out.")
    sheet = room.kept().sheet
    assert [(each.landing, each.words) for each in sheet] == [
        (None, ""),
        (Landing.DISTRUST, "Weekly meant being managed out."),
    ]
    assert room.page.beside.landings._more.isVisible()
    room.press(Key.Key_Space)
    assert room.kept().sheet[1].landing is None


def test_the_clock_counts_and_stands_where_it_was(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk(at=0))
    clock = room.page.presenter.clock
    ran = [clock.is_running]  # it was begun a moment ago
    clock.counted.emit(3)
    assert room.page.head.time.text() == "0:03"
    room.press(Key.Key_H, CONTROL | SHIFT)
    ran.append(clock.is_running)
    assert room.page.head.pause.words() == "Go on"
    room.press(Key.Key_H, CONTROL | SHIFT)
    ran.append(clock.is_running)
    room.window.inside.run("today")
    ran.append(clock.is_running)
    assert ran == [True, False, True, False]


def test_what_is_not_today_has_no_clock(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk(date=today() - DAY))
    assert not room.page.presenter.clock.is_running
    assert room.page.head.pause.isHidden()
    room.page.day.chosen.emit(today())
    assert not room.page.head.pause.isHidden()
    assert room.kept().date == today()


def test_a_day_after_which_it_is_kept_no_longer_is_said_and_undone(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk(date=today()))
    undo = list[Any]()
    room.page.said.connect(lambda _, how: undo.append(how))
    room.page.day.chosen.emit(today() - 100 * DAY)
    assert undo == []
    room.page.day.chosen.emit(today() - 200 * DAY)
    assert room.kept().date == today() - 200 * DAY
    (take_back,) = undo
    take_back()
    assert room.kept().date == today() - 100 * DAY


def test_a_conversation_that_was_interrupted_goes_on_with_notes_clock_and_place(qtbot: QtBot, tmp_path: Path) -> None:
    given = talk()
    session = open_session(qtbot, tmp_path / "journal")
    room = Talk(qtbot, session, given)
    room.type("Night shift.")
    room.press(Key.Key_Right, CONTROL)
    room.type("Told them early.")
    room.page.presenter.clock.counted.emit(2)
    room.wait(lambda: room.page.is_settled)  # by itself: nobody has left the page
    room.drop()
    close_session(qtbot, session)
    again = reopen(qtbot, tmp_path / "journal")
    room = Talk(qtbot, again, id=given.id)
    found = room.page.presenter.interview
    assert found is not None
    assert (found.at, found.parts[1].notes, room.page.part.notes.text()) == (2, "Night shift.", "Told them early.")
    assert room.page.head.time.text() == "0:02"
    assert room.page.presenter.is_paused
    close_session(qtbot, again)


def test_leaving_keeps_what_was_typed_a_moment_ago(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.type("Half a wo")
    page = room.page
    room.window.inside.run("journal")
    room.wait(lambda: page.is_settled)
    assert room.ask(lambda journal: journal.interviews.find(EVERYTHING))[0].parts[1].notes == "Half a wo"


def test_what_another_page_changed_meanwhile_is_not_written_over(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    given = room.kept()
    room.write(lambda journal: journal.interviews.save(replace(given, reason="Because."), NOW))
    room.type("Night shift.")
    kept = room.kept()
    assert (kept.reason, kept.parts[1].notes) == ("Because.", "Night shift.")


def test_who_was_erased_meanwhile_does_not_come_back(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    given = room.kept()
    room.type("Night shift.")
    room.write(lambda journal: journal.interviews.discard(given.id))
    room.page.flush()
    room.wait(lambda: room.page.is_settled)
    assert room.ask(lambda journal: journal.interviews.ids()) == set()


def test_a_recommendation_opens_with_the_evidence(qtbot: QtBot, session: Session) -> None:
    given = talk(at=3)
    room = Talk(qtbot, session, given)
    room.press(Key.Key_Return, CONTROL)
    page = room.page
    block = page.afterwards.missing
    assert block is not None
    assert page.afterwards._recommending.isHidden()
    assert [each.words() for each in block.links] == ["Open question 1", "Open question 2"]
    block.links[1].click()
    room.type("Told them early.")
    room.press(Key.Key_3, CONTROL)
    page.presenter.go(1)
    room.page.part.left_out.click()
    page.foot.all.click()
    assert page.afterwards.missing is None
    assert not page.afterwards._recommending.isHidden()
    page.afterwards.choice.stop().setFocus()
    room.press(Key.Key_Right)
    room.press(Key.Key_Right)
    room.press(Key.Key_Space)  # says the same once more
    page.afterwards.reason.insertPlainText("She says it first.")
    kept = room.kept()
    assert (kept.recommendation, kept.reason) == (Recommendation.YES, "She says it first.")
    assert kept.finished_on == today()
    assert nameless(room.window) == []


def test_finishing_is_undone_whichever_is_in_hand_by_then(qtbot: QtBot, session: Session) -> None:
    first, second = seen_to(talk()), seen_to(talk(candidate="D"))
    room = Talk(qtbot, session, first, second)
    undo = list[Any]()
    room.page.said.connect(lambda _, how: undo.append(how))
    room.page.presenter.pause()
    ran = room.page.presenter.clock.is_running
    room.press(Key.Key_Return, CONTROL)
    assert room.page.middle.currentWidget() is room.page.afterwards
    undo[0]()
    assert room.page.middle.currentWidget() is room.page.part
    assert room.kept().finished_on is None
    assert room.page.presenter.clock.is_running == ran
    room.press(Key.Key_Return, CONTROL)
    room.open(second.id)
    room.press(Key.Key_Return, CONTROL)
    undo[1]()
    assert room.kept().finished_on == today()
    room.open(first.id)
    assert room.kept().finished_on is None


def test_they_go_by_a_letter_and_another_one_can_be_given(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    assert room.page.head.candidate.words() == "Candidate C"
    room.page.head.candidate.click()
    room.page.name.field.setText("  ")
    room.page.name.done.click()
    assert room.page.name.isVisible()
    room.page.name.field.setText("K. M.")
    room.press(Key.Key_Return)
    assert room.page.head.candidate.words() == "Candidate K. M."
    assert room.kept().candidate == "K. M."


def test_deleting_is_undone_and_leads_back_to_the_kit(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    went, undo = room.stay(), list[Any]()
    room.page.said.connect(lambda _, how: undo.append(how))
    given = room.kept()
    room.page.deeds.delete()
    assert [(each.page, each.id) for each in went] == [(INTERVIEWS, given.kit)]
    assert room.ask(lambda journal: journal.interviews.get(given.id)).deleted_at is not None
    undo[0]()
    assert room.ask(lambda journal: journal.interviews.get(given.id)).deleted_at is None


def test_beside_the_others_where_there_are_others(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk(), talk(candidate="D"))
    went = room.stay()
    room.page.head.buttons["table"].click()
    assert [each.page for each in went] == [SIDE_BY_SIDE]


def test_where_it_is_narrow_the_sheet_opens_upward(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    room.window.resize(1024, 668)
    room.wait(room.page.beside.strip.isVisible)
    room.page.beside.item.click()
    assert focused().accessibleName() == "Checklists: Welcomes"
    room.press(Key.Key_Space)
    assert room.kept().sheet[0].landing is Landing.WELCOMES


def test_who_came_gets_a_page_and_that_is_undone(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, replace(seen_to(talk()), finished_on=today()))
    room.window.resize(1360, 420)
    went, undo = room.stay(), list[Any]()
    room.page.said.connect(lambda _, how: undo.append(how))
    room.page.open_hired()
    room.page.hired.done.click()
    assert room.page.hired.trouble.text()
    room.page.hired.field.setText("Hana")
    room.press(Key.Key_Return)
    there = room.page.afterwards.to_person
    room.wait(lambda: focused() is there and there.visibleRegion().boundingRect() == there.rect())
    room.press(Key.Key_Return)
    people = room.ask(lambda journal: journal.people.everyone())
    assert [(each.name, each.trust) for each in people] == [("Hana", "")]
    assert [(each.page, each.id) for each in went] == [(PEOPLE, people[0].id)]
    assert room.kept().hired == "Hana"
    undo[0]()
    room.wait(lambda: room.page.presenter.person is None)
    assert room.kept().hired is None
    assert room.ask(lambda journal: journal.people.everyone()) == []


def test_ground_that_may_not_be_asked_is_said_quietly_and_put_away(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, talk())
    line = room.page.part.grounds
    room.type("She is pregnant, and will be away in May.")
    room.wait(lambda: line.text().startswith("This touches: Pregnancy."))
    assert focused() is room.page.part.notes
    line.not_now.click()
    assert line.text() == ""
    assert focused() is room.page.part.notes
    room.type(" He is too old for this.")
    room.wait(lambda: line.text().startswith("This touches: Age."))
    line.about.click()
    assert room.page.findChildren(GroundsCard)[0].isVisible()


def test_tab_goes_as_the_page_is_seen_and_round(qtbot: QtBot, session: Session) -> None:
    room = Talk(qtbot, session, seen_to(talk()), talk(candidate="D"))
    page = room.page

    def tabbed() -> list[str]:
        page.head.kit.setFocus()
        names: list[str] = []
        while not names or focused() is not page.head.kit:
            names.append(focused().accessibleName().split(":")[0])
            room.press(Key.Key_Tab)
        return names

    head, beside = ["Support engineer, 45 min", "Candidate C, change what they go by"], ["Checklists", "In their words"]
    more, search = "More about this conversation", "Search or jump to…"
    notes = ["Not asked", "Who was it?", "What then?", "What was said and done", "3", "Previous", "Next question"]
    rail = ["Wide rail", "Interviews"]
    assert tabbed() == [*head, "Go on", more, *notes, search, *beside, *rail]
    page.deeds.finish()
    page.window().findChildren(Toast)[0].hide()
    rows = ["Change Question 1 of 2", "What does trust look like to you?"]
    rows += ["Change Question 2 of 2", "A promise you could not keep?"]
    assert tabbed() == [*head, more, *rows, "Strong no", "Why, in your own words", search, *beside, *rail]
    page.afterwards.rows[1].change.click()
    page.part.left_out.click()
    page.foot.all.click()
    assert tabbed()[3:5] == rows[:2]


def test_what_was_said_is_printed_once_it_is_finished(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Talk(qtbot, session, seen_to(talk()))
    assert "print" not in room.page.doings()
    room.page.deeds.finish()
    saving = Saving(tmp_path, monkeypatch)
    room.page.head.buttons["printer"].click()
    room.wait(lambda: bool(saving.opened) and room.page.is_settled)
    assert saving.proposed == ["Candidate C, summary.pdf"]
    assert "Told them on Tuesday." in saving.read()
