"""The other way in: the button beside the passphrase, and what follows when this computer has no answer."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import KeyringFailed
from app.vault import computer, key_file, slots
from app.vault.computer import secret_for
from app.vault.slots import RecoveryKey
from app.vault.vault import open_vault
from tests.app.vault import keyrings
from tests.app.vault.journals import allow_computer
from tests.ui.unlock.doors import LONG, PASSPHRASE, Door, gate_of, view
from tests.ui.unlock.test_first_run import first_step, key_step, ready_step, store, type_twice
from ui.session import Session
from ui.unlock import whereabouts
from ui.unlock.gate import Gate
from ui.unlock.unlock import Unlock


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A bus of one's own, with nobody on it."""
    keyrings.require()
    with keyrings.bus(tmp_path / "bus") as address:
        monkeypatch.setenv(keyrings.ADDRESS, address)
        monkeypatch.setattr(computer, "LIMIT", 60)  # what answers has the time of a busy machine for it
        yield dict(os.environ)


@pytest.fixture
def opened(environment: dict[str, str], tmp_path: Path) -> Iterator[None]:
    """A keyring that is as it has to be."""
    with keyrings.keyring("open", tmp_path / "keyring", environment):
        yield


def let_in(door: Door, *, really: bool) -> None:
    """This computer opens the journal; what its keyring knows of that is another matter."""
    with closing(open_vault(door.folder, RecoveryKey(door.key))) as vault:
        if really:
            vault.allow_computer()
        else:
            allow_computer(vault)


def test_the_type_of_the_slot_is_that_of_the_vault() -> None:
    assert whereabouts.COMPUTER == slots.COMPUTER


@pytest.mark.usefixtures("opened")
def test_one_key_opens_the_journal(qtbot: QtBot, session: Session, door: Door) -> None:
    let_in(door, really=True)
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    QTest.keyClick(unlock.field, Qt.Key.Key_Tab)
    unlock.computer.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(session.opened, timeout=LONG):
        QTest.keyClick(unlock.computer, Qt.Key.Key_Return)
        assert unlock.computer.words() == "Asking this computer"
        assert not any(each.isEnabled() for each in (unlock.field, unlock.unlock, unlock.computer, *unlock.links))


@pytest.mark.parametrize("kind", ["missing", "locked", "failing"])
def test_without_an_answer_the_passphrase_is_asked_for(
    qtbot: QtBot, session: Session, door: Door, environment: dict[str, str], tmp_path: Path, kind: str
) -> None:
    let_in(door, really=False)
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    places = [each.mapTo(unlock, QPoint()) for each in (unlock.field, unlock.unlock)]
    with keyrings.keyring(kind, tmp_path / "keyring", environment):
        unlock.computer.click()
        qtbot.waitUntil(lambda: unlock.error.text() != "", timeout=LONG)
    assert unlock.error.text().endswith(". The passphrase opens it.")
    assert unlock.field.hasFocus()
    assert unlock.computer.isEnabled()
    assert unlock.computer.words() == "Unlock with this computer"
    qtbot.waitUntil(lambda: unlock.unlock.mapTo(unlock, QPoint()) != places[1])
    qtbot.waitUntil(lambda: unlock.field.mapTo(unlock, QPoint()) == places[0])
    with qtbot.waitSignal(session.opened, timeout=LONG):
        QTest.keyClicks(unlock.field, PASSPHRASE)
        assert unlock.error.text() == ""
        QTest.keyClick(unlock.field, Qt.Key.Key_Return)


def test_tab_comes_by_after_the_passphrase(qtbot: QtBot, session: Session, door: Door) -> None:
    let_in(door, really=False)
    gate = gate_of(qtbot, session, door.folder)
    seen = []
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert view(gate, Unlock).isVisible()
    assert seen[0] == "Passphrase"
    assert seen[-5:] == [
        "Unlock",
        "Unlock with this computer",
        "Use the recovery key",
        "Restore a backup",
        "Open another journal",
    ]


def test_where_it_was_not_turned_on_nobody_sees_it(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    assert not unlock.computer.isVisible()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"[" * 60_000,
        b'{"slots": 1}',
        b'{"slots": [1]}',
        b'{"slots": [{}]}',
        b'{"slots": {"type": "this-computer"}}',
        b"\xff",
        b'{"slots": [{"type": "this-computer"}]}'.ljust(70_000),
    ],
    ids=lambda data: repr(data[:40]),
)
def test_a_key_file_that_is_none_shows_no_such_button(door: Door, data: bytes) -> None:
    (door.folder / key_file.NAME).write_bytes(data)
    assert not whereabouts.allows_computer(door.folder)


def test_what_is_no_file_is_not_waited_for(door: Door) -> None:
    (door.folder / key_file.NAME).unlink()
    assert not whereabouts.allows_computer(door.folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(door.folder / key_file.NAME)
        assert not whereabouts.allows_computer(door.folder)


def test_a_forged_slot_shows_a_button_that_opens_nothing(qtbot: QtBot, session: Session, door: Door) -> None:
    document = json.loads((door.folder / key_file.NAME).read_bytes())
    document["slots"].append({"type": "this-computer"})
    (door.folder / key_file.NAME).write_text(json.dumps(document))
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    with qtbot.waitSignal(unlock.damaged, timeout=LONG):
        unlock.computer.click()
    assert not session.is_open


# The first start


def at_ready(qtbot: QtBot, session: Session, folder: Path) -> Gate:
    """The gate, at the last of the three steps."""
    gate = gate_of(qtbot, session, folder)
    type_twice(first_step(gate))
    first_step(gate).go.click()
    store(key_step(qtbot, gate).keep)
    key_step(qtbot, gate).go.click()
    return gate


@pytest.mark.usefixtures("opened")
def test_it_can_be_chosen_at_the_first_start(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = at_ready(qtbot, session, tmp_path / "journal")
    assert ready_step(gate).asks.isChecked()
    ready_step(gate).computer.click()
    QTest.keyClick(ready_step(gate), Qt.Key.Key_Escape)
    store(key_step(qtbot, gate).keep)
    key_step(qtbot, gate).go.click()
    assert ready_step(gate).computer.isChecked()
    with qtbot.waitSignal(session.opened, timeout=LONG):
        ready_step(gate).skip.click()
    assert secret_for(tmp_path / "journal").key


@pytest.mark.usefixtures("environment")
def test_without_a_keyring_the_first_start_says_so_and_goes_on(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = at_ready(qtbot, session, tmp_path / "journal")
    ready = ready_step(gate)
    ready.computer.click()
    ready.answer.replace_text("Three words, kept.")
    ready.go.click()
    qtbot.waitUntil(lambda: ready.computer_error.text() != "", timeout=LONG)
    assert ready.asks.isChecked()
    assert ready.asks.hasFocus()
    assert ready.answer.text() == "Three words, kept."
    with qtbot.waitSignal(session.opened, timeout=LONG):
        ready.go.click()
    with pytest.raises(KeyringFailed):
        secret_for(tmp_path / "journal")
