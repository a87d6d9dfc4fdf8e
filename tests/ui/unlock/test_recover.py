"""In with the recovery key: the journal has a new passphrase then, and a new key that was typed back."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import WrongRecoveryKey
from app.vault.slots import Passphrase, RecoveryKey
from app.vault.vault import open_vault
from tests.ui.unlock.doors import LONG, PASSPHRASE, Door, gate_of, view
from ui.session import Session
from ui.unlock.gate import Gate
from ui.unlock.recover import Recover
from ui.unlock.store_key import StoreKey

NEW = "lemon harbour window"


def recovering(qtbot: QtBot, session: Session, door: Door) -> Gate:
    gate = gate_of(qtbot, session, door.folder)
    gate.show_recover()
    return gate


def fill(recover: Recover, key: str) -> None:
    recover.key.setText(key)
    recover.passphrase.first.setText(NEW)
    recover.passphrase.second.setText(NEW)


@pytest.mark.parametrize("shape", [str, str.lower, lambda key: key.replace("-", " \n "), lambda key: f"  {key}\t"])
def test_the_key_opens_in_any_shape(qtbot: QtBot, session: Session, door: Door, shape: object) -> None:
    assert callable(shape)
    gate = recovering(qtbot, session, door)
    recover = view(gate, Recover)
    assert recover.key.hasFocus()
    fill(recover, shape(door.key))
    QTest.keyClick(recover.passphrase.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(gate.view, StoreKey), timeout=LONG)
    assert not session.is_open


def test_the_new_secrets_replace_the_old(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = recovering(qtbot, session, door)
    fill(view(gate, Recover), door.key)
    view(gate, Recover).go.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, StoreKey), timeout=LONG)
    keep = view(gate, StoreKey).keep
    assert keep._key != door.key
    with closing(open_vault(door.folder, Passphrase(NEW))) as vault:
        assert vault.journal_id
    with pytest.raises(WrongRecoveryKey):
        open_vault(door.folder, RecoveryKey(door.key))
    keep.group.setText(keep._wanted)
    keep.stored.setChecked(True)
    with qtbot.waitSignal(session.opened, timeout=LONG):
        view(gate, StoreKey).go.click()
    assert session.folder == door.folder


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("", "first"),
        ("K7QD-4MXT", "eight groups"),
        ("0000-0000-0000-0000-0000-0000-0000-0000", "another journal"),
        ("ключ", "eight groups"),
    ],
)
def test_a_wrong_key_is_said_and_changes_nothing(
    qtbot: QtBot, session: Session, door: Door, key: str, said: str
) -> None:
    before = (door.folder / "vault.json").read_bytes()
    gate = recovering(qtbot, session, door)
    recover = view(gate, Recover)
    fill(recover, key)
    recover.go.click()
    qtbot.waitUntil(lambda: recover.key_error.text() != "", timeout=LONG)
    assert said in recover.key_error.text()
    assert recover.key.hasFocus()
    assert recover.passphrase.text() == NEW
    assert (door.folder / "vault.json").read_bytes() == before


def test_the_old_passphrase_stays_until_the_key_is_right(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = recovering(qtbot, session, door)
    recover = view(gate, Recover)
    fill(recover, door.key)
    recover.passphrase.second.setText("something else")
    recover.go.click()
    assert recover.passphrase.second_error.text()
    with closing(open_vault(door.folder, Passphrase(PASSPHRASE))) as vault:
        assert vault.journal_id
