"""Journals to test with: small and real, copied rather than made again, and opened by the key that costs nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app.errors import AppError
from app.journal import Journal
from app.reflections.model import Content, Reflection
from app.vault import engine, key_file, slots
from app.vault.continuity import DATABASE
from app.vault.slots import ComputerKey, Passphrase, RecoveryKey, Secret
from app.vault.vault import Vault

NOW = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
PASSPHRASE = Passphrase("Grüße vom Pferd 🐎")
FIRST = tuple(f"words of reflection {number} " * 40 for number in range(40))
PAGE = engine.PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Made:
    """A closed journal, and the recovery key that opens it."""

    folder: Path
    recovery: RecoveryKey

    def open(self, secret: Secret | None = None) -> Journal:
        return Journal.open(self.folder, secret or self.recovery, NOW)

    def copy(self, target: Path) -> "Made":
        return Made(copy(self.folder, target), self.recovery)

    def master_key(self) -> bytes:
        keys = key_file.read(self.folder)
        return slots.unwrap(keys.slots, self.recovery, keys.journal_id)

    def connect(self, name: str = DATABASE, *, read_only: bool = False) -> engine.RawConnection:
        return engine.connect(self.folder / name, engine.database_key(self.master_key()), read_only=read_only)

    def damage(self) -> None:
        """One bit of a page that opening the journal does not read, and a backup does."""
        with closing(self.connect(read_only=True)) as raw:
            (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'reflection_revision'").fetchone()
        whole = bytearray((self.folder / DATABASE).read_bytes())
        whole[(page - 1) * PAGE + 100] ^= 1
        (self.folder / DATABASE).write_bytes(whole)


def reflection(number: int, text: str) -> Reflection:
    return Reflection(
        id=f"{number:032x}", content=Content(date=date(2026, 3, 1), text=text), created_at=NOW, updated_at=NOW
    )


def save(journal: Journal, number: int, text: str) -> None:
    journal.write(lambda journal: journal.reflections.save(reflection(number, text), NOW))


def texts(journal: Journal) -> list[str]:
    with journal.reading():
        return [each.content.text for each in journal.reflections.every()]


def allow_computer(vault: Vault) -> ComputerKey:
    """A slot for this computer, whose key no keyring is given."""
    key = ComputerKey(os.urandom(slots.KEY_LENGTH))
    vault._replace_slots((*slots.lasting(vault._keys.slots), slots.wrap(vault._master_key, key, vault.journal_id)))
    return key


def copy(folder: Path, target: Path) -> Path:
    """The files as they are at this moment, which is what a crash would leave. The ballast is never written to."""

    def copied(source: str, place: str) -> None:
        if source.endswith("reserve.bin"):
            os.link(source, place)
        else:
            shutil.copyfile(source, place)

    shutil.copytree(folder, target, copy_function=copied)
    return target


def contents(folder: Path) -> dict[str, str]:
    """A digest of each file that holds anything: lock and ballast do not, and SQLite makes -shm anew."""
    passing = {"vault.lock", "journal.db-shm", "reserve.bin"}
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in passing)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def troubles(made: Made) -> list[str]:
    """What opening the journal, or its health check, says is wrong."""
    try:
        with made.open() as journal:
            return journal.vault.findings()
    except AppError as error:
        return [repr(error)]


class Images:
    """Copies of a folder, as a crash would leave it before each statement and each rename of a session.

    `acknowledged` is what had been reported as saved at that moment.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        self._folder = folder
        self._target = target
        self._last: dict[str, str] = {}
        self.acknowledged: list[str] = list(FIRST)
        self.taken: list[tuple[Path, list[str]]] = []

    def take(self) -> None:
        """A step that has changed no file makes no new image, though more may have been acknowledged by then."""
        files = contents(self._folder)
        if files == self._last and files:
            self.taken.append((self.taken.pop()[0], list(self.acknowledged)))
        elif files:
            image = copy(self._folder, self._target / str(len(self.taken)) / self._folder.name)
            self.taken.append((image, list(self.acknowledged)))
        self._last = files

    def during(self, work: Callable[[], None], raw: engine.RawConnection | None = None) -> None:
        """Takes one at each step of `work`, and one at its end."""
        if raw is not None:
            raw.set_trace_callback(lambda _statement: self.take())
        _watched.append(self.take)
        try:
            work()
        finally:
            _watched.pop()
            if raw is not None:
                with suppress(engine.Error):  # it may be closed by now
                    raw.set_trace_callback(None)
        self.take()


_watched: list[Callable[[], None]] = []


def _on_event(event: str, _arguments: tuple[object, ...]) -> None:
    if event == "os.rename" and _watched:
        _watched[-1]()


sys.addaudithook(_on_event)


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process, which says "ready" and waits to be told to go on."""
    script = f"import sys\n{code}\nprint('ready', flush=True)\nsys.stdin.readline()\n"
    root = Path(__file__).parents[3]
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process
