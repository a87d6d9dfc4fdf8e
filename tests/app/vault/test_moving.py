"""A journal is whole at one place or the other at every moment, and what is there already is left alone."""

import errno
import shutil
from pathlib import Path

import pytest

from app.errors import CannotWrite, DiskFull, FolderNotEmpty, JournalInUse, NoJournal, NotAJournal
from app.vault import moving
from tests.app.vault.journals import FIRST, NOW, Made, contents, texts


@pytest.fixture
def two_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot rename the journal's folder to its new place."""
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if ".partial" not in self.name:
            raise OSError(errno.EXDEV, "another disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)


@pytest.fixture(params=["one disk", "two disks"])
def disks(request: pytest.FixtureRequest) -> str:
    if request.param == "two disks":
        request.getfixturevalue("two_disks")
    return str(request.param)


def opened(folder: Path, made: Made) -> list[str]:
    with Made(folder, made.recovery).open() as journal:
        assert journal.vault.findings() == []
        return texts(journal)


@pytest.mark.usefixtures("disks")
@pytest.mark.parametrize("target_is_there", [True, False])
def test_all_of_it_moves_and_the_new_place_is_remembered_in_between(
    made: Made, tmp_path: Path, target_is_there: bool
) -> None:
    with made.open() as journal:
        journal.vault.back_up(NOW)
    (made.folder / "a note of mine.txt").write_text("kept")
    before, target = contents(made.folder), tmp_path / "other" / "place"
    if target_is_there:
        target.mkdir(parents=True)
    switched: list[bool] = []
    assert moving.move(made.folder, target, lambda: switched.append((target / "vault.json").exists()))
    assert switched == [True]
    assert contents(target) == before
    assert not made.folder.exists()
    assert opened(target, made) == list(FIRST)
    assert [each.name for each in target.parent.iterdir()] == ["place"]


@pytest.mark.usefixtures("disks")
def test_the_last_words_before_a_crash_move_along(crashed: Made, tmp_path: Path) -> None:
    assert moving.move(crashed.folder, tmp_path / "new", lambda: None)
    assert opened(tmp_path / "new", crashed) == [*FIRST, "the last words"]


@pytest.mark.usefixtures("two_disks")
def test_across_disks_files_belong_to_their_owner_and_links_stay_links(made: Made, tmp_path: Path) -> None:
    (made.folder / "link").symlink_to("vault.json")
    moving.move(made.folder, tmp_path / "new", lambda: None)
    assert (tmp_path / "new" / "link").readlink() == Path("vault.json")
    assert (tmp_path / "new" / "journal.db").stat().st_mode & 0o077 == 0


def test_the_old_place_has_everything_until_the_new_one_is_remembered(made: Made, tmp_path: Path, disks: str) -> None:
    before = contents(made.folder)

    class Stop(Exception):
        pass

    def fail() -> None:
        raise Stop

    with pytest.raises(Stop):
        moving.move(made.folder, tmp_path / "new", fail)
    assert contents(tmp_path / "new") == before
    assert made.folder.exists() == (disks == "two disks")


@pytest.mark.usefixtures("disks")
def test_a_journal_that_is_open_stays(made: Made, tmp_path: Path) -> None:
    with made.open(), pytest.raises(JournalInUse):
        moving.move(made.folder, tmp_path / "new", lambda: None)
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("disks")
def test_a_target_that_holds_anything_is_left_alone(made: Made, tmp_path: Path) -> None:
    before, target = contents(made.folder), tmp_path / "full"
    target.mkdir()
    (target / "something").touch()
    for place in (target, made.folder, made.folder / "inside", made.folder.parent):
        with pytest.raises(FolderNotEmpty):
            moving.move(made.folder, place, lambda: None)
    assert contents(made.folder) == before
    assert [each.name for each in target.iterdir()] == ["something"]


def test_only_a_journal_is_moved(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter").touch()
    with pytest.raises(NotAJournal):
        moving.move(tmp_path / "papers", tmp_path / "new", lambda: None)
    with pytest.raises(NoJournal):
        moving.move(tmp_path / "nowhere", tmp_path / "new", lambda: None)
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("two_disks")
@pytest.mark.parametrize(
    ("trouble", "refusal"),
    [(OSError(errno.ENOSPC, "full"), DiskFull), (OSError(errno.EIO, "broken"), CannotWrite), (None, CannotWrite)],
    ids=["full", "broken", "wrong bytes"],
)
def test_a_copy_that_fails_or_differs_leaves_the_journal_where_it_was(
    made: Made,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: OSError | None,
    refusal: type[Exception],
) -> None:
    before, copy = contents(made.folder), shutil.copyfile

    def failing(source: Path, target: Path) -> None:
        copy(source, target)
        if source.name == "journal.db":
            if trouble is not None:
                raise trouble
            target.write_bytes(target.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(shutil, "copyfile", failing)
    with pytest.raises(refusal):
        moving.move(made.folder, tmp_path / "new", lambda: None)
    assert contents(made.folder) == before
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".new*"))


@pytest.mark.usefixtures("two_disks")
def test_an_old_place_that_cannot_be_cleared_is_told_and_is_no_journal_any_more(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = shutil.rmtree

    def refused(folder: Path, *, ignore_errors: bool = False) -> None:
        if folder == made.folder:
            raise PermissionError
        remove(folder, ignore_errors=ignore_errors)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", refused)
        assert not moving.move(made.folder, tmp_path / "new", lambda: None)
    assert not (made.folder / "vault.json").exists()
    assert opened(tmp_path / "new", made) == list(FIRST)
