"""The settings: each change is kept at once, and what concerns keys and backups is really done."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import settings
from app.errors import ComputerNotAllowed, NoJournal, WrongPassphrase
from app.journal import Journal
from app.settings import Look
from app.vault import computer
from app.vault.computer import secret_for
from app.vault.slots import Passphrase, RecoveryKey
from tests.app.vault import keyrings
from tests.app.vault.journals import allow_computer
from tests.ui.unlock.doors import LONG, PASSPHRASE
from ui.session import Session, now
from ui.settings.backups import move
from ui.settings.deleting import DeleteJournal
from ui.settings.key_form import KeyForm
from ui.settings.keys import AllowComputer, ChangePassphrase, RenewKey
from ui.settings.page import SettingsPage
from ui.triggers.watch import Occasion

NEW = "lemon harbour window"


@pytest.fixture
def session(with_passphrase: Session) -> Session:
    return with_passphrase


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1152, 828)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def close(qtbot: QtBot, session: Session) -> Path:
    """The folder of the journal, closed now."""
    closed: list[bool] = []
    session.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed), timeout=LONG)
    assert session.folder is not None
    return session.folder


def opens(folder: Path, secret: Passphrase | RecoveryKey) -> bool:
    try:
        with Journal.open(folder, secret, now()):
            return True
    except WrongPassphrase:
        return False


def form(page: SettingsPage, kind: type[KeyForm]) -> KeyForm:
    assert isinstance(page.keys.form, kind)
    return page.keys.form


def test_the_look_is_kept_at_once(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.look_changed):
        next(card for card in page.look.looks.buttons() if getattr(card, "look", None) is Look.DARK).click()
    assert settings.load().look is Look.DARK
    with qtbot.waitSignal(page.look_changed):
        page.look.text_size.chosen.emit("130")
    assert settings.load().text_size == 130


def test_what_the_journal_keeps(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    page.writing.prompt.click()
    page.writing.weekday.chosen.emit("6")
    page.writing.review.chosen.emit("2")
    page.locking.after.chosen.emit("30")
    page.writing.name.setText("<b>Mine</b>")
    page.flush()
    kept = session.preferences
    assert (kept.shows_prompt, kept.first_weekday, kept.lock_after, kept.name) == (False, 6, 30, "<b>Mine</b>")
    assert kept.review_weekday == 2
    page.writing.review.chosen.emit("never")
    assert session.preferences.review_weekday is None
    page.writing.review.chosen.emit("2")
    assert settings.load().name == "<b>Mine</b>"
    folder = close(qtbot, session)
    with Journal.open(folder, Passphrase(PASSPHRASE), now()) as journal, journal.reading():
        assert journal.preferences.get() == kept


def test_what_changed_elsewhere_is_shown(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    session.prefer(session, lock_after=15, name="Ours")
    qtbot.waitUntil(lambda: page.locking.after.key() == "15", timeout=LONG)
    assert page.writing.name.text() == "Ours"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            (),
            "This computer does not say when its screen locks or it sleeps. Only the time above and Ctrl L lock here.",
        ),
        ((Occasion.SCREEN,), "Also when the screen locks."),
        ((Occasion.SCREEN, Occasion.SLEEP), "Also when the screen locks and when the computer sleeps or is shut down."),
        (
            tuple(Occasion),
            "Also when the screen locks, when the computer sleeps or is shut down and when somebody else signs in.",
        ),
    ],
)
def test_it_says_on_what_it_locks(session: Session, page: SettingsPage, on: tuple[Occasion, ...], said: str) -> None:
    session.will_lock_on(frozenset(Occasion), session)
    session.will_lock_on(frozenset(on), session)
    assert page.locking.with_system.words.text() == said


def test_a_name_being_typed_is_not_replaced(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    page.writing.name.setFocus()
    page.writing.name.setText("Half a na")
    session.prefer(session, lock_after=15)
    qtbot.waitUntil(lambda: page.locking.after.key() == "15", timeout=LONG)
    assert page.writing.name.text() == "Half a na"


def test_locking_and_searching_are_asked_of_the_shell(page: SettingsPage) -> None:
    asked: list[str] = []
    page.asked.connect(asked.append)
    page.locking.now.click()
    page.header.search.click()
    assert asked == ["lock", "search"]


def test_the_list_goes_to_each_section_and_follows(qtbot: QtBot, page: SettingsPage) -> None:
    page.list.entries[3].click()
    assert page.header.title.text() == "Backups"
    assert page.area.verticalScrollBar().value() > 0
    page.area.verticalScrollBar().setValue(0)
    assert page.header.title.text() == "Look"
    page.focus_start()
    QTest.keyClick(page.list.entries[0], Qt.Key.Key_Down)
    assert page.header.title.text() == "Writing"
    assert page.list.entries[1].hasFocus()
    page.list.entries[5].click()
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    assert page.header.title.text() == "Privacy"


def test_a_backup_is_made_and_listed(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    for _ in range(5):
        page.backups.now.click()
        assert not page.backups.now.isEnabled()
        qtbot.waitUntil(page.backups.now.isEnabled, timeout=LONG)
    qtbot.waitUntil(lambda: len(page.backups.rows._found) == 5, timeout=LONG)
    assert "checked" in page.backups.told.text()
    assert page.backups.rows._rows.count() == 3
    assert page.backups.rows.all.words() == "Show all 5"
    page.backups.rows.all.click()
    assert page.backups.rows._rows.count() == 5


def test_all_backups_are_copied_once(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.backups.now.click()
    qtbot.waitUntil(page.backups.now.isEnabled, timeout=LONG)
    drive = tmp_path / "drive"
    drive.mkdir()
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: drive)
    for said in ("1 backup copied.", "All of them are there already."):
        page.backups.copy.click()
        qtbot.waitUntil(page.backups.copy.isEnabled, timeout=LONG)
        assert page.backups.told.text() == said
    (copied,) = drive.iterdir()
    assert copied.read_bytes() == (tmp_path / "journal" / "backups" / copied.name).read_bytes()


def test_a_drive_that_is_gone_is_said(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.backups.now.click()
    qtbot.waitUntil(page.backups.now.isEnabled, timeout=LONG)
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: tmp_path / "gone")
    page.backups.copy.click()
    qtbot.waitUntil(lambda: page.backups.error.text() != "", timeout=LONG)
    assert page.backups.copy.isEnabled()


def test_restoring_explains_that_it_locks_first(qtbot: QtBot, page: SettingsPage) -> None:
    page.backups.rows.restore_asked.emit()
    assert page.backups.restoring.isVisible()


def test_the_folder_moves_once_the_journal_is_closed(
    qtbot: QtBot, session: Session, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (target / "cat.png").touch()
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: target)
    with qtbot.waitSignal(page.departure_asked, timeout=LONG) as asked:
        page.backups.move_away.click()
    old = close(qtbot, session)
    assert asked.args is not None
    new = asked.args[0]()
    assert new == target / "journal"
    assert settings.load().journal == new
    assert not old.exists()
    assert opens(new, Passphrase(PASSPHRASE))


def test_a_place_inside_itself_is_refused(tmp_path: Path, session: Session, qtbot: QtBot) -> None:
    from app.errors import AppError

    folder = close(qtbot, session)
    with pytest.raises(AppError):
        move(folder, folder / "backups" / "inside")
    assert opens(folder, Passphrase(PASSPHRASE))


def test_the_passphrase_changes(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    page.keys.change.click()
    change = form(page, ChangePassphrase)
    assert isinstance(change, ChangePassphrase)
    assert change.old.hasFocus()
    change.new.first.setText(NEW)
    change.new.second.setText(NEW)
    change.old.setText("wrong")
    change.go.click()
    qtbot.waitUntil(lambda: change.old_error.text() != "", timeout=LONG)
    assert change.old.hasFocus()
    change.old.setText(PASSPHRASE)
    with qtbot.waitSignal(page.said, timeout=LONG):
        QTest.keyClick(change.old, Qt.Key.Key_Return)
    assert page.keys.form is None
    folder = close(qtbot, session)
    assert opens(folder, Passphrase(NEW))
    assert not opens(folder, Passphrase(PASSPHRASE))


def test_escape_leaves_the_passphrase_as_it_was(page: SettingsPage) -> None:
    page.keys.change.click()
    QTest.keyClick(form(page, ChangePassphrase).old, Qt.Key.Key_Escape)
    assert page.keys.form is None


def test_a_new_recovery_key_is_typed_back(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    page.keys.renew.click()
    renew = form(page, RenewKey)
    assert isinstance(renew, RenewKey)
    renew.old.setText(PASSPHRASE)
    renew.go.click()
    qtbot.waitUntil(lambda: renew.keep is not None, timeout=LONG)
    keep = renew.keep
    assert keep is not None
    renew.go.click()
    assert keep.group_error.text()
    QTest.keyClick(keep.group, Qt.Key.Key_Escape)
    assert page.keys.form is renew
    keep.group.setText(keep._wanted)
    keep.stored.setChecked(True)
    key = keep._key
    with qtbot.waitSignal(page.said):
        renew.go.click()
    folder = close(qtbot, session)
    assert opens(folder, RecoveryKey(key))
    assert opens(folder, Passphrase(PASSPHRASE))


def test_deleting_wants_the_passphrase_and_the_word(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    departures: list[object] = []
    page.departure_asked.connect(departures.append)
    page.backups.delete.click()
    asked = page._deleting
    assert isinstance(asked, DeleteJournal)
    asked.old.setText("wrong")
    asked.go.click()
    assert asked.word_error.text()
    asked.word.setText("Delete ")
    asked.go.click()
    qtbot.waitUntil(lambda: asked.old_error.text() != "", timeout=LONG)
    assert departures == []
    asked.old.setText(PASSPHRASE)
    asked.go.click()
    qtbot.waitUntil(lambda: bool(departures), timeout=LONG)
    folder = close(qtbot, session)
    settings.keep(journal=folder, name="Mine")
    assert callable(departures[0])
    departures[0]()
    assert not folder.exists()
    assert (settings.load().journal, settings.load().name) == (None, "")
    with pytest.raises(NoJournal):
        Journal.open(folder, Passphrase(PASSPHRASE), now())


def test_privacy_says_all_of_it(qtbot: QtBot, page: SettingsPage) -> None:
    assert not page.privacy.all.isVisible()
    page.privacy.more.click()
    assert page.privacy.all.isVisible()
    page.privacy.more.click()
    assert not page.privacy.all.isVisible()


def test_how_long_candidates_are_kept_is_chosen_by_keys(qtbot: QtBot, session: Session, page: SettingsPage) -> None:
    kept = page.privacy.candidates
    assert (kept.after.key(), kept.erased.isVisible()) == ("6", False)
    assert kept.after.accessibleName() == "Candidates are erased after their conversation"
    kept.after.stop().setFocus()
    QTest.keyClick(kept.after.stop(), Qt.Key.Key_Left)
    assert session.preferences.candidates_kept_months == 3
    session.prefer(session, candidates_kept_months=12, candidates_erased={f"{now():%Y-%m-%d}": 2})
    qtbot.waitUntil(kept.erased.isVisible, timeout=LONG)
    assert kept.after.key() == "12"
    assert kept.erased.text().startswith("2 candidates were erased on ")
    folder = close(qtbot, session)
    with Journal.open(folder, Passphrase(PASSPHRASE), now()) as journal, journal.reading():
        assert journal.preferences.get().candidates_kept_months == 12


# This computer


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A bus of one's own, with nobody on it."""
    keyrings.require()
    with keyrings.bus(tmp_path / "bus") as address:
        monkeypatch.setenv(keyrings.ADDRESS, address)
        monkeypatch.setattr(computer, "LIMIT", 60)  # what answers has the time of a busy machine for it
        yield dict(os.environ)


