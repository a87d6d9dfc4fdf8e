"""The banner above work that keeps coming back: when it is there, what it says, and that it can be put away."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegation.model import TouchKind
from tests.app.delegation.making import delegation, held, touch
from tests.ui.delegation.conftest import PageOf, settle, today
from ui.delegation.comes_back import words_of
from ui.reference import CYCLE, Reference

DAY = timedelta(days=1)


def test_it_comes_with_the_second_time_leads_to_the_cycle_and_stays_away_until_the_third(
    page_of: PageOf, qtbot: QtBot
) -> None:
    given = delegation(begun=today() - 30 * DAY)
    page = page_of([given, touch(given, TouchKind.TOOK_BACK, today() - 20 * DAY)])
    page.go_to_work(given.id)
    settle(qtbot, page)
    banner = page.top.banner
    went: list[Reference] = []
    page.referred.connect(went.append)
    assert banner.isHidden()
    for kind, ago in ((TouchKind.HANDED_BACK, 15), (TouchKind.TOOK_BACK, 2)):
        page.deeds.log(kind, on=today() - ago * DAY)
    assert banner.accessibleName() == "Second time this kind of task came back to you."
    assert banner.isVisible()
    banner.see.click()
    assert went == [Reference(CYCLE, id=given.id)]
    banner.not_now.click()
    assert banner.isHidden()
    settle(qtbot, page)
    assert banner.isHidden()
    page.deeds.keep_work()
    page.deeds.change_held(title="Reports", work="reporting")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: banner.accessibleName() == "Third time this kind of task came back to you.")
    assert banner.isVisible()


@pytest.mark.parametrize("width", [1152, 964, 800])
def test_it_never_lies_on_the_search(page_of: PageOf, qtbot: QtBot, width: int) -> None:
    given = delegation(begun=today() - 30 * DAY)
    days = ((TouchKind.TOOK_BACK, 20), (TouchKind.HANDED_BACK, 15), (TouchKind.TOOK_BACK, 2))
    page = page_of([given, *(touch(given, kind, today() - ago * DAY) for kind, ago in days)])
    page.resize(width, 700)
    settle(qtbot, page)
    QApplication.processEvents()
    banner, search = page.top.banner, page._search
    assert banner.isVisible()
    assert not banner.geometry().intersects(search.geometry())
    assert banner.geometry().right() <= page.top.width() - 28
    assert (banner.geometry().top() < search.geometry().bottom()) == (width == 1152)


def test_one_take_back_that_was_finished_by_the_owner_is_told_apart(page_of: PageOf) -> None:
    given = delegation(begun=today() - 30 * DAY)
    page = page_of(
        [
            given,
            touch(given, TouchKind.TOOK_BACK, today() - 9 * DAY),
            touch(given, TouchKind.DELIVERED, today() - DAY),
            held(work="Rota"),
        ]
    )
    page.go_to_work(given.id)
    assert page.comes_back.cycle is not None
    assert words_of(page.comes_back.cycle) == "This came back to you, and you finished it."
