"""A computer to lock, to put to sleep and to leave: its two buses, and on them logind and a screen saver, made up.

Run as a program it is those two. Each line of its input says what happens now, each line of its output what was done.
"""

import os
import subprocess
import sys
from collections import deque
from pathlib import Path
from queue import Empty, Queue
from select import select
from threading import Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = Path(__file__).resolve().parents[3]
_NAME = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", _NAME, f"{_NAME}.Manager")
SESSION = "/org/freedesktop/login1/session/_37"
OTHER_SESSION = "/org/freedesktop/login1/session/_38"
_SAVER = DBusAddress("/org/gnome/ScreenSaver", interface="org.gnome.ScreenSaver")
_PATIENCE = 20
_CHANGES = {"hint": ("LockedHint", True), "switch": ("Active", False), "come back": ("Active", True)}


class PrivateBus:
    """A bus of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert self.address, "the bus did not start"

    def die(self) -> None:
        """Ends, as after a crash."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


class Computer:
    """Both buses with logind and a screen saver, and what they are told to do."""

    def __init__(self, *, has_logind: bool = True) -> None:
        self.system, self.session = PrivateBus(), PrivateBus()
        self.addresses = {
            "DBUS_SYSTEM_BUS_ADDRESS": self.system.address,
            "DBUS_SESSION_BUS_ADDRESS": self.session.address,
        }
        self._services: subprocess.Popen[str] | None = None
        self._said = Queue[str]()  # by a thread: of two lines at once the second waits where nobody can see it
        if has_logind:
            self._services = subprocess.Popen(
                [sys.executable, "-m", "tests.flows.window.computer"],
                cwd=ROOT,
                env=os.environ | self.addresses,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._listening = Thread(target=self._listen)
            self._listening.start()
            self.wait_for("ready")

    def does(self, what: str) -> None:
        """Has this happen: one of the words of `_happen`."""
        assert self._services is not None
        assert self._services.stdin is not None
        self._services.stdin.write(f"{what}\n")
        self._services.stdin.flush()

    def wait_for(self, what: str) -> None:
        """Until this is the next that it says."""
        try:
            assert self._said.get(timeout=_PATIENCE) == what
        except Empty:
            raise AssertionError(f"it does not come to {what!r}") from None

    def _listen(self) -> None:
        assert self._services is not None
        assert self._services.stdout is not None
        for line in self._services.stdout:
            self._said.put(line.strip())

    def close(self) -> None:
        """Turns it off."""
        if self._services is not None:
            assert self._services.stdin is not None
            assert self._services.stdout is not None
            self._services.stdin.close()
            self._services.wait(_PATIENCE)
            self._listening.join(_PATIENCE)
            self._services.stdout.close()
        self.system.die()
        self.session.die()


class _Services:
    """logind on the one bus, a screen saver on the other."""

    def __init__(self) -> None:
        self._system = open_dbus_connection("SYSTEM", enable_fds=True, auth_timeout=_PATIENCE)
        self._session = open_dbus_connection("SESSION", auth_timeout=_PATIENCE)
        self._asked: deque[Message] = deque()
        self._system.filter(MatchRule(type="method_call"), queue=self._asked)
        self._system.send_and_get_reply(message_bus.RequestName(_NAME))
        self._session.send_and_get_reply(message_bus.RequestName(_SAVER.interface))
        self._inhibitors: list[int] = []

    def run(self) -> None:
        """Until its input ends."""
        _say("ready")
        while True:
            while self._asked:
                self._answer(self._asked.popleft())
            ready, _, _ = select([sys.stdin, self._system.sock, self._session.sock, *self._inhibitors], [], [])
            for each in ready:
                if each is sys.stdin:
                    told = os.read(0, 1000).decode()
                    if not told:
                        return
                    for line in told.splitlines():
                        self._happen(line)
                elif isinstance(each, int):
                    os.close(each)
                    self._inhibitors.remove(each)
                    _say("released")
                else:
                    connection = self._system if each is self._system.sock else self._session
                    connection.recv_messages()

    def _happen(self, what: str) -> None:
        match what:
            case "sleep" | "wake":
                self._tell(_MANAGER, "PrepareForSleep", "b", what == "sleep")
            case "shut down":
                self._tell(_MANAGER, "PrepareForShutdown", "b", True)
            case "lock" | "lock the other":
                path = SESSION if what == "lock" else OTHER_SESSION
                self._tell(DBusAddress(path, _NAME, f"{_NAME}.Session"), "Lock")
            case "hint" | "switch" | "come back":
                self._change(*_CHANGES[what])
            case "forge":
                forged = new_signal(_MANAGER, "PrepareForSleep", "b", (True,))
                forged.header.fields[HeaderFields.destination] = self._asked_by
                with open_dbus_connection("SYSTEM", auth_timeout=_PATIENCE) as somebody:
                    self._send(somebody, forged)
            case "cover" | "uncover":
                self._send(self._session, new_signal(_SAVER, "ActiveChanged", "b", (what == "cover",)))
            case _:
                raise ValueError(what)

    def _change(self, name: str, value: bool) -> None:
        whose = DBusAddress(SESSION, _NAME, "org.freedesktop.DBus.Properties")
        changed = {name: ("b", value), "IdleHint": ("b", False)}
        self._tell(whose, "PropertiesChanged", "sa{sv}as", f"{_NAME}.Session", changed, [])

    def _tell(self, whose: DBusAddress, name: str, signature: str | None = None, *values: Any) -> None:
        self._send(self._system, new_signal(whose, name, signature, values))

    def _answer(self, asked: Message) -> None:
        match asked.header.fields[HeaderFields.member]:
            case "GetSession" | "GetSessionByPID":
                self._send(self._system, new_error(asked, f"{_NAME}.NoSessionForPID"))
            case "Get":
                self._send(self._system, new_method_return(asked, "v", (("(so)", ("37", SESSION)),)))
            case "Inhibit":
                assert asked.body[0] == "sleep:shutdown"
                assert asked.body[3] == "delay"
                reader, writer = os.pipe()
                self._send(self._system, new_method_return(asked, "h", (writer,)))
                os.close(writer)
                self._inhibitors.append(reader)
                self._asked_by = asked.header.fields[HeaderFields.sender]
                _say("held")
            case other:
                raise ValueError(other)

    def _send(self, connection: DBusConnection, message: Message) -> None:
        connection.send(message)


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _Services().run()
