"""A session for the fields, and the look they are shown in."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Look
from tests.ui.sessions import close_session, open_session
from ui.reflection.draft import Draft
from ui.session import Session
from ui.theme import appearance, fonts


@pytest.fixture(autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """What a test leaves behind goes in this thread: the vault thread must not be the one to delete a widget."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    fonts.load()
    appearance.apply(Look.LIGHT, 100)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = open_session(qtbot, tmp_path / "journal")
    yield made
    close_session(qtbot, made)


@pytest.fixture
def draft(session: Session) -> Draft:
    return Draft(session, session)
