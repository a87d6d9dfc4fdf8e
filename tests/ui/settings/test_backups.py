"""Settings › Backups: each day by themselves, a second place, what there is and when it was last read through."""

import threading
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import DamagedJournal, DiskFull
from app.journal import Journal
from app.vault import backup
from app.vault.slots import Passphrase
from tests.app.reflections.journals import reflection
from tests.ui.sessions import close_session
from tests.ui.unlock.doors import PASSPHRASE
from ui.keeping import Keeping, clock_on_the_wall
from ui.session import REFLECTION, Change, Session, now
from ui.settings.page import SettingsPage

DAY = timedelta(days=1)


class Clock:
    """Shows what it is told."""

    def __init__(self) -> None:
        self.now = clock_on_the_wall().replace(hour=12)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(with_passphrase: Session, clock: Clock) -> Session:
    """Open on a new journal, with a clock to set."""
    with_passphrase.keeping = Keeping(with_passphrase, clock)
    return with_passphrase


@pytest.fixture
def keeping(session: Session) -> Keeping:
    assert session.keeping is not None
    return session.keeping


@pytest.fixture
def page(qtbot: QtBot, session: Session, keeping: Keeping) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1152, 828)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is chosen whenever one is asked for."""
    folder = tmp_path / "drive"
    folder.mkdir()
    monkeypatch.setattr("ui.places.choose_folder", lambda *_: folder)
    return folder


def look(qtbot: QtBot, keeping: Keeping) -> None:
    with qtbot.waitSignal(keeping.changed):
        keeping.look()


def backups(session: Session) -> list[Path]:
    assert session.folder is not None
    return sorted((session.folder / "backups").iterdir())


def settled(qtbot: QtBot, session: Session) -> None:
    """All that goes on beside is done, and told."""
    done: list[None] = []
    session.beside(session, lambda *_: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def _chosen(folder: Path, *_: object) -> Path:
    return folder


# By themselves


def test_a_day_gets_one_and_the_next_day_another(
    qtbot: QtBot, session: Session, keeping: Keeping, clock: Clock
) -> None:
    look(qtbot, keeping)
    look(qtbot, keeping)
    assert len(backups(session)) == 1
    clock.now += DAY
    look(qtbot, keeping)
    assert len(backups(session)) == 2


def test_the_first_change_of_another_day_looks_again(
    qtbot: QtBot, session: Session, keeping: Keeping, clock: Clock
) -> None:
    look(qtbot, keeping)
    session.prefer(session, name="today")
    settled(qtbot, session)
    assert not keeping._timer.isActive()
    clock.now += DAY
    with qtbot.waitSignal(session.changed):
        session.prefer(session, name="tomorrow")
    assert keeping._timer.isActive()
    with qtbot.waitSignal(keeping.changed):
        keeping._timer.timeout.emit()
    assert len(backups(session)) == 2


def test_switched_off_none_is_made_and_what_was_cut_off_goes_all_the_same(
    qtbot: QtBot, session: Session, keeping: Keeping, page: SettingsPage
) -> None:
    assert page.backups.daily.isChecked()
    page.backups.daily.click()
    assert not session.preferences.daily_backup
    assert session.folder is not None
    (session.folder / "backups" / ".20260101T000000Z.backup.0badcafe.partial").touch()
    keeping.look()
    qtbot.waitUntil(lambda: backups(session) == [])
    page.backups.now.click()
    qtbot.waitUntil(page.backups.now.isEnabled)
    assert len(backups(session)) == 1
    assert keeping._timer.isActive()  # to be switched on or off is reason to look


def test_no_save_waits_for_a_backup(qtbot: QtBot, session: Session) -> None:
    """A backup that takes for ever: words are saved meanwhile, and locking does not wait for it."""
    held, begun = threading.Event(), threading.Event()

    def work(vault: object, stop: object) -> None:
        begun.set()
        held.wait()

    session.beside(session, work, print)
    assert begun.wait(60)
    saved: list[object] = []
    given = reflection("saved meanwhile")
    session.write(session, Change(REFLECTION), lambda journal: journal.reflections.save(given, now()), saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    close_session(qtbot, session)
    held.set()
    assert session.folder is not None
    with Journal.open(session.folder, Passphrase(PASSPHRASE), now()) as journal, journal.reading():
        assert journal.reflections.get(given.id).content.text == "saved meanwhile"


def test_closing_ends_a_backup_under_way_and_leaves_nothing_of_it(
    qtbot: QtBot, session: Session, keeping: Keeping
) -> None:
    keeping.look()
    close_session(qtbot, session)
    assert all(path.suffix == ".backup" for path in backups(session))
    assert session.folder is not None
    with Journal.open(session.folder, Passphrase(PASSPHRASE), now()) as journal:
        assert journal.vault.findings() == []
        assert all(each.proven for each in journal.vault.backups())


# When they fail


def in_the_way(session: Session) -> Path:
    """A file where the folder of the backups has to be: nothing can be written there."""
    assert session.folder is not None
    folder = session.folder / "backups"
    folder.rename(folder.with_name("aside"))
    folder.touch()
    return folder


def test_a_failure_is_said_in_settings_and_once_in_the_window(
    qtbot: QtBot, session: Session, keeping: Keeping, page: SettingsPage
) -> None:
    folder, told = in_the_way(session), list[Exception]()
    keeping.unprotected.connect(told.append)
    look(qtbot, keeping)
    assert page.backups.error.text().startswith("The daily backup could not be made. ")
    assert "cannot be written to" in page.backups.error.text()
    look(qtbot, keeping)
    assert len(told) == 1
    folder.unlink()
    look(qtbot, keeping)
    assert page.backups.error.text() == ""
    assert keeping.failed is None


def test_nobody_is_told_while_there_is_a_good_one_of_this_week(
    qtbot: QtBot, session: Session, keeping: Keeping, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    keeping.unprotected.connect(told.append)
    look(qtbot, keeping)
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 0}))
    clock.now += 6 * DAY
    look(qtbot, keeping)
    assert isinstance(keeping.failed, DiskFull)
    assert told == []
    clock.now += 2 * DAY
    look(qtbot, keeping)
    assert len(told) == 1


def test_a_journal_that_is_not_sound_is_told_at_once(
    qtbot: QtBot, session: Session, keeping: Keeping, clock: Clock
) -> None:
    told: list[Exception] = []
    keeping.unprotected.connect(told.append)
    look(qtbot, keeping)
    session.manage(session, lambda journal: journal.vault._raw.execute("DELETE FROM documents"), lambda _: None)
    given, saved = reflection("soon not in the index"), list[object]()
    session.write(session, Change(REFLECTION), lambda journal: journal.reflections.save(given, now()), saved.append)
    session.manage(session, lambda journal: journal.vault._raw.execute("DELETE FROM draft"), saved.append)
    qtbot.waitUntil(lambda: len(saved) == 2)
    clock.now += DAY
    look(qtbot, keeping)
    assert [type(each) for each in told] == [DamagedJournal]


# The second place


def test_a_second_place_is_chosen_served_and_left(
    qtbot: QtBot, session: Session, keeping: Keeping, page: SettingsPage, clock: Clock, drive: Path
) -> None:
    assert not page.backups.second.leave.isVisible()
    page.backups.second.choose.click()
    qtbot.waitUntil(lambda: "newest backup is there" in page.backups.told.text())
    assert [path.name for path in drive.iterdir()] == [path.name for path in backups(session)]
    assert session.preferences.second_place == str(drive)
    clock.now += DAY
    look(qtbot, keeping)
    assert len(list(drive.iterdir())) == 2
    qtbot.waitUntil(lambda: "newest copy there" in page.backups.second.words.text())
    page.backups.second.leave.click()
    assert session.preferences.second_place == ""
    clock.now += DAY
    look(qtbot, keeping)
    assert len(list(drive.iterdir())) == 2
    assert len(backups(session)) == 3


def test_a_drive_that_is_away_is_said_quietly_and_served_later(
    qtbot: QtBot, keeping: Keeping, page: SettingsPage, clock: Clock, drive: Path
) -> None:
    told: list[Exception] = []
    keeping.unprotected.connect(told.append)
    page.backups.second.choose.click()
    qtbot.waitUntil(lambda: "newest backup is there" in page.backups.told.text())
    away = drive.rename(drive.with_name("unplugged"))
    clock.now += DAY
    look(qtbot, keeping)
    qtbot.waitUntil(lambda: "is not there now" in page.backups.second.words.text())
    assert page.backups.error.text() == ""
    assert told == []
    assert not drive.exists()
    away.rename(drive)
    look(qtbot, keeping)
    assert len(list(drive.iterdir())) == 2


def test_a_place_that_will_not_do_is_not_remembered(
    qtbot: QtBot, session: Session, page: SettingsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder, said in ((tmp_path / "journal" / "backups", "own folder"), (tmp_path / "gone", "cannot be written to")):
        monkeypatch.setattr("ui.places.choose_folder", partial(_chosen, folder))
        page.backups.second.choose.click()
        qtbot.waitUntil(page.backups.second.choose.isEnabled)
        assert said in page.backups.error.text()
    assert session.preferences.second_place == ""


# What there is


def test_the_last_one_is_told_with_its_age_and_its_proof(
    qtbot: QtBot, keeping: Keeping, page: SettingsPage, clock: Clock
) -> None:
    look(qtbot, keeping)
    heading = page.backups.rows.heading
    qtbot.waitUntil(lambda: "read through again today at " in heading.text())
    assert heading.text().startswith("Latest, from today at 12:")


def test_one_that_was_damaged_since_is_found_when_it_is_read(
    qtbot: QtBot, session: Session, keeping: Keeping, page: SettingsPage
) -> None:
    page.hide()
    look(qtbot, keeping)
    (path,) = backups(session)
    data = bytearray(path.read_bytes())
    data[-5000] ^= 1
    path.write_bytes(data)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: "it was damaged when it was read" in page.backups.rows.heading.text())
    assert not page.backups.rows._found[0].proven
    assert backup.read_header(path).size
