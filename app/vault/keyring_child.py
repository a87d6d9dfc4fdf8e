"""The child that talks to the system's keyring (see `computer`): one question, one answer, and never a prompt or a log.

The backend is chosen here, by system: what a file, a variable or another package says to the library is not asked.
"""

import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError

from app.vault.computer import LINE_LIMIT, Outcome, Task

_NAME = "Courage Journal"
_USER = "unlock with this computer"

if sys.platform == "linux":
    import secretstorage
    from keyring.backends import SecretService
    from secretstorage.exceptions import ItemNotFoundException, SecretServiceNotAvailableException

    class _SecretService(SecretService.Keyring):
        """GNOME's keyring and KDE's wallet, which is one, too; only what is open: unlocking opens a window."""

        appid = _NAME

        def get_preferred_collection(self) -> secretstorage.Collection:
            try:
                collection = secretstorage.Collection(secretstorage.dbus_init())
            except ItemNotFoundException:
                raise KeyringLocked from None  # none was made yet: making one asks for a password, too
            except SecretServiceNotAvailableException:
                raise InitError from None
            if collection.is_locked():
                raise KeyringLocked
            return collection

        def unlock(self, item: secretstorage.Item) -> None:
            if item.is_locked():
                raise KeyringLocked


class Answer(NamedTuple):
    """What came of it, and the key that was asked for."""

    outcome: Outcome
    key: str = ""


def serve(question: BinaryIO, answer: BinaryIO) -> None:
    """One question, one answer. Where the input ends before that, nobody waits any more, and the process ends."""
    logging.disable(logging.CRITICAL)
    line = question.readline(LINE_LIMIT)
    threading.Thread(target=_watch, args=(question.fileno(),), daemon=True).start()
    found = Answer(Outcome.FAILED)
    # Whatever goes wrong is not told: it could quote the key.
    with suppress(Exception):
        asked = json.loads(line)
        found = _do(Task(asked["task"]), asked["journal_id"], asked["key"])
    answer.write(json.dumps(found._asdict()).encode() + b"\n")
    answer.flush()


def _watch(question: int) -> None:
    # Not through the stream: at the end of the program that would wait for this thread.
    with suppress(OSError):
        os.read(question, 1)
    os._exit(1)


def _do(task: Task, journal_id: str, key: str) -> Answer:
    backends = [backend for backend in _backends() if task is Task.PROBE or backend.viable]
    if task is Task.PROBE:
        return Answer(Outcome.DONE)
    if not backends:
        return Answer(Outcome.MISSING)
    try:
        return _with(backends[0](), task, f"{_NAME} {journal_id}", key)
    except KeyringLocked:
        return Answer(Outcome.LOCKED)
    except InitError:
        return Answer(Outcome.MISSING)


def _with(backend: KeyringBackend, task: Task, service: str, key: str) -> Answer:
    if task is Task.KEEP:
        backend.set_password(service, _USER, key)
        return Answer(Outcome.DONE, backend.get_password(service, _USER) or "")
    if task is Task.FORGET:
        with suppress(PasswordDeleteError):  # there was none
            backend.delete_password(service, _USER)
    found = backend.get_password(service, _USER)
    if task is Task.FORGET:
        return Answer(Outcome.FAILED if found else Outcome.DONE)
    return Answer(Outcome.DONE, found) if found else Answer(Outcome.EMPTY)


def _backends() -> Iterator[type[KeyringBackend]]:
    """What may be used on this system, the best first."""
    if sys.platform == "darwin":
        from keyring.backends import macOS

        yield macOS.Keyring
    elif sys.platform == "win32":
        from keyring.backends import Windows

        class Vault(Windows.WinVaultKeyring):
            """On this computer alone: what is kept for an enterprise follows its user from one to the next."""

            persist = Windows.win32cred.CRED_PERSIST_LOCAL_MACHINE

        yield Vault
    elif sys.platform == "linux":
        yield _SecretService  # the library's own way to KDE's wallet needs dbus-python, and opens a window
