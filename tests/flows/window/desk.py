"""A desk to sit at: a screen, a keyboard, eyes, and the program in a window of its own process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeVar

from tests.flows.program import ROOT, Argument, Home
from tests.flows.window.eyes import Eyes, Part, View
from tests.flows.window.screen import Screen

# What a hung window is given up after; nothing is measured by it.
_PATIENCE = 20
_BETWEEN_LOOKS = 0.05
WINDOW = (sys.executable, "-m", "ui")
_FOREIGN = ("DBUS_", "QT_", "WAYLAND_", "AT_SPI_", "XDG_RUNTIME_DIR", "XDG_SESSION", "XDG_CURRENT_DESKTOP")
_T = TypeVar("_T")


class Desk:
    """Screen, bus and eyes, for one program after the other or for two beside each other."""

    def __init__(self, folder: Path) -> None:
        self.run_folder = folder / "run"
        self.run_folder.mkdir(mode=0o700)
        self.screen = Screen(folder)
        own = {"HOME": str(folder), **{f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "CACHE")}}
        self._bus, self._address = _bus(self.environment(os.environ | own))
        self.eyes = Eyes(self.environment(os.environ | own))
        self._windows: list[Window] = []

    def environment(self, others: Mapping[str, str]) -> dict[str, str]:
        """These variables, and what leads to this desk instead of to another."""
        kept = {name: value for name, value in others.items() if not name.startswith(_FOREIGN)}
        kept |= {"DISPLAY": self.screen.display, "XDG_RUNTIME_DIR": str(self.run_folder)}
        kept |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        address = getattr(self, "_address", None)
        return kept | ({"DBUS_SESSION_BUS_ADDRESS": address} if address else {})

    def start(
        self,
        home: Home,
        *arguments: Argument,
        before: Sequence[Argument] = (),
        program: Sequence[str] = WINDOW,
        kept: Sequence[str] | None = None,
    ) -> "Window":
        """Starts the program, for the person of that home; `before` stands before it: strace, nsenter.

        With `kept`, its environment has the variables of these names and no others.
        """
        environment = self.environment(home.environment)
        if kept is not None:
            environment = {name: environment[name] for name in kept}
        said = TemporaryFile()  # noqa: SIM115  the window reads and closes it
        process = subprocess.Popen(
            [*before, *program, *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        self._windows.append(Window(self, process, said, program[0]))
        return self._windows[-1]

    def clear(self, failed: Path | None) -> None:
        """Ends what runs; what is to be seen of it is kept in the folder `failed`."""
        for number, window in enumerate(self._windows):
            if failed is not None and window.is_running:
                (failed / f"window-{number}.txt").write_text(window.listed(), encoding="utf-8")
        if failed is not None:
            self.screen.picture(failed / "screen.png")
        for window in self._windows:
            window.kill()
        self._windows.clear()

    def close(self) -> None:
        """Leaves it."""
        self.clear(None)
        self.eyes.close()
        self._bus.terminate()
        self._bus.communicate()
        self.screen.close()


class Window:
    """The program at work. Locking starts it anew in the same process, so it stays this one."""

    def __init__(self, desk: Desk, process: "subprocess.Popen[bytes]", said: IO[bytes], file: str) -> None:
        self._desk, self._process, self._said, self._file = desk, process, said, file

    @cached_property
    def pid(self) -> int:
        """The process that has the window; strace stays before it as another one, nsenter becomes it."""
        own = self._process.pid
        begin = time.monotonic()
        while time.monotonic() < begin + _PATIENCE:
            children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
            found = next((each for each in [own, *(int(child) for child in children)] if _runs(each, self._file)), None)
            if found is not None:
                return found
            time.sleep(_BETWEEN_LOOKS)
        raise AssertionError(f"the program did not start\n{self.said()}")

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self._process.poll() is None

    def look(self, state: str = "") -> View:
        """All that it shows now, or what of it is in that state, to somebody who turns to it."""
        self._desk.screen.attend()
        return self._desk.eyes.look(self.pid, state)

    def type(self, text: str) -> None:
        """Types into whatever has the focus."""
        self._desk.screen.type(text)

    def press(self, *chords: str) -> None:
        """Presses one chord after the other: "ctrl+k", "tab"."""
        for chord in chords:
            self._desk.screen.press(chord)

    def wait_until(self, judge: Callable[[View], _T | None], what: str, state: str = "") -> _T:
        """Looks at all, or at what is in that state, until `judge` finds what it wants."""
        begin = time.monotonic()
        while True:
            now = time.monotonic()
            view = self.look(state)
            found = judge(view)
            if found is not None and found is not False:
                return found
            assert self.is_running, f"it ended before there was {what}\n{self.said()}"
            assert now < begin + _PATIENCE, f"there was no {what} in\n{self.listed()}"
            # To look is work for the window, too: it gets at least as much time for its own.
            time.sleep(max(_BETWEEN_LOOKS, time.monotonic() - now))

    def wait_for(self, name: str, role: str = "", state: str = "") -> Part:
        """The part of exactly this name, once it is shown."""

        def judge(view: View) -> Part | None:
            return next(
                (
                    each
                    for each in view
                    if each.name == name and role in ("", each.role) and (not state or each.has(state))
                ),
                None,
            )

        return self.wait_until(judge, f"{role or 'part'} {name!r} {state}", state)

    def wait_for_words(self, words: str) -> Part:
        """The first part in which these words are to be read, once there is one."""
        return self.wait_until(lambda view: next((each for each in view if each.says(words)), None), repr(words))

    def wait_for_focus(self, name: str) -> Part:
        """The part of this name, once it has the focus."""
        return self.wait_for(name, state="focused")

    def tab_to(self, name: str) -> None:
        """Presses Tab until the part of this name has the focus."""
        self.tab_until(lambda part: part.name == name, name)

    def tab_until(self, is_there: Callable[[Part], bool], what: str) -> list[Part]:
        """Presses Tab until the focus is there; where it was on the way, and at the end."""
        seen = [self.focus_after(None)]
        while not is_there(seen[-1]):
            names = [each.name for each in seen]
            assert len(seen) < _MOST_STOPS, f"Tab does not lead to {what!r} but to {names}"
            self.press("tab")
            seen.append(self.focus_after(seen[-1]))
        return seen

    def focus_after(self, before: Part | None) -> Part:
        """The focus, once it is elsewhere than at `before`."""

        def judge(view: View) -> Part | None:
            part = focus_in(view)
            is_same = part is not None and before is not None and (part.name, part.box) == (before.name, before.box)
            return None if is_same else part

        return self.wait_until(judge, "focus elsewhere", "focused")

    def listed(self) -> str:
        """What it shows, and what it wrote to its terminal, for somebody who looks for a mistake."""
        shown = (str(each) for each in self.look() if each.role != "filler" or each.name)
        return "\n".join([*shown, self.said()])

    def said(self) -> str:
        """What it has written to its terminal."""
        self._said.seek(0)
        return self._said.read().decode(errors="replace")

    def wait_for_end(self) -> int:
        """Its exit status, once it has ended."""
        begin = time.monotonic()
        while self.is_running:
            assert time.monotonic() < begin + _PATIENCE, f"it does not end and shows\n{self.listed()}"
            time.sleep(_BETWEEN_LOOKS)
        return self._process.wait()

    def kill(self) -> None:
        """Ends it, as a power cut does."""
        if self.is_running:
            os.kill(self.pid, signal.SIGKILL)
        self._process.wait()
        self._said.close()


_MOST_STOPS = 40


def _runs(pid: int, file: str) -> bool:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().startswith(f"{file}\0".encode())
    except OSError:
        return False


def focus_in(view: View) -> Part | None:
    """Where the keys go. What holds that part, is drawn for it, or is the current row of a list says it is focused."""
    found = [each for each in view if each.has("focused") and each.has("focusable") and each.role != "list item"]
    return found[-1] if found else None


def _bus(environment: Mapping[str, str]) -> "tuple[subprocess.Popen[str], str]":
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address, "the bus did not start"
    return process, address
