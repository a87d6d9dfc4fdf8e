"""Keyrings to ask: GNOME's own, open, locked or never set up, and services that only call themselves one."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = Path(__file__).parents[3]
IMPOSTORS = ("wedged", "failing", "dropping", "lying", "forgetting")
KEYRINGS = ("missing", "empty", "locked", "unmade", *IMPOSTORS)
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
_PROGRAMS = {"gnome-keyring-daemon": "gnome-keyring", "dbus-daemon": "dbus-daemon"}
_NAME = "org.freedesktop.secrets"
_PATIENCE = 20  # what a daemon that hangs is given up after; nothing is measured by it
# Nothing is started on this bus by itself. It lies in /tmp, for the name of a socket has at most 107 bytes.
_BUS = """<busconfig><type>session</type><listen>unix:dir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
"""


def require() -> None:
    """Skips the test where there is no keyring to ask; fails instead under CI on Linux."""
    if sys.platform != "linux":
        pytest.skip("GNOME's keyring is on Linux")
    if missing := [package for program, package in _PROGRAMS.items() if shutil.which(program) is None]:
        said = f"Tests of the keyring need these packages of Debian: {' '.join(missing)}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)


@contextmanager
def bus(folder: Path) -> Iterator[str]:
    """The address of a bus of one's own, with nobody on it."""
    folder.mkdir(mode=0o700)
    (folder / "bus.conf").write_text(_BUS, encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile", "--print-address=1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        _end(process)


@contextmanager
def keyring(kind: str, folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """One of `KEYRINGS`, or "open", which is as good as it can be, on the bus of that environment; data in `folder`."""
    if kind == "missing":
        yield
    elif kind in IMPOSTORS:
        command = [sys.executable, "-m", "tests.app.vault.impostor", kind]
        with _running(command, {**environment, "PYTHONPATH": str(ROOT)}, ""):
            yield
    else:
        with _gnome(folder, environment, is_made=kind != "unmade"):
            if kind == "locked":
                lock(environment)
            yield


def lock(environment: Mapping[str, str]) -> None:
    """Locks the keyring, as its own window would."""
    with closing(_connected(environment)) as connection:
        secretstorage.Collection(connection).lock()


def held(environment: Mapping[str, str]) -> list[dict[str, str]]:
    """The attributes of all that is in the keyring."""
    with closing(_connected(environment)) as connection:
        items = secretstorage.Collection(connection).get_all_items()
        return [item.get_attributes() for item in items]


def replace_all(environment: Mapping[str, str], secret: bytes) -> None:
    """Puts another secret in the place of each."""
    with closing(_connected(environment)) as connection:
        for item in secretstorage.Collection(connection).get_all_items():
            item.set_secret(secret)


def is_there(environment: Mapping[str, str], name: str = _NAME) -> bool:
    """Whether somebody on the bus has this name."""
    with closing(_connected(environment)) as connection:
        answer = connection.send_and_get_reply(message_bus.NameHasOwner(name))
        return bool(answer.body[0])


@contextmanager
def _gnome(folder: Path, environment: Mapping[str, str], *, is_made: bool) -> Iterator[None]:
    folder.mkdir(mode=0o700, exist_ok=True)
    places = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")}
    # A copy has no right to lock memory, which a container refuses to give: there the installed one does not start.
    program = shutil.copy(str(shutil.which("gnome-keyring-daemon")), folder)
    command = [str(program), "--foreground", "--components=secrets"]
    password = "its password" if is_made else None
    with _running([*command, *(["--unlock"] if is_made else [])], {**environment, **places}, password):
        yield


@contextmanager
def _running(command: Sequence[str], environment: Mapping[str, str], given: str | None) -> Iterator[None]:
    assert not is_there(environment), "there is a keyring on this bus already"
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    try:
        process.stdin.write(given or "")
        process.stdin.close()
        begin = time.monotonic()
        while not is_there(environment):
            assert process.poll() is None, f"{command[0]} ended"
            assert time.monotonic() < begin + _PATIENCE, f"{command[0]} does not come up"
            time.sleep(0.05)
        yield
    finally:
        _end(process)


def _connected(environment: Mapping[str, str]) -> DBusConnection:
    return open_dbus_connection(environment[ADDRESS])


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
