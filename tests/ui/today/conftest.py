"""Today on a real journal."""

from collections.abc import Iterable
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from app.reflections.model import Reflection
from tests.app.reflections.journals import NOW
from ui.session import REFLECTION, Change, Session
from ui.today.page import TodayPage
from ui.today.planned import PlannedRow


class Open(Protocol):
    """Opens the page on a journal with these reflections in it."""

    def __call__(self, given: Iterable[Reflection] = ()) -> TodayPage: ...


@pytest.fixture
def open_today(qtbot: QtBot, session: Session) -> Open:
    """Opens the page on a journal with these reflections in it."""

    def opened(given: Iterable[Reflection] = ()) -> TodayPage:
        kept, done = list(given), list[bool]()

        session.write(
            session,
            Change(REFLECTION),
            lambda journal: journal.reflections.add_all(kept, NOW),
            lambda _: done.append(True),
        )
        qtbot.waitUntil(lambda: bool(done))
        page = TodayPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.focus_start()
        qtbot.waitUntil(lambda: page.is_filled)
        qtbot.waitUntil(
            lambda: all(row.isVisible() for row in page.findChildren(PlannedRow))
        )  # they come with a layout
        return page

    return opened
