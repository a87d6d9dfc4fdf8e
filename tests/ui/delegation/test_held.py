"""Work that the owner still does: begun, named, described, handed over in one step."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegation.history import Stage
from tests.app.delegation.making import delegation, held
from tests.ui.delegation.conftest import PageOf, settle, today
from tests.ui.sessions import ask
from ui.reference import HANDOVER, Reference


def test_what_is_kept_is_shown_as_it_was_written(page_of: PageOf) -> None:
    task = held("Quarterly plan", why="Nobody else sees the numbers", minutes_a_month=90, date=today() - timedelta(70))
    page = page_of([task])
    assert page.held is not None
    shown = page.held
    assert (shown.title.text(), shown.why.text(), shown.hours.text()) == (task.title, task.why, "1.5")


def test_work_is_kept_from_its_first_word_on_and_none_without_one(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([])
    page.doings()["keep-work"]()
    assert page.held is not None
    assert QApplication.focusWidget() is page.held.title
    QTest.keyClicks(page.held.title, "Plan")
    QTest.keyClicks(page.held.hours, "2,5")
    page.held.why.insertPlainText("Nobody asked")
    settle(qtbot, page)
    (kept,) = ask(qtbot, page.session, lambda journal: list(journal.held_tasks.every()))
    assert (kept.title, kept.minutes_a_month, kept.why) == ("Plan", 150, "Nobody asked")
    page.doings()["keep-work"]()
    page.presenter.choose(kept.id)
    settle(qtbot, page)
    assert len(ask(qtbot, page.session, lambda journal: list(journal.held_tasks.every()))) == 1


def test_handing_over_begins_a_draft_that_belongs_to_it(qtbot: QtBot, page_of: PageOf) -> None:
    task = held("Quarterly plan", person="Jonas", work="Planning")
    page = page_of([task])
    asked: list[Reference] = []
    page.referred.connect(asked.append)
    assert page.held is not None
    page.held.hand_over.setFocus()
    QTest.keyClick(page.held.hand_over, Qt.Key.Key_Return)
    settle(qtbot, page)
    (draft,) = ask(qtbot, page.session, lambda journal: list(journal.delegations.every()))
    assert (draft.title, draft.person, draft.work, draft.handed_over_on) == (
        "Quarterly plan",
        "Jonas",
        "Planning",
        None,
    )
    assert asked == [Reference(HANDOVER, id=draft.id)]
    assert ask(qtbot, page.session, lambda journal: journal.held_tasks.get(task.id)).delegation == draft.id
    (line,) = page.presenter.groups()[Stage.STILL_MINE]
    assert "A draft to hand it over" in line.about
    assert not page.presenter.groups()[Stage.DRAFT]
    page.held.hand_over.click()  # the same draft, not another one
    assert asked[1:] == asked[:1]


def test_once_it_is_theirs_it_is_not_mine_any_more(page_of: PageOf) -> None:
    given = delegation(begun=today())
    page = page_of([held(delegation=given.id), given])
    groups = page.presenter.groups()
    assert [len(groups[each]) for each in (Stage.STILL_MINE, Stage.HANDED_OVER)] == [0, 1]


def test_what_was_put_away_comes_back(qtbot: QtBot, page_of: PageOf) -> None:
    page = page_of([held("Plan"), held("Rota")])
    said: list[tuple[str, Any]] = []
    page.said.connect(lambda text, undo: said.append((text, undo)))
    first = page.presenter.id
    page.doings()["delete"]()
    settle(qtbot, page)
    assert first != page.presenter.id
    assert len(page.presenter.groups()[Stage.STILL_MINE]) == 1
    said[-1][1]()
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.presenter.id == first and len(page.presenter.groups()[Stage.STILL_MINE]) == 2)
