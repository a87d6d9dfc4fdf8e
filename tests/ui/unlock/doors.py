"""Journals to open in a window, and what a person does there."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.vault.slots import RecoveryKey
from app.vault.vault import open_vault
from ui.session import Session
from ui.unlock.gate import Gate

PASSPHRASE = "quiet ladder pepper"
LONG = 60_000  # not a limit on the program: the key is derived, on a machine that may be busy
_Kind = TypeVar("_Kind", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Door:
    """A closed journal and its recovery key."""

    folder: Path
    key: str

    def back_up(self, day: int) -> Path:
        with closing(open_vault(self.folder, RecoveryKey(self.key))) as vault:
            return vault.back_up(datetime(2026, 3, day, 12, tzinfo=UTC))


def copied(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target


def gate_of(qtbot: QtBot, session: Session, folder: Path, name: str = "Maya’s journal") -> Gate:
    """The gate as the shell shows it, for a journal that this computer remembers if there is one."""
    kept = Settings(journal=folder, name=name) if folder.exists() else Settings()
    gate = Gate(session, folder, kept)
    qtbot.addWidget(gate)
    gate.resize(1360, 828)
    with qtbot.waitActive(gate):
        gate.show()
        gate.activateWindow()
    gate.focus_start()
    return gate


def view(gate: Gate, kind: type[_Kind]) -> _Kind:
    """What the gate shows, which is of this kind."""
    assert isinstance(gate.view, kind)
    return gate.view
