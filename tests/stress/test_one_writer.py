"""Row 15: of many that want a journal at once one has it, also when that one is killed; nothing of theirs is lost.

A stale lock file and a process id that somebody else has by now do not matter: the lock is the system's, and ends with
its process. The lock file is there before each try, with the id of a process that runs.
"""

import os
import random
import shutil
import signal
import time
from itertools import pairwise
from pathlib import Path

from app.errors import JournalInUse
from app.vault.files import LOCK
from tests.app.vault.journals import Made
from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases, chance, shares, spread, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import founded, kept, missing, save

WHAT = "many at once, the holder killed, a stale lock"
ROUNDS, WINDOWS = 200, 10
_AT_ONCE = 4
_LONGEST = 0.8


def run(scale: float) -> Result:
    """200 rounds of four at once in full, and two windows at once ten times."""
    result = spread(_contend, [(count,) for count in shares(cases(ROUNDS, scale))])
    if cases(WINDOWS, scale) > 1:  # they have their short form where they are
        test = "tests/flows/window/test_rooms.py::test_a_journal_that_is_open_already_is_not_opened_twice"
        result.add(outcome_of([test], times=cases(WINDOWS, scale)))
    return result


@forking
def test_there_is_never_a_second_writer() -> None:
    assert_holds(15, 0.03)


def _contend(share: int, rounds: int) -> Result:
    source, result = chance(15, share), Result()
    with workshop() as place:
        made = founded(place / "journal")
        for number in range(rounds):
            life = made.copy(place / "life")
            (life.folder / LOCK).write_text(str(os.getpid()), encoding="ascii")
            _round(life, place / "said", source, number, result)
            shutil.rmtree(life.folder)
            (place / "said").unlink()
    return result


def _round(life: Made, said: Path, source: random.Random, number: int, result: Result) -> None:
    said.touch()
    children = [_started(life, said, 1_000 * number + 100 * each) for each in range(_AT_ONCE)]
    time.sleep(source.uniform(0.05, _LONGEST))
    result.tried += 1
    killed: dict[int, int] = {}
    for child in source.sample(children, 2):  # one that has it, perhaps, and one that waits
        killed[child] = time.monotonic_ns()
        os.kill(child, signal.SIGKILL)
    time.sleep(source.uniform(0, _LONGEST / 4))
    for child in children:
        killed.setdefault(child, time.monotonic_ns())
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    lines = [line.split() for line in said.read_text(encoding="ascii").splitlines()]
    result.count("turns", sum(1 for each in lines if each[0] == "in"))
    result.failures += [f"round {number}: {each}" for each in _overlaps(lines, killed)]
    saved = {int(each[3]): 0 for each in lines if each[0] == "saved"}
    with life.open() as journal:
        result.failures += [*missing(saved, kept(journal.vault)), *journal.vault.findings()]


def _started(life: Made, said: Path, first: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            _want(life, os.open(said, os.O_WRONLY | os.O_APPEND), first)
        finally:
            os._exit(70)
    return child


def _want(life: Made, said: int, first: int) -> None:
    """Opens the journal as soon as it can, saves, says so, and leaves; again and again."""
    number = first
    while True:
        try:
            journal = life.open()
        except JournalInUse:
            time.sleep(0.001)
            continue
        _say(said, "in")
        save(journal, [(number, 0)])
        _say(said, "saved", number)
        number += 1
        _say(said, "out")
        journal.close()


def _say(said: int, what: str, number: int = 0) -> None:
    os.write(said, f"{what} {os.getpid()} {time.monotonic_ns()} {number}\n".encode())


def _overlaps(lines: list[list[str]], killed: dict[int, int]) -> list[str]:
    """Pairs of turns that were not one after the other. A turn ends when it is said, or with the kill."""
    turns: list[tuple[int, int, int]] = []
    begun: dict[int, int] = {}
    for what, process, moment, _ in lines:
        if what == "in":
            begun[int(process)] = int(moment)
        elif what == "out":
            turns.append((begun.pop(int(process)), int(moment), int(process)))
    turns += [(moment, killed[process], process) for process, moment in begun.items()]
    turns.sort()
    return [f"{two[2]} came in before {one[2]} was out" for one, two in pairwise(turns) if two[0] < one[1]]
