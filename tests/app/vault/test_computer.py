"""This computer opens a journal by a key in its keyring; whatever the keyring does, there is an answer."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from signal import SIGKILL

import pytest

from app import process
from app.errors import (
    ComputerNotAllowed,
    DamagedBackup,
    KeyringFailed,
    KeyringForgets,
    KeyringLocked,
    KeyringSilent,
    NoComputerKey,
    NoJournal,
    NoKeyring,
    WrongComputerKey,
)
from app.vault import KEYRING_COMMAND, backup, computer, deleting, founding, key_file, moving, slots
from app.vault.computer import secret_for
from app.vault.slots import SMALL_COST, ComputerKey, RecoveryKey
from tests.app.vault import keyrings
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Made, allow_computer, contents, texts
from tests.app.vault.keyrings import ROOT

FETCHED = {
    "missing": NoKeyring,
    "empty": NoComputerKey,
    "locked": KeyringLocked,
    "unmade": KeyringLocked,
    "wedged": KeyringSilent,
    "failing": KeyringFailed,
    "dropping": NoKeyring,
    "lying": WrongComputerKey,
    "forgetting": NoComputerKey,
}
KEPT = FETCHED | {"lying": KeyringForgets, "forgetting": KeyringForgets}
Environment = dict[str, str]
PATIENCE = 60
Start = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Environment]:
    """That of a person who is signed in, on a bus of their own."""
    keyrings.require()
    with keyrings.bus(tmp_path / "bus") as address:
        monkeypatch.setenv(keyrings.ADDRESS, address)
        yield dict(os.environ)


@pytest.fixture
def started(environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts a keyring for the length of a block. One that will answer has the time of a busy machine for it."""

    def start(kind: str) -> AbstractContextManager[None]:
        if kind != "wedged":
            monkeypatch.setattr(computer, "LIMIT", PATIENCE)
        return keyrings.keyring(kind, tmp_path / "keyring", environment)

    return start


@pytest.fixture
def opened(started: Start) -> Iterator[None]:
    """A keyring that is as it has to be."""
    with started("open"):
        yield


def types(made: Made) -> list[str]:
    return [slot.type for slot in key_file.read(made.folder).slots]


def allowed(made: Made) -> ComputerKey:
    """What opens the journal now, by a real keyring."""
    with made.open() as journal:
        journal.vault.allow_computer()
    return secret_for(made.folder)


# What a keyring that is open does


@pytest.mark.usefixtures("opened")
def test_the_key_in_the_keyring_opens_the_journal(made: Made, environment: Environment) -> None:
    with made.open() as journal:
        before = journal.vault.allows_computer
        journal.vault.allow_computer()
        assert (before, journal.vault.allows_computer) == (False, True)
    assert types(made) == [slots.PASSPHRASE, slots.RECOVERY_KEY, slots.COMPUTER]
    with made.open(secret_for(made.folder)) as journal:
        assert texts(journal) == list(FIRST)
    made.open(PASSPHRASE).close()
    (held,) = keyrings.held(environment)
    assert held["service"] == f"Courage Journal {key_file.read(made.folder).journal_id}"
    assert str(made.folder) not in json.dumps(held)


@pytest.mark.usefixtures("opened")
def test_turned_off_it_opens_nothing_and_the_key_is_gone(made: Made, environment: Environment) -> None:
    key = allowed(made)
    with made.open() as journal:
        assert journal.vault.forbid_computer()
        assert not journal.vault.allows_computer
    assert keyrings.held(environment) == []
    with pytest.raises(ComputerNotAllowed):
        secret_for(made.folder)
    with pytest.raises(WrongComputerKey):
        made.open(key)


@pytest.mark.usefixtures("opened")
def test_allowed_once_more_there_is_one_key_and_it_is_new(made: Made, environment: Environment) -> None:
    before = allowed(made)
    with made.open() as journal:
        journal.vault.allow_computer()
    assert secret_for(made.folder) != before
    assert len(keyrings.held(environment)) == 1
    assert types(made).count(slots.COMPUTER) == 1


