"""A small disk, a folder that cannot be written to, a terminal: places for a command that no plain folder can be."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.flows.program import PROGRAM, ROOT, Argument, Home

# What a hung terminal is given up after; nothing is measured by it.
_PATIENCE = 120

READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"'
SMALL_DISK = 'mount -t tmpfs -o "size=$2,mode=700" tmpfs "$1" && cp -a "$3" "$1/journal"'


class Room:
    """Mounts that only the commands run in here see; `inside` is how the test sees them."""

    def __init__(self, script: str, *arguments: Argument) -> None:
        kind = "--mount" if os.geteuid() == 0 else "--map-root-user"
        self._holder = subprocess.Popen(
            ["unshare", "--mount", kind, "sh", "-c", f"{script} && echo ready && exec cat", "sh", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._holder.stdout is not None
        self.is_ready = self._holder.stdout.readline() == b"ready\n"
        users = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        self.program = ["nsenter", f"--target={self._holder.pid}", "--mount", *users, *PROGRAM]

    def inside(self, path: Path) -> Path:
        """The same path as it looks in the room."""
        return Path(f"/proc/{self._holder.pid}/root{path}")

    def close(self) -> None:
        """Ends the room with all that is in it."""
        self._holder.communicate()


@contextmanager
def room(script: str, *arguments: Argument) -> Iterator[Room]:
    """A room for the length of a block."""
    made = Room(script, *arguments)
    try:
        assert made.is_ready, "the mount was refused"
        yield made
    finally:
        made.close()


@cache
def can_mount() -> bool:
    """Whether this system lets this user have mounts of its own."""
    if sys.platform != "linux" or shutil.which("unshare") is None or shutil.which("nsenter") is None:
        return False
    made = Room("mount -t tmpfs tmpfs /mnt")
    made.close()
    return made.is_ready


def fill(folder: Path) -> None:
    """Leaves not one byte free on the disk of `folder`."""
    with (folder / "filling").open("ab", buffering=0) as stream:
        for size in (2**20, 2**12, 1):
            try:
                while stream.write(bytes(size)):
                    pass
            except OSError:
                continue


class Terminal:
    """A command at a terminal, and what a person sees and types there."""

    _START = (
        "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
        "signal.signal(signal.SIGINT, signal.SIG_DFL);"  # whoever started the tests may have had it ignored
        "os.execv(sys.executable, [sys.executable, '-m', 'app', *sys.argv[1:]])"
    )

    def __init__(self, home: Home, *arguments: Argument) -> None:
        self._master, slave = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", self._START, *arguments],
            cwd=ROOT,
            env=home.environment,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""
        self._after = 0

    def until(self, words: str) -> None:
        """Reads until these words have appeared since the last time."""
        while words not in self.seen[self._after :]:
            assert self._read(), (words, self.seen)
        self._after = self.seen.index(words, self._after) + len(words)

    def type(self, text: str) -> None:
        """Types, without the Return key unless it is in the text."""
        os.write(self._master, text.encode())

    def until_it_waits(self) -> None:
        """Until the command waits for somebody to type. An interrupt in the instant before that, in which no person is
        as quick, is one that Python hears of only with the next.
        """
        state = Path(f"/proc/{self._process.pid}/stat")
        begin = time.monotonic()
        while state.exists() and state.read_text(encoding="ascii").rpartition(") ")[2][0] != "S":
            assert time.monotonic() < begin + _PATIENCE, f"it is still busy after {self.seen!r}"
            time.sleep(0.001)

    def end(self) -> int:
        """Reads what is left and returns the exit status."""
        while self._read():
            pass
        os.close(self._master)
        return self._process.wait()

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], _PATIENCE)
        assert ready, f"the terminal hangs after {self.seen!r}"
        try:
            data = os.read(self._master, 4096)
        except OSError:
            return False
        self.seen += data.decode(errors="replace")
        return bool(data)
