"""`--selftest` from source: a line for each part, and a part that does not work is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import app
from app.cli import selftest
from app.cli.selftest import Broken, Part

LIBRARY = ["program", "resources", "keys", "database", "keyring", "coaching pack"]
WINDOW = ["platforms", "window", "fonts", "icons"]


@pytest.mark.parametrize(("module", "parts"), [("ui", LIBRARY + WINDOW), ("app", LIBRARY)])
def test_every_part_works_and_nothing_is_left(tmp_path: Path, module: str, parts: list[str]) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", module, "--selftest"],
        env=os.environ | places | {"HOME": str(tmp_path)},
        cwd=Path(app.__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = done.stdout.splitlines()
    assert [line for line in lines[:-1] if ": ok, " not in line] == []
    assert (done.returncode, lines[-1]) == (0, "All parts work.")
    assert [line.split(": ")[0] for line in lines[:-1]] == parts
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def _broken() -> str:
    raise Broken("the lamp is out")


def _missing() -> str:
    raise ImportError("lamp.so: cannot open\nshared object file")


def test_what_does_not_work_is_said_in_one_line_and_the_rest_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    parts = [Part("lamp", _broken), Part("wick", _missing), Part("oil", lambda: "half full")]
    assert selftest.run(parts) == 1
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "lamp: does not work: the lamp is out",
        "wick: does not work: ImportError: lamp.so: cannot open shared object file",
        "oil: ok, half full",
        "Not every part works.",
    ]
