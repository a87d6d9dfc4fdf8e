"""Starts the program anew in its locked state: only a new process has nothing of the old one in its memory."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

PLACE, NOTICE, SAMPLE = "COURAGE_JOURNAL_PLACE", "COURAGE_JOURNAL_NOTICE", "COURAGE_JOURNAL_SAMPLE"


def start_anew(folder: Path, place: str, notice: str = "", *, with_sample: bool = False) -> NoReturn:
    """Ends this process; in its stead one begins that asks for the passphrase of `folder`, at `place` on the screen.

    `notice` is a sentence about the folder, never of the journal. With the sample, that is looked at before.
    """
    command, environment = command_line(folder), environment_with(place, notice)
    if with_sample:
        environment = {**environment, SAMPLE: "1"}
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command, env=environment)
        os._exit(0)
    os.execve(command[0], list(command), environment)  # noqa: S606  the same program, without a shell


def command_line(folder: Path) -> Sequence[str]:
    """How this program was started, but for which journal. The bundled one is started by its own name alone."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--journal", str(folder)]
    own = len(sys.argv) - 1
    started = sys.orig_argv[: len(sys.orig_argv) - own] if own else sys.orig_argv
    return [sys.executable, *started[1:], "--journal", str(folder)]


def environment_with(place: str, notice: str) -> Mapping[str, str]:
    """This environment, where the window stood, and a sentence to begin with."""
    return os.environ | {PLACE: place, NOTICE: notice, "PYINSTALLER_RESET_ENVIRONMENT": "1"}


def place_given() -> str:
    """Where the window stood before it was started anew; "" at a first start."""
    return os.environ.pop(PLACE, "")


def sample_asked() -> bool:
    """Whether the program before this one was left to look at the sample."""
    return os.environ.pop(SAMPLE, "") != ""


def notice_given() -> str:
    """What the program before this one has to say; "" at a first start."""
    return os.environ.pop(NOTICE, "")
