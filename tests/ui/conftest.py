"""What every test of a window has: no screen, a home of its own, the light look."""

import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Look
from tests.ui.sessions import close_session, open_session
from tests.ui.waiting import wait_until
from ui.session import Session
from ui.theme import appearance, fonts

_PATIENCE = 60_000  # milliseconds
_NO_BUS = "unix:path=/nowhere"
_PLACES = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
    "APPDATA",
    "LOCALAPPDATA",
)


@pytest.fixture(scope="session", autouse=True)
def _letters(qapp: QApplication) -> Iterator[None]:
    fonts.load()
    yield
    qapp.clipboard().clear()  # what was copied from a text is Python's own, and Python ends before the clipboard


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """What a test leaves behind goes in this thread, as in the program: no other may delete a widget."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what is left stays: the tests that follow need not look through it again
    gc.enable()


@pytest.fixture(autouse=True)
def _look(_letters: None) -> None:
    appearance.apply(Look.LIGHT, 100)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that no setting of this computer is read or written."""
    place = tmp_path / "home"
    place.mkdir()
    for name in _PLACES:
        monkeypatch.setenv(name, str(place))
    for bus in ("SYSTEM", "SESSION"):  # the screen of this computer may lock, and that concerns no test
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", _NO_BUS)
    return place


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """As patient as a busy machine needs: what is waited for is what is tested, not how long it takes."""
    for name in ("waitSignal", "waitActive"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE))
    monkeypatch.setattr(qtbot, "waitUntil", partial(wait_until, timeout=_PATIENCE))
    return qtbot


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Open, on an empty journal."""
    made = open_session(qtbot, tmp_path / "journal")
    yield made
    close_session(qtbot, made)
