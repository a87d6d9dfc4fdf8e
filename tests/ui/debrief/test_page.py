"""A piece of work is talked through in its order, and what changes is really changed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.delegation.model import CameTrue, Change, ChangeKind, Lasted, Score, TouchKind
from app.delegation.suggesting import Offer
from app.journal import Journal
from app.one_on_ones.model import Involvement
from app.reflections.model import Filter
from tests.app.delegation.making import brief, debrief, delegation, touch
from tests.app.reflections.journals import NOW
from tests.ui.handover.desk import today
from tests.ui.sessions import ask, ask_to_write, close_session, open_session
from ui.debrief.page import DebriefPage
from ui.reference import DEBRIEF, DELEGATION, HANDOVER, Reference
from ui.session import Session
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import stops

T = TypeVar("T")
DAY = timedelta(days=1)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = open_session(qtbot, tmp_path / "journal")
    yield made
    close_session(qtbot, made)


class Talk:
    """The page, on a delegation of two points that Jonas delivered yesterday; an earlier one changed something."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        points = brief(done=("Six pages", "Figures match"))
        self.of = delegation(begun=today() - 20 * DAY, brief=points, fear="It is late", likelihood=6, quality=3)
        before = delegation(begun=today() - 60 * DAY)
        change = Change(what=ChangeKind.AGREEMENT, text="Say who signs off")
        last = debrief(before, today() - 30 * DAY, Score.NOT_MET, changes=(change,))

        def fill(journal: Journal) -> None:
            for each in (self.of, before):
                journal.delegations.save(each, NOW)
            journal.debriefs.save(last, NOW)
            for kind in (TouchKind.DROPPED_IN, TouchKind.DELIVERED):
                journal.touches.save(touch(self.of, kind, today() - DAY), NOW)

        ask_to_write(qtbot, session, fill)
        self.page = DebriefPage(session)
        self.said: list[tuple[str, Any]] = []
        self.page.said.connect(lambda words, undo: self.said.append((words, undo)))
        qtbot.addWidget(self.page)
        self.page.resize(1152, 800)
        self.page.show()
        self.page.go_to(Reference(DEBRIEF, self.of.id))
        qtbot.waitUntil(lambda: self.page.is_filled)

    def ask(self, work: Callable[[Journal], T]) -> T:
        """What the journal says, once everything that was said is there."""
        self.page.flush()
        self.qtbot.waitUntil(lambda: self.page.is_settled)
        return ask(self.qtbot, self.session, work)


@pytest.fixture
def talk(qtbot: QtBot, session: Session) -> Talk:
    return Talk(qtbot, session)


def press(choice: Segmented, key: str) -> None:
    choice.choose(key)
    choice.chosen.emit(key)


def test_involvement_opens_once_the_points_are_scored(talk: Talk) -> None:
    page = talk.page
    assert not page.involved.choice.isVisible()
    press(page.points.choices[0], "met")
    assert not page.involved.choice.isVisible()
    press(page.points.choices[1], "partly")
    assert page.involved.choice.isVisible()
    rope = page.involved.rope
    assert rope.isVisible()
    assert "Dropped in" in rope.accessibleName()
    assert not rope.children()  # a picture: nothing in it takes the keyboard


def test_all_that_is_said_is_kept_and_found_again(talk: Talk, qtbot: QtBot) -> None:
    page = talk.page
    assert not talk.ask(lambda journal: journal.debriefs.where(delegation=talk.of.id))  # nothing was said yet
    for choice in page.points.choices:
        press(choice, "met")
    page.process.helped.insertPlainText("The reason for the cap.")
    page.process.part.insertPlainText("I assumed.")
    press(page.involved.choice, "right")
    press(page.feared.came_true, "no")
    press(page.feared.quality, "4")
    page.feared.happened.insert("On time")
    page.feared.happened.textEdited.emit("On time")
    (kept,) = talk.ask(lambda journal: journal.debriefs.where(delegation=talk.of.id))
    assert [each.score for each in kept.points] == [Score.MET, Score.MET]
    assert (kept.helped, kept.my_part, kept.happened) == ("The reason for the cap.", "I assumed.", "On time")
    assert (kept.involvement, kept.came_true, kept.quality) == (Involvement.RIGHT, CameTrue.NO, 4)
    again = DebriefPage(talk.session)
    qtbot.addWidget(again)
    again.go_to(Reference(DEBRIEF, talk.of.id))
    qtbot.waitUntil(lambda: again.is_filled)
    assert again.presenter.debrief == kept
    assert again.process.helped.text() == "The reason for the cap."


def test_what_changes_is_made_when_it_is_closed(talk: Talk) -> None:
    went: list[Reference] = []
    talk.page.referred.connect(went.append)
    first, second = talk.page.beside.slots
    first.kind.show_name("Checklist")
    first.line.insertPlainText("Ask legal")
    second.kind.show_name("Level")
    second.level.chosen.emit("Decide and tell me")
    talk.page.doings()["finish"]()
    talk.qtbot.waitUntil(lambda: bool(went))
    assert went == [Reference(DELEGATION, talk.of.id)]
    (kept,) = talk.ask(lambda journal: journal.debriefs.where(delegation=talk.of.id))
    assert kept.closed_on == today()
    checklist = talk.ask(lambda journal: journal.checklists.get(kept.changes[0].about or ""))
    assert [each.text for each in checklist.versions[-1].steps] == ["Ask legal"]
    level = talk.ask(lambda journal: journal.levels.get(kept.changes[1].about or ""))
    assert (level.person, level.work, level.authority) == ("Jonas", "Reporting", "decide-and-tell-me")


