"""The page of interviews on a real journal, shown in a window as large as the design's."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interviews.model import Interview, Kit, OwnQuestion
from tests.ui.sessions import ask_to_write, close_session, open_session
from ui.interviews.page import InterviewsPage
from ui.session import Session

PageOf = Callable[[Sequence[Any]], InterviewsPage]
_STORES = {Kit: "kits", Interview: "interviews", OwnQuestion: "questions"}


@pytest.fixture
def page_of(qtbot: QtBot, tmp_path: Path) -> Iterator[PageOf]:
    sessions: list[Session] = []

    def make(given: Sequence[Any]) -> InterviewsPage:
        session = open_session(qtbot, tmp_path / "journal")
        sessions.append(session)

        def fill(journal: Any) -> None:
            for each in given:
                getattr(journal, _STORES[type(each)]).add_all([each], each.created_at)

        ask_to_write(qtbot, session, fill)
        page = InterviewsPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.is_filled and page.isActiveWindow())
        QApplication.processEvents()  # what was just made is shown now
        return page

    yield make
    for session in sessions:
        close_session(qtbot, session)
