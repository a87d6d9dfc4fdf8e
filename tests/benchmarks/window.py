"""Times the window as its users meet it, real keys to real pixels, beside two floors: programs that do the least.

Part of `python dev.py bench`, after the commands. Every round takes each program in turn, so that a busy machine slows
all of them. The time of Return is without the derivation of the key, as it was noted by the window that is timed.
"""

import ctypes.util
import os
import random
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from app.journal import Journal
from app.reflections.model import Content, Reflection
from app.vault.slots import Passphrase
from tests.benchmarks import bundle, corpus, figures
from tests.benchmarks.figures import Figures
from tests.benchmarks.seat import Seat
from tests.benchmarks.targets import BUNDLE, FLOOR, LARGE, SOURCE

ROUNDS = 3
STARTS = 6  # a round
OPENINGS = 8  # a round
KEYS = 25
_FOLDER = Path(__file__).parent
_ROOT = _FOLDER.parents[1]
_NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
_USUAL, _LONG = 200, 5_000  # words of an entry

_MAKE_FLOOR = """
import sys
from pathlib import Path
from tests.benchmarks import floor_app, window
floor_app.make(Path(sys.argv[1]), window.entries())
"""


def measure(folder: Path, journals: Mapping[str, Path], passphrase: str, found: Figures) -> None:
    """Does the rounds in `folder` and prints a line for each figure. The journals get an entry of today."""
    missing = [name for name in ("Xvfb",) if shutil.which(name) is None]
    missing += [name for name in ("X11", "Xtst") if ctypes.util.find_library(name) is None]
    if missing:
        found.say(f"The window was not measured: {', '.join(missing)} are missing (Debian: xvfb libx11-6 libxtst6).")
        return
    subprocess.run([sys.executable, "-c", _MAKE_FLOOR, folder / "floor.db"], cwd=_ROOT, check=True)
    (folder / "screen").mkdir()
    seat = Seat(folder / "screen")
    try:
        for number in range(-1, ROUNDS):
            kept = found if number >= 0 else Figures()  # the first round loads files and byte code
            _starts(seat, journals[LARGE], kept)
            _openings(seat, folder, journals, passphrase, kept)
            _floors(seat, folder, kept)
            for size, journal in journals.items():
                _program(seat, size, journal, passphrase, kept)
    finally:
        seat.close()
    _report(found, list(journals))


def _write_today(journal: Path, passphrase: str, words: int) -> None:
    """The entry that Today opens with."""
    written = Content(date=_today(), text=_text(words))
    with Journal.open(journal, Passphrase(passphrase), _NOW) as opened:
        newest = Reflection(id=UUID(int=7).hex, content=written, created_at=_NOW, updated_at=_NOW)
        opened.write(lambda journal: journal.reflections.save(newest, _NOW))
        opened.write(lambda journal: journal.preferences.change(review_weekday=None))  # the same on every weekday


def entries() -> Iterable[tuple[str, str, str]]:
    """The day, heading and text of each entry of the floor: those of the large journal, and the one of today."""
    for each in corpus.reflections(int(LARGE)):
        yield each.content.date.isoformat(), each.content.text[:60], each.content.text
    yield _today().isoformat(), _text(_USUAL)[:60], _text(_USUAL)


def _today() -> date:
    return date.today()  # noqa: DTZ011  the day on the wall


def _text(words: int) -> str:
    return corpus.prose(words, random.Random(1))


