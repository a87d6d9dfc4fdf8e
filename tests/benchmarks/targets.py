"""What the program is held to, line by line, and whether what was measured here keeps it.

The figures are those of the owner's standard for quality; ratios are of medians taken in turn with the floor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.benchmarks.figures import Figures

SMALL, LARGE, FLOOR = "3650", "36500", "floor"
BUNDLE, SOURCE = "bundle", "source"
_GROWING = ("newest 100 headings", "autosave, 200 words", "autosave, 5,000 words", "switch", "search", "key")

Reading = Callable[[Figures], float | None]


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: what it is about, the most it may be, and what it aims at."""

    what: str
    unit: str
    held: float
    aim: float
    reading: Reading


def _ratio(what: str, of: str, to: str = FLOOR) -> Reading:
    return lambda found: found.ratio(what, of, to)


def _median(what: str, of: str = LARGE) -> Reading:
    return lambda found: found.median(what, of)


def _p95(what: str, of: str = LARGE) -> Reading:
    return lambda found: found.p95(what, of)


def _worst_growth(found: Figures) -> float | None:
    grown = [found.ratio(what, LARGE, SMALL) for what in _GROWING]
    return max((each for each in grown if each is not None), default=None)


TARGETS = (
    Target("start to painted window, source", "x floor", 1.25, 1.10, _ratio("start", SOURCE)),
    Target("start to painted window, source, cold", "x floor", 1.35, 1.10, _ratio("start, cold", SOURCE)),
    Target("start to painted window, bundle", "x floor", 1.25, 1.10, _ratio("start", BUNDLE)),
    Target("start to painted window, bundle, cold", "x floor", 1.35, 1.10, _ratio("start, cold", BUNDLE)),
    Target("Return to Today, less the key", "x floor", 2.5, 1.6, _ratio("unlock", LARGE)),
    Target("Return to Today, less the key, p95", "ms", 200, 200, _p95("unlock")),
    Target("Return to Today, growth", "x", 1.2, 1.2, _ratio("unlock", LARGE, SMALL)),
    Target("page switch, p95", "ms", 50, 33, _p95("switch")),
    Target("first visit of a page, p95", "ms", 150, 150, _p95("first visit")),
    Target("key to pixel in 5,000 words", "x floor", 2, 2, _ratio("key", LARGE)),
    Target("key to pixel in 5,000 words, p95", "ms", 16, 10, _p95("key")),
    Target("autosave of 200 words, p95", "ms", 10, 5, _p95("autosave, 200 words")),
    Target("autosave of 5,000 words, p95", "ms", 35, 20, _p95("autosave, 5,000 words")),
    Target("search, letter to results, p95", "ms", 50, 33, _p95("search")),
    Target("search, queries alone, p95", "ms", 5, 5, _p95("search in the library")),
    Target("coaching pack of a quarter, to the file", "x typst", 2, 1.4, _ratio("pack of a quarter", LARGE)),
    Target("coaching pack of a year, to the file", "ms", 2000, 2000, _median("pack of a year")),
    Target("longest wait of the window meanwhile", "ms", 50, 16, _median("pack, longest wait")),
    Target("import", "s", 25, 15, _median("import")),
    Target("memory, locked", "MiB", 95, 70, _median("locked")),
    Target("memory, after a search", "MiB", 120, 105, _median("unlocked")),
    Target("memory, with a pack in sight", "MiB", 150, 120, _median("with pack")),
    Target("bundle on disk", "MB", 230, 205, _median("size", BUNDLE)),
    Target("bundle packed", "MB", 75, 65, _median("packed", BUNDLE)),
    Target("growth of every other line, the worst", "x", 1.5, 1.2, _worst_growth),
)


def judge(found: Figures, targets: Sequence[Target] = TARGETS) -> int:
    """Says each line with its figure and how it stands; how many are not kept."""
    found.say(f"\n{'what it is held to':44}{'held':>9}{'aim':>9}{'here':>9}")
    missed = 0
    for each in targets:
        here = each.reading(found)
        stands = "not measured" if here is None else "" if here <= each.held else "NOT KEPT"
        stands = "aim reached" if here is not None and here <= each.aim else stands
        missed += stands == "NOT KEPT"
        said = f"{here:9.2f}" if here is not None else f"{'-':>9}"
        found.say(f"{each.what:44}{each.held:9g}{each.aim:9g}{said}  {each.unit:8} {stands}".rstrip())
    return missed
