"""The page of the pack on a real journal, shown in a window as large as the design's, with the real typesetter."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.reflections.model import Reflection
from tests.app.reflections.journals import NOW
from ui.coaching.page import CoachingPage
from ui.session import REFLECTION, Change, Session


class Open(Protocol):
    """Opens the page on a journal with these reflections in it, and waits for its pages."""

    def __call__(self, given: Sequence[Reflection] = ()) -> CoachingPage: ...


def days_ago(days: int) -> date:
    """So many days before today."""
    return date.today() - timedelta(days)  # noqa: DTZ011  the day on the wall


def add(qtbot: QtBot, session: Session, given: Sequence[Reflection]) -> None:
    """Somebody else puts these into the journal."""
    done, somebody = list[bool](), QObject()
    session.write(
        somebody,
        Change(REFLECTION),
        lambda journal: journal.reflections.add_all(list(given), NOW),
        lambda _: done.append(True),
    )
    qtbot.waitUntil(lambda: bool(done))


def wait_for_pages(qtbot: QtBot, page: CoachingPage) -> None:
    """Until what is shown is what is chosen."""
    qtbot.waitUntil(lambda: not page.presenter.shown.is_setting, timeout=60_000)


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Open:
    """Opens the page."""

    def opened(given: Sequence[Reflection] = ()) -> CoachingPage:
        add(qtbot, session, given)
        page = CoachingPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.focus_start()
        wait_for_pages(qtbot, page)
        return page

    return opened
