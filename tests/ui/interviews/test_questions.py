"""The bank: found, written, changed and given back its words, retired; and what may not be asked."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.interviews import bank, kits
from app.interviews.bank import TRUST_QUESTION
from app.interviews.model import Competency, OwnQuestion
from app.interviews.record import replacement_id
from tests.app.interviews.making import own
from tests.ui.interviews.conftest import PageOf
from tests.ui.interviews.test_kits import heard, kept, kit, settle
from tests.ui.practices.keys import focused, named, press
from tests.ui.sessions import ask
from tests.ui.test_names import nameless
from ui.grounds.card import GroundsCard
from ui.interviews.page import InterviewsPage
from ui.questions.wanted import State
from ui.widgets.labels import Paragraph

Key = Qt.Key
TRUST = "What does trust look like to you?"


def written(qtbot: QtBot, page: InterviewsPage) -> list[OwnQuestion]:
    settle(qtbot, page)
    return ask(qtbot, page.session, lambda journal: [each for each in journal.questions.every() if not each.deleted_at])


def listed(page: InterviewsPage) -> list[str]:
    return [each.entry.question.text for each in page.bank.list.rows.rows]


def test_the_bank_is_searched_as_one_types_and_narrowed(page_of: PageOf) -> None:
    page = page_of([kit(), own("Which hill would you die on?", competency=Competency.JUDGEMENT)])
    whole = listed(page)
    assert whole[0] == TRUST
    assert len(whole) > 90
    assert sum(each.number for each in page.bank.list.rows.rows) == len(whole)
    page.presenter.choose(None)
    page.bank.finding.field.setFocus()
    QTest.keyClicks(focused(), "HILL die")
    assert listed(page) == ["Which hill would you die on?"]
    press(Key.Key_Down)
    assert focused() is page.bank.list
    page.bank.finding.field.setText("nothing says this")
    assert page.bank.show_all.isVisible()
    page.bank.show_all.click()
    page.presenter.look_for(competency=Competency.LEARNING)
    assert {each.entry.question.competency for each in page.bank.list.rows.rows} == {Competency.LEARNING}
    assert page.bank.finding.show_all.isVisible()
    page.bank.finding.show_all.click()
    assert listed(page) == whole


def test_the_only_one_that_is_found_is_put_in_by_keyboard(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    page.bank.finding.field.setFocus()
    QTest.keyClicks(focused(), "judgement rule")  # what it is about counts, too
    only, *more = page.bank.list.rows.rows
    assert not more
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert kept(qtbot, page, given.id).parts[-2].question == only.id
    page.presenter.choose(TRUST_QUESTION)
    press(Key.Key_Space)  # what is looked at is not listed: the row in hand is meant
    assert len(kept(qtbot, page, given.id).parts) == 3


def test_a_click_on_the_mark_puts_in_and_elsewhere_chooses(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    view = page.bank.list
    area = view.visualRect(view.rows.index(1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 26, area.center().y()))
    assert page.presenter.question_id == TRUST_QUESTION
    assert len(kept(qtbot, page, given.id).parts) == 4
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, area.center().y()))
    assert page.presenter.question_id == view.rows.rows[1].id


def test_enter_goes_to_a_question_though_none_was_chosen_yet(page_of: PageOf) -> None:
    page = page_of([])
    page.bank.list.setFocus()
    assert page.presenter.entry is None
    press(Key.Key_Return)
    assert page.presenter.question_id == TRUST_QUESTION
    assert focused().isVisible()
    assert page.question.isAncestorOf(focused())
    assert page.question.view.text.text() == TRUST


def test_a_question_is_written_by_keyboard_alone(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([kit()])
    page.doings()["new-question"]()
    assert named("Question")(focused())
    assert nameless(page) == []
    focused().insertPlainText("What did you give up?")  # type: ignore[attr-defined]  # it is the area to write in
    press(Key.Key_Return)
    assert named("Competency")(focused())
    press(Key.Key_Space)
    press(Key.Key_Down, 2)
    press(Key.Key_Escape)
    assert named("Competency: Ownership")(focused())
    press(Key.Key_Tab)
    assert named("Minutes")(focused())
    QTest.keyClicks(focused(), "6")
    press(Key.Key_Tab, 2)
    assert named("Follow up with, line 1")(focused())
    QTest.keyClicks(focused(), "For whom?")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "What came of it?")
    press(Key.Key_Tab, 2)
    assert named("Listen for")(focused())
    press(Key.Key_Tab, 2)
    assert named("Rating 1: what")(focused())
    QTest.keyClicks(focused(), "Nothing.")
    page.doings()["finish"]()
    (made,) = written(qtbot, page)
    assert (made.text, made.competency, made.minutes) == ("What did you give up?", Competency.OWNERSHIP, 6)
    assert made.follow_ups == ("For whom?", "What came of it?")
    assert [each.text for each in made.anchors] == ["Nothing.", "", "", ""]
    qtbot.waitUntil(lambda: "What did you give up?" in listed(page))
    assert page.question.view.text.text() == "What did you give up?"
    said = heard(page)
    page.doings()["delete"]()
    assert "What did you give up?" not in listed(page)
    assert written(qtbot, page) == []
    said[-1][1]()
    assert [each.id for each in written(qtbot, page)] == [made.id]


def test_one_without_a_word_is_not_kept(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([kit()])
    page.questions.begin()
    focused().insertPlainText("W")  # type: ignore[attr-defined]  # it is the area to write in
    focused().undo()  # type: ignore[attr-defined]
    press(Key.Key_Escape)
    assert not page.presenter.is_editing
    assert written(qtbot, page) == []
    assert page.presenter.question_id == TRUST_QUESTION


def test_what_came_along_is_changed_and_can_be_as_it_came(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    said = heard(page)
    page.questions.edit()
    editor = page.question.editor
    assert editor is not None
    editor.text.insertPlainText(" And to me?")
    page.presenter.finish()
    (changed,) = written(qtbot, page)
    assert (changed.id, changed.text) == (replacement_id(TRUST_QUESTION), TRUST + " And to me?")
    assert page.kit.parts.rows[1].accessibleName().startswith(TRUST + " And to me?")
    assert page.question.doings.restore.isVisible()
    page.question.doings.restore.click()
    assert written(qtbot, page) == []
    assert page.question.view.text.text() == TRUST
    said[-1][1]()
    assert [each.text for each in written(qtbot, page)] == [TRUST + " And to me?"]
    page.questions.edit()
    editor.text.replace_text("")
    editor.text.insertPlainText(TRUST)
    assert written(qtbot, page) == []  # it says no more than what it stands for


def test_the_retired_leave_the_bank_and_not_the_kit(qtbot: QtBot, page_of: PageOf) -> None:
    given = kit()
    page = page_of([given])
    page.question.doings.retire.click()
    page.presenter.choose(page.bank.list.rows.rows[1].id)
    assert TRUST not in listed(page)
    assert page.kit.parts.rows[1].accessibleName().startswith(TRUST)
    page.presenter.look_for(state=State.RETIRED)
    assert TRUST in listed(page)
    page.presenter.choose(TRUST_QUESTION)
    assert page.question.doings.retire.words() == "Bring back"
    page.question.doings.retire.click()
    assert written(qtbot, page) == []


def test_a_ground_is_said_beside_the_words_and_blocks_nothing(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([kit()])
    assert not page.question.view.ground.isVisible()
    page.questions.begin()
    editor = page.question.editor
    assert editor is not None
    editor.text.insertPlainText("How old are you?")
    qtbot.waitUntil(editor.ground.isVisible)
    page.presenter.finish()
    assert [each.text for each in written(qtbot, page)] == ["How old are you?"]
    assert page.question.view.ground.isVisible()
    page.question.view.ground.about.setFocus()
    press(Key.Key_Return)
    assert named("Age")(focused())
    card = page.findChild(GroundsCard)
    assert card is not None
    assert nameless(card) == []
    press(Key.Key_Escape)
    assert focused() is page.question.view.ground.about
    page.kit.grounds.click()
    assert card.isVisible()
    assert any("Local law decides" in each.text() for each in card.findChildren(Paragraph))


def test_the_last_that_is_found_goes_to_the_trash_and_the_kit_still_reads_it(qtbot: QtBot, page_of: PageOf) -> None:
    given, mine = kit(), own("Which work would you hand on first, and to whom?")
    page = page_of([kits.with_question(given, bank.by_id([], [mine])[mine.id]), mine])
    rows = page.kit.parts.rows
    before = [each.heightForWidth(360) for each in rows]
    page.presenter.choose(mine.id)
    page.bank.finding.field.setText("hand on first, and to whom")
    page.question.doings.put_away.setFocus()
    QTest.mouseClick(page.question.doings.put_away, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.presenter.question_id == TRUST_QUESTION
    assert page.question.isAncestorOf(focused())
    assert rows[2].accessibleName().startswith("Which work would you")
    assert rows[2].heightForWidth(360) <= before[2]  # without its competency, and not squeezed
