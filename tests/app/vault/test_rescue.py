"""Without a key, the backups are told from their headers, and of a damaged journal what its files show."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import DamagedBackup, NoSuchBackup
from app.vault import rescue
from app.vault.continuity import DATABASE
from tests.app.vault.journals import FIRST, NOW, Made, contents, save

HOUR = timedelta(hours=1)


def backed_up(made: Made) -> list[Path]:
    """Two backups, the older one first; the newer has one record more."""
    with made.open() as journal:
        old = journal.vault.back_up(NOW)
        save(journal, 100, "one more")
        return [old, journal.vault.back_up(NOW + HOUR)]


def test_backups_are_told_newest_first_and_nothing_is_touched(made: Made) -> None:
    old, new = backed_up(made)
    before = contents(made.folder)
    assert rescue.restorable(made.folder) == [
        rescue.Restorable(new, NOW + HOUR, len(FIRST) + 1, new.stat().st_size),
        rescue.Restorable(old, NOW, len(FIRST), old.stat().st_size),
    ]
    assert contents(made.folder) == before


def test_their_own_time_counts_and_not_their_name(made: Made) -> None:
    old, new = backed_up(made)
    renamed = old.rename(old.with_name("my favourite.backup"))
    assert [each.path for each in rescue.restorable(made.folder)] == [new, renamed]


def test_what_is_no_whole_backup_is_skipped(made: Made) -> None:
    old, new = backed_up(made)
    new.write_bytes(new.read_bytes()[:-1])
    old.with_name("a.backup").write_bytes(b"")
    old.with_name("b.backup").write_bytes(old.read_bytes()[:60])
    old.with_name("c.backup").mkdir()
    assert [each.path for each in rescue.restorable(made.folder)] == [old]


def test_where_there_is_no_journal_there_is_nothing_to_restore(tmp_path: Path) -> None:
    assert rescue.restorable(tmp_path / "nowhere") == []


def test_a_damaged_journal_tells_its_facts(made: Made) -> None:
    _, new = backed_up(made)
    database = made.folder / DATABASE
    changed = NOW + 2 * HOUR
    os.utime(database, (changed.timestamp(), changed.timestamp()))
    told = rescue.damage(made.folder, "pages")
    assert (told.finding, told.size, told.changed_at) == ("pages", database.stat().st_size, changed)
    assert told.last_backup is not None
    assert told.last_backup.path == new
    assert told.may_lose
    os.utime(database, (NOW.timestamp(), NOW.timestamp()))
    assert not rescue.damage(made.folder, "pages").may_lose


def test_a_log_that_is_there_counts(crashed: Made) -> None:
    told = rescue.damage(crashed.folder, "pages")
    sizes = [(crashed.folder / name).stat().st_size for name in (DATABASE, f"{DATABASE}-wal")]
    assert sizes[1] > 0
    assert told.size == sum(sizes)


def test_a_backup_whose_content_was_changed_is_not_the_last_good_one(made: Made) -> None:
    old, new = backed_up(made)
    data = bytearray(new.read_bytes())
    data[-5000] ^= 1
    new.write_bytes(data)
    told = rescue.damage(made.folder, "database")
    assert told.last_backup is not None
    assert told.last_backup.path == old
    assert len(rescue.restorable(made.folder)) == 2


def test_of_a_journal_without_files_only_the_finding_is_known(tmp_path: Path) -> None:
    told = rescue.damage(tmp_path, "database-missing")
    assert told == rescue.Damage("database-missing", None, None, None)
    assert told.may_lose


@pytest.mark.parametrize("at", [0.0, 1.5])
def test_moments_are_told_to_the_second_in_utc(made: Made, at: float) -> None:
    for path in made.folder.iterdir():
        os.utime(path, (at, at))
    assert rescue.damage(made.folder, "pages").changed_at == datetime.fromtimestamp(int(at), UTC)


def test_one_on_a_drive_is_told_with_those_of_its_journal_beside_it(made: Made, another: Made, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    with made.open() as journal:
        old, new = (journal.vault.back_up(NOW + hours * HOUR, drive) for hours in (0, 1))
    with another.copy(tmp_path / "another").open() as other:
        other.vault.back_up(NOW + 2 * HOUR, drive)
    (drive / "z.backup").write_bytes(b"something else")
    assert [each.path for each in rescue.restorable_beside(old)] == [new, old]
    data = bytearray(new.read_bytes())
    data[-5000] ^= 1
    new.write_bytes(data)
    assert [rescue.is_whole(path) for path in (old, new, drive / "z.backup", drive / "gone")] == [True, *[False] * 3]
    old.write_bytes(old.read_bytes()[:-1])
    for path, error in ((old, DamagedBackup), (drive / "z.backup", DamagedBackup), (drive / "gone", NoSuchBackup)):
        with pytest.raises(error):
            rescue.restorable_beside(path)
