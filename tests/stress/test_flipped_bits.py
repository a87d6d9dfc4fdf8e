"""Row 5: one bit that flips anywhere in a journal, its log or a backup is noticed, or does no harm and is counted.

Harmless is a flip in what is no longer needed: the journal has all its words then, and passes its check. At the very
end of a log that a crash has left, a flip looks like a power cut during the last save: the journal is as it was one
save before, or two, where it hits what would prove the last but one.
"""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.vault import founding, key_file
from app.vault.continuity import DATABASE, LOG
from app.vault.vault import open_vault
from tests.app.vault.journals import NOW, Made, copy
from tests.stress.figures import Result, cases, chance, shares, spread, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import founded, kept, save, work

WHAT = "one bit flipped: journal.db, log, vault.json, backup"
FLIPS = 10_000
DETECTED, HARMLESS, LAST = "detected", "harmless", "as a power cut in the last save"
_SAVES = 8


def run(scale: float) -> Result:
    """10,000 flips in full."""
    return spread(_flip, [(count,) for count in shares(cases(FLIPS, scale))])


@forking
def test_a_flipped_bit_is_noticed_wherever_it_is() -> None:
    assert_holds(5, 0.02)


@dataclass(frozen=True, slots=True)
class Case:
    """A journal, what is in it, and in `before` what was in it before its last save and before the last but one."""

    made: Made
    whole: dict[int, int]
    before: tuple[dict[int, int], ...]


def closed_and_crashed(place: Path) -> tuple[Case, Case]:
    """A journal with a backup that was closed, and what was left of it when it was killed."""
    made, saves = founded(place / "journal"), work(chance(5), 0)
    with made.open() as journal:
        for _ in range(_SAVES):
            save(journal, next(saves))
    with made.open() as journal:
        for _ in range(_SAVES):
            save(journal, next(saves))
        journal.vault.back_up(NOW)
        before = [kept(journal.vault)]
        for number in (90_000, 90_001):
            save(journal, [(number, 0)])
            before.append(kept(journal.vault))
        crashed = made.copy(place / "crashed")
    return Case(made, before[2], ()), Case(crashed, before[2], tuple(before[:2]))


def judged(case: Case, folder: Path) -> str:
    """What became of a damaged copy: detected, harmless, or without its last save; anything else is said as it is."""
    try:
        with closing(open_vault(folder, case.made.recovery)) as vault:
            if vault.findings():
                return DETECTED
            found = kept(vault)
    except AppError:
        return DETECTED
    if found == case.whole:
        return HARMLESS
    return LAST if found in case.before else f"{len(case.whole) - len(found)} records lost and nothing said"


def restored(case: Case, backup: Path, place: Path) -> str:
    """What became of a damaged backup that somebody wants back."""
    try:
        founding.restore(backup, place, case.made.recovery)
    except AppError:
        return DETECTED
    return judged(case, place)


def _flip(share: int, count: int) -> Result:
    source, result = chance(5, share), Result()
    with workshop() as place:
        closed, crashed = closed_and_crashed(place)
        (backup,) = (closed.made.folder / "backups").iterdir()
        tries: list[Callable[[], tuple[str, str]]] = [
            lambda: _flipped(closed, DATABASE, source, place),
            lambda: _flipped(crashed, DATABASE, source, place),
            lambda: _flipped(crashed, LOG, source, place),
            lambda: _flipped(source.choice((closed, crashed)), key_file.NAME, source, place),
            lambda: _flipped_backup(closed, backup, source, place),
        ]
        for number in range(count):
            what, outcome = tries[number % len(tries)]()
            result.tried += 1
            result.count(outcome if outcome in (DETECTED, HARMLESS, LAST) else "unnoticed")
            is_known = outcome == DETECTED or (outcome in (HARMLESS, LAST) and "crashed" in what)
            result.failures += [] if is_known else [f"{what}: {outcome}"]
    return result


def _flipped(case: Case, name: str, source: random.Random, place: Path) -> tuple[str, str]:
    folder = copy(case.made.folder, place / "flipped")
    where = flip(folder / name, source)
    outcome = judged(case, folder)
    shutil.rmtree(folder)
    return f"{name} of the {case.made.folder.name}, {where}", outcome


def _flipped_backup(case: Case, backup: Path, source: random.Random, place: Path) -> tuple[str, str]:
    copied = Path(shutil.copy(backup, place / "flipped.backup"))
    where = flip(copied, source)
    outcome = restored(case, copied, place / "restored")
    shutil.rmtree(place / "restored", ignore_errors=True)
    return f"backup, {where}", outcome


def flip(path: Path, source: random.Random) -> str:
    """Flips one bit; returns where. Half of them in the first pages and the headers, which say most."""
    data = bytearray(path.read_bytes())
    place = source.randrange(min(len(data), source.choice((4096, len(data)))))
    bit = source.randrange(8)
    data[place] ^= 1 << bit
    path.write_bytes(data)
    return f"byte {place} of {len(data)}, bit {bit}"
