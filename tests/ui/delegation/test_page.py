"""The page: what is logged by one press, taken back and undone; stages, keys, and what is read as text."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.delegation.history import Stage
from app.delegation.model import Instead, Legitimate, Score, Touch, TouchKind
from tests.app.delegation.making import DAY, brief, debrief, delegation, held, touch
from tests.ui.delegation.conftest import PageOf, settle, today
from tests.ui.sessions import ask
from ui.delegation.list_row import ListRow
from ui.delegation.page import DelegationPage
from ui.reference import DEBRIEF, HANDOVER, Reference
from ui.widgets.days import Calendar
from ui.widgets.tab_loop import stops

Key = Qt.Key


def touches(qtbot: QtBot, page: DelegationPage) -> list[Touch]:
    settle(qtbot, page)
    return ask(qtbot, page.session, lambda journal: journal.touches.where(delegation=page.presenter.id))


def stage(page: DelegationPage) -> Stage:
    told = page.presenter.history
    assert told is not None
    return told.stage


def task(**more: Any) -> Any:
    begun = today() - 14 * DAY
    told = brief(today(), due_on=today() + 9 * DAY, done=("Six pages", "One sentence"), why="To learn")
    return delegation(begun=begun, brief=told, **more)


def test_tab_goes_as_the_eye_does_and_all_the_way_round(page_of: PageOf) -> None:
    page = page_of([task()])
    detail = page.detail
    detail.head.edit.setFocus()
    passed: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in passed:
        passed.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    assert focused is detail.head.edit
    assert passed[1] in detail.rope.marks
    assert passed[2] is detail.row.check_in
    read = [each.accessibleName() for each in passed[passed.index(detail.row.delivered) + 1 :]]
    assert read[:3] == ["Why it grows Jonas", "What done looks like", "What done looks like"]


def test_one_press_logs_a_touch_which_takes_a_line_a_day_and_minutes(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task()])
    page.detail.row.held.setFocus()
    QTest.keyClick(page.detail.row.held, Key.Key_Space)
    (made,) = touches(qtbot, page)
    assert (made.what, made.date, made.note) == (TouchKind.HELD, today(), "")
    strip = page.detail.logged
    assert strip.isVisible()
    QTest.keyClicks(strip.fields.note, "I waited")
    QTest.keyClicks(strip.fields.minutes, "20")
    strip.fields.day.chosen.emit(today() - 2 * DAY)
    (made,) = touches(qtbot, page)
    assert (made.note, made.minutes, made.date) == ("I waited", 20, today() - 2 * DAY)
    strip.fields.day.click()
    (month,) = page.findChildren(Calendar)
    month.day_chosen.emit(today() - 20 * DAY)  # it was not theirs yet
    (made,) = touches(qtbot, page)
    assert made.date == today() - 14 * DAY
    strip.undo.click()
    assert touches(qtbot, page) == []
    assert not strip.isVisible()


def test_stepped_in_has_three_kinds_and_more_has_the_rest(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task()])
    row = page.detail.row
    for number in range(3):
        row.stepped_in.click()
        row.steps.buttons[number].click()
    row.more.click()
    row.asked.click()
    row.mistake.click()
    row.note.click()
    assert QApplication.focusWidget() is page.detail.logged.fields.note  # a note is nothing without its line
    kinds = {each.what for each in touches(qtbot, page)}
    stepped = {TouchKind.DROPPED_IN, TouchKind.EDITED, TouchKind.OVERRULED}
    assert kinds == {*stepped, TouchKind.ASKED, TouchKind.MISTAKE, TouchKind.NOTE}


def test_the_check_in_of_today_is_due_until_it_is_logged(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task()])
    names = [each.accessibleName() for each in page.detail.rope.marks]
    assert "Agreed check-in today" in names
    (line,) = page.presenter.groups()[Stage.HANDED_OVER]
    assert line.about == "Jonas · Check-in today"
    page.detail.row.check_in.click()
    settle(qtbot, page)
    assert "Agreed check-in today" not in [each.accessibleName() for each in page.detail.rope.marks]
    (line,) = page.presenter.groups()[Stage.HANDED_OVER]
    assert "Due" in line.about


def test_taking_back_asks_first_and_escape_writes_nothing(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task()])
    page.detail.row.took_back.click()
    sheet = page.detail.sheet
    assert sheet is not None
    assert QApplication.focusWidget() is sheet.note
    QTest.keyClicks(sheet.note, "Page one")
    QTest.keyClick(sheet.note, Key.Key_Escape)
    assert touches(qtbot, page) == []
    page.detail.row.took_back.click()
    assert sheet.note.text() == "Page one"  # what was typed is not lost
    sheet.instead[2].click()
    sheet.leave.click()
    (made,) = touches(qtbot, page)
    assert (made.what, made.note, made.instead) == (TouchKind.HELD, "Page one", Instead.PAIR)
    assert stage(page) is Stage.HANDED_OVER


def test_what_was_typed_about_one_is_not_said_of_another(qtbot: QtBot, page_of: PageOf) -> None:
    given, other = task(), task()
    page = page_of([given, other])
    for each, typed in ((given, "Page one"), (other, ""), (given, "")):
        page.go_to_work(each.id)
        settle(qtbot, page)
        page.detail.row.took_back.click()
        sheet = page.detail.sheet
        assert sheet is not None
        QTest.keyClicks(sheet.note, typed)
        assert sheet.note.text() == typed
        QTest.keyClick(sheet.note, Key.Key_Escape)


def test_a_legitimate_reason_is_logged_and_does_not_count_and_it_can_be_handed_back(
    qtbot: QtBot, page_of: PageOf
) -> None:
    page = page_of([task()])
    page.detail.row.took_back.click()
    sheet = page.detail.sheet
    assert sheet is not None
    assert sheet.log.isEnabled()
    sheet.reasons[Legitimate.LAW].click()
    sheet.log.click()
    assert [each.reason for each in touches(qtbot, page)] == [Legitimate.LAW]
    assert stage(page) is Stage.TAKEN_BACK
    assert [each.id for each in page.presenter.groups()[Stage.TAKEN_BACK]] == [page.presenter.id]
    assert not page.detail.row.took_back.isVisible()
    page.detail.row.hand_back.click()
    settle(qtbot, page)
    assert stage(page) is Stage.HANDED_OVER
    assert len(page.presenter.history.strands) == 2  # type: ignore[union-attr]  # asserted by stage


def test_a_suggestion_is_one_line_until_it_is_put_off(qtbot: QtBot, page_of: PageOf) -> None:
    ended = [task(), task()]
    talks = [debrief(of, today() - ago * DAY, Score.NOT_MET) for of, ago in zip(ended, (10, 5), strict=True)]
    now = task()
    page = page_of([*ended, *talks, now])
    page.go_to_work(now.id)
    line, went = page.detail.advice, list[Reference]()
    page.referred.connect(went.append)
    qtbot.waitUntil(line.isVisible)
    line.look.click()
    assert went == [Reference(DEBRIEF, talks[1].id)]
    line.later.click()
    qtbot.waitUntil(lambda: not line.isVisible())


def test_a_mark_opens_and_is_moved_and_taken_away_by_keyboard(qtbot: QtBot, page_of: PageOf) -> None:
    given = task()
    page = page_of([given, touch(given, TouchKind.DROPPED_IN, today() - 3 * DAY, note="A look")])
    mark = next(each for each in page.detail.rope.marks if each.mark.of.touch)
    page.detail.head.edit.setFocus()
    names: list[str] = []
    while "unplanned" not in "".join(names):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())  # type: ignore[union-attr]  # or the next turn fails
    assert names[:2] == ["Agreed check-in today", "Agreed check-in"]  # a mark of the rope, then what can be done
    assert names.index("What done looks like") > names.index("Delivered")
    mark.setFocus()
    QTest.keyClick(mark, Key.Key_Return)
    panel = page.detail.panel
    assert panel is not None
    assert panel.fields.note.text() == "A look"
    QTest.keyClicks(panel.fields.note, ", no more")
    panel.fields.day.chosen.emit(today() - 5 * DAY)
    (made,) = touches(qtbot, page)
    assert (made.note, made.date) == ("A look, no more", today() - 5 * DAY)
    QTest.keyClick(panel, Key.Key_Escape)
    said: list[Any] = []
    page.said.connect(lambda _text, undo: said.append(undo))
    mark = next(each for each in page.detail.rope.marks if each.mark.of.touch)
    QTest.keyClick(mark, Key.Key_Delete)
    assert touches(qtbot, page) == []
    said[-1]()
    assert [each.note for each in touches(qtbot, page)] == ["A look, no more"]


def test_every_stage_has_its_place_and_the_list_is_walked_by_arrow_keys(qtbot: QtBot, page_of: PageOf) -> None:
    mine, draft, theirs, back, delivered, over = (
        held("Mine"),
        *(delegation(begun=None, title="Draft"), task(title="Theirs"), task(title="Back")),
        *(task(title="Delivered"), task(title="Over")),
    )
    logged = [
        touch(back, TouchKind.TOOK_BACK, today() - DAY),
        touch(delivered, TouchKind.DELIVERED, today() - DAY),
        touch(over, TouchKind.DELIVERED, today() - 2 * DAY),
    ]
    page = page_of([mine, draft, theirs, back, delivered, over, *logged, debrief(over, today())])
    rows = page.list.rows
    assert [each.words() for each in rows] == ["Mine", "Draft", "Theirs", "Delivered", "Over", "Back"]
    assert page.presenter.id == theirs.id
    assert [each.words() for each in rows if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["Theirs"]
    page.focus_start()
    for title in ("Delivered", "Over", "Back"):
        focused = QApplication.focusWidget()
        assert isinstance(focused, ListRow)
        QTest.keyClick(focused, Key.Key_Down)
        settle(qtbot, page)
        now = QApplication.focusWidget()
        assert isinstance(now, ListRow)
        assert now.words() == title
    asked: list[Reference] = []
    page.referred.connect(asked.append)
    page.go_to(Reference("delegation", id=draft.id))
    qtbot.waitUntil(lambda: page.detail.row.go_on.isVisible())
    qtbot.waitUntil(lambda: page.list.focus_widget().hasFocus())  # the keyboard has come along
    page.detail.row.go_on.click()
    assert asked == [Reference(HANDOVER, id=draft.id)]


def test_with_nothing_there_is_a_way_to_begin(page_of: PageOf) -> None:
    page = page_of([])
    asked: list[str] = []
    page.asked.connect(asked.append)
    assert page.nothing.isVisible()
    page.nothing.begin.click()
    assert asked == [HANDOVER]


def test_the_fear_stands_in_a_block_of_its_own_and_the_history_is_copied_without_it(
    qtbot: QtBot, page_of: PageOf
) -> None:
    given = task(fear="They will ask", likelihood=7)
    page = page_of([given, touch(given, TouchKind.HELD, today() - DAY, note="Waited")])
    assert page.detail.brief.fear.isVisible()
    page.detail.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Felt the pull, held" in copied
    assert "Waited" in copied
    assert "They will ask" not in copied


def test_the_sheet_that_asks_before_a_take_back_does_not_lie_on_its_button(page_of: PageOf) -> None:
    page = page_of([task()])
    page.resize(900, 640)
    QApplication.processEvents()
    page.detail.take_back()
    button, sheet = page.detail.row.took_back, page.detail.sheet
    assert sheet is not None
    assert not button.visibleRegion().isEmpty()
    assert sheet.y() >= button.mapTo(page, button.rect().bottomLeft()).y()
    assert sheet.geometry().bottom() < page.height()


def test_narrow_the_keyboard_is_with_the_work_that_is_gone_to(page_of: PageOf) -> None:
    given = task()
    page = page_of([given])
    page.resize(600, 700)
    page.show_list()
    page.go_to_work(given.id)
    page.presenter.changed.emit()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.detail.isAncestorOf(focused)


def test_narrow_the_work_lies_over_the_list_and_escape_leads_back(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task(), held("Mine", date=today() - timedelta(40))])
    page.resize(600, 700)
    QApplication.processEvents()
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    page.list.rows[1].click()
    settle(qtbot, page)
    assert page.detail.isVisible()
    QTest.keyClick(page, Key.Key_Escape)
    assert page.list.isVisible()
    assert QApplication.focusWidget() is page.list.rows[1]


def test_a_touch_that_was_found_leads_to_its_mark(qtbot: QtBot, page_of: PageOf) -> None:
    other = task(title="Other")
    made = touch(other, TouchKind.HELD, today() - DAY, note="axis")
    page = page_of([task(title="First"), other, made])
    page.presenter.choose(next(each.id for each in page.presenter.groups()[Stage.HANDED_OVER] if each.id != other.id))
    settle(qtbot, page)
    page.go_to(Reference("delegation", id=made.id))
    page.focus_start()
    qtbot.waitUntil(lambda: any(each.hasFocus() for each in page.detail.rope.marks))
    (mark,) = [each for each in page.detail.rope.marks if each.hasFocus()]
    assert mark.mark.of.touch == made.id


def test_what_was_delivered_leads_to_its_debrief(qtbot: QtBot, page_of: PageOf) -> None:
    given = task()
    page = page_of([given, touch(given, TouchKind.DELIVERED, today())])
    row = page.detail.row
    assert row.debrief.isVisible()
    assert not row.read.isVisible()
    with qtbot.waitSignal(page.referred) as asked:
        row.debrief.click()
    assert asked.args == [Reference(DEBRIEF, id=given.id)]


def test_tab_goes_round_all_of_it_whatever_was_shown_before(qtbot: QtBot, page_of: PageOf) -> None:
    bare = delegation(begun=today() - 2 * DAY, brief=brief(done=("x",)))
    given = [task(), bare, delegation(begun=today() - 9 * DAY)]
    page = page_of([*given, *(touch(given[2], TouchKind.HELD, today() - ago * DAY) for ago in range(5))])
    for each in (given[0], given[1], given[2], given[1], given[0]):
        page.go_to_work(each.id)
        settle(qtbot, page)
        page.detail.row.check_in.click()
        settle(qtbot, page)
        wanted = {stop for stop in stops(page) if not isinstance(stop, QScrollBar)}
        page.detail.head.edit.setFocus()
        seen: set[QWidget] = set()
        while (focused := QApplication.focusWidget()) not in seen and focused is not None:
            seen.add(focused)
            QTest.keyClick(focused, Key.Key_Tab)
        assert {each.accessibleName() for each in wanted - seen} == set()


def test_a_window_left_open_over_night_asks_again(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([task()])
    shelf = page.presenter.shelf
    shelf.day = today() - DAY  # read yesterday
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: shelf.day == today())
    other = QWidget()
    qtbot.addWidget(other)
    for each in (other, page):
        shelf.day = today() - DAY
        each.show()
        each.activateWindow()
        qtbot.waitUntil(each.isActiveWindow)
    qtbot.waitUntil(lambda: shelf.day == today())


def test_the_last_of_the_list_is_put_away_and_the_keyboard_stays_in_it(qtbot: QtBot, page_of: PageOf) -> None:
    first, last = delegation(begun=today() - 2 * DAY), delegation(begun=today() - DAY, brief=brief(due_on=None))
    page = page_of([first, last])
    rows = page.findChildren(ListRow)
    rows[-1].click()
    rows[-1].setFocus()
    settle(qtbot, page)
    page.doings()["delete"]()
    settle(qtbot, page)
    focused = QApplication.focusWidget()
    assert isinstance(focused, ListRow)
    assert focused.line.id == page.presenter.id
