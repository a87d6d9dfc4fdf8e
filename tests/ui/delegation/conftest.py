"""The page of delegation on a real journal, shown in a window as large as the design's."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from tests.ui.sessions import ask_to_write, close_session, open_session
from ui import clock
from ui.delegation.page import DelegationPage
from ui.session import Session

PageOf = Callable[[Sequence[Any]], DelegationPage]
_STORES = {HeldTask: "held_tasks", Delegation: "delegations", Touch: "touches", Debrief: "debriefs"}


@pytest.fixture
def page_of(qtbot: QtBot, tmp_path: Path) -> Iterator[PageOf]:
    sessions: list[Session] = []

    def make(given: Sequence[Any]) -> DelegationPage:
        session = open_session(qtbot, tmp_path / "journal")
        sessions.append(session)

        def work(journal: Any) -> None:
            for each in given:
                getattr(journal, _STORES[type(each)]).add_all([each], each.created_at)

        ask_to_write(qtbot, session, work)
        page = DelegationPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.is_filled and page.isActiveWindow())
        settle(qtbot, page)
        return page

    yield make
    for session in sessions:
        close_session(qtbot, session)


def settle(qtbot: QtBot, page: DelegationPage) -> None:
    """Until the disk has all of it, and what is chosen is shown whole."""
    page.flush()

    def is_whole() -> bool:
        presenter = page.presenter
        return page.is_settled and (
            presenter.id is None or presenter.held_task is not None or presenter.history is not None
        )

    qtbot.waitUntil(is_whole)
    QApplication.processEvents()


def today() -> Any:
    return clock.today()
