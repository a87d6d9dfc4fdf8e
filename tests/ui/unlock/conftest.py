"""A small journal to open, and a session that has nothing open yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.vault import founding
from app.vault.slots import SMALL_COST
from tests.ui.unlock.doors import LONG, PASSPHRASE, Door, copied
from ui.session import Session


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed journal, not to be changed, and its recovery key."""
    folder = tmp_path_factory.mktemp("original") / "journal"
    return folder, founding.create(folder, PASSPHRASE, SMALL_COST)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    """Locked, and nothing went wrong in it that nobody took."""
    made = Session()
    faults: list[Exception] = []
    made.faulted.connect(faults.append)
    yield made
    closed: list[bool] = []
    made.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed), timeout=LONG)
    assert faults == []


@pytest.fixture
def door(original: tuple[Path, str], tmp_path: Path) -> Door:
    """A copy of the journal to do anything with."""
    folder, key = original
    return Door(copied(folder, tmp_path / "journal"), key)
