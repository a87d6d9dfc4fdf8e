"""The door: which arguments open the window, and that a command never loads one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app
from ui.__main__ import is_for_window, main


@pytest.mark.parametrize("arguments", [[], ["--journal", "x"], ["--journal=x"], ["--gallery"]])
def test_without_a_command_it_is_for_the_window(arguments: list[str]) -> None:
    assert is_for_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["--help"], ["--version"], ["--journal"], ["--journal", "x", "list"], ["--journal=x", "list"]],
)
def test_anything_else_is_a_command(arguments: list[str]) -> None:
    assert not is_for_window(arguments)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_one_sentence_says_where_to_look(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "courage-journal --help" in said.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps memory apart")
def test_the_memory_of_a_window_is_hidden_before_it_takes_a_key(tmp_path: Path) -> None:
    code = (
        "import ctypes, os, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from ui import __main__ as door, start\n"
        "def tell(): print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True); os._exit(0)\n"
        "def make(): made = own(); QTimer.singleShot(0, made, tell); return made\n"
        "own, start.make_application = start.make_application, make\n"
        "door.main(['--journal', sys.argv[1]])"
    )
    places = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = os.environ | places | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    asked = [sys.executable, "-c", code, str(tmp_path / "journal")]
    done = subprocess.run(asked, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "0"


def test_a_command_is_answered_without_a_window() -> None:
    at_the_end = "atexit.register(lambda: print(*sys.modules))"
    code = f"import atexit, sys, ui.__main__ as door; {at_the_end}; door.main(['--version'])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    version, modules = result.stdout.splitlines()
    assert app.__version__ in version
    assert not {"PySide6", "shiboken6"} & set(modules.split())