def ask_to_turn_on(page: SettingsPage) -> AllowComputer:
    """The form, with the passphrase typed."""
    page.keys.computer.click()
    asked = form(page, AllowComputer)
    assert isinstance(asked, AllowComputer)
    asked.old.setText(PASSPHRASE)
    return asked


def test_this_computer_is_turned_on_by_the_passphrase_and_off_by_a_key(
    qtbot: QtBot, session: Session, page: SettingsPage, environment: dict[str, str], tmp_path: Path
) -> None:
    assert session.folder is not None
    with keyrings.keyring("open", tmp_path / "keyring", environment):
        asked = ask_to_turn_on(page)
        assert not page.keys.computer.isChecked()
        asked.old.setText("wrong")
        asked.go.click()
        qtbot.waitUntil(lambda: asked.old_error.text() != "", timeout=LONG)
        asked.old.setText(PASSPHRASE)
        with qtbot.waitSignal(page.said, timeout=LONG):
            QTest.keyClick(asked.old, Qt.Key.Key_Return)
        qtbot.waitUntil(page.keys.computer.isChecked, timeout=LONG)
        assert page.keys.computer.hasFocus()
        assert secret_for(session.folder).key
        with qtbot.waitSignal(page.said, timeout=LONG) as told:
            QTest.keyClick(page.keys.computer, Qt.Key.Key_Space)
        assert told.args is not None
        assert told.args[0] == "This computer does not open it any more."
        assert keyrings.held(environment) == []
    with pytest.raises(ComputerNotAllowed):
        secret_for(session.folder)


def test_without_a_keyring_it_stays_off_and_that_is_said(
    qtbot: QtBot, page: SettingsPage, environment: dict[str, str]
) -> None:
    asked = ask_to_turn_on(page)
    asked.go.click()
    qtbot.waitUntil(lambda: asked.old_error.text() != "", timeout=LONG)
    assert asked.old_error.text() == "This computer has no keyring that runs. The passphrase opens it."
    QTest.keyClick(asked.old, Qt.Key.Key_Escape)
    assert not page.keys.computer.isChecked()
    assert page.keys.computer.hasFocus()


def test_it_is_turned_off_without_the_keyring_too(
    qtbot: QtBot, session: Session, page: SettingsPage, environment: dict[str, str]
) -> None:
    session.manage(session, lambda journal: allow_computer(journal.vault), lambda _: page.refresh())
    qtbot.waitUntil(page.keys.computer.isChecked, timeout=LONG)
    with qtbot.waitSignal(page.said, timeout=LONG) as told:
        page.keys.computer.click()
    assert told.args is not None
    assert told.args[0].startswith("This computer does not open it any more. Its keyring did not answer")
    assert not page.keys.computer.isChecked()
