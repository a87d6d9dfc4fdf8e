"""The door of one journal: who answers there, who is believed, and what is left behind by a process that was killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform == "win32":
    pytest.skip("it is made of pipes elsewhere", allow_module_level=True)

from app import paths
from tests.rules.test_house import ROOT
from ui.doorbell.bell import Bell
from ui.doorbell.posix import PipedDoor

_HOLDS = """
import sys
from pathlib import Path
from ui.doorbell.posix import PipedDoor
door = PipedDoor(Path(sys.argv[1]))
print(door.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of a journal, on a computer where nobody is at any door."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return tmp_path / "journal"


@pytest.fixture
def place(folder: Path) -> Path:
    """Where its door is, once somebody has been there."""
    PipedDoor(folder).close()
    (found,) = paths.runtime_folder().iterdir()
    return found


@pytest.fixture
def elsewhere(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another process, which has taken the door and does not listen."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, folder],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "True"
    yield process
    process.kill()
    process.communicate()


def test_the_first_takes_it_and_hears_the_second(qtbot: QtBot, folder: Path) -> None:
    first = Bell()
    assert first.hang(folder, ring=True)
    first.listen()
    ringing = subprocess.Popen(
        [sys.executable, "-c", _RINGS, folder.parent / "." / folder.name], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with qtbot.waitSignal(first.rung):
        pass
    assert ringing.communicate()[0].strip() == "False"


_RINGS = """
import sys
from pathlib import Path
from ui.doorbell.bell import Bell
print(Bell().hang(Path(sys.argv[1]), ring=True))
"""


def test_whoever_is_not_heard_stays(
    folder: Path, elsewhere: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.doorbell.posix._PATIENCE", 0.1)
    assert Bell().hang(folder, ring=True)


def test_what_starts_anew_rings_nowhere(folder: Path, elsewhere: "subprocess.Popen[str]") -> None:
    assert Bell().hang(folder, ring=False)


def test_a_door_left_by_a_killed_process_is_free(folder: Path, elsewhere: "subprocess.Popen[str]") -> None:
    elsewhere.kill()
    elsewhere.wait()
    door = PipedDoor(folder)
    assert not door.ring()
    assert door.take()
    door.close()


def test_a_program_started_from_the_first_does_not_keep_the_door(folder: Path) -> None:
    door = PipedDoor(folder)
    assert door.take()
    command, both = [sys.executable, "-c", "print(flush=True); input()"], subprocess.PIPE
    with subprocess.Popen(command, stdin=both, stdout=both, close_fds=False) as child:
        assert child.stdout is not None
        child.stdout.readline()
        door.close()
        again = PipedDoor(folder)
        assert again.take()
        again.close()
        child.communicate(b"\n")


def test_each_journal_has_its_own(folder: Path) -> None:
    one, other = PipedDoor(folder), PipedDoor(folder.with_name("another"))
    assert one.take()
    assert other.take()
    one.close()
    other.close()


def test_a_bell_that_moves_leaves_the_door_free(folder: Path) -> None:
    bell = Bell()
    assert bell.hang(folder, ring=True)
    bell.move(folder.with_name("another"))
    door = PipedDoor(folder)
    assert door.take()
    door.close()


def test_two_names_of_one_folder_are_one_door(folder: Path) -> None:
    folder.mkdir()
    (folder.parent / "link").symlink_to(folder)
    one, other = PipedDoor(folder), PipedDoor(folder.parent / "link")
    assert one.take()
    assert not other.take()
    one.close()
    other.close()


@pytest.mark.parametrize("which", [0, 1])
def test_a_place_that_others_can_enter_is_not_believed(folder: Path, place: Path, which: int) -> None:
    (place, place.parent)[which].chmod(0o777)
    with pytest.raises(PermissionError):
        PipedDoor(folder)
    assert Bell().hang(folder, ring=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give away a folder")
@pytest.mark.parametrize("name", ["", "asks"])
def test_what_belongs_to_somebody_else_is_not_believed(folder: Path, place: Path, name: str) -> None:
    if name:
        os.mkfifo(place / name, 0o600)
    os.chown(place / name, 12345, 12345)
    assert Bell().hang(folder, ring=True)
    if not name:
        with pytest.raises(PermissionError):
            PipedDoor(folder)
    else:
        door = PipedDoor(folder)
        assert (door.take(), door.ring()) == (False, False)
        door.close()


def test_what_is_no_pipe_is_not_believed(folder: Path, place: Path, tmp_path: Path) -> None:
    (tmp_path / "bait").touch(0o600)
    for hostile in (lambda at: at.symlink_to(tmp_path / "bait"), lambda at: at.write_text("!"), Path.mkdir):
        at = place / "asks"
        hostile(at)
        door = PipedDoor(folder)
        assert (door.take(), door.ring()) == (False, False)
        door.close()
        at.rmdir() if at.is_dir() else at.unlink()
    assert (tmp_path / "bait").read_text() == ""


def test_a_pipe_that_is_full_does_not_keep_anybody(folder: Path, elsewhere: "subprocess.Popen[str]") -> None:
    (place,) = paths.runtime_folder().iterdir()
    asks = os.open(place / "asks", os.O_WRONLY | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while os.write(asks, bytes(2**16)):
            pass
    door = PipedDoor(folder)
    assert not door.ring()
    door.close()
    os.close(asks)


def test_where_there_is_no_place_to_sign_out_of_it_is_in_the_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    door = PipedDoor(tmp_path / "journal")
    assert door.take()
    door.close()
    made = [paths.runtime_folder(), *paths.runtime_folder().rglob("*")]
    assert paths.runtime_folder().is_relative_to(tmp_path / "cache")
    assert [oct(path.stat().st_mode & 0o777) for path in made] == ["0o700", "0o700", "0o600"]
