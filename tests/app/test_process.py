"""A process that has protected itself writes for its owner alone and leaves no memory behind; proven in a child."""

import subprocess
import sys

import pytest

from app import process

posix = pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")
linux = pytest.mark.skipif(sys.platform != "linux", reason="on Linux only")


def child(code: str, before: str = "") -> str:
    """What a fresh process prints after it has protected itself."""
    source = f"import os, sys\n{before}\nfrom app import process\nprocess.protect()\n{code}"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_its_own_commands_are_the_program_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process.own_command("hidden") == [sys.executable, "-m", "app", "hidden"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.own_command("hidden") == [sys.executable, "hidden"]


@posix
def test_new_files_and_folders_are_for_their_owner_alone() -> None:
    made = (
        "import tempfile, pathlib\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    file, inner = pathlib.Path(folder, 'file'), pathlib.Path(folder, 'inner')\n"
        "    file.touch(); inner.mkdir()\n"
        "    print(oct(file.stat().st_mode & 0o777), oct(inner.stat().st_mode & 0o777))"
    )
    assert child(made, before="os.umask(0)") == "0o600 0o700"


@posix
def test_no_core_is_dumped() -> None:
    assert child("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))") == "(0, 0)"


@posix
def test_a_limit_that_stands_already_is_no_reason_to_fail() -> None:
    before = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0))"
    assert child("print('fine')", before) == "fine"


@linux
def test_no_other_process_of_this_user_reads_its_memory() -> None:
    get_dumpable = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert child(get_dumpable) == "0"
