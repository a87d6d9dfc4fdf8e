"""Row 1: killed at any moment of saving and indexing, a journal has every save that was acknowledged, and is sound."""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from app.journal import Journal
from app.reflections.model import Content, Reflection
from app.vault import founding
from app.vault.slots import SMALL_COST, RecoveryKey
from app.vault.vault import Vault
from tests.app.vault.journals import Made
from tests.stress.figures import Result, cases, chance, shares, spread, workshop
from tests.stress.short import assert_holds, forking

WHAT = "killed while saving and indexing"
KILLS = 1_000
NOW = datetime(2026, 3, 10, 9, 15, tzinfo=UTC)
# Long enough to open a journal and save a few times, so that every moment of that has its kills.
_LONGEST = 0.3
_A_LIFE = 25


def run(scale: float) -> Result:
    """1,000 kills in full."""
    return spread(_kill, [(count,) for count in shares(cases(KILLS, scale))])


@forking
def test_a_few_kills_lose_nothing_that_was_acknowledged() -> None:
    assert_holds(1, 0.03)


# What is written


def told(number: int, version: int) -> Reflection:
    """A reflection whose text follows from its number and its version, of a few words or a thousand."""
    size = random.Random(f"{number} {version}").choice((1, 5, 50, 500))
    content = Content(
        date=date(2026, 3, 1 + number % 9),
        text=f"{number} {version} " + f"words{number % 50} and w{version} " * size,
        people=(f"Ann {number % 7}",),
        tags=(f"tag {number % 5}",),
    )
    return Reflection(id=f"{number:032x}", content=content, created_at=NOW, updated_at=NOW)


def work(source: random.Random, first: int) -> Iterator[list[tuple[int, int]]]:
    """Without end, what is to be saved in one go: a new one, one that grows, or many at once."""
    number = first
    while True:
        number += 1
        match source.randrange(4):
            case 0:
                yield [(number, 0)]
            case 1 | 2:
                yield from ([(number, version)] for version in range(source.randint(2, 6)))
            case _:
                yield [(number + more, 0) for more in range(20)]
                number += 20


def save(journal: Journal, given: list[tuple[int, int]]) -> None:
    """Saves in one transaction: one as an autosave does, several as an import does."""
    if len(given) == 1:
        journal.write(lambda journal: journal.reflections.save(told(*given[0]), NOW))
    else:
        journal.write(lambda journal: journal.reflections.add_all([told(*each) for each in given], NOW))


def kept(vault: Vault) -> dict[int, int]:
    """The version of each reflection; each has its text to the letter."""
    versions = {}
    # Asked without SQLAlchemy, which would make each query anew for each of thousands of journals.
    for id, text in vault._raw.execute("SELECT id, text FROM reflection"):
        number, version = map(int, text.split(maxsplit=2)[:2])
        assert (id, text) == (told(number, version).id, told(number, version).content.text), f"{id} is not what it was"
        versions[number] = version
    return versions


def missing(acknowledged: dict[int, int], found: dict[int, int]) -> list[str]:
    """Acknowledged saves of which the journal knows nothing."""
    return [
        f"{number} was acknowledged as {version} and is {found.get(number)}"
        for number, version in acknowledged.items()
        if found.get(number, -1) < version
    ]


# The kills


def _kill(share: int, count: int) -> Result:
    source, result = chance(1, share), Result()
    with workshop() as place:
        made = founded(place / "journal")
        acknowledged: dict[int, int] = {}
        for number in range(count):
            if number % _A_LIFE == 0:
                shutil.rmtree(place / "life", ignore_errors=True)
                life, acknowledged = made.copy(place / "life"), {}
            written = _killed_writer(life, source, first=number * 1_000)
            result.tried += 1
            result.count("acknowledged saves", len(written))
            acknowledged |= dict(written)
            result.failures += _judged(life, acknowledged, place / "seen")
    return result


def founded(folder: Path) -> Made:
    """An empty journal."""
    return Made(folder, RecoveryKey(founding.create(folder, "a lamp", SMALL_COST)))


def _killed_writer(life: Made, source: random.Random, first: int) -> list[tuple[int, int]]:
    """What a process has acknowledged until it was killed."""
    ours, theirs = os.pipe()
    seed, moment = source.random(), source.uniform(0, _LONGEST)
    child = os.fork()
    if child == 0:
        try:
            os.close(ours)
            _write(life, theirs, random.Random(seed), first)
        finally:
            os._exit(70)
    os.close(theirs)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(ours) as stream:
        said = [line.split() for line in stream if line.endswith("\n")]
    assert status == -signal.SIGKILL, "the writer ended by itself"
    return [(int(number), int(version)) for number, version in said]


def _write(life: Made, acknowledge: int, source: random.Random, first: int) -> None:
    journal = life.open()
    for given in work(source, first):
        save(journal, given)
        os.write(acknowledge, "".join(f"{number} {version}\n" for number, version in given).encode())


def _judged(life: Made, acknowledged: dict[int, int], place: Path) -> list[str]:
    """What is wrong with the journal that the kill has left; it stays as it is, for the next kill."""
    seen = life.copy(place)
    try:
        with seen.open() as journal:
            return [*missing(acknowledged, kept(journal.vault)), *journal.vault.findings()]
    finally:
        shutil.rmtree(place)
