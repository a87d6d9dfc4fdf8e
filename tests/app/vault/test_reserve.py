"""On a full disk the last words fit; then saving is refused, and nothing is lost, damaged or called damaged."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import DiskFull
from app.vault import founding, reserve
from app.vault.files import create_private_folder
from app.vault.keeping import Keeper
from app.vault.slots import SMALL_COST, Passphrase
from app.vault.stopping import Stop
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Made, copy, save, texts

LONG = "many words " * 20_000


class Disk:
    """A small file system of its own, to be filled to the last byte."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._filler = root / "filler"

    def fill(self) -> None:
        with self._filler.open("ab", buffering=0) as stream:
            for size in (2**20, 2**12, 1):
                try:
                    while True:
                        stream.write(b"x" * size)
                except OSError:
                    continue

    def free(self) -> None:
        self._filler.unlink()


@pytest.fixture(scope="module")
def mounted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk to fill")
    root = tmp_path_factory.mktemp("disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=96m,mode=700", "tmpfs", str(root)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk to fill is not allowed here")
    yield root
    subprocess.run(["umount", str(root)], check=True)


@pytest.fixture
def disk(mounted: Path) -> Iterator[Disk]:
    yield Disk(mounted)
    for path in mounted.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture
def tight(disk: Disk, original: Made) -> Made:
    """The journal on that disk, with its ballast."""
    folder = disk.root / "journal"
    shutil.copytree(original.folder, folder)
    return Made(folder, original.recovery)


def has_ballast(made: Made) -> bool:
    path = made.folder / "reserve.bin"
    return path.exists() and path.stat().st_size == reserve.SIZE


def fill_with_saves(made: Made) -> list[str]:
    """Saves until there is really no room any more, then closes. Returns what had been reported as saved."""
    saved = list(FIRST)
    with made.open() as journal:
        for number in range(1000, 2000):
            try:
                save(journal, number, f"{number} {LONG}")
            except DiskFull:
                break
            saved.append(f"{number} {LONG}")
        else:
            pytest.fail("the disk never filled")
        assert not has_ballast(made)
        assert texts(journal) == saved
    return saved


def test_the_last_words_fit_on_a_full_disk_and_the_ballast_comes_back_with_the_room(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        save(journal, 1000, "before")
        disk.fill()
        save(journal, 1001, LONG)
        assert not has_ballast(tight)
    with tight.open() as journal:
        assert texts(journal) == [*FIRST, "before", LONG]
    disk.free()
    with tight.open() as journal:
        save(journal, 1002, "after")
    assert has_ballast(tight)


def test_the_first_words_of_a_session_fit_on_a_disk_that_was_full_before(disk: Disk, tight: Made) -> None:
    disk.fill()
    with tight.open() as journal:
        assert texts(journal) == list(FIRST)
        save(journal, 1000, "words")
    disk.free()
    with tight.open() as journal:
        assert texts(journal) == [*FIRST, "words"]


def test_when_nothing_fits_any_more_that_is_said_and_nothing_is_lost(disk: Disk, tight: Made) -> None:
    disk.fill()
    saved = fill_with_saves(tight)
    disk.free()
    with tight.open() as journal:
        assert texts(journal) == saved
        assert journal.vault.findings() == []
        save(journal, 5000, "after")


def test_a_crash_on_a_full_disk_loses_nothing(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        save(journal, 1000, "the last words")
        crash = Made(copy(tight.folder, disk.root / "crash"), tight.recovery)
    shutil.rmtree(tight.folder)
    (crash.folder / "reserve.bin").unlink()
    disk.fill()
    with pytest.raises(DiskFull):
        crash.open()
    disk.free()
    with crash.open() as journal:
        assert texts(journal) == [*FIRST, "the last words"]


def test_a_full_disk_is_not_called_damage(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        for number in range(1000, 1020):
            save(journal, number, LONG)
        (tight.folder / "reserve.bin").unlink()
        disk.fill()
        with pytest.raises(DiskFull):
            journal.vault.back_up(NOW)
        assert not list((tight.folder / "backups").iterdir())
        try:
            assert journal.vault.findings() == []
        except DiskFull:
            disk.free()
        assert journal.vault.findings() == []


def test_a_passphrase_that_could_not_be_changed_stays_as_it_was(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        save(journal, 1000, "words")
        (tight.folder / "reserve.bin").unlink()
        disk.fill()
        with pytest.raises(DiskFull):
            journal.vault.change_passphrase("new", SMALL_COST)
        disk.free()
        save(journal, 1001, "more")
    with tight.open(PASSPHRASE) as journal:
        assert texts(journal) == [*FIRST, "words", "more"]


def test_a_journal_is_neither_made_nor_restored_by_half(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        backup = journal.vault.back_up(NOW)
    disk.fill()
    before = sorted(path.name for path in disk.root.iterdir())
    with pytest.raises(DiskFull):
        founding.create(disk.root / "new", "words", SMALL_COST)
    with pytest.raises(DiskFull):
        founding.restore(backup, disk.root / "restored", tight.recovery)
    with pytest.raises(DiskFull):
        founding.restore(backup, tight.folder, tight.recovery, aside=disk.root / "aside")
    assert sorted(path.name for path in disk.root.iterdir()) == before
    tight.open().close()


def test_a_mount_point_itself_can_hold_the_journal(disk: Disk) -> None:
    founding.create(disk.root, "words", SMALL_COST)
    open_vault(disk.root, Passphrase("words")).close()
    assert not list(disk.root.parent.glob(f".{disk.root.name}.*"))


def test_ballast_is_not_put_back_where_room_is_scarce(disk: Disk, tight: Made) -> None:
    reserve.release(tight.folder)
    create_private_folder(disk.root / "other")
    (disk.root / "other" / "file").write_bytes(bytes(40 * 2**20))
    reserve.renew(tight.folder)
    assert not has_ballast(tight)
    (disk.root / "other" / "file").unlink()
    reserve.renew(tight.folder)
    assert has_ballast(tight)


def test_a_backup_by_itself_leaves_the_last_space_to_the_words(disk: Disk, tight: Made) -> None:
    with tight.open() as journal:
        (disk.root / "film.mkv").write_bytes(bytes(60 * 2**20))
        free = shutil.disk_usage(disk.root).free
        assert free > 4 * journal.vault.size()
        with pytest.raises(DiskFull):
            Keeper(journal.vault, None, Stop()).keep(NOW, only_if_due=True)
        assert not list((tight.folder / "backups").iterdir())
        save(journal, 1000, LONG)
        assert has_ballast(tight)
        (disk.root / "film.mkv").unlink()
        assert Keeper(journal.vault, None, Stop()).keep(NOW, only_if_due=True).made is not None
