"""Row 6: a file that was cut off, emptied, lost or taken from another time is noticed, and a backup is offered for it.

A log that is cut off behind its first commit is what a power cut leaves of commits nobody was told of: the journal is
whole then, as it was at an earlier save. That is counted apart.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.errors import AppError, DamagedJournal, NotAJournal
from app.vault import key_file, rescue
from app.vault.continuity import DATABASE, LOG
from app.vault.vault import open_vault
from tests.app.vault.journals import NOW, PAGE, Made, copy
from tests.stress.figures import Result, chance, spread, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import founded, kept, save, work

WHAT = "cut off, empty, lost or swapped files"
DAMAGES = 500
_FRAME = PAGE + 24
_FILES = (DATABASE, LOG, key_file.NAME)


def run(scale: float) -> Result:
    """Every cut at a page, and as many others as make 500 in full."""
    with workshop() as place:
        moments = _moments(place)
        damages = list(_damages(moments, round(DAMAGES * scale) if scale < 1 else None))
        return spread(_damage, [(damages[number::2],) for number in range(2)])


@forking
def test_what_is_not_all_there_is_noticed() -> None:
    assert_holds(6, 0.1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A journal at one moment of its life, and what was in it."""

    made: Made
    whole: dict[int, int]

    @property
    def name(self) -> str:
        return self.made.folder.name


@dataclass(frozen=True, slots=True)
class Damage:
    """What was done to a journal. `as_by_power` says that a power cut leaves the same of unfinished saves."""

    what: str
    moment: Moment
    do: Callable[[Path], None]
    as_by_power: bool = False


def _moments(place: Path) -> list[Moment]:
    """Closed, killed, closed, killed, with a backup: four moments of one journal, and one of another."""
    saves = work(chance(6), 0)
    found: list[Moment] = []
    for name in ("one", "other"):
        made = founded(place / name)
        with made.open() as journal:
            save(journal, next(saves))
            journal.vault.back_up(NOW)
        for turn in ("first", "second"):
            with made.open() as journal:
                for _ in range(10):
                    save(journal, next(saves))
                whole = kept(journal.vault)
                found.append(Moment(made.copy(place / f"{name} killed {turn}"), whole))
            found.append(Moment(made.copy(place / f"{name} closed {turn}"), whole))
    return found


def _damages(moments: list[Moment], most: int | None) -> Iterator[Damage]:
    made = [*_cuts(moments[2:4]), *_swaps(moments)]
    yield from made if most is None else chance(6, "some").sample(made, min(most, len(made)))


def _cuts(moments: list[Moment]) -> Iterator[Damage]:
    source = chance(6, "cuts")
    for moment in moments:
        for name in (each for each in _FILES if (moment.made.folder / each).exists()):
            size = (moment.made.folder / name).stat().st_size
            step = {DATABASE: PAGE, LOG: _FRAME, key_file.NAME: 64}[name]
            others = [source.randrange(size) for _ in range(30)]
            for length in sorted({0, 1, 16, 32, *range(0, size, step), *others, size - 1}):
                is_like_power = name == LOG and length > 32 + _FRAME
                yield Damage(f"{name} cut to {length} of {size}", moment, partial(_cut, name, length), is_like_power)
            yield Damage(f"{name} lost", moment, partial(_lose, name))


def _swaps(moments: list[Moment]) -> Iterator[Damage]:
    """Each file of each moment replaced by that of each other moment, where they differ."""
    for moment in moments:
        for other in moments:
            for name in _FILES:
                theirs = other.made.folder / name
                if theirs.exists() and not _is_same(theirs, moment.made.folder / name):
                    yield Damage(f"{name} of {other.name}", moment, partial(_put, name, theirs))


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def _cut(name: str, length: int, folder: Path) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:length])


def _lose(name: str, folder: Path) -> None:
    (folder / name).unlink()


def _put(name: str, theirs: Path, folder: Path) -> None:
    shutil.copyfile(theirs, folder / name)


def _damage(_share: int, damages: list[Damage]) -> Result:
    result = Result()
    with workshop() as place:
        for damage in damages:
            folder = copy(damage.moment.made.folder, place / "damaged")
            damage.do(folder)
            outcome = _outcome(damage, folder)
            shutil.rmtree(folder)
            result.tried += 1
            result.count(outcome if outcome in _FINE else "unnoticed")
            result.failures += [] if outcome in _FINE else [f"{damage.moment.name}, {damage.what}: {outcome}"]
    return result


_NOTICED, _HARMLESS, _EARLIER = "noticed", "harmless", "as after a power cut"
_FINE = (_NOTICED, _HARMLESS, _EARLIER)


def _outcome(damage: Damage, folder: Path) -> str:
    try:
        with closing(open_vault(folder, damage.moment.made.recovery)) as vault:
            if vault.findings():
                return _NOTICED
            found = kept(vault)
    except DamagedJournal as error:
        is_offered = rescue.damage(folder, error.finding).last_backup is not None
        return _NOTICED if is_offered else f"{error!r}, and no backup is offered"
    except AppError as error:
        return _noticed_otherwise(damage, error)
    if found == damage.moment.whole:
        return _HARMLESS
    if damage.as_by_power and found and found.keys() <= damage.moment.whole.keys():
        return _EARLIER
    return f"{len(damage.moment.whole) - len(found)} records lost and nothing said"


def _noticed_otherwise(damage: Damage, error: AppError) -> str:
    """The key file of another journal asks for another secret, and one that is none makes the folder no journal."""
    is_of_key_file = damage.what.startswith(key_file.NAME)
    return _NOTICED if is_of_key_file or not isinstance(error, NotAJournal) else repr(error)
