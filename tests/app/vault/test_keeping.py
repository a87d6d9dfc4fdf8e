"""Backups by themselves: one a day, a copy elsewhere; what goes is superseded, proven and this journal's."""

import signal
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.errors import BesideJournal, CannotRead, CannotWrite, DamagedBackup, DamagedJournal, SecondPlaceAway
from app.journal import Journal
from app.vault import backup, founding
from app.vault.keeping import Keeper
from app.vault.rotation import kept
from app.vault.stopping import Stop, Stopped
from tests.app.vault.journals import FIRST, NOW, Made, child, contents, save, texts

DAY = timedelta(days=1)


@pytest.fixture
def journal(made: Made) -> Iterator[Journal]:
    with made.open() as opened:
        yield opened


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def keeper(journal: Journal, second: Path | None = None, stop: Stop | None = None) -> Keeper:
    return Keeper(journal.vault, second, stop or Stop())


def home(journal: Journal) -> Path:
    return journal.vault.folder / "backups"


def names(folder: Path) -> list[str]:
    """All that is there, hidden things too."""
    return sorted(path.name for path in folder.iterdir())


def dated(path: Path, folder: Path, days: Iterable[float], made: Made, now: datetime = NOW) -> list[Path]:
    """The same backup as if it had been made so many days before `now`, sealed as the program seals it."""
    header, key = backup.read_header(path), made.master_key()
    database = path.read_bytes()[-header.size :]
    made_then = []
    for day in days:
        moment = now - timedelta(days=day)
        target = backup.free_name(folder, moment)
        target.write_bytes(backup._head(replace(header, created_at=moment), key) + database)
        made_then.append(target)
    return made_then


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-5000] ^= 1
    path.write_bytes(data)


# One a day


def test_a_day_gets_one_backup_and_the_next_day_another(journal: Journal) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True)
    assert first.made is not None
    assert first.made.name == "20260310T091500Z.backup"
    assert keeper(journal).keep(NOW + timedelta(hours=3), only_if_due=True) == (None, None)
    assert keeper(journal).keep(NOW + DAY, only_if_due=True).made is not None
    assert [each.proven for each in journal.vault.backups()] == [True, True]


def test_one_that_is_asked_for_is_made_on_the_same_day_and_takes_none_away(journal: Journal) -> None:
    for minutes in range(3):
        keeper(journal).keep(NOW + timedelta(minutes=minutes), only_if_due=False)
    assert len(names(home(journal))) == 3


def test_a_clock_that_was_ahead_for_once_stops_none_and_costs_none(journal: Journal, made: Made) -> None:
    (first,) = [keeper(journal).keep(NOW, only_if_due=True).made]
    assert first is not None
    dated(first, home(journal), range(1, 30), made)
    keeper(journal).keep(NOW, only_if_due=False)
    before = set(names(home(journal)))
    ahead = keeper(journal).keep(NOW + 365 * DAY, only_if_due=True).made
    assert ahead is not None
    assert len(before - set(names(home(journal)))) <= 5
    again = keeper(journal).keep(NOW + DAY, only_if_due=True).made
    assert again is not None
    assert ahead.exists()
    assert keeper(journal).keep(NOW + DAY, only_if_due=True).made is None


def test_a_clock_set_back_a_year_takes_nothing_away(journal: Journal, made: Made) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    dated(first, home(journal), range(1, 12), made)
    before = set(names(home(journal)))
    assert keeper(journal).keep(NOW - 365 * DAY, only_if_due=True).made is not None
    assert before < set(names(home(journal)))


# What goes


def test_what_is_superseded_goes_a_few_at_a_time(journal: Journal, made: Made) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    dated(first, home(journal), range(1, 40), made)
    before = {each.created_at for each in journal.vault.backups()}
    counts = []
    for day in range(1, 10):
        keeper(journal).keep(NOW + day * DAY, only_if_due=True)
        counts.append(len(names(home(journal))))
    assert counts[0] == 40 + 1 - 5
    now = NOW + 9 * DAY
    every = before | {NOW + day * DAY for day in range(1, 10)}
    assert {each.created_at for each in journal.vault.backups()} == kept(every, now)


