"""This computer as a way in: a random key in the system's keyring, which is talked to by a child that can be killed.

A keyring may be missing, locked, broken or deaf. Whatever it is, there is an answer in time, and it is a KeyringFailed
at worst: then the passphrase is asked for. The two speak in lines of JSON; no secret is in arguments or environment.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, cast

import app
from app import process
from app.errors import (
    ComputerNotAllowed,
    KeyringFailed,
    KeyringForgets,
    KeyringLocked,
    KeyringSilent,
    NoComputerKey,
    NoKeyring,
)
from app.vault import KEYRING_COMMAND, key_file, slots
from app.vault.slots import ComputerKey

# Within three seconds the passphrase can be typed; what is left of them is for a busy window, or a command that starts.
LIMIT = 2.0
LINE_LIMIT = 4096


class Task(StrEnum):
    """What the child is asked for."""

    PROBE = "probe"
    KEEP = "keep"
    FETCH = "fetch"
    FORGET = "forget"


class Outcome(StrEnum):
    """What came of it, in the child's one answer."""

    DONE = "done"
    MISSING = "missing"
    LOCKED = "locked"
    EMPTY = "empty"
    FAILED = "failed"


_REFUSALS: dict[Outcome, type[KeyringFailed]] = {
    Outcome.MISSING: NoKeyring,
    Outcome.LOCKED: KeyringLocked,
    Outcome.EMPTY: NoComputerKey,
    Outcome.FAILED: KeyringFailed,
}


def secret_for(folder: Path) -> ComputerKey:
    """The key that this computer keeps for the journal in `folder`, and that opens it.

    Raises a KeyringFailed, or NoJournal, NotAJournal, DamagedJournal, NewerVersion, CannotRead.
    """
    key_file.check_place(folder)
    keys = key_file.read(folder)
    if not slots.allow_computer(keys.slots):
        raise ComputerNotAllowed
    found = fetch(keys.journal_id)
    slots.unwrap(keys.slots, found, keys.journal_id)
    return found


def keep(journal_id: str) -> ComputerKey:
    """A new random key that the keyring holds for this journal, read back and compared. Raises a KeyringFailed."""
    made = ComputerKey(os.urandom(slots.KEY_LENGTH))
    if _ask(Task.KEEP, journal_id, made.key.hex()) != made.key.hex():
        raise KeyringForgets
    return made


def fetch(journal_id: str) -> ComputerKey:
    """The key that the keyring holds for this journal. Raises a KeyringFailed."""
    found = _ask(Task.FETCH, journal_id)
    try:
        return ComputerKey(bytes.fromhex(key_file.hex_digits(found, slots.KEY_LENGTH)))
    except ValueError:
        raise NoComputerKey from None


def forget(journal_id: str) -> bool:
    """Whether the keyring holds no key for this journal any more."""
    try:
        _ask(Task.FORGET, journal_id)
    except NoComputerKey:
        return True
    except KeyringFailed:
        return False
    return True


def probe(limit: float = 30) -> bool:
    """Whether the child starts, has all that it talks to a keyring with, and answers. No keyring is asked anything."""
    try:
        _ask(Task.PROBE, "", limit=limit)
    except KeyringFailed:
        return False
    return True


def _ask(task: Task, journal_id: str, key: str = "", limit: float | None = None) -> str:
    """The key in the child's answer, "" if there is none in it. Raises a KeyringFailed, at the latest after LIMIT."""
    end = time.monotonic() + (limit or LIMIT)
    child, is_killed = _start(), threading.Event()
    heard: SimpleQueue[bytes] = SimpleQueue()
    # A grandchild that holds the pipe may keep this thread, but nobody who waits.
    threading.Thread(target=_hear, args=(child, heard, is_killed), daemon=True).start()
    try:
        _say(cast(IO[bytes], child.stdin), {"task": task, "journal_id": journal_id, "key": key})
        line = heard.get(timeout=max(0, end - time.monotonic()))
    except Empty:
        raise KeyringSilent from None
    finally:
        _end(child)
        is_killed.set()
    outcome, found = _understood(line)
    if outcome is not Outcome.DONE:
        raise _REFUSALS[outcome]
    return found


def _start() -> "subprocess.Popen[bytes]":
    # Settings of the library in the environment could lead it elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith("KEYRING_")}
    try:
        return subprocess.Popen(
            process.own_command(KEYRING_COMMAND),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(app.__file__).parents[1],
            env=environment,
            start_new_session=True,  # so that what it starts can be killed with it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise KeyringFailed from None


def _hear(child: "subprocess.Popen[bytes]", heard: "SimpleQueue[bytes]", is_killed: threading.Event) -> None:
    with cast(IO[bytes], child.stdout) as stream:
        heard.put(stream.readline(LINE_LIMIT))
    is_killed.wait()  # before that its number must not become another's
    child.wait()


def _say(stream: IO[bytes], question: dict[str, str]) -> None:
    with suppress(OSError):  # it has ended already, which is heard at the other pipe
        stream.write(json.dumps(question).encode() + b"\n")
        stream.flush()


def _end(child: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    with suppress(OSError):
        cast(IO[bytes], child.stdin).close()


def _understood(line: bytes) -> tuple[Outcome, str]:
    try:
        answer: dict[str, Any] = json.loads(line)
        return Outcome(answer["outcome"]), str(answer["key"])
    except (ValueError, KeyError, TypeError):
        return Outcome.FAILED, ""
