"""Row 4: on a full disk, a read-only one, or with its folder gone, a journal says so, and saves when it can again.

The small disk is a real one. That every single call may fail is shown by tests/flows/test_kills.py, told to try more.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError, CannotWrite
from app.journal import Journal
from app.vault import reserve
from app.vault.slots import SMALL_COST
from tests.app.vault.journals import NOW, Made
from tests.app.vault.test_reserve import Disk
from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases, chance, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import founded, kept, save, work

WHAT = "disk full, read-only, folder gone; each call failing"
FULL, READ_ONLY, GONE, FAILING, WINDOWS = 200, 10, 30, 9, 5
WINDOW = "tests/flows/window/test_rooms.py"
COMMANDS = ("add", "import", "backup", "restore", "export")
_SIZE = 24 * 2**20


def run(scale: float) -> Result:
    """300 cases in full: 200 full disks, 10 read-only, 30 folders gone; 9 failing calls of each of 5 commands; and the
    window at each of 3 such places, 5 times.
    """
    with workshop() as place, _small_disk(place / "disk") as disk:
        if disk is None:
            return Result(failures=["only root on Linux can mount a small disk to fill"])
        room = _Room(disk, _written(place / "journal"))
        result = Result()
        for what, full in ((_full, FULL), (_read_only, READ_ONLY), (_gone, GONE)):
            for number in range(cases(full, scale)):
                result.add(room.tried(what, chance(4, what.__name__, number)))
    if cases(FAILING, scale) > 1:  # these have their short form where they are
        result.add(_failing_calls(cases(FAILING, scale)))
        result.add(outcome_of([WINDOW], times=cases(WINDOWS, scale), only="full or written or gone"))
    return result


@forking
def test_nothing_is_lost_where_nothing_can_be_written() -> None:
    assert_holds(4, 0.05)


def _failing_calls(calls: int) -> Result:
    test = "tests/flows/test_kills.py::test_a_call_that_fails_is_a_refusal_that_changed_nothing_or_no_matter"
    found = outcome_of([f"{test}[{name}]" for name in COMMANDS], environment={"COURAGE_KILLS": str(2 * calls)})
    return Result(found.tried * calls, found.failures, counts={"failing calls": found.tried * calls})


# The small disk


@contextmanager
def _small_disk(root: Path) -> Iterator[Disk | None]:
    root.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=700", "tmpfs", str(root)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        yield None
        return
    try:
        yield Disk(root)
    finally:
        subprocess.run(["umount", str(root)], check=True)


@dataclass
class _Written:
    """A closed journal, and what is in it."""

    made: Made
    whole: dict[int, int]


def _written(folder: Path) -> _Written:
    made, saves = founded(folder), work(chance(4), 0)
    with made.open() as journal:
        for _ in range(8):
            save(journal, next(saves))
        return _Written(made, kept(journal.vault))


def _leave(disk: Disk, room: int) -> None:
    """Fills the disk but for so many bytes."""
    disk.fill()
    filler = disk.root / "filler"
    os.truncate(filler, max(0, filler.stat().st_size - room))


# What somebody does there; what cannot be done now is done once more when it can


def _save_one(journal: Journal) -> None:
    save(journal, [(90_000, 3)])


def _save_many(journal: Journal) -> None:
    save(journal, [(number, 0) for number in range(91_000, 91_200)])


def _change_passphrase(journal: Journal) -> None:
    journal.vault.change_passphrase("another lamp", SMALL_COST)


def _back_up(journal: Journal) -> None:
    journal.vault.back_up(NOW)


STEPS: dict[Callable[[Journal], None], dict[int, int]] = {
    _save_one: {90_000: 3},
    _save_many: dict.fromkeys(range(91_000, 91_200), 0),
    _change_passphrase: {},
    _back_up: {},
}
_Trial = Callable[["_Room", Made, Journal, Callable[[], None], random.Random], bool]


class _Room:
    """The small disk, and a journal to put on it for each try."""

    def __init__(self, disk: Disk, written: _Written) -> None:
        self.disk, self._written = disk, written

    def tried(self, trial: _Trial, source: random.Random) -> Result:
        """One try: whether the step was refused is counted, whatever is not as it has to be then is a failure."""
        step = source.choice(list(STEPS))
        made = Made(self.disk.root / "journal", self._written.made.recovery)
        shutil.copytree(self._written.made.folder, made.folder)
        result = Result(1)
        try:
            with made.open() as journal:
                if source.random() < 0.5:
                    save(journal, [(89_000, 0)])
                    self._expect(journal, {}, {89_000: 0})
                before = kept(journal.vault)
                is_refused = trial(self, made, journal, lambda: step(journal), source)
                self._expect(journal, before, STEPS[step])
            with made.open() as again:
                self._expect(again, before, STEPS[step])
                result.failures += again.vault.findings()
            result.count(f"{trial.__name__[1:]}, {'refused' if is_refused else 'done'}")
        except (AppError, AssertionError) as error:
            result.failures.append(f"{trial.__name__[1:]}, {step.__name__[1:]}: {error!r}")
        finally:
            self._clear()
        return result

    def _expect(self, journal: Journal, before: dict[int, int], more: dict[int, int]) -> None:
        found = kept(journal.vault)
        assert found.items() >= (before | more).items(), "something is missing"

    def _clear(self) -> None:
        for path in self.disk.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _full(room: _Room, made: Made, journal: Journal, step: Callable[[], None], source: random.Random) -> bool:
    """The words are still in hand after a refusal, and are saved when there is room."""
    if source.random() < 0.7:
        reserve.release(made.folder)
    _leave(room.disk, source.choice((0, 0, source.randrange(2**14), source.randrange(2**19))))
    before = kept(journal.vault)
    try:
        step()
    except AppError:
        assert kept(journal.vault) == before, "a refusal has changed something"
    else:
        room.disk.free()
        return False
    room.disk.free()
    step()
    return True


def _read_only(room: _Room, made: Made, journal: Journal, step: Callable[[], None], source: random.Random) -> bool:
    """A journal that is not open is refused there, with nothing changed."""
    other = Made(room.disk.root / "other", made.recovery)
    shutil.copytree(made.folder, other.folder, ignore=shutil.ignore_patterns("journal.db-*"))
    bind = ["mount", "--bind", str(other.folder), str(other.folder)]
    subprocess.run(bind, check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(other.folder)], check=True)
    try:
        with suppress(CannotWrite):
            other.open()
            raise AssertionError("it was opened")
    finally:
        subprocess.run(["umount", str(other.folder)], check=True)
    step()
    return True


def _gone(room: _Room, made: Made, journal: Journal, step: Callable[[], None], source: random.Random) -> bool:
    """Whether it can be saved somewhere else or not, it is there when the folder is back."""
    elsewhere = made.folder.rename(made.folder.with_name("elsewhere"))
    try:
        step()
    except AppError:
        assert not made.folder.exists(), "something was made in its place"
        elsewhere.rename(made.folder)
        step()
        return True
    elsewhere.rename(made.folder)
    return False
