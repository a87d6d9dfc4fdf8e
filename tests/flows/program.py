"""The program as a shell runs it: a process of its own, in a home of its own, at a journal of its own."""

import atexit
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from app.vault.slots import Argon2Cost, Passphrase, RecoveryKey
from tests.flows.zygote import Zygote

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
PROGRAM = (sys.executable, "-m", "app")
PASSPHRASE = "a lamp in the window"
OTHER_PASSPHRASE = "päßwort · 灯りと窓"
SMALL_COST = Argon2Cost(memory_kib=64 * 1024)
Secret = Passphrase | RecoveryKey
# Without byte code every command would be compiled anew.
_LEFT_OUT = {"COURAGE_JOURNAL", "PYTHONDONTWRITEBYTECODE"}
Argument = str | bytes | Path


@dataclass(frozen=True, slots=True)
class Said:
    """What a command came to."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """The one JSON value of an answer."""
        return json.loads(self.out)


class Home:
    """The places that belong to one person on one computer, empty at first, and the program run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data, self.config = folder / "data", folder / "config"
        self.state, self.cache = folder / "state", folder / "cache"
        self.temporary = folder / "tmp"
        folder.mkdir(mode=0o700)
        self.temporary.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        self.environment = kept | {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(self.data),
            "XDG_CONFIG_HOME": str(self.config),
            "XDG_STATE_HOME": str(self.state),
            "XDG_CACHE_HOME": str(self.cache),
            "TMPDIR": str(self.temporary),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("COURAGE_PATH")])),
        }

    def run(
        self,
        *arguments: Argument,
        stdin: str | bytes | None = None,
        program: Sequence[Argument] = PROGRAM,
        umask: int = 0o022,
        **environment: str,
    ) -> Said:
        """Runs one command to its end. Without `stdin` there is nobody to ask."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        if program is PROGRAM and not environment and sys.platform != "win32":
            return self._run_forked(arguments, given, umask)
        done = subprocess.run(
            [*program, *arguments],
            cwd=ROOT,
            env=self.environment | environment,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            umask=umask,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def run_until_killed(self, *arguments: Argument, stdin: str, after: float) -> Said:
        """Runs one command, and kills it after so many seconds, unless it has ended by then."""
        return self._run_forked(arguments, stdin.encode(), 0o022, after)

    def _run_forked(
        self, arguments: Sequence[Argument], given: bytes | None, umask: int, killed_after: float | None = None
    ) -> Said:
        with TemporaryFile() as stdin, TemporaryFile() as out, TemporaryFile() as err:
            stdin.write(given or b"")
            stdin.seek(0)
            status = _zygote().run(
                [os.fsdecode(each) for each in arguments], self.environment, umask, (stdin, out, err), killed_after
            )
            out.seek(0)
            err.seek(0)
            return Said(status, out.read().decode(), err.read().decode())


@cache
def _zygote() -> Zygote:
    zygote = Zygote(ROOT)
    atexit.register(zygote.close)
    return zygote


class Owner:
    """Somebody with a journal, who gives its passphrase with each command."""

    def __init__(self, home: Home, folder: Path, secret: str = PASSPHRASE, recovery_key: str = "") -> None:
        self.home, self.folder, self.secret, self.recovery_key = home, folder, secret, recovery_key

    def command(self, *arguments: Argument) -> list[Argument]:
        """The arguments of a command at this journal."""
        return [*arguments, "--journal", self.folder, "--passphrase-stdin"]

    def ask(self, *arguments: Argument, more: str | bytes = "", program: Sequence[Argument] = PROGRAM) -> Said:
        """Runs a command whose first line of input is the passphrase, and `more` the rest."""
        rest = more.encode() if isinstance(more, str) else more
        return self.home.run(*self.command(*arguments), stdin=f"{self.secret}\n".encode() + rest, program=program)

    def done(self, *arguments: Argument, more: str | bytes = "") -> str:
        """The answer to a command that has to succeed without a word on standard error."""
        said = self.ask(*arguments, more=more)
        assert (said.status, said.err) == (0, ""), (arguments, said)
        return said.out

    def value(self, *arguments: Argument, more: str | bytes = "") -> Any:
        """The JSON value of a command that has to succeed."""
        return json.loads(self.done(*arguments, "--json", more=more))

    def add(self, *arguments: Argument, more: str | bytes = "") -> str:
        """The id of a reflection that is saved now."""
        return self.done("add", *arguments, more=more).removesuffix("\n")

    def ids(self) -> list[str]:
        """The ids of all records, newest first."""
        return [line.split("\t")[0] for line in self.done("list").splitlines()]


def assert_refused(said: Said, *words: str) -> None:
    """One line on standard error with these words in it, nothing on standard output, status 1."""
    assert (said.status, said.out) == (1, ""), said
    assert said.err.endswith("\n"), said
    assert len(said.err.splitlines()) == 1, said
    assert "Traceback" not in said.err
    assert "Something went wrong" not in said.err, said
    for word in words:
        assert word in said.err, said


def contents(folder: Path) -> dict[str, str]:
    """Every file and folder below `folder` by name, with the digest of what is in it; a lock says nothing."""
    found = sorted(each for each in folder.rglob("*") if each.name != "vault.lock")
    return {str(each.relative_to(folder)): _digest(each) for each in found}


def files(folders: Iterable[Path]) -> list[Path]:
    """All files below these folders."""
    return [each for folder in folders for each in sorted(folder.rglob("*")) if each.is_file()]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
