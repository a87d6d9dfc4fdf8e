"""Times the program as its users meet it, on journals of 3,650 and 36,500 reflections, then the pack, the window and
the bundle as their modules say; at the end every line that it is held to, with what was found.

Run by `python dev.py bench`; with `--keep` the lines are kept in tests/benchmarks/results.txt, too. Every figure of one
journal is taken in turn with the other's, so that a busy machine slows both. Whole commands include the start of the
program and a key derivation of the smallest allowed cost.
"""

import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from app import __version__
from app.exchange import json_file
from app.journal import Journal
from app.reflections.model import Content, Filter, Reflection
from app.vault import founding
from app.vault.slots import SMALL_COST, Passphrase
from tests.benchmarks import bundle, corpus, figures, pack, window
from tests.benchmarks.figures import Figures
from tests.benchmarks.targets import LARGE, SMALL, judge

ROUNDS = 15
SEARCH = "search in the library"
_RESULTS = Path(__file__).parent / "results.txt"
# In one lane: how long several take depends on what else runs, and the derivation is taken off the time of opening.
_COST = replace(SMALL_COST, lanes=1)
_PASSPHRASE = "a passphrase for measuring"
_NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def main(*, keep: bool) -> int:
    """Builds both journals and says all lines; how many of those that it is held to are not kept."""
    found = Figures()
    found.say(_heading())
    with tempfile.TemporaryDirectory(prefix="courage-bench-") as folder:
        journals = {size: Path(folder) / size for size in (SMALL, LARGE)}
        for size, journal in journals.items():
            _import(Path(folder), size, journal, found)
        found.say(f"\n{figures.HEADING}  ms; ratio of medians, large to small")
        _commands(journals, found)
        _library(Path(folder), journals, found)
        pack.measure_window(journals[LARGE], LARGE, _PASSPHRASE, found)
        bundle.measure(found)
        window.measure(Path(folder), journals, _PASSPHRASE, found)
    missed = judge(found)
    if keep:
        _RESULTS.write_text("\n".join(found.said) + "\n", encoding="utf-8")
    return missed


def _heading() -> str:
    day = datetime.now(UTC).date().isoformat()
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"Courage Journal {__version__}, measured {day} on {system}\n"


def _import(folder: Path, size: str, journal: Path, found: Figures) -> None:
    source = folder / f"{size}.json"
    with source.open("wb") as stream:
        given = sorted(corpus.reflections(int(size)), key=lambda each: each.id)
        json_file.write(stream, given, UUID(int=0).hex, _NOW)
    founding.create(journal, _PASSPHRASE, _COST)
    seconds = _timed(lambda: _command(journal, "import", "--from", "json", str(source)))
    found["import", size].append(seconds)
    mib = (journal / "journal.db").stat().st_size / 2**20
    found.say(f"import {size}: {seconds:.1f} s, {int(size) / seconds:.0f} a second; journal.db {mib:.0f} MiB")


def _commands(journals: Mapping[str, Path], found: Figures) -> None:
    newest = {size: _command(path, "list", "--limit", "1").split("\t")[0] for size, path in journals.items()}

    def measure(name: str, *arguments: str) -> None:
        _compare(f"command {name}", lambda size: _command(journals[size], *arguments), ROUNDS, found)

    measure("search, seldom word", "search", corpus.WORDS[5000])
    measure("search, word in most entries", "search", corpus.WORDS[2])
    measure("list --limit 50", "list", "--limit", "50")
    measure("list --limit 50 --json", "list", "--limit", "50", "--json")
    _compare("command show", lambda size: _command(journals[size], "show", newest[size]), ROUNDS, found)
    measure("add", "add", "--text", "A line for measuring.")


def _library(folder: Path, journals: Mapping[str, Path], found: Figures) -> None:
    opened = {size: Journal.open(path, Passphrase(_PASSPHRASE), _NOW) for size, path in journals.items()}
    try:
        _searches(opened, found)
        _lists(opened, found)
        _saves(opened, found)
        pack.measure(folder, opened, found)
    finally:
        for journal in opened.values():
            journal.close()


def _searches(opened: Mapping[str, Journal], found: Figures) -> None:
    def measure(name: str, words: str) -> None:
        def search(size: str) -> object:
            return _reading(opened[size], lambda journal: journal.search(words, 50))

        _compare(name, search, ROUNDS * 3, found)

    seldom = corpus.WORDS[5000]
    for letters in range(1, len(seldom) + 1):
        measure(f"search as one types, {letters} letters", seldom[:letters])
        for size in opened:
            found[SEARCH, size] += found[f"search as one types, {letters} letters", size]
    measure("search, word in most entries", corpus.WORDS[2])


def _lists(opened: Mapping[str, Journal], found: Figures) -> None:
    def measure(name: str, limit: int | None, rounds: int) -> None:
        def headings(journal: Journal) -> object:
            return journal.reflections.headings(Filter(), limit)

        _compare(name, lambda size: _reading(opened[size], headings), rounds, found)

    measure("newest 100 headings", 100, ROUNDS * 3)
    measure("all headings", None, 5)


def _saves(opened: Mapping[str, Journal], found: Figures) -> None:
    chance = random.Random(3)

    def measure(words: int, rounds: int) -> None:
        def save(size: str) -> object:
            content = Content(date=corpus.LAST_DAY, text=corpus.prose(words, chance))
            given = Reflection(id=UUID(int=words).hex, content=content, created_at=_NOW, updated_at=_NOW)
            return opened[size].write(lambda journal: journal.reflections.save(given, _NOW))

        _compare(f"autosave, {words:,} words", save, rounds, found)

    measure(200, ROUNDS * 5)
    measure(5_000, ROUNDS * 3)


def _reading(journal: Journal, ask: Callable[[Journal], object]) -> object:
    with journal.reading():
        return ask(journal)


def _compare(name: str, call: Callable[[str], object], rounds: int, found: Figures) -> None:
    for size in (SMALL, LARGE):
        call(size)
    for _ in range(rounds):
        for size in (SMALL, LARGE):
            found[name, size].append(_timed(partial(call, size)) * 1000)
    found.show(name, SMALL)
    found.show(name, LARGE, SMALL)


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _command(journal: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "app", arguments[0], "--passphrase-stdin", "--journal", str(journal), *arguments[1:]],
        input=_PASSPHRASE + "\n",
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"HOME": str(journal.parent)},
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(1 if main(keep="--keep" in sys.argv[1:]) else 0)
