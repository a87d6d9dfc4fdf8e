"""Times the coaching pack beside typst alone, and the longest wait of a window that has one made.

Part of `python dev.py bench`. Typst alone is a process that sets the same reflections with a template of five lines.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from app.journal import Journal
from app.pack.child import Typesetting
from app.pack.contents import Options
from app.pack.make import gather
from app.pack.saving import save
from app.reflections.model import Filter
from tests.benchmarks import corpus
from tests.benchmarks.figures import Figures
from tests.benchmarks.targets import FLOOR

ROUNDS = 7
_ROOT = Path(__file__).parents[2]
_PERIODS = {"quarter": 91, "year": 365}
_BARE = """
import sys, typst
entries = sys.stdin.read()
template = b'''#set page(paper: "a4", numbering: "1")
#set par(justify: true)
#outline(depth: 1)
#pagebreak()
#for entry in json(bytes(sys.inputs.entries)) [= #entry.at(0)
#entry.at(1)
]'''
pdf = typst.Compiler(template, sys_inputs={"entries": entries}).compile(format="pdf")
open(sys.argv[1], "wb").write(pdf)
"""


def measure(folder: Path, opened: Mapping[str, Journal], found: Figures) -> None:
    """Packs of a quarter and of a year from each journal, from the click to the file, in turn with typst alone."""
    for period, days in _PERIODS.items():
        since = corpus.LAST_DAY - timedelta(days=days - 1)
        entries = _entries(next(iter(opened.values())), since)
        what = f"pack of a {period}"
        for number in range(-1, ROUNDS):
            begin = time.perf_counter()
            _set_bare(entries, folder / "bare.pdf")
            _keep(found, number, what, FLOOR, begin)
            for of, journal in opened.items():
                begin = time.perf_counter()
                _make(journal, since, folder / "pack.pdf")
                _keep(found, number, what, of, begin)
        for of in (FLOOR, *opened):
            found.show(what, of, FLOOR if of != FLOOR else None)


def measure_window(journal: Path, of: str, passphrase: str, found: Figures) -> None:
    """The longest time in which a window could not answer, while it gathers, sets, draws and saves a year's pack."""
    command = [sys.executable, "-m", "tests.benchmarks.pack_window", str(journal)]
    for _ in range(3):
        done = subprocess.run(
            command,
            input=passphrase,
            capture_output=True,
            text=True,
            check=True,
            cwd=_ROOT,
            env=os.environ | {"HOME": str(journal.parent), "QT_QPA_PLATFORM": "offscreen"},
        )
        found["pack, longest wait", of].append(float(done.stdout.split()[-1]))
    found.show("pack, longest wait", of)


def _entries(journal: Journal, since: date) -> str:
    with journal.reading():
        reflections = journal.reflections.find(Filter(since=since, until=corpus.LAST_DAY))
    return json.dumps([[each.content.date.isoformat(), each.content.text] for each in reflections])


def _set_bare(entries: str, target: Path) -> None:
    subprocess.run([sys.executable, "-c", _BARE, str(target)], input=entries, text=True, check=True)


def _make(journal: Journal, since: date, target: Path) -> None:
    """As the window does it when the button is clicked before its pages are there."""
    pack = gather(journal, Options(since=since, until=corpus.LAST_DAY, prepared_on=corpus.LAST_DAY))
    save(Typesetting(pack, pages=False, ppi=0).wait().pdf, target)


def _keep(found: Figures, number: int, what: str, of: str, begin: float) -> None:
    if number >= 0:  # the first round loads files and byte code
        found[what, of].append((time.perf_counter() - begin) * 1000)
