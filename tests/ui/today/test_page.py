"""Today as a person uses it: by keyboard, with the journal asked what it has afterwards."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import today as of_today
from app.prompts.model import Reason
from app.reflections.model import Filter, Outcome, Pillar, PullKind, Reflection
from tests.app.reflections.journals import NOW, plan, reflection
from tests.ui.sessions import ask
from tests.ui.today.conftest import Open
from ui.reference import JOURNAL, Reference
from ui.reflection.plan import PlanFields
from ui.session import REFLECTION, Change, Session
from ui.today.page import TodayPage
from ui.today.planned import PlannedRow
from ui.today.presenter import TodayPresenter
from ui.today.summary import Summary
from ui.today.watch_row import WatchRow
from ui.today.week_presenter import WeekPresenter
from ui.widgets.buttons import Pressable
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.step_mark import StepMark
from ui.widgets.writing import WritingArea

TODAY = date.today()  # noqa: DTZ011  the day on the wall
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def named(page: QWidget, name: str) -> QWidget:
    """The visible widget with that accessible name."""
    (found,) = (each for each in page.findChildren(QWidget) if each.accessibleName() == name and each.isVisible())
    return found


def press(page: QWidget, name: str) -> None:
    """Presses the visible button with these words."""
    (button,) = (each for each in page.findChildren(Pressable) if each.accessibleName() == name and each.isVisible())
    button.click()


def saved(qtbot: QtBot, page: TodayPage) -> None:
    page.flush()
    qtbot.waitUntil(lambda: page.is_settled)


def kept(qtbot: QtBot, session: Session, day: date = TODAY) -> list[Reflection]:
    """What the journal has of that day, newest first."""
    return ask(qtbot, session, lambda journal: journal.reflections.find(Filter(since=day, until=day)))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_new_one_that_is_still_empty_stays_in_hand_when_the_page_asks_again(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = open_today([reflection("Before", TODAY)])
    page.doings()["begin"]()
    presenter = page.findChild(TodayPresenter)
    assert presenter is not None
    with qtbot.waitSignal(presenter.shown):
        page.refresh()
    QTest.keyClicks(focused(), "After")
    saved(qtbot, page)
    assert {each.content.text for each in kept(qtbot, session)} == {"Before", "After"}


def test_one_that_is_begun_before_the_journal_has_answered_is_new(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    open_today([reflection("Before", TODAY)]).hide()
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.show()
    page.doings()["begin"]()
    assert not page.is_filled
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.waitUntil(lambda: page.is_filled)
    page.focus_start()
    QTest.keyClicks(focused(), "After")
    saved(qtbot, page)
    assert {each.content.text for each in kept(qtbot, session)} == {"Before", "After"}
    presenter = page.findChild(TodayPresenter)
    assert presenter is not None
    assert presenter.prompt is not None, "with a question, as any other"


def test_what_stands_beside_is_read_before_the_day_is_shown(qtbot: QtBot, session: Session) -> None:
    page, answered = TodayPage(session), list[str]()
    qtbot.addWidget(page)
    (week,), (day,) = page.findChildren(WeekPresenter), page.findChildren(TodayPresenter)
    week.shown.connect(lambda: answered.append("week"))
    day.shown.connect(lambda: answered.append("day"))
    with qtbot.waitSignal(page.filled):
        page.fill()
    assert answered == ["week", "day"]


def test_three_words_are_a_reflection(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "I let go")
    qtbot.waitUntil(lambda: page.is_settled)
    (entry,) = kept(qtbot, session)
    assert entry.content.text == "I let go"
    assert entry.content.time is not None


def test_nothing_typed_is_nothing_kept(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    page.doings()["prompt"]()
    saved(qtbot, page)
    assert kept(qtbot, session) == []


def test_every_field_is_kept(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    QTest.keyClicks(named(page, "What pulled you to step in?"), "The chart.")
    QTest.keyClick(named(page, "Strength of the pull"), Key.Key_Right)
    QTest.keyClicks(named(page, "Reflection"), "Nobody died.")
    QTest.keyClicks(named(page, "When"), "he asks")
    QTest.keyClicks(named(page, "I will"), "ask back")
    QTest.keyClick(named(page, "Not for export"), Key.Key_Space)
    saved(qtbot, page)
    (entry,) = kept(qtbot, session)
    content = entry.content
    assert (content.notice, content.text, content.private) == ("The chart.", "Nobody died.", True)
    assert content.pull is not None
    assert (entry.commitments[0].when, entry.commitments[0].will) == ("he asks", "ask back")


def test_the_question_and_its_pillar_are_kept_with_the_words(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    first = page.findChild(QWidget, "question")
    assert first is not None
    QTest.keyClicks(focused(), "Thursday")
    saved(qtbot, page)
    (entry,) = kept(qtbot, session)
    assert entry.content.prompt is not None
    assert isinstance(entry.content.pillar, Pillar)


def test_another_prompt_asks_something_else_and_keeps_the_words(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "Thursday")
    saved(qtbot, page)
    before = kept(qtbot, session)[0].content
    press(page, "Another prompt")
    saved(qtbot, page)
    after = kept(qtbot, session)[0].content
    assert after.prompt != before.prompt
    assert after.text == "Thursday"


def test_writing_freely_has_no_question_and_no_pillar(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    page.doings()["free"]()
    QTest.keyClicks(focused(), "Just this")
    saved(qtbot, page)
    content = kept(qtbot, session)[0].content
    assert (content.prompt, content.pillar) == (None, None)


def test_the_cursor_stands_behind_what_is_there(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today([reflection("this morning", TODAY)])
    QTest.keyClicks(focused(), ", and more")
    saved(qtbot, page)
    assert kept(qtbot, session)[0].content.text == "this morning, and more"


def test_the_step_that_is_worked_on_is_filled_and_one_with_words_ticked(open_today: Open) -> None:
    page = open_today()
    marks = page.findChildren(StepMark)
    assert [each.state for each in marks] == ["to come", "open", "to come"]
    named(page, "What pulled you to step in?").setFocus()
    assert [each.state for each in marks] == ["open", "to come", "to come"]
    QTest.keyClicks(focused(), "The chart.")
    named(page, "I will").setFocus()
    assert [each.state for each in marks] == ["done", "to come", "open"]
    named(page, "Reflection").setFocus()
    assert [each.state for each in marks] == ["done", "open", "to come"]


def test_what_was_planned_is_answered_with_one_line(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = reflection("yesterday", ago(1), plan("he sends it", "ask twice"))
    page = open_today([given])
    (row,) = page.findChildren(PlannedRow)
    assert row.isVisible()
    choice = next(each for each in row.findChildren(QWidget) if each.accessibleName().startswith("How did it go?"))
    QTest.keyClick(choice, Key.Key_Right)
    QTest.keyClicks(named(page, "One line about it"), "He cut it.")
    saved(qtbot, page)
    answered = ask(qtbot, session, lambda journal: journal.reflections.get(given.id)).commitments[0]
    assert answered.outcome is not None
    assert (answered.outcome_note, answered.followed_up_on) == ("He cut it.", TODAY)
    assert row.isVisible()


def test_a_line_without_an_answer_is_kept_as_not_yet(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = reflection("yesterday", ago(1), plan("he sends it", "ask twice"))
    page = open_today([given])
    QTest.keyClicks(named(page, "One line about it"), "Tomorrow.")
    saved(qtbot, page)
    answered = ask(qtbot, session, lambda journal: journal.reflections.get(given.id)).commitments[0]
    assert (answered.outcome, answered.outcome_note) == (Outcome.NOT_YET, "Tomorrow.")


def test_older_plans_wait_at_the_side_until_they_are_chosen(qtbot: QtBot, open_today: Open) -> None:
    page = open_today(
        [
            reflection("older", ago(9), plan("the numbers look odd", "wait")),
            reflection("yesterday", ago(1), plan("he sends it", "ask twice")),
        ]
    )
    assert len(page.findChildren(PlannedRow)) == 1
    (waiting,) = page.findChildren(WatchRow)
    assert "9 days" in waiting.accessibleName()
    waiting.click()
    qtbot.waitUntil(lambda: len([each for each in page.findChildren(PlannedRow) if each.isVisible()]) == 2)


def test_a_window_of_the_usual_size_has_room_for_all_of_it(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("yesterday", ago(1), plan("he sends it", "ask twice"))])
    (work,) = (each for each in page.findChildren(ScrollPage) if each.isAncestorOf(focused()))
    qtbot.waitUntil(lambda: not work.scrolls())


def question(page: TodayPage) -> str:
    found = page.findChild(Paragraph, "question")
    assert found is not None
    return found.text()


def test_a_plan_that_was_silent_for_three_weeks_may_be_let_go(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = [
        reflection("older", ago(40), plan("the numbers look odd", "wait")),
        reflection("old", ago(30), plan("he is late", "ask him")),
        reflection("yesterday", ago(1), plan("he sends it", "ask twice")),
    ]
    page = open_today(given)
    found = {each.id: each for each in page.findChildren(PlannedRow)}
    assert found.keys() == {given[0].commitments[0].id, given[2].commitments[0].id}
    rows = [found[given[at].commitments[0].id] for at in (0, 2)]
    asks = [each.accessibleName() for each in rows[0].findChildren(Segmented)]
    assert asks == ["Is it still yours to do? When the numbers look odd, I will wait."]
    assert len(rows[0].findChildren(Segmented)[0].findChildren(QWidget)) == len(Outcome)
    assert len(rows[1].findChildren(Segmented)[0].findChildren(QWidget)) == len(Outcome) - 1
    next(each for each in rows[0].findChildren(QAbstractButton) if each.accessibleName() == "Let it go").click()
    saved(qtbot, page)
    kept_plan = ask(qtbot, session, lambda journal: journal.reflections.get(given[0].id)).commitments[0]
    assert (kept_plan.outcome, kept_plan.followed_up_on, kept_plan.is_open) == (Outcome.LET_GO, TODAY, False)
    (presenter,) = page.findChildren(TodayPresenter)
    with qtbot.waitSignal(presenter.shown):
        page.refresh()
    assert {each.id for each in page.findChildren(PlannedRow)} == found.keys()  # the other waits for another day
    qtbot.waitUntil(lambda: len(page.findChildren(WatchRow)) == 1)  # those before go when there is time


def test_an_if_then_is_helped_along_after_a_pause(qtbot: QtBot, open_today: Open) -> None:
    page = open_today()
    plan_fields = page.findChild(PlanFields)
    assert plan_fields is not None
    hint = plan_fields.hint
    assert hint.text() == "One situation, one response."
    QTest.keyClicks(named(page, "When"), "he sends it")
    QTest.keyClicks(named(page, "I will"), "try to wait")
    assert hint.text() == "One situation, one response."
    qtbot.waitUntil(lambda: hint.text() == "What would somebody see you do?")


def test_what_was_passed_over_is_remembered(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    questions = [question(page)]
    for _ in range(2):
        press(page, "Another prompt")
        questions.append(question(page))
    assert len(set(questions)) == 3
    asked = ask(qtbot, session, lambda journal: of_today.prompt(journal, TODAY))
    assert asked.prompt.question == questions[-1]
    assert asked.reason is Reason.ANOTHER
    passed_over = ask(qtbot, session, lambda journal: journal.preferences.get()).passed_over
    assert [session.question_of(each) for each in passed_over] == questions[:2]
    assert set(passed_over.values()) == {TODAY}


def test_a_plan_made_today_is_not_asked_about_today(open_today: Open) -> None:
    page = open_today([reflection("today", TODAY, plan("he sends it", "ask twice"))])
    assert page.findChildren(PlannedRow) == []


def test_finish_closes_to_a_summary_that_opens_again(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "Done with it")
    page.doings()["finish"]()
    summary = page.findChild(Summary)
    assert summary is not None
    qtbot.waitUntil(summary.isVisible)
    assert kept(qtbot, session)[0].content.text == "Done with it"
    assert session.preferences.finished_on == TODAY
    press(page, "Open it again")
    qtbot.waitUntil(lambda: not summary.isVisible())
    assert focused() is named(page, "Reflection")
    QTest.keyClicks(focused(), ", almost")
    saved(qtbot, page)
    assert [each.content.text for each in kept(qtbot, session)] == ["Done with it, almost"]


def test_finishing_without_a_word_keeps_the_sheet_open(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    with qtbot.waitSignal(page.said) as said:
        page.doings()["finish"]()
    assert said.args[0] == "Nothing is written yet. Three words are enough."
    ask(qtbot, session, lambda journal: journal.reflections.count())
    summary = page.findChild(Summary)
    assert summary is not None
    assert not summary.isVisible()


def test_a_finished_day_opens_on_its_summary(qtbot: QtBot, session: Session, open_today: Open) -> None:
    session.prefer(session, finished_on=TODAY)
    page = open_today([reflection("this morning", TODAY)])
    summary = page.findChild(Summary)
    assert summary is not None
    assert summary.isVisible()


def test_several_a_day(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "first")
    saved(qtbot, page)
    page.doings()["begin"]()
    assert named(page, "Reflection") is focused()
    QTest.keyClicks(focused(), "second")
    saved(qtbot, page)
    assert sorted(each.content.text for each in kept(qtbot, session)) == ["first", "second"]


def test_another_day_is_written_under_that_day(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "today's words")
    page.go_to(Reference(page="today", day=ago(3)))
    qtbot.waitUntil(lambda: page.findChild(QWidget, "question") is not None and named(page, "Reflection") is not None)
    qtbot.waitUntil(lambda: "choose another day" in page.panes()[0].accessibleName() and page.is_for(ago(3)))
    QTest.keyClicks(named(page, "Reflection"), "three days ago")
    saved(qtbot, page)
    assert [each.content.text for each in kept(qtbot, session, ago(3))] == ["three days ago"]
    assert [each.content.text for each in kept(qtbot, session)] == ["today's words"]
    assert kept(qtbot, session, ago(3))[0].content.time is None


def test_a_day_with_an_entry_leads_to_the_journal(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("then", ago(1), pull=4)])
    with qtbot.waitSignal(page.referred) as gone:
        page.choose_day(ago(1))
    assert gone.args == [Reference(page=JOURNAL, day=ago(1))]


def test_what_is_changed_elsewhere_is_shown(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = reflection("this morning", TODAY, pull_kind=PullKind.REDO)
    page = open_today([given])
    changed = replace(given, content=replace(given.content, text="this morning, again"))
    session.write(session, Change(REFLECTION, given.id), lambda journal: journal.reflections.save(changed, NOW), print)
    qtbot.waitUntil(lambda: named(page, "Reflection").property("plainText") == "this morning, again")


def test_what_is_typed_is_never_replaced_by_what_changed_elsewhere(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = open_today([reflection("yesterday", ago(1))])
    QTest.keyClicks(focused(), "half a ")
    other = reflection("from elsewhere", TODAY)
    done: list[object] = []
    session.write(
        session, Change(REFLECTION, other.id), lambda journal: journal.reflections.save(other, NOW), done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    QTest.keyClicks(focused(), "thought")
    saved(qtbot, page)
    assert sorted(each.content.text for each in kept(qtbot, session)) == ["from elsewhere", "half a thought"]


def test_narrow_has_a_strip_whose_parts_open_upward(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("older", ago(9), plan("x", "y")), reflection("then", ago(1), plan("a", "b"))])
    assert page.findChildren(WatchRow)[0].isVisible()
    page.resize(964, 668)
    qtbot.waitUntil(lambda: not page.findChildren(WatchRow)[0].isVisible())
    press(page, "On your watch today, 1 still open")
    qtbot.waitUntil(lambda: page.window().findChildren(WatchRow)[0].isVisible())


def test_tab_goes_through_the_sheet_from_top_to_bottom(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("yesterday", ago(1), plan("he sends it", "ask twice"))])
    page.panes()[0].setFocus()
    walked = []
    for _ in range(18):
        walked.append(focused().accessibleName() or type(focused()).__name__)
        QTest.keyClick(focused(), Key.Key_Tab)
    order = ["What pulled you to step in?", "Reflection", "When", "I will", "Finish for today"]
    assert [each for each in walked if each in order] == order


def test_a_window_left_open_over_night_shows_today(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("last night", ago(1))])
    page.go_to(Reference(page="today", day=ago(1)))
    qtbot.waitUntil(lambda: page.is_for(ago(1)))
    presenter = page.findChild(TodayPresenter)
    assert presenter is not None
    presenter.state = replace(presenter.state, today=ago(1))  # as it was yesterday
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: page.is_for(TODAY))
    assert named(page, "Reflection").property("plainText") == ""


def test_in_a_long_entry_the_caret_stays_in_sight(qtbot: QtBot, open_today: Open) -> None:
    page = open_today([reflection("A line of it.\n" * 400, TODAY)])
    area = named(page, "Reflection")
    assert isinstance(area, WritingArea)

    def caret_is_seen() -> bool:
        return area.viewport().visibleRegion().contains(area.cursorRect().center())

    qtbot.waitUntil(caret_is_seen)
    for key in (Key.Key_Home, Key.Key_End):
        QTest.keyClick(area, key, Modifier.ControlModifier)
        qtbot.waitUntil(caret_is_seen)
    QTest.keyClicks(area, "and more")
    assert caret_is_seen()


def test_a_phrase_that_blames_has_its_question_and_moves_nothing(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = open_today()
    QTest.keyClicks(focused(), "It was her fault.")
    area, note = page._work.sheet.text, page._work.sheet.note
    finish = named(page, "Finish for today")

    def places() -> tuple[QPoint, QRect, int]:
        """Where things are once the layout has come to rest."""
        found: list[tuple[QPoint, QRect, int]] = []

        def is_at_rest() -> bool:
            top = finish.mapTo(page, finish.rect().topLeft()).y()
            found.append((area.mapTo(page, area.rect().topLeft()), area.cursorRect(), top))
            return len(found) > 5 and len({each[2] for each in found[-5:]}) == 1

        qtbot.waitUntil(is_at_rest)
        return found[-1]

    before = places()
    note.noticing.look()
    after = places()
    assert note.isVisible()
    assert after[:2] == before[:2]
    assert abs(after[2] - before[2]) <= 4
    assert focused() is area
    with qtbot.waitSignal(page.said) as said:
        press(page, "Never for this phrase")
    qtbot.waitUntil(lambda: note.isHidden())
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: note.isVisible())


def test_what_was_opened_before_the_day_was_read_keeps_the_focus(qtbot: QtBot, session: Session) -> None:
    window, search = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    page = TodayPage(session)
    lines = QVBoxLayout(window)
    for each in (search, page):
        lines.addWidget(each)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.fill()
    page.focus_start()
    search.setFocus()
    qtbot.waitUntil(lambda: page.is_filled)
    assert QApplication.focusWidget() is search
