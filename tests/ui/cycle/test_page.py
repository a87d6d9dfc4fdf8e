"""Work that keeps coming back is shown with its own numbers, and each way out of it begins something real."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.delegation.cycle import Arrow
from app.delegation.model import TouchKind
from app.experiments.model import Experiment
from app.journal import Journal
from app.practices.model import Checklist
from app.reflections.model import Filter
from tests.app.delegation.making import brief, delegation, held, touch
from tests.app.reflections.journals import NOW
from tests.ui.handover.desk import today
from tests.ui.sessions import ask, ask_to_write, close_session, open_session
from ui.cycle.page import CyclePage
from ui.reference import CYCLE, DELEGATION, HANDOVER, ONE_ON_ONE, PRACTICES, TODAY, Reference
from ui.session import Session
from ui.widgets.tab_loop import stops

T = TypeVar("T")
DAY = timedelta(days=1)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = open_session(qtbot, tmp_path / "journal")
    yield made
    close_session(qtbot, made)


class Seen:
    """The page, on reports that Jonas lost twice, with one that was kept in between; or without any of it."""

    def __init__(self, qtbot: QtBot, session: Session, *, person: str | None = "Jonas", empty: bool = False) -> None:
        self.qtbot, self.session = qtbot, session
        told, fear = brief(done=("Six pages", "Figures match")), "The board will find the hole."
        begun = today() - 60 * DAY
        self.of = delegation(person, begun, title="March report", brief=told, fear=fear, likelihood=7)
        touches = [
            touch(self.of, TouchKind.TOOK_BACK, today() - 40 * DAY, note="Rewrote the summary"),
            touch(self.of, TouchKind.HANDED_BACK, today() - 38 * DAY),
            touch(self.of, TouchKind.TOOK_BACK, today() - 5 * DAY),
        ]
        self.kept = held("January report", work="Reporting", date=today() - 20 * DAY, minutes_a_month=390)
        self.touches = [] if empty else touches

        def fill(journal: Journal) -> None:
            journal.delegations.save(self.of, NOW)
            journal.touches.add_all(self.touches, NOW)
            journal.held_tasks.save(self.kept, NOW)

        ask_to_write(qtbot, session, fill)
        self.page = CyclePage(session)
        qtbot.addWidget(self.page)
        self.went: list[Reference] = []
        self.said: list[tuple[str, Callable[[], None]]] = []
        self.page.referred.connect(self.went.append)
        self.page.said.connect(lambda words, undo: self.said.append((words, undo)))
        self.page.resize(1152, 828)
        self.page.show()
        self.page.go_to(Reference(CYCLE, id=self.of.id))
        found = self.page.presenter
        qtbot.waitUntil(lambda: found.found is not None and found.found.start is not None)

    def ask(self, work: Callable[[Journal], T]) -> T:
        return ask(self.qtbot, self.session, work)

    def choose(self, arrow: Arrow) -> str:
        """Chooses a card, and says what the button says then."""
        next(each for each in self.page.loop.cards if each.arrow is arrow).click()
        return self.page.beside.next.go.words()

    def wait(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()))


@pytest.fixture
def seen(qtbot: QtBot, session: Session) -> Seen:
    return Seen(qtbot, session)


def test_the_loop_says_the_owners_own_numbers_and_whole_to_a_screen_reader(seen: Seen) -> None:
    names = [each.accessibleName() for each in seen.page.loop.nodes]
    assert names[0] == "The worry is loud: 7 of 10, “The board will find the hole.”"
    assert names[1].startswith("You keep it, or take it back: 3 times, ")
    assert names[2] == "Jonas misses the practice: 2 chances, Work that was not theirs to finish"
    assert names[3] == "The work stays with you: 6.5 hours a month, In 1 task that is still yours"
    said = seen.page.loop.accessibleDescription()
    assert all(name in said for name in names)
    assert "You break it here: Between “Jonas misses the practice” and “The work stays with you”" in said
    assert not [each for each in stops(seen.page) if not each.accessibleName()]


def test_each_record_behind_the_numbers_is_opened_by_its_row(seen: Seen) -> None:
    for row in seen.page.beside.records.rows:
        row.click()
    wanted = [seen.touches[2].id, seen.kept.id, seen.touches[0].id]
    assert seen.went == [Reference(DELEGATION, id=each) for each in wanted]


def test_arrow_keys_go_round_the_cards_and_enter_cuts_the_loop(seen: Seen) -> None:
    seen.page.focus_start()
    chosen = seen.page.loop.start()
    assert chosen.hasFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    after = seen.page.loop.cards[(seen.page.loop.cards.index(chosen) + 1) % 4]
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Return)
    assert after.is_chosen
    assert not chosen.is_chosen
    assert seen.page.presenter.arrow is after.arrow


def test_a_topic_is_made_at_once_once_and_taken_back_by_undo(seen: Seen) -> None:
    assert seen.choose(Arrow.WORRY_TO_TAKE_BACK) == "Put it on the agenda"
    seen.page.beside.next.go.click()
    seen.page.beside.next.go.click()
    seen.wait(lambda: seen.page.beside.next.go.words() == "Open the one-on-one")
    (made,) = seen.ask(lambda journal: journal.topics.where(person="Jonas"))
    assert made.about == seen.of.id
    assert "hole" not in made.text
    seen.page.beside.next.go.click()
    assert seen.went == [Reference(ONE_ON_ONE, id=made.id)]
    ((_, undo),) = seen.said
    undo()
    seen.wait(lambda: seen.page.beside.next.go.words() == "Put it on the agenda")


def test_an_experiment_begins_today_with_them_or_the_one_that_runs_is_opened(seen: Seen) -> None:
    assert seen.choose(Arrow.TAKE_BACK_TO_PRACTICE) == "Begin the experiment"
    seen.page.beside.next.go.click()
    seen.wait(lambda: seen.went)
    (made,) = seen.ask(lambda journal: journal.experiments.find(Filter()))
    assert seen.went == [Reference(TODAY, id=made.id)]
    assert isinstance(made, Experiment)
    assert (made.person, made.begun_on) == ("Jonas", today())
    assert made.when == "a draft of Reporting comes in"
    seen.wait(lambda: seen.page.beside.next.go.words() == "Open the experiment")
    seen.page.beside.next.go.click()
    assert seen.went == 2 * [Reference(TODAY, id=made.id)]


def test_a_hand_over_begins_with_person_and_kind_or_goes_on_with_the_draft(seen: Seen) -> None:
    seen.page.beside.next.go.click()
    assert seen.went == [Reference(HANDOVER, person="Jonas", work="Reporting")]
    draft = delegation(begun=None, title="April report")
    ask_to_write(seen.qtbot, seen.session, lambda journal: journal.delegations.save(draft, NOW))
    seen.page.refresh()
    seen.wait(lambda: seen.page.beside.next.go.words() == "Go on with the hand-over")
    seen.page.beside.next.go.click()
    assert seen.went[1:] == [Reference(HANDOVER, id=draft.id)]


def test_a_checklist_begins_with_what_done_looked_like_or_is_opened(seen: Seen) -> None:
    assert seen.choose(Arrow.WORK_TO_WORRY) == "Begin the checklist"
    seen.page.beside.next.go.click()
    seen.wait(lambda: seen.went)
    (made,) = seen.ask(lambda journal: journal.checklists.find(Filter()))
    assert isinstance(made, Checklist)
    assert made.name == "Reporting"
    assert [each.text for each in made.versions[-1].steps] == ["Six pages", "Figures match"]
    assert seen.went == [Reference(PRACTICES, id=made.id)]
    seen.wait(lambda: seen.page.beside.next.go.words() == "Open the checklist")


def test_what_broke_it_is_said_and_opened(seen: Seen) -> None:
    after = delegation(begun=today() - 4 * DAY, title="April report")

    def deliver(journal: Journal) -> None:
        journal.delegations.save(after, NOW)
        journal.touches.save(touch(after, TouchKind.DELIVERED, today()), NOW)

    assert seen.page.beside.records.since.isHidden()
    ask_to_write(seen.qtbot, seen.session, deliver)
    seen.page.refresh()
    seen.wait(lambda: not seen.page.beside.records.since.isHidden())
    assert seen.page.title.text() == "Reporting came back to you"
    seen.page.beside.records.rows[0].click()
    assert seen.went == [Reference(DELEGATION, id=after.id)]


def test_escape_goes_back_to_the_work_it_was_opened_from(seen: Seen) -> None:
    assert seen.page.back.words() == "March report"
    QTest.keyClick(seen.page, Qt.Key.Key_Escape)
    assert seen.went == [Reference(DELEGATION, id=seen.of.id)]


def test_without_anybody_named_a_worry_leads_to_handing_over(qtbot: QtBot, session: Session) -> None:
    seen = Seen(qtbot, session, person=None)
    assert seen.choose(Arrow.WORRY_TO_TAKE_BACK) == "Hand it over"
    seen.choose(Arrow.PRACTICE_TO_WORK)
    assert seen.page.beside.next.link.isHidden()


def test_without_a_cycle_the_page_says_what_it_would_need(qtbot: QtBot, session: Session) -> None:
    seen = Seen(qtbot, session, empty=True)
    assert seen.page.nothing.isVisible()
    seen.page.focus_start()
    seen.page.nothing.go.click()
    assert seen.went == [Reference(DELEGATION)]