def test_closing_is_undone_from_where_it_led_to(talk: Talk) -> None:
    page = talk.page
    slot = page.beside.slots[0]
    slot.kind.show_name("Practice")
    slot.line.insertPlainText("Ask legal")
    (before,) = talk.ask(lambda journal: journal.debriefs.where(delegation=talk.of.id))
    page.doings()["finish"]()
    talk.qtbot.waitUntil(lambda: bool(talk.said))
    (practice,) = talk.ask(lambda journal: journal.practices.where())
    assert practice.name == "Ask legal"
    page.hide()  # it led to the delegation
    talk.said[0][1]()
    talk.qtbot.waitUntil(lambda: len(talk.said) == 2)
    assert talk.said[1] == ("The debrief is open again", None)
    assert talk.ask(lambda journal: journal.debriefs.where(delegation=talk.of.id)) == [before]
    assert not talk.ask(lambda journal: journal.practices.where())
    talk.qtbot.waitUntil(lambda: page.presenter.debrief == before)


def test_what_is_opened_comes_though_something_is_saved_meanwhile(talk: Talk) -> None:
    given = talk.ask(lambda journal: journal.delegations.find(Filter()))
    other = next(each for each in given if each.id != talk.of.id)
    talk.page.go_to(Reference(DEBRIEF, other.id))
    talk.page.refresh()
    talk.qtbot.waitUntil(lambda: getattr(talk.page.presenter.debrief, "delegation", None) == other.id)


def test_two_misses_suggest_what_would_help_until_it_is_put_off(talk: Talk) -> None:
    page, block = talk.page, talk.page.beside.advice
    went: list[Reference] = []
    page.referred.connect(went.append)
    assert not block.isVisible()
    for choice in page.points.choices:
        press(choice, "not-met")
    page.doings()["finish"]()
    talk.qtbot.waitUntil(block.isVisible)
    assert "finish" not in page.doings()
    assert [each.words() for each in block.offers.values()] == ["Clarify", "Train", "Checklist"]
    block.behind[0].click()
    block.offers[Offer.CLARIFY].click()
    assert [each.page for each in went] == [DEBRIEF, HANDOVER]
    assert (went[1].person, went[1].work) == ("Jonas", "Reporting")
    block.offers[Offer.TRAIN].click()
    talk.qtbot.waitUntil(lambda: len(talk.said) == 2)
    (topic,) = talk.ask(lambda journal: journal.topics.where(person="Jonas"))
    assert topic.text == "Reporting: what would help?"
    block.later.click()
    talk.qtbot.waitUntil(lambda: not block.isVisible())
    talk.said[-1][1]()
    talk.qtbot.waitUntil(block.isVisible)


def test_what_is_closed_is_not_changed_by_the_next_key(talk: Talk, qtbot: QtBot) -> None:
    given = talk.ask(lambda journal: journal.debriefs.find(Filter()))
    talk.page.go_to(Reference(DEBRIEF, given[0].id))
    talk.page.focus_start()
    talk.page.activateWindow()
    qtbot.waitUntil(lambda: talk.page.presenter.debrief == given[0] and talk.page.back.hasFocus())


def test_it_is_asked_whether_the_last_change_held(talk: Talk) -> None:
    (asked,) = talk.page.presenter.found.asked if talk.page.presenter.found else ()
    choice = next(
        each for each in talk.page.beside.findChildren(Segmented) if each.accessibleName() == "Say who signs off"
    )
    press(choice, "partly")
    talk.qtbot.waitUntil(
        lambda: (
            ask(talk.qtbot, talk.session, lambda journal: journal.debriefs.get(asked.debrief.id)).changes[0].lasted
            is Lasted.PARTLY
        )
    )


def test_tab_goes_through_the_sheet_and_then_what_is_beside_it(talk: Talk) -> None:
    talk.page.activateWindow()
    talk.page.search.setFocus()
    passed: list[str] = []
    for _ in range(12):
        focused = talk.page.window().focusWidget()
        assert focused is not None
        passed.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed[1:4] == ["Met", "Met", "Helped"]
    assert passed.index("Held") < passed.index("Type of change 1: Type")


def test_every_control_has_a_name(talk: Talk) -> None:
    for choice in talk.page.points.choices:
        press(choice, "met")
    nameless: list[QWidget] = [each for each in stops(talk.page) if not each.accessibleName()]
    assert not nameless


def test_one_that_is_gone_leads_back_to_all_work(talk: Talk) -> None:
    page = DebriefPage(talk.session)
    talk.qtbot.addWidget(page)
    page.show()
    went: list[Reference] = []
    page.referred.connect(went.append)
    page.go_to(Reference(DEBRIEF, "0" * 32))
    talk.qtbot.waitUntil(lambda: went == [Reference(DELEGATION)])
