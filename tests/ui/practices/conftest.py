"""The page of practices on a real journal, shown in a window as large as the design's."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.practices.model import Checklist, Practice, Run
from tests.ui.sessions import close_session, open_session
from ui.practices.page import PracticesPage
from ui.session import Change, Session

PageOf = Callable[[Sequence[Any]], PracticesPage]


@pytest.fixture
def page_of(qtbot: QtBot, tmp_path: Path) -> Iterator[PageOf]:
    sessions: list[Session] = []

    def make(given: Sequence[Any]) -> PracticesPage:
        session = open_session(qtbot, tmp_path / "journal")
        sessions.append(session)
        add(qtbot, session, given)
        page = PracticesPage(session)
        qtbot.addWidget(page)
        page.resize(1152, 828)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.shelf.is_loaded and page.isActiveWindow())
        QApplication.processEvents()  # what was just made is shown now
        return page

    yield make
    for session in sessions:
        close_session(qtbot, session)


def add(qtbot: QtBot, session: Session, given: Sequence[Any]) -> None:
    """Puts records into the journal, in this order."""
    stores = {Practice: "practices", Checklist: "checklists", Run: "runs"}
    done: list[None] = []

    def work(journal: Any) -> None:
        for each in given:
            getattr(journal, stores[type(each)]).add_all([each], each.created_at)

    session.write(session, Change("practice"), work, done.append)
    qtbot.waitUntil(lambda: bool(done))