def _starts(seat: Seat, journal: Path, found: Figures) -> None:
    """Each start after the other's, with what they read in memory and with all of it on the disk."""
    commands: dict[str, Sequence[str | Path]] = {
        FLOOR: [sys.executable, _FOLDER / "floor.py"],
        SOURCE: [sys.executable, "-m", "ui", "--journal", journal],
    }
    if bundle.is_there():
        commands[BUNDLE] = [bundle.PROGRAM, "--journal", journal]
    for what, starts in (("start", STARTS), ("start, cold", STARTS // 3)):
        for _ in range(starts):
            for of, command in commands.items():
                if what != "start":
                    _forget_files()
                found[what, of].append(seat.start(command))
                seat.end()


def _forget_files() -> None:
    """Has the system read from the disk again what no other program has open.

    Nor has this one: with Qt in here, the floor would find most of its libraries in memory, and the bundle none.
    """
    assert "PySide6.QtCore" not in sys.modules
    for top in (Path(sysconfig.get_path("platlib")), _ROOT, Path(sys.base_prefix) / "lib"):
        for path in top.rglob("*"):
            if path.is_file() and not path.is_symlink():
                _forget_file(path)


def _forget_file(path: Path) -> None:
    with suppress(OSError), path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _openings(seat: Seat, folder: Path, journals: Mapping[str, Path], passphrase: str, found: Figures) -> None:
    derived = folder / "derived"
    for journal in journals.values():
        _write_today(journal, passphrase, _USUAL)
    for _ in range(OPENINGS):
        seat.start([sys.executable, _FOLDER / "floor_app.py", folder / "floor.db"])
        found["unlock", FLOOR].append(seat.press("return", opens_page=True).last)
        seat.end()
        for size, journal in journals.items():
            seat.start([sys.executable, "-m", "tests.benchmarks.derived", derived, "--journal", journal])
            seat.type(passphrase)
            seat.rest()
            opened = seat.press("return", opens_page=True).last
            found["unlock", size].append(opened - float(derived.read_text(encoding="ascii")) * 1000)
            seat.quit()


def _floors(seat: Seat, folder: Path, found: Figures) -> None:
    seat.start([sys.executable, _FOLDER / "floor.py", str(_LONG)])
    found["key", FLOOR] += seat.type("a quick brown fox jumps over"[:KEYS])
    seat.end()
    seat.start([sys.executable, _FOLDER / "floor_app.py", folder / "floor.db"])
    seat.press("return", opens_page=True)
    found["first visit", FLOOR].append(seat.press("ctrl+2").last)
    for chord in ("ctrl+1", "ctrl+2") * 4:
        found["switch", FLOOR].append(seat.press(chord).last)
    seat.press("ctrl+3")
    found["search", FLOOR] += seat.search(corpus.WORDS[5000])
    seat.end()


def _program(seat: Seat, size: str, journal: Path, passphrase: str, found: Figures) -> None:
    _write_today(journal, passphrase, _USUAL)
    seat.start([sys.executable, "-m", "ui", "--journal", journal])
    _note(found["locked", size], seat.weight())
    found["first keys", size] += seat.type(passphrase)
    seat.rest()
    seat.press("return", opens_page=True)
    for chord in ("ctrl+2", "ctrl+,"):
        found["first visit", size].append(seat.press(chord).last)
    for chord in ("ctrl+1", "ctrl+2", "ctrl+,") * 4:
        found["switch", size].append(seat.press(chord).last)
    seat.press("ctrl+k")
    found["search", size] += seat.search(corpus.WORDS[5000])
    _note(found["unlocked", size], seat.weight())
    seat.press("escape")
    found["pack", size].append(seat.press("ctrl+3", opens_page=True).last)
    _note(found["with pack", size], seat.weight())
    seat.quit()
    _write_today(journal, passphrase, _LONG)
    seat.start([sys.executable, "-m", "ui", "--journal", journal])
    seat.type(passphrase)
    seat.press("return", opens_page=True)
    seat.press("ctrl+home")  # where the caret is in sight
    found["key", size] += seat.type("a quick brown fox jumps over"[:KEYS])
    seat.quit()


def _note(figures: list[float], figure: float | None) -> None:
    if figure is not None:
        figures.append(figure)


_NAMES = {
    "start": "start to painted window, locked",
    "start, cold": "the same, read from the disk",
    "first keys": "first keys of the passphrase to pixels",
    "unlock": "Return to Today at rest, less the key",
    "key": "key to pixel in 5,000 words",
    "first visit": "first visit of a page",
    "switch": "page switch",
    "search": "search, letter to results at rest",
    "pack": "the pack's page, to its pages set and painted",
    "locked": "memory, locked (PSS, MiB)",
    "unlocked": "memory, after a search (PSS, MiB)",
    "with pack": "memory, with the pages of a pack in sight (PSS, MiB)",
}


def _report(found: Figures, sizes: Sequence[str]) -> None:
    found.say(f"\n{figures.HEADING}  ms; ratio to the floor")
    for key, name in _NAMES.items():
        for of in (FLOOR, SOURCE, BUNDLE, *sizes):
            found.show(key, of, FLOOR if of != FLOOR else None, name=name)
