"""The rope by keyboard and for those who hear it."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.delegation.history import history
from app.delegation.model import Legitimate, TouchKind
from tests.app.delegation.making import DAY, brief, delegation, touch
from tests.app.reflections.journals import TODAY
from ui.rope.view import MarkButton, RopeView
from ui.rope.words import as_text, happenings
from ui.wording import day_name

BEGUN = TODAY - timedelta(14)


def rope(qtbot: QtBot) -> RopeView:
    of = delegation(begun=BEGUN, brief=brief(due_on=TODAY + 9 * DAY))
    touches = [
        touch(of, TouchKind.DROPPED_IN, BEGUN + 3 * DAY, note="Only a look"),
        touch(of, TouchKind.TOOK_BACK, BEGUN + 8 * DAY, reason=Legitimate.SAFETY),
    ]
    told = history(of, touches)
    view = RopeView()
    qtbot.addWidget(view)
    view.resize(776, 134)
    view.show_history(happenings(told, TODAY), told.strands, TODAY)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_each_mark_has_a_name_and_arrows_lead_from_one_to_the_next(qtbot: QtBot) -> None:
    view = rope(qtbot)
    names = [each.accessibleName() for each in view.marks]
    assert names[0] == f"Handed over, {day_name(BEGUN)}"
    assert names[2] == f"Took it back, {day_name(BEGUN + 8 * DAY)}, safety: it does not count"
    assert view.marks[1].accessibleDescription() == "Only a look"
    assert [each for each in view.marks if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == [view.marks[2]]
    view.marks[2].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is view.marks[1]
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    assert focused() is view.marks[0]
    QTest.keyClick(focused(), Qt.Key.Key_End)
    assert focused().accessibleName() == f"Due, {day_name(TODAY + 9 * DAY)}"


def test_enter_opens_a_mark_and_delete_takes_it_away(qtbot: QtBot) -> None:
    view = rope(qtbot)
    opened: list[MarkButton] = []
    removed: list[str] = []
    view.opened.connect(opened.append)
    view.removal_asked.connect(removed.append)
    view.marks[1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert opened == [view.marks[1]]
    assert removed == [view.marks[1].mark.of.touch]
    QTest.keyClick(view.marks[0], Qt.Key.Key_Delete)  # what is no touch stays
    assert len(removed) == 1


def test_all_of_it_can_be_read_as_text(qtbot: QtBot) -> None:
    view = rope(qtbot)
    marks = [each.mark.of for each in view.marks]
    assert as_text("Board metrics", marks).splitlines()[:3] == [
        "Board metrics",
        f"Handed over, {day_name(BEGUN)}",
        f"Dropped in, {day_name(BEGUN + 3 * DAY)}: Only a look",
    ]
    assert view.accessibleName().startswith("The rope, with 2 marks of what happened. Handed over")
