"""A backup takes the journal's place, and what was there stays beside it."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.journal import Journal
from app.vault.keeping import Keeper
from app.vault.slots import Passphrase
from app.vault.stopping import Stop
from tests.ui.unlock.doors import LONG, PASSPHRASE, Door, gate_of, view
from ui.session import Session, now
from ui.unlock.backup_choice import BackupChoice
from ui.unlock.gate import Gate
from ui.unlock.restore import Restore
from ui.unlock.unlock import Unlock


def restoring(qtbot: QtBot, session: Session, folder: Path) -> Gate:
    gate = gate_of(qtbot, session, folder)
    gate.show_restore()
    restore = view(gate, Restore)
    qtbot.waitUntil(lambda: "Looking" not in restore.none.text(), timeout=LONG)
    return gate


def listed(restore: Restore) -> list[str]:
    return [each.words for each in restore._choices()]


def test_the_newest_is_chosen_and_all_can_be_seen(qtbot: QtBot, session: Session, door: Door) -> None:
    for day in range(1, 8):
        door.back_up(day)
    gate = restoring(qtbot, session, door.folder)
    restore = view(gate, Restore)
    assert len(listed(restore)) == 5
    assert "7 March" in listed(restore)[0]
    assert restore.choices.checkedButton() is restore._choices()[0]
    assert restore.more.words() == "Show all 7"
    restore.more.click()
    assert len(listed(restore)) == 7
    assert not restore.more.isVisible()


def test_it_is_restored_and_the_old_one_kept_beside(qtbot: QtBot, session: Session, door: Door) -> None:
    door.back_up(9)
    gate = restoring(qtbot, session, door.folder)
    view(gate, Restore).secret.setText(PASSPHRASE)
    view(gate, Restore).go.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, Unlock), timeout=LONG)
    (beside,) = door.folder.parent.glob("journal before *")
    assert str(beside) in view(gate, Unlock).notice.text()
    assert "9 March" in view(gate, Unlock).notice.text()
    with qtbot.waitSignal(session.opened, timeout=LONG):
        view(gate, Unlock).field.setText(PASSPHRASE)
        view(gate, Unlock).unlock.click()


def test_a_file_from_a_drive_by_recovery_key_into_an_empty_place(
    qtbot: QtBot, session: Session, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = door.back_up(9)
    gate = restoring(qtbot, session, tmp_path / "empty")
    restore = view(gate, Restore)
    assert "none beside" in restore.none.text()
    restore.secret.setText("x")
    restore.go.click()
    assert "Choose a backup first" in restore.choice_error.text()
    monkeypatch.setattr("ui.places.choose_file", lambda *_: source)
    restore.other.click()
    restore.secret.setText(door.key.lower())
    restore.go.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, Unlock), timeout=LONG)
    assert (tmp_path / "empty" / "vault.json").exists()
    assert "before" not in view(gate, Unlock).notice.text()


def test_one_on_a_drive_shows_those_beside_it_and_each_its_proof(
    qtbot: QtBot, session: Session, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    moved = [Path(shutil.move(door.back_up(day), drive)) for day in (7, 8)]
    near = door.back_up(9)
    data = bytearray(moved[0].read_bytes())
    data[-5000] ^= 1
    moved[0].write_bytes(data)
    gate = restoring(qtbot, session, door.folder)
    restore = view(gate, Restore)
    monkeypatch.setattr("ui.places.choose_file", lambda *_: moved[1])
    restore.other.click()
    qtbot.waitUntil(lambda: len(listed(restore)) == 3, timeout=LONG)
    qtbot.waitUntil(lambda: all(each.is_judged for each in restore._choices()), timeout=LONG)
    assert {each.path: each.text().rpartition(" · ")[2] for each in restore._choices()} == {
        near: "whole",
        moved[1]: "whole",
        moved[0]: "damaged",
    }
    chosen = restore.choices.checkedButton()
    assert isinstance(chosen, BackupChoice)
    assert chosen.path == moved[1]
    assert "8 March" in chosen.text()
    restore.secret.setText(PASSPHRASE)
    restore.go.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, Unlock), timeout=LONG)
    assert "8 March" in view(gate, Unlock).notice.text()


def test_the_automatic_ones_of_a_damaged_journal_bring_it_back(qtbot: QtBot, session: Session, door: Door) -> None:
    with Journal.open(door.folder, Passphrase(PASSPHRASE), now()) as journal:
        Keeper(journal.vault, None, Stop()).keep(now(), only_if_due=True)
    (door.folder / "journal.db").write_bytes(b"")
    gate = restoring(qtbot, session, door.folder)
    restore = view(gate, Restore)
    qtbot.waitUntil(lambda: [each.is_judged for each in restore._choices()] == [True], timeout=LONG)
    restore.secret.setText(PASSPHRASE)
    restore.go.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, Unlock), timeout=LONG)
    with Journal.open(door.folder, Passphrase(PASSPHRASE), now()) as journal:
        assert journal.vault.findings() == []


def test_a_wrong_secret_changes_nothing(qtbot: QtBot, session: Session, door: Door) -> None:
    door.back_up(9)
    gate = restoring(qtbot, session, door.folder)
    restore = view(gate, Restore)
    restore.go.click()
    assert "Type the passphrase" in restore.secret_error.text()
    for secret in ("wrong", "0000-0000-0000-0000-0000-0000-0000-0000"):
        restore.secret.setText(secret)
        restore.secret.textEdited.emit(secret)
        restore.go.click()
        qtbot.waitUntil(lambda: restore.secret_error.text() != "", timeout=LONG)
    assert list(door.folder.parent.glob("journal before *")) == []


def test_a_damaged_backup_is_not_used(
    qtbot: QtBot, session: Session, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = door.back_up(9)
    broken = tmp_path / "<b>broken.backup"
    broken.write_bytes(source.read_bytes()[:-4096] + bytes(4096))
    gate = restoring(qtbot, session, door.folder)
    restore = view(gate, Restore)
    monkeypatch.setattr("ui.places.choose_file", lambda *_: broken)
    restore.other.click()
    assert listed(restore)[-1] == "<b>broken.backup"
    restore.secret.setText(PASSPHRASE)
    restore.go.click()
    qtbot.waitUntil(lambda: restore.choice_error.text() != "", timeout=LONG)
    assert "damaged" in restore.choice_error.text()
    assert list(door.folder.parent.glob("journal before *")) == []
