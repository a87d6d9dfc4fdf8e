"""Row 2: wherever power is cut and whatever the disk then kept of the unsynced writes, nothing acknowledged is lost.

As a control, the same with `synchronous = NORMAL`, which has to lose something: or the disk here is a kinder one than
a real one is.
"""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.vault import engine, key_file
from app.vault.slots import PASSPHRASE, SMALL_COST, RecoveryKey
from app.vault.vault import open_vault
from tests.app.vault.journals import Made, copy
from tests.flows.tracing import can_trace
from tests.stress import disk
from tests.stress.figures import PROCESSES, Result, cases, chance, spread, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import NOW, founded, kept, missing, save, work

WHAT = "power cut: unsynced writes kept, dropped, torn"
STATES = 20_000
CONTROL = 2_000
# Of so many at least one loses something, if any does as often as it has to.
_SOME = 80
_PASSING = ("-shm", "vault.lock", "reserve.bin", ".acknowledged")
_SAVES = 10


def run(scale: float) -> Result:
    """20,000 different states in full, and 2,000 of the control."""
    if not can_trace():
        return Result(notes=["strace is not here or may not trace"], failures=["nothing could be recorded"])
    with workshop() as place:
        result = _replayed(_Recording.made(place / "full", "FULL"), cases(STATES, scale))
        control = _replayed(_Recording.made(place / "normal", "NORMAL"), max(_SOME, cases(CONTROL, scale)))
    result.count("states of the control that lost something", len(control.failures))
    if not control.failures:
        result.failures.append("the control lost nothing: this disk is too kind to prove anything")
    return result


@forking
def test_a_power_cut_loses_nothing_and_would_with_fewer_syncs() -> None:
    assert_holds(2, 0.005)


# A session, recorded


@dataclass(frozen=True, slots=True)
class _Recording:
    """A journal as it was before a session, and every call of the session that changed a file."""

    before: Made
    folder: Path
    acknowledged: Path
    calls: Sequence[disk.Call]

    @classmethod
    def made(cls, place: Path, synchronous: str) -> "_Recording":
        place.mkdir()
        journal = founded(place / "journal")
        before = journal.copy(place / "before")
        acknowledged = place / "list.acknowledged"
        arguments = [str(journal.folder), journal.recovery.text, str(acknowledged), synchronous]
        program = [sys.executable, "-B", "-m", "tests.stress.test_power_loss", *arguments]
        calls = disk.recorded(program, place / "log", **os.environ)
        return cls(before, journal.folder, acknowledged, calls)


def _session(folder: Path, recovery: RecoveryKey, acknowledged: Path, synchronous: str) -> None:
    """Saves, changes the passphrase, makes a backup, closes, opens, saves; and ends without a close."""
    # Only this, and nothing of the journal, differs for the control.
    engine._WRITING = ("journal_mode = WAL", f"synchronous = {synchronous}")
    made, source = Made(folder, recovery), chance(2)
    saves = work(source, 0)
    with acknowledged.open("ab", buffering=0) as stream:

        def acknowledge(what: str, value: object) -> None:
            stream.write(json.dumps([what, value]).encode() + b"\n")

        for turn in range(3):
            journal = made.open()
            # So that the log is emptied and begun anew many times.
            journal.vault._raw.execute("PRAGMA wal_autocheckpoint = 30")
            for number in range(_SAVES):
                given = next(saves)
                save(journal, given)
                acknowledge("saves", given)
                if number == _SAVES // 2:
                    journal.vault.change_passphrase(f"another {turn}", SMALL_COST)
                    acknowledge("slot", _slot(folder))
            acknowledge("backup", journal.vault.back_up(NOW).name)
            if turn == 2:
                os._exit(0)
            journal.close()


def _slot(folder: Path) -> str:
    """What tells one passphrase's slot from another's."""
    return next(each.nonce.hex() for each in key_file.read(folder).slots if each.type == PASSPHRASE)


# The power cuts


@dataclass(frozen=True, slots=True)
class _Promise:
    """What has been acknowledged: the saves, the slots that may be there, the backups."""

    saves: dict[int, int]
    slots: frozenset[str]
    backups: frozenset[str]


def _replayed(recording: _Recording, count: int) -> Result:
    return spread(_cut, [(recording, count) for _ in range(PROCESSES)])


def _cut(share: int, recording: _Recording, count: int) -> Result:
    """This process's share of the states; both go through all of them."""
    result, promises = Result(), _promises(recording)
    at_first = disk.Disk(recording.folder, _PASSING, recording.before.folder)
    with workshop() as place:
        found = disk.states(recording.calls, at_first, count, chance(2, "states"))
        for turn, (number, files) in enumerate(found):
            if turn % PROCESSES == share:
                result.tried += 1
                wrong = _judged(recording, files, promises[number], place)
                result.failures += [f"after call {number}: {'; '.join(wrong)}"] if wrong else []
    return result


def _promises(recording: _Recording) -> list[_Promise]:
    """What had been acknowledged after so many calls."""
    said: list[Any] = []
    slots = [_slot(recording.before.folder), *_acknowledged(recording, "slot")]
    found = [_promise(said, slots)]
    for call in recording.calls:
        if call.name == "write" and call.path == recording.acknowledged:
            said.append(json.loads(call.data))
            found.append(_promise(said, slots))
        else:
            found.append(found[-1])
    return found


def _acknowledged(recording: _Recording, what: str) -> list[Any]:
    calls = (json.loads(each.data) for each in recording.calls if each.path == recording.acknowledged and each.data)
    return [value for kind, value in calls if kind == what]


def _promise(said: Sequence[Any], slots: Sequence[str]) -> _Promise:
    saves = {number: version for kind, value in said if kind == "saves" for number, version in value}
    changes = sum(1 for kind, _ in said if kind == "slot")
    backups = frozenset(value for kind, value in said if kind == "backup")
    return _Promise(saves, frozenset(slots[changes : changes + 2]), backups)


def _judged(recording: _Recording, files: dict[str, bytes], promise: _Promise, place: Path) -> list[str]:
    folder = place / "found"
    copy(recording.before.folder, folder)
    for path in [*folder.glob("*.json"), *folder.glob("journal.db*")]:
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    try:
        return _findings(Made(folder, recording.before.recovery), promise)
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def _findings(made: Made, promise: _Promise) -> list[str]:
    try:
        if _slot(made.folder) not in promise.slots:
            return ["the passphrase is neither the old nor the new one"]
        with closing(open_vault(made.folder, made.recovery)) as vault:
            backups = {each.path.name: each.proven for each in vault.backups()}
            found = [*missing(promise.saves, kept(vault)), *vault.findings()]
    except AppError as error:
        return [repr(error)]
    found += [f"the backup {name} is not whole" for name, is_proven in backups.items() if not is_proven]
    return found + [f"the backup {name} is gone" for name in promise.backups - backups.keys()]


if __name__ == "__main__":
    _session(Path(sys.argv[1]), RecoveryKey(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
