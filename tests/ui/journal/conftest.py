"""Journal pages on real journals, shown in a window as large as the design's."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reflections.model import Reflection
from tests.ui.sessions import close_session, open_session
from ui.journal.page import JournalPage
from ui.session import Session

PageOf = Callable[[Sequence[Reflection]], JournalPage]


@pytest.fixture
def page_of(qtbot: QtBot, tmp_path: Path) -> Iterator[PageOf]:
    sessions: list[Session] = []

    def make(given: Sequence[Reflection]) -> JournalPage:
        session = open_session(qtbot, tmp_path / "journal", given)
        sessions.append(session)
        page = JournalPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        qtbot.waitUntil(lambda: page.browser.is_loaded)
        if given:
            qtbot.waitUntil(lambda: page.draft.reflection.id == page.browser.id)
        QApplication.processEvents()  # what was just made is shown now
        return page

    yield make
    for session in sessions:
        close_session(qtbot, session)
