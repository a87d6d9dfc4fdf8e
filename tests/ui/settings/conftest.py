"""A journal that has a passphrase, made once and copied: to make one, or to open it by that, costs its work."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.vault import founding
from app.vault.slots import SMALL_COST, RecoveryKey
from tests.ui.sessions import raise_again
from tests.ui.unlock.doors import LONG, PASSPHRASE
from ui.session import Session


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryKey]:
    """Closed, and not to be changed."""
    folder = tmp_path_factory.mktemp("founded") / "journal"
    return folder, RecoveryKey(founding.create(folder, PASSPHRASE, SMALL_COST))


@pytest.fixture
def with_passphrase(qtbot: QtBot, founded: tuple[Path, RecoveryKey], tmp_path: Path) -> Session:
    """Open on a copy of it, by its recovery key."""
    original, key = founded
    folder = tmp_path / "journal"
    shutil.copytree(original, folder)
    made = Session()
    with qtbot.waitSignal(made.opened, timeout=LONG):
        made.open(folder, lambda: key, lambda: None, raise_again)
    return made
