"""Times the program as its users meet it, on journals of 3,650 and 36,500 reflections: min, median, p95, max and
the ratio; then the window, as `window` says.

Run by `python dev.py bench`. Every figure of one journal is taken in turn with the other's, so that a busy machine
slows both. Whole commands include the start of the program and a key derivation of the smallest allowed cost.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from app.exchange import json_file
from app.journal import Journal
from app.reflections.model import Content, Filter, Reflection
from app.vault import founding
from app.vault.slots import SMALL_COST, Passphrase
from tests.benchmarks import corpus, window

SIZES = (3_650, 36_500)
ROUNDS = 15
_PASSPHRASE = "a passphrase for measuring"
_NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def main() -> None:
    """Builds both journals, then prints one line a figure."""
    with tempfile.TemporaryDirectory(prefix="courage-bench-") as folder:
        journals = {size: Path(folder) / str(size) for size in SIZES}
        for size, journal in journals.items():
            _import(Path(folder), size, journal)
        print(f"\n{'':42}{'min':>9}{'median':>9}{'p95':>9}{'max':>9}  ms; ratio of medians, large to small")
        _commands(journals)
        _library(journals)
        window.measure(Path(folder), journals, _PASSPHRASE)


def _import(folder: Path, size: int, journal: Path) -> None:
    source = folder / f"{size}.json"
    with source.open("wb") as stream:
        json_file.write(stream, sorted(corpus.reflections(size), key=lambda each: each.id), UUID(int=0).hex, _NOW)
    founding.create(journal, _PASSPHRASE, SMALL_COST)
    seconds = _timed(lambda: _command(journal, "import", "--from", "json", str(source)))
    size_mib = (journal / "journal.db").stat().st_size / 2**20
    print(f"import {size}: {seconds:.1f} s, {size / seconds:.0f} a second; journal.db {size_mib:.0f} MiB", flush=True)


def _commands(journals: dict[int, Path]) -> None:
    newest = {size: _command(path, "list", "--limit", "1").split("\t")[0] for size, path in journals.items()}

    def measure(name: str, *arguments: str) -> None:
        _compare(f"command {name}", lambda size: _command(journals[size], *arguments), ROUNDS)

    measure("search, seldom word", "search", corpus.WORDS[5000])
    measure("search, word in most entries", "search", corpus.WORDS[2])
    measure("list --limit 50", "list", "--limit", "50")
    measure("list --limit 50 --json", "list", "--limit", "50", "--json")
    _compare("command show", lambda size: _command(journals[size], "show", newest[size]), ROUNDS)
    measure("add", "add", "--text", "A line for measuring.")


def _library(journals: dict[int, Path]) -> None:
    opened = {size: Journal.open(path, Passphrase(_PASSPHRASE), _NOW) for size, path in journals.items()}
    try:
        _searches(opened)
        _lists(opened)
        _saves(opened)
    finally:
        for journal in opened.values():
            journal.close()


def _searches(opened: dict[int, Journal]) -> None:
    def measure(name: str, words: str) -> None:
        _compare(name, lambda size: _reading(opened[size], lambda journal: journal.search(words, 50)), ROUNDS * 3)

    seldom = corpus.WORDS[5000]
    for letters in range(1, len(seldom) + 1):
        measure(f"search as one types, {letters} letters", seldom[:letters])
    measure("search, word in most entries", corpus.WORDS[2])


def _lists(opened: dict[int, Journal]) -> None:
    def measure(name: str, limit: int | None, rounds: int) -> None:
        def headings(journal: Journal) -> object:
            return journal.reflections.headings(Filter(), limit)

        _compare(name, lambda size: _reading(opened[size], headings), rounds)

    measure("newest 100 headings", 100, ROUNDS * 3)
    measure("all headings", None, 5)


def _saves(opened: dict[int, Journal]) -> None:
    chance = random.Random(3)

    def measure(words: int, rounds: int) -> None:
        def save(size: int) -> object:
            content = Content(date=corpus.LAST_DAY, text=corpus.prose(words, chance))
            given = Reflection(id=UUID(int=words).hex, content=content, created_at=_NOW, updated_at=_NOW)
            return opened[size].write(lambda journal: journal.reflections.save(given, _NOW))

        _compare(f"autosave, {words:,} words", save, rounds)

    measure(200, ROUNDS * 5)
    measure(5_000, ROUNDS * 3)


def _reading(journal: Journal, ask: Callable[[Journal], object]) -> object:
    with journal.reading():
        return ask(journal)


def _compare(name: str, call: Callable[[int], object], rounds: int) -> None:
    taken: dict[int, list[float]] = {size: [] for size in SIZES}
    for size in SIZES:
        call(size)
    for _ in range(rounds):
        for size in SIZES:
            taken[size].append(_timed(partial(call, size)) * 1000)
    for size in SIZES:
        figures = taken[size]
        ratio = f"  x{statistics.median(figures) / statistics.median(taken[SIZES[0]]):.2f}" if size != SIZES[0] else ""
        label = f"{name}, {size}"
        p95 = sorted(figures)[int(len(figures) * 0.95)]
        print(
            f"{label:42}{min(figures):9.1f}{statistics.median(figures):9.1f}{p95:9.1f}{max(figures):9.1f}{ratio}",
            flush=True,
        )


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
    main()
