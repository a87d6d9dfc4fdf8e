"""The numbers of a delegation: what the log says, the records behind each, and the way from there to the record."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegation.history import history
from app.delegation.model import CameTrue, TouchKind
from app.delegation.numbers import of_one
from tests.app.delegation.making import DAY, brief, debrief, delegation, held, touch
from tests.ui.delegation.conftest import PageOf, settle, today
from tests.ui.test_names import nameless
from ui.delegation.page import DelegationPage
from ui.evidence.numbers import CHECK_INS, FEAR, HOVER, PAYBACK, UNPLANNED, numbers_of_one
from ui.reference import DEBRIEF, Reference
from ui.widgets.behind import BehindPanel
from ui.wording import day_name

Key = Qt.Key


def names(page: DelegationPage) -> list[str]:
    """What each number says, in their order."""
    return [each.accessibleName() for each in page.detail.evidence.numbers.buttons.values()]


def press(page: DelegationPage, key: str) -> BehindPanel:
    button = page.detail.evidence.numbers.buttons[key]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Key.Key_Return)
    panel = page.detail.evidence.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def lived() -> list[Any]:
    """Work that was looked into twice, and whose check-ins were kept once."""
    begun = today() - 27 * DAY
    of = delegation(begun=begun, title="Board metrics", brief=brief(begun + 7 * DAY, begun + 14 * DAY, today() + DAY))
    logged = [
        touch(of, TouchKind.AGREED_CHECK_IN, begun + 7 * DAY, minutes=30, note="We looked at page one"),
        touch(of, TouchKind.DROPPED_IN, begun + 9 * DAY, note="Just a look"),
        touch(of, TouchKind.EDITED, begun + 10 * DAY),
        touch(of, TouchKind.HELD, begun + 11 * DAY),
    ]
    return [of, *logged, held(minutes_a_month=365, delegation=of.id)]


def test_what_is_not_enough_yet_says_what_it_needs_and_a_touch_changes_it(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(lived())
    before = names(page)
    assert before[:4] == [
        "not enough yet hover index, 1 more touch",
        "2 unplanned touches",
        "1 pull held",
        "1 of 2 check-ins kept",
    ]
    assert before[4].startswith("5 h 24 min back for 30 min, even since ")
    assert len(before) == 5
    page.detail.row.held.click()
    settle(qtbot, page)
    assert names(page)[:3] == ["1.5 hover index", "2 unplanned touches", "2 pulls held"]
    undone: list[Any] = []
    page.said.connect(lambda _, undo: undone.append(undo))
    page.deeds.remove_touch(next(each.id for each in lived_touches(page) if each.what is TouchKind.EDITED))
    settle(qtbot, page)
    assert names(page)[:2] == ["not enough yet hover index, 1 more touch", "1 unplanned touch"]
    undone[-1]()
    settle(qtbot, page)
    assert names(page)[:2] == ["1.5 hover index", "2 unplanned touches"]


def lived_touches(page: DelegationPage) -> Any:
    assert page.presenter.history is not None
    return page.presenter.history.touches


def test_a_number_opens_its_records_and_a_record_its_mark_by_keyboard_alone(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of(lived())
    panel = press(page, UNPLANNED)
    begun = today() - 27 * DAY
    edited, dropped = (
        f"{what}, {day_name(day)}"
        for what, day in [("Edited their work", begun + 10 * DAY), ("Dropped in", begun + 9 * DAY)]
    )
    assert [each.accessibleName() for each in panel.rows] == [edited, f"{dropped}. Just a look"]
    assert QApplication.focusWidget() is panel.rows[0]
    assert nameless(page.window()) == []
    QTest.keyClick(panel.rows[0], Key.Key_Tab)
    QTest.keyClick(panel.rows[1], Key.Key_Return)
    assert not panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == dropped
    assert page.detail.rope.isAncestorOf(focused)
    panel = press(page, CHECK_INS)
    assert [each.words().split(", ")[1].split(" ")[0] for each in panel.rows] == ["logged", "not"]
    QTest.keyClick(panel, Key.Key_Escape)
    assert QApplication.focusWidget() is page.detail.evidence.numbers.buttons[CHECK_INS]
    panel = press(page, PAYBACK)
    assert [each.words().split(",")[0] for each in panel.rows] == ["6 h 5 min a month", "Agreed check-in"]
    QTest.keyClick(panel, Key.Key_Escape)
    panel = press(page, HOVER)
    assert "It needs 1 more touch to say anything." in panel.accessibleDescription()


def test_the_fear_stands_beside_what_happened_once_it_was_talked_through(qtbot: QtBot, page_of: PageOf) -> None:
    of = delegation(begun=today() - 27 * DAY, fear="They will ask", likelihood=7)
    over = touch(of, TouchKind.DELIVERED, today() - 3 * DAY)
    talk = debrief(of, today() - DAY, came_true=CameTrue.NO)
    page = page_of([of, over, talk])
    assert names(page)[-1] == "Did not happen what I feared, 7 in 10"
    asked: list[Reference] = []
    page.referred.connect(asked.append)
    panel = press(page, FEAR)
    assert panel.rows[0].accessibleName().endswith("They will ask")
    panel.rows[0].click()
    assert asked == [Reference(DEBRIEF, id=talk.id)]


def test_one_working_day_is_one() -> None:
    monday = today() - today().weekday() * DAY
    of = delegation(begun=monday)
    kinds = (*[TouchKind.DROPPED_IN] * 4, TouchKind.TOOK_BACK)
    told = history(of, [touch(of, each, monday) for each in kinds], [])
    shown = numbers_of_one(of_one(told, [told], [], today()), told, [told], today())[0]
    assert "So far: 9 in 1 working day." in shown.said