def test_what_is_not_a_proven_backup_of_this_journal_is_never_touched(
    journal: Journal, made: Made, another: Made, tmp_path: Path
) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    own = dated(first, home(journal), range(20, 33), made)
    with another.copy(tmp_path / "another").open() as other:
        foreign = other.vault.back_up(NOW - 15 * DAY, home(journal))
    strangers = [foreign, *own[:2]]
    flip(own[0])
    own[1].write_bytes(own[1].read_bytes()[:-1])
    for name, text in (("20260201T000000Z.backup", "a letter"), ("20260202T000000Z.backup", ""), ("photo.png", "cat")):
        strangers.append(home(journal) / name)
        strangers[-1].write_text(text)
    before = {path: path.read_bytes() for path in strangers}
    for day in range(1, 10):
        keeper(journal).keep(NOW + day * DAY, only_if_due=True)
    assert {path: path.read_bytes() for path in strangers} == before
    assert not all(path.exists() for path in own[2:])


def test_a_damaged_heir_inherits_nothing(journal: Journal, made: Made) -> None:
    """The last of a month long past is damaged: the one before it stays in its stead."""
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    last, before_it, older = dated(first, home(journal), (38, 39, 40), made)  # 31, 30 and 29 January
    dated(first, home(journal), range(1, 36), made)
    flip(last)
    for day in range(1, 8):
        keeper(journal).keep(NOW + day * DAY, only_if_due=True)
    assert last.exists()
    assert before_it.exists()
    assert not older.exists()


def test_without_a_new_proven_backup_nothing_goes(made: Made) -> None:
    with made.open() as journal:
        first = keeper(journal).keep(NOW, only_if_due=True).made
        assert first is not None
        dated(first, home(journal), range(1, 30), made)
    made.damage()
    with made.open() as journal:
        before = names(home(journal))
        with pytest.raises(DamagedJournal):
            keeper(journal).keep(NOW + DAY, only_if_due=True)
        assert names(home(journal)) == before


def test_switched_off_nothing_goes(journal: Journal, made: Made) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    dated(first, home(journal), range(1, 40), made)
    Keeper(journal.vault, None, Stop(), lets_go=False).keep(NOW + DAY, only_if_due=False)
    assert len(names(home(journal))) == 41


def test_where_the_journal_is_gone_nothing_is_made(made: Made, tmp_path: Path) -> None:
    with made.open() as journal:
        made.folder.rename(tmp_path / "unplugged")
        with pytest.raises(CannotRead):
            keeper(journal).keep(NOW, only_if_due=True)
        assert not made.folder.exists()
        (tmp_path / "unplugged").rename(made.folder)
        assert keeper(journal).keep(NOW, only_if_due=True).made is not None


# The second place


def test_each_new_backup_goes_to_the_second_place(journal: Journal, drive: Path) -> None:
    keeper(journal).begin_second(drive, NOW)
    assert keeper(journal, drive).keep(NOW + DAY, only_if_due=True).trouble is None
    assert names(drive) == names(home(journal)) == ["20260310T091500Z.backup", "20260311T091500Z.backup"]
    assert contents(drive) == contents(home(journal))


def test_a_drive_that_was_away_gets_the_newest_when_it_is_back(journal: Journal, drive: Path, tmp_path: Path) -> None:
    keeper(journal).begin_second(drive, NOW)
    drive.rename(tmp_path / "unplugged")
    for days in (1, 2):
        away = keeper(journal, drive).keep(NOW + days * DAY, only_if_due=True)
        assert away.made is not None
        assert isinstance(away.trouble, SecondPlaceAway)
        assert not drive.exists()
    (tmp_path / "unplugged").rename(drive)
    assert keeper(journal, drive).keep(NOW + 2 * DAY, only_if_due=True) == (None, None)
    assert names(drive) == ["20260310T091500Z.backup", "20260312T091500Z.backup"]


def test_one_that_is_dated_ahead_keeps_no_copy_from_going_there(journal: Journal, drive: Path) -> None:
    keeper(journal).begin_second(drive, NOW)
    keeper(journal, drive).keep(NOW + 365 * DAY, only_if_due=True)
    assert keeper(journal, drive).keep(NOW + DAY, only_if_due=True).trouble is None
    assert len(names(drive)) == 3
    assert keeper(journal, drive).last_copied(NOW + DAY) == NOW + DAY


