"""The page of a person: what is typed is kept, what is done can be undone, and every mark says what it shows."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegation.model import TouchKind
from app.one_on_ones.model import OneOnOne, State, Topic
from app.people.model import Authority, Cadence, Rhythm, Side
from app.reflections.model import Pillar
from tests.app.delegation.making import delegation, touch
from tests.app.people.people import agreement, feedback, level, person
from tests.app.reflections.journals import NOW, new_id, reflection
from tests.ui.people.conftest import Open, add, look_at
from tests.ui.people.test_list import focused, press, type_words, undo_of
from tests.ui.sessions import ask
from tests.ui.test_names import nameless
from ui.people.agreement_form import AgreementForm
from ui.people.page import PeoplePage
from ui.people.person_view import PersonView
from ui.reference import JOURNAL, ONE_ON_ONE, Reference
from ui.session import Session

TODAY = date.today()  # noqa: DTZ011  the page shows this day
DAY = timedelta(days=1)


def topic(text: str, day: date = TODAY, **more: Any) -> Topic:
    given = {"raised_by": Side.ME, **more}
    return Topic(id=new_id(), date=day, person="Jonas", text=text, created_at=NOW, updated_at=NOW, **given)


def meeting(day: date, **more: Any) -> OneOnOne:
    return OneOnOne(id=new_id(), date=day, person="Jonas", created_at=NOW, updated_at=NOW, **more)


@pytest.fixture
def jonas(qtbot: QtBot, open_people: Open) -> PersonView:
    """Somebody with something of everything."""
    weekly = Rhythm(cadence=Cadence.WEEKLY, first=TODAY + 2 * DAY - 28 * DAY, time="10:30")
    page = open_people(
        [
            person("Jonas", role="Data analyst", rhythm=weekly, trust="Tell me first.", trust_on=TODAY),
            agreement(TODAY - 40 * DAY, mine=("The reason",)),
            agreement(TODAY - 33 * DAY, mine=("The reason", "No silent edits"), theirs=("A note",), signal="Page two"),
            level("Reports", Authority.RECOMMEND, TODAY - 60 * DAY),
            level("Reports", Authority.DECIDE_WITH_ME, TODAY - 20 * DAY),
            level("Updates", None, TODAY),
            feedback("That was steady.", TODAY, pillar=Pillar.RESPECT),
            topic("Am I hovering?", TODAY - 14 * DAY, raised_by=Side.THEM),
            topic("Who it is for"),
            meeting(TODAY - 12 * DAY, state=State.HELD),
            meeting(TODAY - 13 * DAY, state=State.HELD),
            meeting(TODAY - 2 * DAY),
        ],
        [reflection("x", TODAY, people=("Jonas",))],
    )
    look_at(qtbot, page, "Jonas")
    assert page.person is not None
    return page.person


def form_of(view: PersonView) -> AgreementForm:
    assert view.agreement.form is not None
    return view.agreement.form


def journal_has(qtbot: QtBot, session: Session, what: str) -> list[Any]:
    return ask(qtbot, session, lambda journal: getattr(journal, what).where(person="Jonas"))


def test_what_trust_looks_like_is_changed_in_place_and_kept(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    jonas.trust.change.click()
    jonas.trust.words.selectAll()
    type_words("Ask me before you open the file.")
    jonas.trust.note.setFocus()
    type_words("You asked.")
    press(Qt.Key.Key_Escape)
    assert not jonas.trust.is_editing
    qtbot.waitUntil(lambda: jonas._presenter.typed.is_settled)
    (kept,) = ask(qtbot, session, lambda journal: journal.people.everyone())
    assert (kept.trust, kept.trust_note, kept.trust_on) == ("Ask me before you open the file.", "You asked.", TODAY)
    assert kept.rhythm is not None


def test_a_review_makes_a_version_of_today_once(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    undone = undo_of(jonas)  # type: ignore[arg-type]  # it says what its page says
    jonas.agreement.review.click()
    form = form_of(jonas)
    assert [each.text() for each in form.mine.lines] == ["The reason", "No silent edits", ""]
    form.mine.lines[0].setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    type_words("A straight answer")
    form.agree.click()
    qtbot.waitUntil(lambda: len(journal_has(qtbot, session, "agreements")) == 3)
    newest = journal_has(qtbot, session, "agreements")[0]
    assert newest.mine == ("The reason", "No silent edits", "A straight answer")
    assert (newest.date, newest.look_again_on) == (TODAY, TODAY + 90 * DAY)
    qtbot.waitUntil(lambda: jonas.agreement.earlier.words() == "2 earlier versions")
    jonas.agreement.review.click()
    draft = form_of(jonas).draft
    assert draft is not None
    assert draft.id == newest.id
    press(Qt.Key.Key_Escape)
    assert not jonas.finish()
    undone[0]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: len(journal_has(qtbot, session, "agreements")) == 2)


def test_earlier_versions_say_what_changed(jonas: PersonView) -> None:
    jonas.agreement.earlier.click()
    panel = jonas.agreement._versions
    assert panel is not None
    assert panel.changed_words() == ["This is the first version."]
    panel.newer.click()
    assert panel.changed_words() == [
        "Jonas needs, new: No silent edits",
        "I need, new: A note",
        "The signal is new: Page two",
    ]


def test_the_ladder_says_every_row_and_changes_a_level(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    reports, updates = jonas.ladder.rows.values()
    assert reports.accessibleName().startswith("Reports: Decide with me, moved up ")
    assert reports.accessibleName().endswith(", from Recommend")
    assert updates.accessibleName() == "Updates: not discussed yet"
    reports.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert focused() is updates
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert jonas.ladder.panel.isVisible()
    press(Qt.Key.Key_Down)  # from one step to the next
    jonas.ladder.panel.note.setFocus()
    type_words("Said on Monday")
    jonas.ladder.panel.close_panel()
    jonas._presenter.typed.flush()
    qtbot.waitUntil(lambda: len(journal_has(qtbot, session, "levels")) == 4)
    newest = journal_has(qtbot, session, "levels")[0]
    assert (newest.date, newest.note, newest.work) == (TODAY, "Said on Monday", "Reports")


def test_the_ladder_is_copied_as_a_table(jonas: PersonView) -> None:
    jonas.ladder.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    since = (TODAY - 20 * DAY).isoformat()
    assert lines[:2] == ["Kind of work\tLevel\tSince\tBefore", f"Reports\tDecide with me\t{since}\tRecommend"]


def test_a_topic_is_ticked_added_and_brought_back(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    undone = undo_of(jonas)  # type: ignore[arg-type]  # it says what its page says
    rows = {row.check.accessibleName(): row for row in jonas.card.rows.values()}
    assert rows["Am I hovering?"].check.accessibleDescription() == "From Jonas, carried over twice, 14 days"
    rows["Who it is for"].check.click()
    qtbot.waitUntil(lambda: bool(undone))
    qtbot.waitUntil(lambda: rows["Who it is for"].check.accessibleDescription() == "Done today")
    undone[0]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: not rows["Who it is for"].check.isChecked())
    jonas.card.add.click()
    type_words("The budget")
    press(Qt.Key.Key_Return)
    type_words("Half a sent")
    jonas.flush()  # as when the journal is locked
    qtbot.waitUntil(lambda: len(journal_has(qtbot, session, "topics")) == 4)
    assert {each.text for each in journal_has(qtbot, session, "topics")} >= {"The budget", "Half a sent"}


def test_a_meeting_that_is_over_is_answered(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    undone = undo_of(jonas)  # type: ignore[arg-type]  # it says what its page says
    row = next(iter(jonas.card.unanswered.rows.values()))
    assert row.held.accessibleName().endswith(": Held")
    row.held.click()
    qtbot.waitUntil(lambda: bool(undone))
    states = {each.date: each.state for each in journal_has(qtbot, session, "one_on_ones")}
    assert states[TODAY - 2 * DAY] is State.HELD
    undone[0]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: bool(jonas.card.unanswered.rows))
    row = next(iter(jonas.card.unanswered.rows.values()))
    row.moved.click()
    jonas.card.unanswered.panel.calendar.day_chosen.emit(TODAY + DAY)
    qtbot.waitUntil(lambda: jonas.card._in_days.text() == "tomorrow")
    (moved,) = [each for each in journal_has(qtbot, session, "one_on_ones") if each.date == TODAY + DAY]
    assert (moved.state, moved.moved_from) == (State.PLANNED, (TODAY - 2 * DAY,))


def test_feedback_is_written_changed_and_put_away(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    undone = undo_of(jonas)  # type: ignore[arg-type]  # it says what its page says
    (row,) = jonas.feedback.rows.values()
    assert row.change.accessibleName().startswith("Change: That was steady.. You to Jonas, ")
    jonas.feedback.add.click()
    type_words("I thought harder.")
    jonas.feedback.panel.giver.choose("them")
    jonas.feedback.panel.giver.chosen.emit("them")
    jonas.feedback.panel.done.click()
    assert not jonas.feedback.panel.isVisible()
    jonas._presenter.typed.flush()
    qtbot.waitUntil(lambda: len(jonas.feedback.rows) == 2)
    added = next(each for each in journal_has(qtbot, session, "feedback") if each.giver is Side.THEM)
    assert added.text == "I thought harder."
    jonas.feedback.rows[added.id].change.click()
    jonas.feedback.panel.delete.click()
    qtbot.waitUntil(lambda: len(jonas.feedback.rows) == 1)
    undone[-1]()  # type: ignore[operator]  # the way back
    qtbot.waitUntil(lambda: len(jonas.feedback.rows) == 2)


def test_everything_that_takes_keys_has_a_name(jonas: PersonView) -> None:
    jonas.card.add.click()
    assert nameless(jonas) == []
    jonas.trust.edit()
    jonas.agreement.begin()
    assert nameless(jonas) == []


def test_anything_that_is_kept_with_somebody_leads_to_them(qtbot: QtBot, session: Session, jonas: PersonView) -> None:
    (said,) = journal_has(qtbot, session, "feedback")
    handed = delegation("Jonas")
    logged = touch(handed, TouchKind.HELD, TODAY)
    add(qtbot, session, [handed, logged])
    page = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PeoplePage) and each.isVisible())
    for each in (said, handed, logged):
        page.close_person()
        assert page.presenter.id is None
        page.go_to(Reference(page="people", id=each.id))
        qtbot.waitUntil(lambda: page.presenter.id is not None)
        assert page.presenter.whole is not None
        assert page.presenter.whole.person.name == "Jonas"


def test_what_is_said_elsewhere_is_gone_to(jonas: PersonView) -> None:
    asked: list[Reference] = []
    jonas.referred.connect(asked.append)
    assert jonas.mentions.words() == "1 mention"
    jonas.mentions.click()
    jonas.card.open.click()
    next(iter(jonas.earlier.rows.values())).click()
    assert asked[0] == Reference(page=JOURNAL, person="Jonas")
    assert [each.page for each in asked[1:]] == [ONE_ON_ONE, ONE_ON_ONE]


def test_who_is_archived_is_read_only(qtbot: QtBot, jonas: PersonView) -> None:
    jonas.head.archive_asked.emit()
    qtbot.waitUntil(lambda: jonas.head.bring_back.isVisible())
    assert not jonas.trust.change.isVisible()
    assert not jonas.agreement.review.isVisible()
    assert not jonas.feedback.add.isVisible()
    assert not any(each.isEnabled() for each in jonas.ladder.rows.values())
    assert not any(each.check.isEnabled() for each in jonas.card.rows.values())


def test_tab_goes_down_the_page_and_then_down_the_column_beside_it(jonas: PersonView) -> None:
    jonas.head.back.setFocus(Qt.FocusReason.TabFocusReason)
    way = []
    for _ in range(40):
        way.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        if focused() is jonas.head.back:
            break
    expected = ["Back to all people", "What can be done with this person", "Search or jump to…"]
    expected += ["Change: What trust looks like to Jonas", "Review together: Working agreement", "1 earlier version"]
    expected += ["Copy as a table", "Reports: ", "Add a kind of work"]
    expected += ["1 mention", "Change the rhythm", ": Held", "Who it is for", "Am I hovering?", "Add to the agenda"]
    expected += ["Open the one-on-one", "Add feedback"]
    at = -1
    for each in expected:
        assert any(each in name for name in way[at + 1 :]), (each, way)
        at = next(number for number, name in enumerate(way) if number > at and each in name)
