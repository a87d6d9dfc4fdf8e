"""What somebody was handed, on their page: their work alone, its numbers, and a ladder that knows of it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.delegation.model import Brief, CameTrue, TouchKind
from app.people.model import Authority
from tests.app.delegation.making import DAY, debrief, delegation, touch
from tests.app.people.people import level, person
from tests.ui.people.conftest import Open, add, look_at
from tests.ui.people.test_list import focused, press
from tests.ui.people.test_person import TODAY
from tests.ui.test_names import nameless
from ui.people.page import PeoplePage
from ui.people.person_view import PersonView
from ui.reference import DEBRIEF, DELEGATION, HANDOVER, Reference
from ui.session import Session

DONE = delegation("Jonas", TODAY - 60 * DAY, title="Board metrics", fear="They will ask")
UNDER_WAY = delegation(
    "Jonas", TODAY - 6 * DAY, "Rota", title="On-call rota", brief=Brief(authority=Authority.YOURS, due_on=TODAY)
)
DRAFT = delegation("Jonas", None, title="A plan")
TALK = debrief(DONE, TODAY - 20 * DAY, came_true=CameTrue.YES)


def given() -> list[Any]:
    priya_s = delegation("Priya", TODAY - 9 * DAY, title="Another")
    logged = [touch(DONE, TouchKind.DELIVERED, TODAY - 30 * DAY), touch(DONE, TouchKind.HELD, TODAY - 40 * DAY)]
    logged += [touch(priya_s, TouchKind.DROPPED_IN, TODAY - DAY) for _ in range(5)]
    people = [person("Jonas"), person("Priya"), level("Rota", Authority.RECOMMEND, TODAY - 30 * DAY)]
    return [*people, DONE, UNDER_WAY, DRAFT, priya_s, *logged, TALK]


def shown(qtbot: QtBot, page: PeoplePage, name: str) -> PersonView:
    look_at(qtbot, page, name)
    assert page.person is not None
    view = page.person
    qtbot.waitUntil(lambda: view.work.nothing.isVisible() or bool(view.work.rows))
    return view


@pytest.fixture
def page(qtbot: QtBot, open_people: Open) -> PeoplePage:
    return open_people(given())


def numbers(view: PersonView) -> list[str]:
    return [each.accessibleName() for each in view.work.evidence.numbers.buttons.values()]


def test_their_work_by_stage_and_its_numbers_each_of_which_leads_to_its_records(
    qtbot: QtBot, session: Session, page: PeoplePage
) -> None:
    view = shown(qtbot, page, "Jonas")
    assert [each.accessibleName() for each in view.work.rows.values()] == [
        "On-call rota: Handed over, Due today",
        "A plan: Draft",
        "Board metrics: Debriefed, " + view.work.rows[DONE.id].accessibleName().split(", ")[1],
    ]
    assert numbers(view) == [
        "not enough yet hover index, 3 more touches",
        "1 completed",
        "1 of 1 fears came true",
        "not enough yet hours handed back",
    ]
    assert nameless(view) == []
    view.work.hand_over.setFocus(Qt.FocusReason.TabFocusReason)
    way = [focused()]
    for _ in range(7):
        press(Qt.Key.Key_Tab)
        way.append(focused())
    assert way[1:] == [*view.work.rows.values(), *view.work.evidence.numbers.buttons.values()]
    asked: list[Reference] = []
    view.referred.connect(asked.append)
    for each in view.work.rows.values():
        each.click()
    fear = view.work.evidence.numbers.buttons["fear"]
    fear.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # the first record
    view.work.hand_over.click()
    assert asked == [
        Reference(DELEGATION, id=UNDER_WAY.id),
        Reference(HANDOVER, id=DRAFT.id),
        Reference(DELEGATION, id=DONE.id),
        Reference(DEBRIEF, id=TALK.id),
        Reference(HANDOVER, person="Jonas"),
    ]
    add(qtbot, session, [touch(UNDER_WAY, TouchKind.EDITED, TODAY), touch(DONE, TouchKind.ASKED, TODAY - 50 * DAY)])
    page.refresh()
    qtbot.waitUntil(lambda: numbers(view)[0] == "not enough yet hover index, 1 more touch")


def test_who_was_handed_nothing_has_a_way_to_it(qtbot: QtBot, open_people: Open) -> None:
    page = open_people([person("Wen"), *given()])
    view = shown(qtbot, page, "Wen")
    assert view.work.nothing.isVisible()
    assert not view.work.evidence.isVisible()
    assert view.work.hand_over.isVisible()
    assert view.ladder.rows == {}


def test_the_ladder_knows_what_was_handed_over_and_each_step_opens_its_record(qtbot: QtBot, page: PeoplePage) -> None:
    view = shown(qtbot, page, "Jonas")
    (rota,) = view.ladder.rows.values()
    assert rota.accessibleName().startswith("Rota: It is yours, moved up ")
    rota.click()
    panel = view.ladder.panel
    assert [each.words().split(": ")[1] for each in panel.steps] == ["It is yours", "Recommend"]
    asked: list[Reference] = []
    view.referred.connect(asked.append)
    panel.steps[1].setFocus()
    press(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert focused() is panel.note
    panel.steps[0].click()
    assert asked == [Reference(DELEGATION, id=UNDER_WAY.id)]
    assert not panel.isVisible()