def test_what_is_not_the_chosen_place_gets_nothing(journal: Journal, another: Made, tmp_path: Path) -> None:
    """A mount point without its drive; on another computer, somebody else's drive of the same name."""
    empty, others = tmp_path / "empty", tmp_path / "others"
    empty.mkdir()
    with another.copy(tmp_path / "another").open() as other:
        other.vault.back_up(NOW, others)
    for place in (empty, others, Path("E:\\backups")):
        before = names(place) if place.is_dir() else None
        trouble = keeper(journal, place).keep(NOW, only_if_due=True).trouble
        assert isinstance(trouble, SecondPlaceAway)
        assert (names(place) if place.is_dir() else None) == before


def test_the_second_place_is_rotated_likewise_and_only_after_a_new_copy(
    journal: Journal, made: Made, drive: Path
) -> None:
    keeper(journal).begin_second(drive, NOW)
    old = dated(drive / "20260310T091500Z.backup", drive, range(20, 30), made)
    assert keeper(journal, drive).keep(NOW, only_if_due=True).trouble is None
    assert all(path.exists() for path in old)
    for days in range(1, 9):
        keeper(journal, drive).keep(NOW + days * DAY, only_if_due=True)
    left = {each.created_at for each in (journal.vault.backup_at(path) for path in drive.iterdir())}
    every = {NOW - timedelta(days=day) for day in range(20, 30)} | {NOW + day * DAY for day in range(9)}
    assert left == kept(every, NOW + 8 * DAY)


def test_the_journals_own_folder_is_no_second_place(journal: Journal, tmp_path: Path) -> None:
    inside = journal.vault.folder / "copies"
    inside.mkdir()
    link = tmp_path / "link"
    link.symlink_to(home(journal))
    for place in (home(journal), inside, journal.vault.folder, link):
        with pytest.raises(BesideJournal):
            keeper(journal).begin_second(place, NOW)
    with pytest.raises(CannotWrite):
        keeper(journal).begin_second(tmp_path / "gone", NOW)


def test_a_damaged_backup_is_not_copied(journal: Journal, drive: Path) -> None:
    first = keeper(journal).keep(NOW, only_if_due=True).made
    assert first is not None
    flip(first)
    with pytest.raises(DamagedBackup):
        keeper(journal).begin_second(drive, NOW)
    assert names(drive) == []


def test_all_are_copied_once(journal: Journal, drive: Path) -> None:
    for days in range(3):
        keeper(journal).keep(NOW + days * DAY, only_if_due=True)
    whole = names(home(journal))
    damaged = keeper(journal).keep(NOW - DAY, only_if_due=True).made
    assert damaged is not None
    flip(damaged)
    (drive / whole[0]).write_text("something of that name")
    assert keeper(journal).copy_all(drive) == 3
    assert keeper(journal).copy_all(drive) == 0
    assert names(drive) == ["20260310T091500Z-2.backup", *whole]


# Ended early


class StopAfter(Stop):
    """Ends the work when it is asked for the so-manieth time whether it is to end."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.left = count

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            self.ask()
        super().check()


def test_ended_at_any_moment_it_leaves_nothing_of_itself(journal: Journal, drive: Path) -> None:
    keeper(journal).begin_second(drive, NOW - DAY)
    before = names(home(journal)), names(drive)
    counted = StopAfter(10**6)
    keeper(journal, drive, counted).keep(NOW, only_if_due=True)
    steps = 10**6 - counted.left
    assert steps > 6
    for count in range(steps):
        for path in {*home(journal).iterdir(), *drive.iterdir()}:
            if path.name not in before[0]:
                path.unlink()
        with pytest.raises(Stopped):
            keeper(journal, drive, StopAfter(count)).keep(NOW, only_if_due=True)
        assert [name for name in names(home(journal)) if name not in before[0]] in ([], ["20260310T091500Z.backup"])
        assert names(drive) == before[1]
        assert all(each.proven for each in journal.vault.backups())


def test_a_statement_under_way_is_ended_from_another_thread(journal: Journal) -> None:
    stop = Stop()
    stop.ask()
    raw = journal.vault._raw
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Stopped), stop.inside(raw):
        raw.execute(endless)
    assert texts(journal) == list(FIRST)


def test_the_journal_is_written_to_meanwhile(journal: Journal, made: Made, tmp_path: Path) -> None:
    found: list[Path | None] = []
    thread = threading.Thread(target=lambda: found.append(keeper(journal).keep(NOW, only_if_due=True).made))
    thread.start()
    saved: list[str] = []
    while thread.is_alive() or not saved:
        saved.append(f"saved meanwhile {len(saved)}")
        save(journal, 2000 + len(saved), saved[-1])
    thread.join()
    assert texts(journal) == [*FIRST, *saved]
    assert journal.vault.findings() == []
    (path,) = found
    assert path is not None
    founding.restore(path, tmp_path / "restored", made.recovery)
    with Made(tmp_path / "restored", made.recovery).open() as restored:
        count = len(texts(restored)) - len(FIRST)
        assert texts(restored) == [*FIRST, *saved[:count]]


KILLED = """
from pathlib import Path
from tests.app.vault.journals import NOW, Made
from app.vault.keeping import Keeper
from app.vault.slots import RecoveryKey
from app.vault.stopping import Stop

