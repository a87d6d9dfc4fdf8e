"""The first start, from an empty folder to an open journal, and each thing that can be missing on the way."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.journal import Journal
from app.reflections.model import Reflection
from app.settings import Look, Settings
from app.vault.slots import RecoveryKey
from tests.ui.unlock.doors import LONG, PASSPHRASE, gate_of, view
from ui.keys.keep_key import KeepKey
from ui.session import Session, now
from ui.unlock.choose_passphrase import ChoosePassphrase
from ui.unlock.first_run import FirstRun
from ui.unlock.gate import Gate
from ui.unlock.ready import Ready
from ui.unlock.store_key import StoreKey
from ui.widgets.choices import LookCard
from ui.widgets.panes import ScrollPage


def first_step(gate: Gate) -> ChoosePassphrase:
    step = view(gate, FirstRun).step
    assert isinstance(step, ChoosePassphrase)
    return step


def type_twice(step: ChoosePassphrase, one: str = PASSPHRASE, other: str = PASSPHRASE) -> None:
    step.passphrase.first.setText(one)
    step.passphrase.second.setText(other)


def key_step(qtbot: QtBot, gate: Gate) -> StoreKey:
    run = view(gate, FirstRun)
    qtbot.waitUntil(lambda: isinstance(run.step, StoreKey), timeout=LONG)
    assert isinstance(run.step, StoreKey)
    return run.step


def store(keep: KeepKey) -> None:
    keep.group.setText(keep._wanted.lower())
    keep.stored.setChecked(True)


def ready_step(gate: Gate) -> Ready:
    step = view(gate, FirstRun).step
    assert isinstance(step, Ready)
    return step


def every(qtbot: QtBot, session: Session) -> list[Reflection]:
    found: list[list[Reflection]] = []
    session.read(session, lambda journal: list(journal.reflections.every()), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def test_from_nothing_to_an_open_journal(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "journal"
    gate = gate_of(qtbot, session, folder)
    step = first_step(gate)
    assert step.passphrase.first.hasFocus()
    assert step.folder.text() == str(folder)
    QTest.keyClicks(step.passphrase.first, PASSPHRASE)
    QTest.keyClicks(step.passphrase.second, PASSPHRASE)
    QTest.keyClick(step.passphrase.second, Qt.Key.Key_Return)
    assert step.go.words() == "Making your journal"
    with qtbot.waitSignal(gate.journal_chosen) as chosen:
        stored = key_step(qtbot, gate)
    assert chosen.args == [folder]
    assert stored.keep.group.hasFocus()
    assert not stored.back.isVisible()
    assert settings.load().journal == folder
    store(stored.keep)
    QTest.keyClick(stored.keep.group, Qt.Key.Key_Return)
    ready = ready_step(gate)
    ready.name.setText("Maya’s journal")
    ready.answer.replace_text("The report, mostly <b>")
    with qtbot.waitSignal(session.opened, timeout=LONG):
        QTest.keyClick(ready, Qt.Key.Key_Return)
    assert session.preferences.name == "Maya’s journal"
    assert (settings.load().journal, settings.load().name) == (folder, "Maya’s journal")
    (written,) = every(qtbot, session)
    assert written.content.text == "The report, mostly <b>"
    assert written.content.prompt == ready._prompt.id
    assert written.content.pillar is ready._prompt.pillar


def test_every_step_is_in_sight_in_a_low_window(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    gate.resize(1024, 668)
    run = view(gate, FirstRun)
    type_twice(first_step(gate))
    qtbot.waitUntil(lambda: is_all_in_sight(run), timeout=LONG)
    first_step(gate).go.click()
    store(key_step(qtbot, gate).keep)
    qtbot.waitUntil(lambda: is_all_in_sight(run), timeout=LONG)
    key_step(qtbot, gate).go.click()
    ready = ready_step(gate)
    qtbot.waitUntil(lambda: is_all_in_sight(run), timeout=LONG)
    assert run.panel.isAncestorOf(ready.choices)  # in place of the rope
    assert ready.answer.hasFocus()
    gate.resize(1360, 828)
    qtbot.waitUntil(lambda: is_all_in_sight(run), timeout=LONG)
    assert ready.isAncestorOf(ready.choices)
    gate.resize(960, 668)  # too narrow for the panel: what goes on is in sight all the same
    QApplication.processEvents()
    ready.focus_start()
    assert ready.go.mapTo(run, ready.go.rect().bottomLeft()).y() < run.height()
    ready.name.setFocus()
    with qtbot.waitSignal(session.opened, timeout=LONG):
        QTest.keyClick(ready.name, Qt.Key.Key_Return)


def is_all_in_sight(run: FirstRun) -> bool:
    QApplication.processEvents()
    page = run.step.findChild(ScrollPage)
    assert page is not None
    bottom = run.step.go.mapTo(run, run.step.go.rect().bottomLeft()).y()
    return not page.scrolls() and bottom < run.height()


def test_the_key_shown_opens_the_journal(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    gate = gate_of(qtbot, session, folder)
    type_twice(first_step(gate))
    first_step(gate).go.click()
    key = key_step(qtbot, gate).keep._key
    closed: list[bool] = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed), timeout=LONG)
    with Journal.open(folder, RecoveryKey(key), now()):
        pass


def test_the_question_can_be_left_and_the_look_is_kept(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    looks: list[Look] = []
    gate.look_chosen.connect(looks.append)
    type_twice(first_step(gate))
    first_step(gate).go.click()
    store(key_step(qtbot, gate).keep)
    key_step(qtbot, gate).go.click()
    ready = ready_step(gate)
    next(card for card in ready.looks.buttons() if getattr(card, "look", None) is Look.DARK).click()
    assert looks == [Look.DARK]
    assert settings.load().look is Look.DARK
    ready.name.setText("Mine")
    ready.answer.replace_text("not to be kept")
    QTest.keyClick(ready, Qt.Key.Key_Escape)
    again = key_step(qtbot, gate)
    store(again.keep)
    again.go.click()
    ready = ready_step(gate)
    assert (ready.name.text(), ready.answer.text()) == ("Mine", "not to be kept")
    chosen = ready.looks.checkedButton()
    assert isinstance(chosen, LookCard)
    assert chosen.look is Look.DARK
    with qtbot.waitSignal(session.opened, timeout=LONG):
        ready.skip.click()
    assert every(qtbot, session) == []


def test_what_is_missing_is_said_where_it_is_missing(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    step = first_step(gate)
    step.go.click()
    assert "Choose a passphrase" in step.passphrase.first_error.text()
    assert step.passphrase.first.hasFocus()
    type_twice(step, PASSPHRASE, "")
    assert step.passphrase.first_error.text() == ""
    step.go.click()
    assert "once more" in step.passphrase.second_error.text()
    type_twice(step, PASSPHRASE, PASSPHRASE + "x")
    step.go.click()
    assert "differ" in step.passphrase.second_error.text()
    assert step.passphrase.second.hasFocus()
    assert not (tmp_path / "journal").exists()


@pytest.mark.parametrize("given", ["journal", "~no-such-person/x", "", "/nul\0"])
def test_a_place_that_is_no_whole_path_is_refused(qtbot: QtBot, session: Session, tmp_path: Path, given: str) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    step = first_step(gate)
    type_twice(step)
    step.folder.setText(given)
    step.go.click()
    assert "whole path" in step.folder_error.text()
    assert step.folder.hasFocus()


@pytest.mark.parametrize("name", ["<b>bold</b>", "two words \u202e", "x" * 300])
def test_a_strange_path_works_or_is_refused_in_words(qtbot: QtBot, session: Session, tmp_path: Path, name: str) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    step = first_step(gate)
    type_twice(step)
    step.folder.setText(str(tmp_path / name))
    step.go.click()
    qtbot.waitUntil(lambda: session.is_open or step.folder_error.text() != "", timeout=LONG)
    assert session.is_open or step.folder_error.text().isprintable()


def test_a_folder_with_other_things_is_not_touched(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "cat.png").write_bytes(b"cat")
    gate = gate_of(qtbot, session, tmp_path / "journal")
    step = first_step(gate)
    type_twice(step)
    step.folder.setText(str(folder))
    step.go.click()
    qtbot.waitUntil(lambda: step.folder_error.text() != "", timeout=LONG)
    assert "not empty" in step.folder_error.text()
    assert [each.name for each in folder.iterdir()] == ["cat.png"]
    assert step.passphrase.text() == PASSPHRASE


def test_change_proposes_a_folder_of_its_own(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    for each in (full, empty):
        each.mkdir()
    (full / "cat.png").touch()
    gate = gate_of(qtbot, session, tmp_path / "journal")
    step = first_step(gate)
    for chosen, proposed in ((full, full / "courage-journal"), (empty, empty), (None, empty)):
        monkeypatch.setattr("ui.places.choose_folder", lambda *_, chosen=chosen: chosen)
        step.change.click()
        assert step.folder.text() == str(proposed)


def test_only_the_latest_passphrase_is_judged(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    passphrase = first_step(gate).passphrase
    said: list[str] = []
    passphrase.first.setText("aaaa")
    passphrase.meter._ask()
    passphrase.first.setText("quiet ladder pepper harbour lemon")
    qtbot.waitUntil(lambda: passphrase.meter.word.text() != "", timeout=LONG)
    said.append(passphrase.meter.word.text())
    assert said == ["Strong."]
    passphrase.first.setText("")
    assert passphrase.meter.word.text() == ""


def test_a_suggestion_is_shown_and_typed_once_more(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    passphrase = first_step(gate).passphrase
    passphrase.suggest.click()
    assert len(passphrase.text().split()) >= 4
    assert passphrase.first.echoMode() is passphrase.first.EchoMode.Normal
    assert not passphrase.second.text()
    assert passphrase.second.hasFocus()


def test_the_first_key_typed_loads_the_library_and_no_earlier(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    warmed: list[bool] = []
    session.awaited.connect(lambda: warmed.append(True))
    gate = gate_of(qtbot, session, tmp_path / "journal")
    assert warmed == []
    with qtbot.waitSignal(session.awaited):
        QTest.keyClicks(first_step(gate).passphrase.first, "abc")
    qtbot.wait(0)
    assert warmed == [True]


def test_a_journal_one_has_and_a_backup_are_ways_in(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.unlock.restore import Restore

    gate = gate_of(qtbot, session, tmp_path / "journal")
    first_step(gate).restore.click()
    restore = view(gate, Restore)
    QTest.keyClick(restore, Qt.Key.Key_Escape)
    assert view(gate, FirstRun).isVisible()
    other = tmp_path / "empty"
    other.mkdir()
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: other)
    first_step(gate).another.click()
    assert first_step(gate).folder.text() == str(other)


def test_on_a_narrow_window_the_form_comes_first(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    gate = gate_of(qtbot, session, tmp_path / "journal")
    run = view(gate, FirstRun)
    assert run.panel.isVisible()
    gate.resize(800, 600)
    qtbot.waitUntil(lambda: not run.panel.isVisible())


# The recovery key


@pytest.fixture
def keep(qtbot: QtBot, session: Session) -> KeepKey:
    made = KeepKey(session, "K7QD-4MXT-9HRW-2VBN-PJ6C-F3YA-8TGE-W0Z1")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_group_and_the_promise_are_asked_for(keep: KeepKey) -> None:
    assert not keep.accepts()
    assert "first" in keep.group_error.text()
    keep.group.setText("AAAA")
    assert not keep.accepts()
    assert "differs" in keep.group_error.text()
    assert not keep.matches.isVisible()
    keep.group.setText(f" {keep._wanted.lower()} ")
    assert keep.matches.isVisible()
    assert not keep.accepts()
    assert keep.stored_error.text()
    keep.stored.click()
    assert keep.stored_error.text() == ""
    assert keep.accepts()


def test_lookalikes_are_forgiven(keep: KeepKey) -> None:
    keep._wanted = "W0Z1"
    keep.group.setText("wozl")
    keep.stored.setChecked(True)
    assert keep.accepts()


def test_the_key_is_saved_for_its_owner_alone(
    qtbot: QtBot, keep: KeepKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "key.txt"
    monkeypatch.setattr("ui.places.save_file", lambda *_: target)
    keep.save.click()
    qtbot.waitUntil(lambda: keep.told.isVisible(), timeout=LONG)
    text = target.read_text(encoding="utf-8")
    assert "K7QD  4MXT  9HRW  2VBN" in text
    assert "Courage Journal" in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["key.txt"]


def test_a_key_that_cannot_be_saved_is_said(
    qtbot: QtBot, keep: KeepKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.places.save_file", lambda *_: tmp_path / "gone" / "key.txt")
    keep.save.click()
    qtbot.waitUntil(lambda: keep.told.isVisible(), timeout=LONG)
    assert "cannot be written" in keep.told.text()


def test_the_key_is_copied_with_the_hints(keep: KeepKey) -> None:
    keep.copy.click()
    data = QApplication.clipboard().mimeData()
    assert data.text() == keep._key
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasFormat("org.nspasteboard.ConcealedType")
    assert data.hasFormat('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"')


def test_only_settings_remember_that_there_is_a_journal(
    qtbot: QtBot, session: Session, tmp_path: Path, home: Path
) -> None:
    gate = Gate(session, tmp_path / "journal", Settings())
    qtbot.addWidget(gate)
    gate.show()
    assert [each for each in home.rglob("*") if each.is_file()] == []
