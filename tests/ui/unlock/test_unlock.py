"""The door: what it says before anything is typed, and what a right and a wrong passphrase do."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import settings
from app.vault import continuity, founding, key_file
from app.vault.slots import SMALL_COST
from tests.ui.unlock.doors import LONG, PASSPHRASE, Door, gate_of, view
from ui.session import Session
from ui.unlock import whereabouts
from ui.unlock.damaged import Damaged
from ui.unlock.first_run import FirstRun
from ui.unlock.form import Form
from ui.unlock.gate import Gate
from ui.unlock.recover import Recover
from ui.unlock.restore import Restore
from ui.unlock.unlock import Unlock, describe, greeting_at
from ui.widgets.panes import ScrollPage


def test_the_names_of_files_are_those_of_the_vault() -> None:
    assert (whereabouts.KEY_FILE, whereabouts.DATABASE, whereabouts.LOG) == (
        key_file.NAME,
        continuity.DATABASE,
        continuity.LOG,
    )


def test_typing_the_passphrase_and_enter_opens(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    assert unlock.field.hasFocus()
    with qtbot.waitSignal(session.opened, timeout=LONG):
        QTest.keyClicks(unlock.field, PASSPHRASE)
        QTest.keyClick(unlock.field, Qt.Key.Key_Return)
    assert session.folder == door.folder
    assert unlock.field.text() == ""
    assert settings.load().journal == door.folder


def test_pressed_twice_it_opens_once(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    faults = list[Exception]()
    unlock.faulted.connect(faults.append)
    unlock.field.setText(PASSPHRASE)
    with qtbot.waitSignal(session.opened, timeout=LONG):
        unlock.unlock.click()
        unlock.unlock.click()
        unlock.computer.click()
        assert unlock.computer.words() == "Unlock with this computer"
    session.outside(session, lambda: None, lambda _: faults.append(Exception("nothing else was begun")))
    qtbot.waitUntil(lambda: bool(faults))
    assert [str(each) for each in faults] == ["nothing else was begun"]
    assert unlock.error.text() == ""


def test_while_the_key_is_derived_nothing_else_can_be_asked_for(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    unlock.field.setText("wrong")
    unlock.unlock.click()
    qtbot.waitUntil(lambda: unlock.unlock.words() == "Unlocking")
    assert not any(each.isEnabled() for each in (unlock.field, unlock.unlock, *unlock.links))
    qtbot.waitUntil(unlock.field.isEnabled, timeout=LONG)
    assert unlock.unlock.words() == "Unlock"
    assert all(each.isEnabled() for each in unlock.links)


def test_a_wrong_passphrase_is_said_and_stays_to_be_changed(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    unlock.field.setText("quiet lader pepper")
    unlock.unlock.click()
    qtbot.waitUntil(lambda: unlock.error.text() != "", timeout=LONG)
    assert unlock.error.text() == "That passphrase does not open this journal."
    assert unlock.field.selectedText() != ""
    assert unlock.field.text() == "quiet lader pepper"
    assert unlock.field.hasFocus()
    unlock.field.setText("x")
    unlock.field.textEdited.emit("x")
    assert unlock.error.text() == ""


def test_nothing_typed_is_refused_without_guessing(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    unlock.unlock.click()
    qtbot.waitUntil(lambda: unlock.error.text() != "", timeout=LONG)
    assert not session.is_open


def test_a_journal_open_elsewhere_is_said(qtbot: QtBot, session: Session, door: Door) -> None:
    from contextlib import closing

    from app.vault.slots import RecoveryKey
    from app.vault.vault import open_vault

    with closing(open_vault(door.folder, RecoveryKey(door.key))):
        gate = gate_of(qtbot, session, door.folder)
        unlock = view(gate, Unlock)
        unlock.field.setText(PASSPHRASE)
        unlock.unlock.click()
        qtbot.waitUntil(lambda: unlock.error.text() != "", timeout=LONG)
    assert "another window" in unlock.error.text()


def test_the_name_and_the_date_are_all_that_is_shown(door: Door) -> None:
    now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC).astimezone()
    yesterday = now - timedelta(days=1)
    os.utime(door.folder / "journal.db", (yesterday.timestamp(), yesterday.timestamp()))
    said = describe(door.folder, "Maya’s journal", now)
    assert said == f"Maya’s journal, last saved yesterday at {yesterday:%H:%M}"
    assert describe(door.folder, " ", now).startswith("Your journal, last saved")


def test_a_hostile_name_is_one_line_of_plain_text(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder, "<b>x</b>\n\u202efile:///etc")
    said = describe(door.folder, "<b>x</b>\n\u202efile:///etc", datetime.now(UTC))
    assert said.isprintable()
    assert said.startswith("<b>x</b>")
    assert view(gate, Unlock).isVisible()


@pytest.mark.parametrize(
    ("hour", "said"),
    [(3, "Good evening"), (4, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_follows_the_clock(hour: int, said: str) -> None:
    assert greeting_at(hour) == said


def test_the_links_lead_on_and_escape_leads_back(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    kinds: tuple[type[Form], ...] = (Recover, Restore)
    for index, kind in enumerate(kinds):
        view(gate, Unlock).links[index].click()
        asked = view(gate, kind)
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        assert view(gate, Unlock).isVisible()


def test_tab_goes_as_one_reads(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    seen = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused else "")
        QTest.keyClick(focused or unlock, Qt.Key.Key_Tab)
    assert seen[0] == "Passphrase"
    assert [each for each in seen if each in {"Unlock", *(link.words() for link in unlock.links)}] == [
        "Unlock",
        "Use the recovery key",
        "Restore a backup",
        "Open another journal",
    ]


def test_another_journal_is_unlocked_and_then_remembered(
    qtbot: QtBot, session: Session, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    founding.create(other, "another one", SMALL_COST)
    gate = gate_of(qtbot, session, door.folder)
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: other)
    with qtbot.waitSignal(gate.journal_chosen) as chosen:
        view(gate, Unlock).links[2].click()
    assert chosen.args == [other]
    assert settings.load().journal is None
    unlock = view(gate, Unlock)
    with qtbot.waitSignal(session.opened, timeout=LONG):
        unlock.field.setText("another one")
        unlock.unlock.click()
    assert settings.load().journal == other


def test_a_folder_of_other_things_is_not_opened(
    qtbot: QtBot, session: Session, door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "cat.png").touch()
    gate = gate_of(qtbot, session, door.folder)
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: other)
    view(gate, Unlock).links[2].click()
    assert "no journal" in view(gate, Unlock).notice.text()
    assert gate._folder == door.folder


def test_where_the_journal_is_gone_a_new_one_can_begin(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gone = tmp_path / "drive" / "journal"
    gate = Gate(session, gone, settings.Settings(journal=gone, name="Maya’s journal"))
    qtbot.addWidget(gate)
    gate.show()
    unlock = view(gate, Unlock)
    unlock.field.setText("whatever")
    unlock.unlock.click()
    qtbot.waitUntil(lambda: unlock.error.text() != "", timeout=LONG)
    assert "There is no journal" in unlock.error.text()
    unlock.links[0].click()
    assert view(gate, FirstRun).isVisible()


def test_damage_is_shown_with_its_facts(qtbot: QtBot, session: Session, door: Door) -> None:
    door.back_up(9)
    with (door.folder / "journal.db").open("r+b") as database:
        database.truncate(4096)
    gate = gate_of(qtbot, session, door.folder)
    unlock = view(gate, Unlock)
    unlock.field.setText(PASSPHRASE)
    unlock.unlock.click()
    qtbot.waitUntil(lambda: isinstance(gate.view, Damaged), timeout=LONG)
    damaged = view(gate, Damaged)
    qtbot.waitUntil(lambda: "9 March" in damaged.restore.words(), timeout=LONG)
    gate.resize(1024, 668)
    QApplication.processEvents()
    page = damaged.findChild(ScrollPage)
    assert page is not None
    assert not page.scrolls()
    damaged.copy.click()
    copied = QApplication.clipboard().text()
    assert "finding database" in copied
    assert "Maya" not in copied
    assert str(door.folder) not in copied
    damaged.restore.click()
    restore = view(gate, Restore)
    qtbot.waitUntil(lambda: restore.choices.checkedButton() is not None, timeout=LONG)


def test_the_passphrase_is_hidden_until_the_eye_is_pressed(qtbot: QtBot, session: Session, door: Door) -> None:
    gate = gate_of(qtbot, session, door.folder)
    field = view(gate, Unlock).field
    assert field.echoMode() is QLineEdit.EchoMode.Password
