"""A row in its short form: the same program as in full, told to try less, in a process that has nothing else in it."""

import subprocess
import sys

import pytest

from tests.flows.program import ROOT

forking = pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be forked there")


def assert_holds(row: int, scale: float) -> None:
    """The row holds at this scale; what it says otherwise is shown."""
    command = [sys.executable, "-m", "tests.stress.run", str(row), "--scale", str(scale)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none failed" in done.stdout
