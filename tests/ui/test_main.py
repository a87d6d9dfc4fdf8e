"""The door: which arguments open the window, and that a command never loads one."""

import subprocess
import sys

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


def test_a_command_is_answered_without_a_window() -> None:
    at_the_end = "atexit.register(lambda: print(*sys.modules))"
    code = f"import atexit, sys, ui.__main__ as door; {at_the_end}; door.main(['--version'])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    version, modules = result.stdout.splitlines()
    assert app.__version__ in version
    assert not {"PySide6", "shiboken6"} & set(modules.split())
