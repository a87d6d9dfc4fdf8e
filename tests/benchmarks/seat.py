"""A seat before a screen of its own: starts a program, presses its keys, and times what follows in the pixels."""

import mmap
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.flows.window.screen import Screen

ENOUGH_COLOURS = 8  # words are on it, and not only a ground
_STILL = 0.4
_BLINK = 0.002
_PATIENCE = 20.0
_CARET = 100  # pixels: what blinks is smaller than this
_STILL_AT_LAST = 3.0  # a page that opens is painted first and filled when the journal has answered
_PAGE = 20_000  # pixels: another page differs in more
_HEADS = 25


class Answer(NamedTuple):
    """Milliseconds from the key to the first pixel that changed, and to the last one before all was still."""

    first: float
    last: float


class Seat:
    """Screen and keyboard, for one program after the other."""

    def __init__(self, folder: Path) -> None:
        self._screen = Screen(folder)
        self._home = folder / "home"
        self._home.mkdir()
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = [int.from_bytes(self._memory[at : at + 4], "big") for at in range(0, 4 * _HEADS, 4)]
        self._begin, self._lines, self._line = head[0] + 12 * head[19], head[5], head[12]
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, command: Sequence[str | Path]) -> float:
        """Milliseconds until a program has painted its window."""
        bare, begin = self._pixels(), time.perf_counter()
        self._program = subprocess.Popen(
            [str(part) for part in command],
            env=self._environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not (self._is_painted() and _differ(bare, self._pixels(), _PAGE)):
            if self._program.poll() is not None or time.perf_counter() > begin + _PATIENCE:
                raise RuntimeError(f"{command} shows no window")
            time.sleep(_BLINK)
        painted = (time.perf_counter() - begin) * 1000
        self._screen.attend()
        self.rest()
        return painted

    def press(self, chord: str, *, opens_page: bool = False) -> Answer:
        """Presses keys and waits until what follows is over; with `opens_page`, not before most of it is new."""
        least = _PAGE if opens_page else 0
        return self._timed(lambda: self._screen.press(chord), is_followed=True, least=least)

    def stroke(self, letter: str) -> float:
        """Types a letter; milliseconds until the first pixel changed."""
        return self._timed(lambda: self._screen.type(letter), is_followed=False).first

    def type(self, text: str) -> list[float]:
        """Types letter by letter as somebody quick does; for each the milliseconds to the first pixel."""
        taken = []
        for letter in text:
            taken.append(self.stroke(letter))
            time.sleep(0.06)
        return taken

    def search(self, text: str) -> list[float]:
        """Types a letter, waits for all that follows, types the next; for each the milliseconds to the last pixel."""
        return [self._timed(partial(self._screen.type, each), is_followed=True).last for each in text]

    def rest(self) -> None:
        """Waits until nothing moves."""
        seen, since = self._pixels(), time.perf_counter()
        end = since + _PATIENCE
        while time.perf_counter() < min(since + _STILL, end):
            time.sleep(0.01)
            now = self._pixels()
            if _differ(seen, now, _CARET):
                seen, since = now, time.perf_counter()

    def weight(self) -> float | None:
        """The program's share of memory in MiB; None where the system does not tell."""
        assert self._program is not None
        try:
            told = Path(f"/proc/{self._program.pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return None
        return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024

    def quit(self) -> None:
        """Has the program end itself, as somebody does who comes back: a crash would make the next start longer."""
        if self._program is not None:
            self._screen.press("ctrl+q")
            self._program.wait(_PATIENCE)
            self._program = None
            self.rest()

    def end(self) -> None:
        """Ends the program at once."""
        if self._program is not None:
            self._program.send_signal(signal.SIGKILL)
            self._program.wait()
            self._program = None
            self.rest()

    def close(self) -> None:
        """Leaves."""
        self.end()
        self._memory.close()
        self._screen.close()

    def _timed(self, act: Callable[[], None], *, is_followed: bool, least: int = 0) -> Answer:
        seen, begin = self._pixels(), time.perf_counter()
        before, still = seen, _STILL_AT_LAST if least else _STILL
        act()
        first = last = None
        while (now := time.perf_counter() - begin) < (_PATIENCE if last is None or least else last + still):
            time.sleep(_BLINK)  # who only stares takes the time of what is looked at
            pixels, seen_at = self._pixels(), time.perf_counter() - begin
            if pixels != seen and (first is None or _differ(seen, pixels, _CARET)):
                last = seen_at
                first, seen = first or last, pixels
                least = 0 if _differ(before, pixels, least) else least
                if not is_followed:
                    break
        if first is None or last is None:
            raise RuntimeError(f"nothing changed within {now:.0f} s")
        return Answer(first * 1000, last * 1000)

    def _pixels(self) -> list[bytes]:
        """Every second line of the screen."""
        return [
            self._memory[self._begin + at * self._line : self._begin + (at + 1) * self._line]
            for at in range(0, self._lines, 2)
        ]

    def _is_painted(self) -> bool:
        found: set[int] = set()
        for at in range(0, self._lines, 4):
            line = self._memory[self._begin + at * self._line : self._begin + (at + 1) * self._line]
            found.update(memoryview(line).cast("I"))
            if len(found) >= ENOUGH_COLOURS:
                return True
        return False

    def _environment(self, others: Mapping[str, str]) -> dict[str, str]:
        foreign = ("XDG_", "QT_", "WAYLAND_", "PYTHONDONTWRITEBYTECODE")
        kept = {name: value for name, value in others.items() if not name.startswith(foreign)}
        places = {f"XDG_{name}_HOME": str(self._home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        # Byte code is kept, as after the first start, but never beside what is measured.
        own = {"HOME": str(self._home), "DISPLAY": self._screen.display, "QT_QPA_PLATFORM": "xcb"}
        return kept | places | own | {"PYTHONPYCACHEPREFIX": str(self._home / "byte-code"), "LC_ALL": "C.UTF-8"}


def _differ(before: list[bytes], after: list[bytes], more_than: int) -> bool:
    """Whether so many pixels differ, about. Ends as soon as that is known: what comes meanwhile is seen too late."""
    left = more_than
    for old, new in zip(before, after, strict=True):
        if old != new:
            differing = int.from_bytes(old, "little") ^ int.from_bytes(new, "little")
            left -= len(differing.to_bytes(len(old), "little").replace(b"\0", b"")) // 3
            if left < 0:
                return True
    return False