class Wait(Stop):
    left = int(sys.argv[4])
    def check(self):
        self.left -= 1
        if self.left < 0:
            print("ready", flush=True)
            sys.stdin.readline()

journal = Made(Path(sys.argv[1]), RecoveryKey(sys.argv[2])).open()
from tests.app.vault.journals import save
save(journal, 3000, "the last words")
Keeper(journal.vault, Path(sys.argv[3]), Wait()).keep(NOW, only_if_due=True)
print("ready", flush=True)
"""


@pytest.mark.parametrize("moment", [0, 1, 3, 5, 7])
def test_killed_at_any_moment_it_costs_nothing_and_is_made_the_next_time(made: Made, drive: Path, moment: int) -> None:
    with made.open() as journal:
        keeper(journal).begin_second(drive, NOW - DAY)
    process = child(KILLED, made.folder, made.recovery.text, drive, moment)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    process.communicate()
    with made.open() as journal:
        assert texts(journal) == [*FIRST, "the last words"]
        assert all(each.proven for each in journal.vault.backups())
        assert keeper(journal, drive).keep(NOW + timedelta(hours=1), only_if_due=True).trouble is None
        assert journal.vault.findings() == []
        for folder in (home(journal), drive):
            assert not [name for name in names(folder) if "partial" in name]
            assert len(names(folder)) == 2
            assert all(journal.vault.backup_at(path).proven for path in folder.iterdir())


# Older ones go on request


def test_what_is_asked_to_go_goes_from_both_places_once_a_new_one_is_there(journal: Journal, drive: Path) -> None:
    keeper(journal).begin_second(drive, NOW)
    keep = keeper(journal, drive)
    keep.keep(NOW + DAY, only_if_due=True)
    (drive / "20200101T000000Z.backup").write_bytes(b"no backup of ours")
    old = [each.path for each in keep.all_there_are()]
    assert {each.parent for each in old} == {home(journal), drive}
    assert len(old) == 4
    assert keep.replace([*old, drive / "20200101T000000Z.backup"], NOW + 2 * DAY) == [drive / "20200101T000000Z.backup"]
    assert names(home(journal)) == ["20260312T091500Z.backup"]
    assert names(drive) == ["20200101T000000Z.backup", "20260312T091500Z.backup"]


def test_without_a_copy_of_the_new_one_the_second_place_keeps_its_own(
    journal: Journal, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper(journal).begin_second(drive, NOW)
    keep = keeper(journal, drive)
    old = [each.path for each in keep.all_there_are()]
    (drive / "20260310T091500Z.backup").rename(drive / "20260310T091500Z.gone")
    assert keep.replace(old, NOW + DAY) == []
    (drive / "20260310T091500Z.gone").rename(drive / "20260310T091500Z.backup")
    assert names(home(journal)) == ["20260311T091500Z.backup"]
    assert names(drive) == ["20260310T091500Z.backup"]


def test_without_a_new_one_nothing_that_is_asked_to_go_goes(journal: Journal) -> None:
    keep = keeper(journal)
    keep.keep(NOW, only_if_due=True)
    old = [each.path for each in keep.all_there_are()]
    keep.stop.ask()
    with pytest.raises(Stopped):
        keep.replace(old, NOW + DAY)
    assert [each.exists() for each in old] == [True]