@pytest.mark.usefixtures("opened")
def test_what_the_environment_says_of_keyrings_is_not_heard(
    made: Made, environment: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    null = "keyring.backends.null.Keyring"
    (tmp_path / "config" / "python_keyring").mkdir(parents=True)
    (tmp_path / "config" / "python_keyring" / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={null}\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", null)
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    key = allowed(made)
    made.open(key).close()
    assert len(keyrings.held(environment)) == 1


# What becomes of the key


@pytest.mark.usefixtures("opened")
def test_a_new_passphrase_and_a_new_recovery_key_leave_it(made: Made) -> None:
    key = allowed(made)
    with made.open() as journal:
        journal.vault.change_passphrase("new words", SMALL_COST)
        recovery = RecoveryKey(journal.vault.renew_recovery_key())
    for secret in (secret_for(made.folder), key, recovery, slots.Passphrase("new words")):
        made.open(secret).close()


@pytest.mark.usefixtures("opened")
def test_using_the_recovery_key_takes_it_away(made: Made, environment: Environment) -> None:
    key = allowed(made)
    with made.open(made.recovery) as journal:
        new = RecoveryKey(journal.vault.renew_secrets("new words", SMALL_COST))
    assert types(made) == [slots.PASSPHRASE, slots.RECOVERY_KEY]
    assert keyrings.held(environment) == []
    with pytest.raises(WrongComputerKey):
        made.open(key)
    made.open(new).close()


@pytest.mark.usefixtures("opened")
def test_moving_the_journal_keeps_it(made: Made, tmp_path: Path) -> None:
    allowed(made)
    moving.move(made.folder, tmp_path / "elsewhere", lambda: None)
    Made(tmp_path / "elsewhere", made.recovery).open(secret_for(tmp_path / "elsewhere")).close()


@pytest.mark.usefixtures("opened")
def test_deleting_the_journal_takes_it_along(made: Made, environment: Environment) -> None:
    allowed(made)
    assert deleting.delete(made.folder, PASSPHRASE)
    assert keyrings.held(environment) == []


@pytest.mark.usefixtures("opened")
def test_no_backup_has_it_and_what_is_restored_asks_for_the_passphrase(made: Made, tmp_path: Path) -> None:
    key = allowed(made)
    with made.open() as journal:
        saved = journal.vault.back_up(NOW)
        assert [each.proven for each in journal.vault.backups()] == [True]
    assert [slot.type for slot in backup.read_header(saved).slots] == [slots.PASSPHRASE, slots.RECOVERY_KEY]
    with pytest.raises(WrongComputerKey):
        founding.restore(saved, tmp_path / "restored", key)
    founding.restore(saved, made.folder, PASSPHRASE, aside=tmp_path / "aside")
    with pytest.raises(ComputerNotAllowed):
        secret_for(made.folder)
    Made(tmp_path / "aside", made.recovery).open(secret_for(tmp_path / "aside")).close()


def test_a_backup_with_a_slot_for_a_computer_is_refused(made: Made) -> None:
    with made.open() as journal:
        allow_computer(journal.vault)
        saved = journal.vault.back_up(NOW)
        header = backup.read_header(saved)
        three = backup.Header(
            **{name: getattr(header, name) for name in header.__slots__} | {"slots": journal.vault._keys.slots}
        )
        saved.write_bytes(backup._head(three, journal.vault._master_key) + b"x")
    with pytest.raises(DamagedBackup):
        backup.read_header(saved)


# Keyrings of every other kind


@pytest.mark.parametrize("kind", keyrings.KEYRINGS)
def test_whatever_a_keyring_does_the_journal_stays_closed_and_the_passphrase_opens_it(
    made: Made, started: Start, environment: Environment, kind: str
) -> None:
    with made.open() as journal:
        allow_computer(journal.vault)
    before = contents(made.folder)
    with started(kind):
        with pytest.raises(KeyringFailed) as refused:
            secret_for(made.folder)
        assert type(refused.value) is FETCHED[kind]
        assert not keyrings.is_there(environment, "org.gnome.keyring.SystemPrompter")
    assert contents(made.folder) == before
    made.open(PASSPHRASE).close()


@pytest.mark.parametrize("kind", [kind for kind in keyrings.KEYRINGS if kind != "empty"])
def test_a_keyring_that_does_not_keep_the_key_is_not_relied_on(made: Made, started: Start, kind: str) -> None:
    with started(kind), made.open() as journal:
        before = contents(made.folder)
        with pytest.raises(KeyringFailed) as refused:
            journal.vault.allow_computer()
        assert type(refused.value) is KEPT[kind]
        assert not journal.vault.allows_computer
        assert contents(made.folder) == before


@pytest.mark.parametrize("kind", ["missing", "locked", "wedged", "failing"])
def test_it_is_turned_off_whatever_the_keyring_does(made: Made, started: Start, kind: str) -> None:
    with made.open() as journal:
        key = allow_computer(journal.vault)
        with started(kind):
            assert not journal.vault.forbid_computer()
    with pytest.raises(WrongComputerKey):
        made.open(key)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("put", "refusal"),
    [
        (b"ab" * 32, WrongComputerKey),
        (b"AB" * 32, NoComputerKey),
        (b"ab" * 31, NoComputerKey),
        (b"\xff\x00", KeyringFailed),
        (b"ab" * 5000, KeyringFailed),
        ("٣".encode() * 64, NoComputerKey),
    ],
    ids=["another", "in capitals", "too short", "no text", "endless", "other digits"],
)
def test_what_somebody_else_put_there_opens_nothing(
    made: Made, environment: Environment, put: bytes, refusal: type[KeyringFailed]
) -> None:
    allowed(made)
    keyrings.replace_all(environment, put)
    with pytest.raises(KeyringFailed) as refused:
        secret_for(made.folder)
    assert type(refused.value) is refusal


@pytest.mark.usefixtures("opened")
def test_a_key_that_was_taken_away_is_missed(made: Made, environment: Environment) -> None:
    allowed(made)
    assert computer.forget(key_file.read(made.folder).journal_id)
    assert keyrings.held(environment) == []
    assert computer.forget(key_file.read(made.folder).journal_id)
    with pytest.raises(NoComputerKey):
        secret_for(made.folder)


def test_where_nobody_allowed_it_no_keyring_is_asked(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "own_command", lambda _: pytest.fail("a child was started"))
    with pytest.raises(ComputerNotAllowed):
        secret_for(made.folder)
    with made.open() as journal:
        journal.vault.renew_secrets("new words", SMALL_COST)
    assert deleting.delete(made.folder, slots.Passphrase("new words"))
    with pytest.raises(NoJournal):
        secret_for(made.folder)


# The child


def test_it_starts_and_answers() -> None:
    assert computer.probe()


@pytest.mark.parametrize(
    "command", [["/nowhere/at/all"], ["true"], ["echo", "no JSON"], ["echo", '{"outcome": "done"}'], ["echo", "[]"]]
)
@pytest.mark.skipif(sys.platform == "win32", reason="these programs are those of POSIX")
def test_a_child_that_is_none_is_a_failure(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setattr(process, "own_command", lambda _: command)
    with pytest.raises(KeyringFailed) as refused:
        computer.fetch("ab" * 16)
    assert type(refused.value) is KeyringFailed
    assert not computer.probe()


def is_alive(pid: int) -> bool:
    """Whether it runs; what nobody has asked after yet does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False


@pytest.mark.skipif(
    sys.platform != "linux", reason="processes are seen by the files of Linux; sessions are those of POSIX"
)
@pytest.mark.parametrize("escape", ["", "setsid "], ids=["in its session", "escaped"])
def test_grandchildren_that_hold_the_pipes_keep_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, escape: str
) -> None:
    script = f"{escape}sh -c 'echo $$ >{tmp_path}/pid; exec sleep 600' & exec sleep 600"
    monkeypatch.setattr(process, "own_command", lambda _: ["sh", "-c", script])
    with pytest.raises(KeyringSilent):
        computer.fetch("ab" * 16)
    grandchild = int((tmp_path / "pid").read_text())
    if escape:
        os.kill(grandchild, SIGKILL)
    else:
        begin = time.monotonic()
        while is_alive(grandchild):
            assert time.monotonic() < begin + PATIENCE
            time.sleep(0.05)


def child(question: bytes, environment: Environment | None = None) -> "subprocess.CompletedProcess[bytes]":
    """What the child says to this, after which nobody waits."""
    command = process.own_command(KEYRING_COMMAND)
    return subprocess.run(command, cwd=ROOT, env=environment, input=question, capture_output=True, check=False)


@pytest.mark.parametrize(
    "question", [b"\n", b"{}\n", b"null\n", b'{"task": "steal"}\n', b"[" * 9000, b'{"task": "keep", "journal_id": 1}\n']
)
def test_what_is_no_question_is_a_failure_and_nothing_is_said_of_it(question: bytes) -> None:
    said = child(question)
    assert said.stderr == b""
    assert said.stdout in (b"", b'{"outcome": "failed", "key": ""}\n')  # or it had seen that nobody waits


def test_a_child_whose_parent_is_gone_ends(started: Start, environment: Environment) -> None:
    with started("wedged"):
        assert child(b'{"task": "fetch", "journal_id": "x", "key": ""}\n', environment).returncode == 1
        assert child(b"", environment).stderr == b""


def test_it_never_logs(started: Start, environment: Environment) -> None:
    key = "cd" * 32
    question = json.dumps({"task": "keep", "journal_id": "x", "key": key}).encode() + b"\n"
    for kind in ("failing", "lying"):
        with started(kind):
            said = child(question, environment)
        assert said.stderr == b""
        assert key.encode() not in said.stdout


def test_the_key_is_in_no_argument_and_no_variable(made: Made, started: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    start = subprocess.Popen

    def watched(*arguments: object, **more: object) -> object:
        seen.extend((arguments, more))
        return start(*arguments, **more)  # type: ignore[call-overload]

    with started("open"):
        monkeypatch.setattr(subprocess, "Popen", watched)
        with made.open() as journal:
            journal.vault.allow_computer()
        key = secret_for(made.folder).key.hex()
        monkeypatch.setattr(subprocess, "Popen", start)
    assert KEYRING_COMMAND in str(seen)
    assert key not in str(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="this terminal is one of POSIX")
def test_at_a_terminal_it_refuses_and_it_is_in_no_list() -> None:
    import pty

    ours, theirs = pty.openpty()
    command = process.own_command(KEYRING_COMMAND)
    done = subprocess.run(command, cwd=ROOT, stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, "")
    listed = subprocess.run([*command[:-1], "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert KEYRING_COMMAND not in listed.stdout
