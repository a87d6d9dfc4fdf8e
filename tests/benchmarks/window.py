"""Times the window as its users meet it, real keys to real pixels, beside two floors: programs that do the least.

Run by `python dev.py bench`, after the commands. Every round takes each program in turn, so that a busy machine slows
all of them. The time of Return is without the derivation of the key, which was measured by itself.
"""

import ctypes.util
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from app.journal import Journal
from app.reflections.model import Content, Reflection
from app.vault import founding, slots
from app.vault.slots import SMALL_COST, Passphrase
from tests.benchmarks import corpus, figures, floor_app
from tests.benchmarks.seat import Seat

SIZES = (3_650, 36_500)
ROUNDS = 4
KEYS = 25
_PASSPHRASE = "pass"
_FOLDER = Path(__file__).parent
_NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
_LONG = 5_000

# By what was measured and of what, in milliseconds or MiB.
Found = defaultdict[tuple[str, str], list[float]]


def main() -> None:
    """Makes journals and floors, does the rounds, prints a line for each figure."""
    missing = [name for name in ("Xvfb",) if shutil.which(name) is None]
    missing += [name for name in ("X11", "Xtst") if ctypes.util.find_library(name) is None]
    if missing:
        print(f"The window was not measured: {', '.join(missing)} are missing (Debian: xvfb libx11-6 libxtst6).")
        return
    with tempfile.TemporaryDirectory(prefix="courage-bench-") as name:
        folder = Path(name)
        programs = {str(size): _journal(folder, size) for size in SIZES}
        floor_app.make(folder / "floor.db", _entries(SIZES[-1]))
        (folder / "screen").mkdir()
        seat = Seat(folder / "screen")
        found: Found = defaultdict(list)
        try:
            for number in range(-1, ROUNDS):
                kept = found if number >= 0 else defaultdict(list)  # the first round loads files and byte code
                _floors(seat, folder, kept)
                for size, journal in programs.items():
                    _program(seat, size, journal, kept)
        finally:
            seat.close()
    _report(found)


def _journal(folder: Path, size: int) -> Path:
    """With a long entry today, which Today opens with."""
    journal = folder / str(size)
    founding.create(journal, _PASSPHRASE, SMALL_COST)
    today = date.today()  # noqa: DTZ011  the day on the wall
    long = Content(date=today, text=corpus.prose(_LONG, random.Random(1)))
    newest = Reflection(id=UUID(int=7).hex, content=long, created_at=_NOW, updated_at=_NOW)
    opened = Journal.open(journal, Passphrase(_PASSPHRASE), _NOW)
    for batch in _batches([*corpus.reflections(size), newest]):
        opened.write(partial(_add, batch))
    opened.close()
    return journal


def _add(batch: Sequence[Reflection], journal: Journal) -> None:
    journal.reflections.add_all(batch, _NOW)


def _batches(given: Sequence[Reflection]) -> Iterable[Sequence[Reflection]]:
    return (given[at : at + 500] for at in range(0, len(given), 500))


def _entries(size: int) -> Iterable[tuple[str, str, str]]:
    for each in corpus.reflections(size):
        yield each.content.date.isoformat(), each.content.text[:60], each.content.text


def _floors(seat: Seat, folder: Path, found: Found) -> None:
    found["start", "floor"].append(seat.start([sys.executable, _FOLDER / "floor.py", str(_LONG)]))
    found["key", "floor"] += seat.type("a quick brown fox jumps over"[:KEYS])
    seat.end()
    seat.start([sys.executable, _FOLDER / "floor_app.py", folder / "floor.db"])
    found["unlock", "floor"].append(seat.press("return").last)
    found["first visit", "floor"].append(seat.press("ctrl+2").last)
    for chord in ("ctrl+1", "ctrl+2") * 3:
        found["switch", "floor"].append(seat.press(chord).last)
    seat.press("ctrl+3")
    found["search", "floor"] += seat.search(corpus.WORDS[5000])
    seat.end()


def _program(seat: Seat, size: str, journal: Path, found: Found) -> None:
    found["start", size].append(seat.start([sys.executable, "-m", "ui", "--journal", journal]))
    _note(found["locked", size], seat.weight())
    found["first keys", size] += seat.type(_PASSPHRASE)
    seat.rest()
    time.sleep(1)  # as somebody who types a longer passphrase
    found["unlock", size].append(seat.press("return").last - _derivation())
    found["key", size] += seat.type("a quick brown fox jumps over"[:KEYS])
    seat.rest()
    for chord in ("ctrl+2", "ctrl+3"):
        found["first visit", size].append(seat.press(chord).last)
    for chord in ("ctrl+1", "ctrl+2", "ctrl+3") * 3:
        found["switch", size].append(seat.press(chord).last)
    seat.press("ctrl+k")
    found["search", size] += seat.search(corpus.WORDS[5000])
    _note(found["unlocked", size], seat.weight())
    seat.end()


def _derivation() -> float:
    """Milliseconds of one derivation, measured at this moment."""
    begin = time.perf_counter()
    slots.wrap(bytes(32), Passphrase(_PASSPHRASE), UUID(int=1).hex, SMALL_COST)
    return (time.perf_counter() - begin) * 1000


def _note(figures: list[float], figure: float | None) -> None:
    if figure is not None:
        figures.append(figure)


_NAMES = {
    "start": "start to painted window, locked",
    "first keys": "first keys of the passphrase to pixels",
    "unlock": "Return to Today at rest, less the key",
    "key": "key to pixel in 5,000 words",
    "first visit": "first visit of a page",
    "switch": "page switch",
    "search": "search, letter to results at rest",
    "locked": "memory, locked (PSS, MiB)",
    "unlocked": "memory, after a search (PSS, MiB)",
}


def _report(found: Found) -> None:
    print(f"\n{figures.HEADING}  ms; ratio to the floor")
    for key, name in _NAMES.items():
        floor = found.get((key, "floor"), [])
        for of in ("floor", *map(str, SIZES)):
            taken = found.get((key, of), [])
            if taken:
                figures.show(f"{name}, {of}", taken, floor if of != "floor" else ())


if __name__ == "__main__":
    main()
