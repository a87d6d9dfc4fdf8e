"""One process at a time, and files that belong to their owner alone."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import CannotWrite, FolderNotEmpty, JournalInUse
from app.vault import files, founding
from app.vault.slots import SMALL_COST, RecoveryKey
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Images, Made, child, copy, save, texts

OPEN = """
from datetime import UTC, datetime
from pathlib import Path
from app.journal import Journal
from app.vault.slots import RecoveryKey
from tests.app.vault.journals import save
journal = Journal.open(Path(sys.argv[1]), RecoveryKey(sys.argv[2]), datetime.now(UTC))
save(journal, 4000, 'words of the child')
"""


def test_a_second_opener_in_this_process_is_refused(made: Made) -> None:
    with made.open():
        with pytest.raises(JournalInUse):
            made.open()
        with pytest.raises(JournalInUse):
            made.open(PASSPHRASE)
    made.open().close()


def test_a_process_that_has_closed_the_journal_is_in_nobodys_way(made: Made) -> None:
    with child(OPEN + "journal.close()", made.folder, made.recovery.text) as process:
        with made.open() as journal:
            assert texts(journal)[-1] == "words of the child"
        process.communicate("\n")


def test_the_lock_of_a_killed_process_is_free_and_its_words_are_there(made: Made) -> None:
    with child(OPEN, made.folder, made.recovery.text) as process:
        with pytest.raises(JournalInUse):
            made.open()
        process.kill()
        process.communicate()
        with made.open() as journal:
            assert texts(journal) == [*FIRST, "words of the child"]
            assert journal.vault.findings() == []


def test_a_left_lock_file_holds_nobody_up(made: Made) -> None:
    (made.folder / "vault.lock").write_text("4711")
    made.open().close()


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes; the folder's own rights hold")


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> set[tuple[str, int]]:
    paths = [folder, *folder.rglob("*")]
    return {("folder" if path.is_dir() else "file", stat.S_IMODE(path.stat().st_mode)) for path in paths}


PRIVATE = {("folder", 0o700), ("file", 0o600)}


@posix
@pytest.mark.usefixtures("umask")
def test_everything_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "deep" / "journal"
    recovery = RecoveryKey(founding.create(folder, "words", SMALL_COST))
    assert modes(tmp_path / "new") == PRIVATE
    made = Made(folder, recovery)
    with made.open() as journal:
        save(journal, 1, "words")
        backup = journal.vault.back_up(NOW)
        journal.vault.change_passphrase("new", SMALL_COST)
        assert {path.name for path in folder.iterdir()} >= {"journal.db-wal", "journal.db-shm"}
        assert modes(tmp_path / "new") == PRIVATE
    founding.restore(backup, tmp_path / "new" / "restored", recovery)
    made.open().close()
    assert modes(tmp_path / "new") == PRIVATE


def test_a_new_journal_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "place" / "journal"
    seen: list[bool] = []

    class Watch(Images):
        def take(self) -> None:
            seen.append(folder.exists())

    keys: list[str] = []
    Watch(folder, tmp_path).during(lambda: keys.append(founding.create(folder, "words", SMALL_COST)))
    assert seen[-1]
    assert not any(seen[:-1])
    assert [path.name for path in folder.parent.iterdir()] == ["journal"]
    open_vault(folder, RecoveryKey(keys[0])).close()


def test_a_journal_is_made_in_an_empty_folder_and_beside_the_rest_of_an_interrupted_one(tmp_path: Path) -> None:
    folder = tmp_path / "jour*al [1]"
    folder.mkdir()
    left = tmp_path / f".{folder.name}.0badcafe.partial"
    stranger = tmp_path / ".journal 1.0badcafe.partial"
    for each in (left, stranger):
        each.mkdir()
        (each / "journal.db").write_bytes(b"half")
    founding.create(folder, "words", SMALL_COST)
    assert not left.exists()
    assert stranger.exists()


def test_a_journal_is_never_made_over_anything(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("words")
    for place in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(FolderNotEmpty):
            founding.create(place, "words", SMALL_COST)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_that_cannot_be_written_to_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("words")
    with pytest.raises(CannotWrite):
        founding.create(tmp_path / "letter.txt" / "journal", "words", SMALL_COST)
    with pytest.raises(CannotWrite):
        founding.create(tmp_path / ("long" * 100), "words", SMALL_COST)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), files.complete_file(path) as partial:  # noqa: PT012
        partial.write_text("half of the ne")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_interrupted_writes_have_left_goes_with_the_next_session(made: Made) -> None:
    left = made.folder / ".vault.json.0badcafe.partial"
    left.write_text("half")
    with made.open() as journal:
        assert left.exists()
        save(journal, 1, "words")
        assert not left.exists()


def test_a_copy_of_the_folder_is_a_journal_of_its_own(made: Made, tmp_path: Path) -> None:
    with made.open(), Made(copy(made.folder, tmp_path / "copy"), made.recovery).open() as journal:
        assert texts(journal) == list(FIRST)
