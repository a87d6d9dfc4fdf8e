"""The weekly review as a person does it, with the journal asked what it has afterwards."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.experiments.model import Finding
from app.prompts.library import ideas, review
from app.prompts.rules import three_ideas
from app.reflections.model import Filter, Outcome, Pillar
from tests.app.reflections.journals import NOW, plan, reflection
from tests.ui.sessions import ask
from tests.ui.today.conftest import Open
from tests.ui.today.reviewing import TODAY, ago, begin_review, keep, kept, press, running, saved, visible
from ui.reflection.fields import TextField
from ui.reflection.margin_note import MarginNote
from ui.session import REFLECTION, Change, Session
from ui.today import page as page_module
from ui.today import presenter as presenter_module
from ui.today import week_presenter as week_presenter_module
from ui.today.carry import CarryCheck
from ui.today.pillars import BesideReview
from ui.today.review import Review
from ui.today.sheet import Sheet
from ui.today.summary import Summary
from ui.today.week_summary import WeekSummary
from ui.widgets.labels import Label, Paragraph

Key = Qt.Key


def said(holder: QWidget) -> str:
    """All words that are in sight."""
    parts = [each for each in holder.findChildren(Label) if each.isVisible()]
    return "\n".join(each.text() for each in parts)


def is_reviewing(page: QWidget) -> bool:
    return any(each.isVisible() for each in page.findChildren(Review))


def is_seen(holder: QWidget, name: str) -> bool:
    return any(each.accessibleName() == name and each.isVisible() for each in holder.findChildren(QWidget))


# When it comes


def test_on_its_day_it_takes_the_place_of_the_sheet(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    (sheet,) = page.findChildren(Sheet)
    assert not sheet.isVisible()
    assert review().question in said(page)


def test_on_other_days_it_does_not(session: Session, open_today: Open) -> None:
    session.prefer(session, review_weekday=(TODAY.weekday() + 1) % 7)
    page = open_today([reflection("then", ago(2))])
    assert not is_reviewing(page)


def test_a_journal_that_begins_today_has_no_week_to_look_back_on(session: Session, open_today: Open) -> None:
    session.prefer(session, review_weekday=TODAY.weekday())
    page = open_today([reflection("now", TODAY)])
    assert not is_reviewing(page)


def test_it_is_opened_on_any_day_by_its_action(qtbot: QtBot, open_today: Open) -> None:
    page = open_today()
    page.doings()["review"]()
    qtbot.waitUntil(lambda: is_reviewing(page))


@pytest.mark.parametrize("width", [964, 780])
def test_a_narrow_page_says_that_it_is_the_review_where_there_is_room(
    qtbot: QtBot, session: Session, open_today: Open, width: int
) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    page.resize(width, 668)
    qtbot.waitUntil(lambda: page.width() == width)
    assert is_seen(page, "A prompt is still there if you would rather write.")
    assert ("The week in review, about twenty minutes." in said(page)) is (width == 964)


def test_a_week_without_plans_asks_to_leave_none(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    assert "No plan is open." in said(page)
    assert "Leave the rest here." not in said(page)


def test_one_can_write_instead_and_come_back(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    QTest.keyClicks(visible(page, "Reflection"), "The rota.")
    press(page, "A prompt is still there if you would rather write.")
    (sheet,) = page.findChildren(Sheet)
    qtbot.waitUntil(sheet.isVisible)
    qtbot.waitUntil(lambda: visible(page, "Reflection").hasFocus())
    QTest.keyClicks(visible(page, "Reflection"), "Something else.")
    press(page, "Back to the week in review")
    qtbot.waitUntil(lambda: is_reviewing(page))
    assert visible(page, "Reflection").property("plainText") == "The rota."
    saved(qtbot, page)
    texts = ask(qtbot, session, lambda journal: journal.reflections.find(Filter(since=TODAY)))
    assert sorted(each.content.text for each in texts) == ["Something else.", "The rota."]


def test_asking_for_a_prompt_or_a_new_entry_leaves_it(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    QTest.keyClicks(visible(page, "Reflection"), "The rota.")
    page.doings()["begin"]()
    qtbot.waitUntil(lambda: not is_reviewing(page))
    page.doings()["review"]()
    qtbot.waitUntil(lambda: is_reviewing(page))
    page.doings()["prompt"]()
    qtbot.waitUntil(lambda: not is_reviewing(page))
    saved(qtbot, page)
    (entry,) = ask(qtbot, session, lambda journal: journal.reflections.find(Filter(since=TODAY)))
    assert (entry.content.text, entry.content.prompt) == ("The rota.", review().id)


# Its question


def test_the_answer_is_a_reflection_of_the_day_found_like_any_other(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    QTest.keyClicks(visible(page, "Reflection"), "Nadia and the forecast")
    qtbot.waitUntil(lambda: page.is_settled)
    (hit,) = ask(qtbot, session, lambda journal: journal.search("forecast", 5))
    entry = ask(qtbot, session, lambda journal: journal.reflections.get(hit.id)).content
    assert (entry.date, entry.prompt, entry.pillar) == (TODAY, review().id, Pillar.TRUST)


def test_a_phrase_that_blames_has_its_question_there_too(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    (area,) = (each for each in page.findChildren(TextField) if each.isVisible())
    area.setFocus()
    QTest.keyClicks(area, "It was her fault.")
    (card,) = page.findChildren(Review)
    (note,) = card.findChildren(MarginNote)
    note.noticing.look()
    assert area.underlined() == ["It was her fault"]
    with qtbot.waitSignal(page.said):
        note.never.click()


def test_it_opens_with_what_was_written_before(qtbot: QtBot, session: Session, open_today: Open) -> None:
    before = reflection("half a thought", TODAY, prompt=review().id, pillar=Pillar.TRUST)
    page = begin_review(qtbot, session, open_today, [before, reflection("later", TODAY), reflection("then", ago(2))])
    assert visible(page, "Reflection").property("plainText") == "half a thought"


# The experiment


def test_what_was_seen_is_answered_with_a_line(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))], [running()])
    assert "Day 10 of 14" in said(page)
    assert QApplication.focusWidget() is visible(page, "It worked")
    QTest.keyClick(visible(page, "It worked"), Key.Key_Right)
    QTest.keyClicks(visible(page, "One line about what you saw"), "Twice of four.")
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.outcome, found.outcome_note, found.closed_on) == (Finding.MIXED, "Twice of four.", TODAY)
    QTest.keyClick(visible(page, "Mixed"), Key.Key_Space)
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.outcome, found.outcome_note, found.closed_on) == (None, "Twice of four.", None)


def test_one_more_week_lets_it_run(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = running()
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))], [given])
    QTest.mouseClick(visible(page, "One more week"), Qt.MouseButton.LeftButton)
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.is_running, (found.ends_on - given.ends_on).days) == (True, 7)
    assert "Day 10 of 21" in said(page)


def test_the_log_is_told_as_counts_with_the_person(qtbot: QtBot, session: Session, open_today: Open) -> None:
    pulls = [(12, 7, "Jonas"), (11, 6, "Jonas"), (10, 9, "Priya"), (3, 4, "Jonas")]
    given = [reflection("x", ago(days), pull=pull, people=(name,)) for days, pull, name in pulls]
    page = begin_review(qtbot, session, open_today, given, [running(person="Jonas")])
    expected = (
        "Pulls noted with Jonas in the two weeks before: 2, strength 6.5 on average. "
        "In its 10 days so far: 1, strength 4.0 on average."
    )
    assert expected in said(page)


def test_without_pulls_before_nothing_is_compared(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = [reflection("x", ago(3), pull=4)]
    page = begin_review(qtbot, session, open_today, given, [running()])
    assert "Pulls noted" not in said(page)


def test_without_an_experiment_there_is_one_sentence_and_no_form(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    assert "No trust experiment is running." in said(page)
    assert "What did you see?" not in said(page)


# The next one


def test_the_next_one_is_saved_as_it_is_typed_and_begins_today(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    for name, words in (
        ("When", "a draft lands"),
        ("I will", "leave it shut"),
        ("I will know it works when", "he sends it"),
        ("I would stop if", "a wrong figure"),
    ):
        QTest.keyClicks(visible(page, name), words)
    qtbot.waitUntil(lambda: page.is_settled)
    (found,) = kept(qtbot, session)
    assert (found.when, found.will, found.sign, found.stop) == (
        "a draft lands",
        "leave it shut",
        "he sends it",
        "a wrong figure",
    )
    assert (found.begun_on, (found.ends_on - found.begun_on).days) == (TODAY, 13)


def test_two_do_not_run_at_once_and_nothing_is_lost(qtbot: QtBot, session: Session, open_today: Open) -> None:
    first = running()
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))], [first])
    QTest.keyClicks(visible(page, "I will"), "leave it shut")
    saved(qtbot, page)
    coming, _ = kept(qtbot, session)
    assert coming.begun_on > first.ends_on
    assert "The first one has no answer yet." in said(page)
    QTest.mouseClick(visible(page, "It worked"), Qt.MouseButton.LeftButton)
    saved(qtbot, page)
    coming, _ = kept(qtbot, session)
    assert (coming.will, coming.begun_on) == ("leave it shut", TODAY)
    assert "The first one has no answer yet." not in said(page)


def test_one_without_a_word_left_is_none(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    QTest.keyClicks(visible(page, "I will"), "x")
    saved(qtbot, page)
    QTest.keyClick(visible(page, "I will"), Key.Key_Backspace)
    saved(qtbot, page)
    assert kept(qtbot, session) == []
    QTest.keyClicks(visible(page, "I will"), "y")
    saved(qtbot, page)
    assert [each.will for each in kept(qtbot, session)] == ["y"]
    assert ask(qtbot, session, lambda journal: journal.experiments.count()) == (1, 0)


def test_an_idea_fills_what_is_empty_and_can_be_undone(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    QTest.keyClicks(visible(page, "I will"), "leave it shut")
    press(page, "Three ideas")
    idea = three_ideas(ideas(), {}, TODAY)[0]
    name = f"Begin from this: When {idea.when}, I will {idea.will}."
    qtbot.waitUntil(lambda: any(each.accessibleName() == name for each in page.window().findChildren(QWidget)))
    with qtbot.waitSignal(page.said) as told:
        press(page.window(), name)
    qtbot.waitUntil(lambda: visible(page, "When").hasFocus())
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.when, found.will, found.stop, found.pillar) == (idea.when, "leave it shut", idea.stop, idea.pillar)
    told.args[1]()
    saved(qtbot, page)
    (found,) = kept(qtbot, session)
    assert (found.when, found.will, found.stop, found.pillar) == ("", "leave it shut", "", None)


# The plans, and the close


def week_with_plans() -> tuple[list[str], list[object]]:
    plans = [plan("it rains", "wait"), plan("he calls", "ask"), plan("she writes", "listen"), plan("I doubt", "stop")]
    return [each.id for each in plans], [reflection("then", ago(3), *plans)]


def answered(qtbot: QtBot, session: Session, id: str, outcome: Outcome, note: str = "") -> None:
    done: list[object] = []
    session.write(
        session,
        Change(REFLECTION),
        lambda journal: journal.reflections.follow_up(id, outcome, note, ago(1), NOW),
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done))


def outcomes(qtbot: QtBot, session: Session) -> list[Outcome | None]:
    (found,) = ask(qtbot, session, lambda journal: journal.reflections.find(Filter(since=ago(3), until=ago(3))))
    return [each.outcome for each in found.commitments]


def test_what_is_not_ticked_is_let_go_when_the_week_is_closed_and_undo_brings_it_back(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    ids, given = week_with_plans()
    page = begin_review(qtbot, session, open_today, given)  # type: ignore[arg-type]  # reflections
    answered(qtbot, session, ids[2], Outcome.PARTLY)
    answered(qtbot, session, ids[3], Outcome.DONE, "She found it herself.")
    qtbot.waitUntil(lambda: "She found it herself." in said(page))
    checks = [each for each in page.findChildren(CarryCheck) if each.isVisible()]
    assert [each.isChecked() for each in checks] == [True, True, True], "the one that is done has nothing to tick"
    QTest.keyClick(visible(page, "When it rains, I will wait, open"), Key.Key_Space)
    ask(qtbot, session, lambda journal: journal.reflections.count())
    assert outcomes(qtbot, session) == [None, None, Outcome.PARTLY, Outcome.DONE], "until the week is closed"
    with qtbot.waitSignal(page.said) as told:
        page.doings()["finish"]()
    (summary,) = page.findChildren(WeekSummary)
    qtbot.waitUntil(summary.isVisible)
    assert outcomes(qtbot, session) == [Outcome.LET_GO, None, Outcome.NOT_YET, Outcome.DONE]
    assert ask(qtbot, session, lambda journal: journal.preferences.get().week_closed_on) == TODAY
    qtbot.waitUntil(lambda: "When he calls, I will ask" in said(summary))
    assert not any("it rains" in each.accessibleName() for each in page.findChildren(QWidget) if each.isVisible())
    assert "it rains" not in said(summary)
    told.args[1]()
    qtbot.waitUntil(lambda: not summary.isVisible())
    assert outcomes(qtbot, session) == [None, None, Outcome.PARTLY, Outcome.DONE]
    assert session.preferences.week_closed_on is None


def test_a_tick_that_was_taken_away_is_remembered(qtbot: QtBot, session: Session, open_today: Open) -> None:
    ids, given = week_with_plans()
    session.prefer(session, not_carried={ids[1]: TODAY, ids[0]: ago(7)})
    page = begin_review(qtbot, session, open_today, given)  # type: ignore[arg-type]  # reflections
    ticked = {each.accessibleName(): each.isChecked() for each in page.findChildren(CarryCheck)}
    assert [name for name, is_on in ticked.items() if not is_on] == ["When he calls, I will ask, open"]


def test_a_closed_week_opens_on_its_summary_and_can_be_opened_again(
    qtbot: QtBot, session: Session, open_today: Open
) -> None:
    session.prefer(session, week_closed_on=TODAY)
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    (summary,) = page.findChildren(WeekSummary)
    assert summary.isVisible()
    press(page, "Open it again")
    qtbot.waitUntil(lambda: not summary.isVisible())
    assert is_seen(page, "Reflection")


def test_a_closed_week_lets_one_write(qtbot: QtBot, session: Session, open_today: Open) -> None:
    session.prefer(session, week_closed_on=TODAY)
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    press(page, "Write an entry")
    qtbot.waitUntil(lambda: not is_reviewing(page))
    assert is_seen(page, "Reflection")
    assert not any(each.isVisible() for each in page.findChildren(Summary))


def test_closing_saves_what_was_typed_a_moment_before(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))], [running()])
    QTest.keyClicks(visible(page, "One line about what you saw"), "four")
    QTest.keyClicks(visible(page, "Reflection"), "five")
    page.doings()["finish"]()
    qtbot.waitUntil(lambda: session.preferences.week_closed_on == TODAY)
    assert [each.outcome_note for each in kept(qtbot, session)] == ["four"]
    assert ask(qtbot, session, lambda journal: [hit.title for hit in journal.search("five", 5)]) == ["five"]


# Around it


def test_the_numbers_are_those_of_the_week(qtbot: QtBot, session: Session, open_today: Open) -> None:
    ids, given = week_with_plans()
    more = [reflection("x", ago(1), pull=6), reflection("y", ago(8), pull=9)]
    page = begin_review(qtbot, session, open_today, [*given, *more])  # type: ignore[list-item]  # reflections
    answered(qtbot, session, ids[0], Outcome.DONE)
    answered(qtbot, session, ids[1], Outcome.PARTLY)
    for name in ("2 days you wrote", "1 pull noticed", "6 strongest pull", "1 of 2 plans kept"):
        qtbot.waitUntil(partial(is_seen, page, name))


def test_the_pillars_of_the_week_stand_beside_it(qtbot: QtBot, session: Session, open_today: Open) -> None:
    given = [reflection("x", ago(1), pillar=Pillar.TRUST), reflection("y", ago(2), pillar=Pillar.ACCOUNTABILITY)]
    page = begin_review(qtbot, session, open_today, given)
    beside = page.findChild(BesideReview)
    assert beside is not None
    assert "Respect did not come up this week." in [each.text() for each in beside.findChildren(Paragraph)]
    assert "Something that went right" not in said(page)


def test_tab_goes_through_the_review_from_top_to_bottom(qtbot: QtBot, session: Session, open_today: Open) -> None:
    ids, given = week_with_plans()
    assert ids
    page = begin_review(qtbot, session, open_today, given, [running()])  # type: ignore[arg-type]  # reflections
    page.panes()[0].setFocus()
    walked = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName())
        QTest.keyClick(focused, Key.Key_Tab)
    order = [
        *(
            "It worked",
            "One line about what you saw",
            "When he calls, I will ask, open",
            "Reflection",
            "Not for export",
        ),
        *("Three ideas", "With whom: With whom", "When", "I will", "I will know it works when", "I would stop if"),
        *("Close the week",),
    ]
    found = [each for each in walked if each in order]
    assert found[: len(order)] == order, walked


def test_what_changes_elsewhere_is_shown(qtbot: QtBot, session: Session, open_today: Open) -> None:
    page = begin_review(qtbot, session, open_today, [reflection("then", ago(2))])
    keep(qtbot, session, running("ask first"))
    qtbot.waitUntil(lambda: "When someone brings me a problem, I will ask first." in said(page))


def test_a_review_that_goes_on_over_midnight_stays_that_of_its_day(
    qtbot: QtBot, session: Session, open_today: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = reflection("then", ago(2), plan("it is Monday", "stay out"))
    page = begin_review(qtbot, session, open_today, [given], [running()])
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(CarryCheck)))
    (check,) = (each for each in page.findChildren(CarryCheck) if each.isVisible())
    check.click()

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]  # a day is all that is asked for
            return TODAY + timedelta(days=1)

    for module in (presenter_module, week_presenter_module, page_module):
        monkeypatch.setattr(module, "date", Tomorrow)
    QTest.keyClicks(visible(page, "When"), "it rains")
    saved(qtbot, page)
    ask(qtbot, session, lambda _: None)
    assert not check.isChecked()
    page.doings()["finish"]()
    qtbot.waitUntil(lambda: session.preferences.week_closed_on == TODAY)
    kept_plan = ask(qtbot, session, lambda journal: journal.reflections.get(given.id).commitments[0])
    assert (kept_plan.outcome, kept_plan.followed_up_on) == (Outcome.LET_GO, TODAY)
