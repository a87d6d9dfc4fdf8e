"""Row 3: killed in a backup, restore, migration, change of secrets, erasing, lock or import, there is old or new.

The commands and the lock are those of tests/flows, told to be killed more often. New secrets are made here, where they
can be made at the least cost, and so is a migration: a step is added to the schema, and who knows it is killed.
"""

import os
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.erasing.doing import erase
from app.erasing.model import Choices
from app.errors import NewerVersion, WrongPassphrase, WrongRecoveryKey
from app.vault import engine, migrations
from app.vault.continuity import DATABASE
from app.vault.slots import SMALL_COST, Passphrase, Secret
from app.vault.vault import open_vault
from tests.app.erasing.pages import traces
from tests.app.people.test_store import person
from tests.app.reflections.journals import NOW
from tests.app.vault.journals import Made
from tests.app.vault.test_migrations import CHANGE
from tests.stress.again import outcome_of
from tests.stress.figures import Result, cases, chance, shares, spread, workshop
from tests.stress.short import assert_holds, forking
from tests.stress.test_killed_while_saving import founded, kept, missing, save, work

WHAT = "killed while changing: old or new"
KILLS = 200
_SHORT = 2
COMMANDS = ("backup", "restore", "restore --force", "import")
OLD, NEW = "old", "new"
_NAME = "Zwyrtkovský"
_OLD_PASSPHRASE, _NEW_PASSPHRASE = Passphrase("a lamp"), Passphrase("another lamp")


def run(scale: float) -> Result:
    """200 kills of each in full."""
    kills = cases(KILLS, scale)
    result = Result()
    for name in CHANGES:
        result.add(spread(_kill, [(name, count) for count in shares(kills)]))
    if kills <= _SHORT:  # the commands and the lock have their short form where they are
        return result
    result.add(_commands(kills))
    locks = outcome_of(
        ["tests/flows/window/test_kills.py"], only="while_locking", environment={"COURAGE_KILLS": str(3 * kills - 2)}
    )
    locks.count("lock", locks.tried)
    result.add(locks)
    return result


def _commands(kills: int) -> Result:
    test = "tests/flows/test_kills.py::test_killed_at_any_time_it_is_the_old_journal_or_the_new"
    found = outcome_of([f"{test}[{name}]" for name in COMMANDS], environment={"COURAGE_KILLS": str(2 * kills)})
    return Result(found.tried * kills, found.failures, counts=dict.fromkeys(COMMANDS, kills))


@forking
def test_a_killed_change_leaves_the_old_journal_or_the_new() -> None:
    assert_holds(3, 0.01)


# What is changed, and what it may leave


def _migrate(made: Made) -> None:
    _know_one_step_more()
    open_vault(made.folder, made.recovery).close()


def _change_passphrase(made: Made) -> None:
    with closing(open_vault(made.folder, made.recovery)) as vault:
        vault.change_passphrase(_NEW_PASSPHRASE.text, SMALL_COST)


def _renew_secrets(made: Made) -> None:
    with closing(open_vault(made.folder, made.recovery)) as vault:
        vault.renew_secrets(_NEW_PASSPHRASE.text, SMALL_COST)


def _erase(made: Made) -> None:
    with made.open() as journal:
        with journal.reading():
            (id,) = journal.people.ids()
        erase(journal, id, Choices(), NOW)


def _know_one_step_more() -> None:
    migrations.STEPS = (*migrations.STEPS, CHANGE)


def _after_migration(life: Made, whole: dict[int, int], place: Path) -> tuple[str, list[str]]:
    """By the program of before, at a copy; then by the one that knows the step."""
    wrong: list[str] = []
    try:
        wrong += _seen(life.copy(place / "seen"), life.recovery, whole)
        state = OLD
    except NewerVersion:
        state = NEW
    shutil.rmtree(place / "seen")
    known = migrations.STEPS
    _know_one_step_more()
    try:
        return state, [*wrong, *_seen(life, life.recovery, whole)]
    finally:
        migrations.STEPS = known


def _after_passphrase(life: Made, whole: dict[int, int], place: Path) -> tuple[str, list[str]]:
    """One of the two passphrases opens it, and the recovery key does in any case."""
    state, wrong = _by_one_passphrase(life, whole)
    return state, [*wrong, *_seen(life, life.recovery, whole)]


def _after_new_secrets(life: Made, whole: dict[int, int], place: Path) -> tuple[str, list[str]]:
    """The old passphrase and the old recovery key open it, or neither."""
    state, wrong = _by_one_passphrase(life, whole)
    try:
        wrong += _seen(life, life.recovery, whole)
        by_key = OLD
    except WrongRecoveryKey:
        by_key = NEW
    return state, wrong if by_key == state else [*wrong, f"the passphrase is the {state} one, the key the {by_key} one"]


def _after_erasing(life: Made, whole: dict[int, int], place: Path) -> tuple[str, list[str]]:
    """Whoever is erased is in no page of it."""
    with life.open() as journal, journal.reading():
        state = OLD if _NAME in journal.people.names() else NEW
    wrong = _seen(life, life.recovery, whole)
    key = bytes.fromhex(engine.database_key(life.master_key()))
    return state, [*wrong, *(traces(life.folder / DATABASE, key, (_NAME,)) if state == NEW else ())]


def _by_one_passphrase(life: Made, whole: dict[int, int]) -> tuple[str, list[str]]:
    try:
        return OLD, _seen(life, _OLD_PASSPHRASE, whole)
    except WrongPassphrase:
        return NEW, _seen(life, _NEW_PASSPHRASE, whole)


def _seen(made: Made, secret: Secret, whole: dict[int, int]) -> list[str]:
    """What is wrong with a journal that is opened so. Raises what a wrong secret or a newer schema raises."""
    with closing(open_vault(made.folder, secret)) as vault:
        unproven = [each.path.name for each in vault.backups() if not each.proven]
        return [*missing(whole, kept(vault)), *vault.findings(), *unproven]


_Judge = Callable[[Made, dict[int, int], Path], tuple[str, list[str]]]
CHANGES: dict[str, tuple[Callable[[Made], None], _Judge]] = {
    "migration": (_migrate, _after_migration),
    "passphrase": (_change_passphrase, _after_passphrase),
    "new secrets": (_renew_secrets, _after_new_secrets),
    "erasing": (_erase, _after_erasing),
}


# The kills


def _kill(share: int, name: str, count: int) -> Result:
    source, result = chance(3, name, share), Result()
    change, judge = CHANGES[name]
    with workshop() as place:
        made, whole = _old_journal(place / "journal")
        begin = time.monotonic()
        _in_another_process(change, made.copy(place / "watched"), None)
        longest = time.monotonic() - begin
        for _ in range(count):
            life = made.copy(place / "life")
            _in_another_process(change, life, source.uniform(0, longest))
            state, wrong = judge(life, whole, place)
            result.tried += 1
            result.count(f"{name}, {state}")
            result.failures += [f"{name}: {each}" for each in wrong]
            shutil.rmtree(life.folder)
    return result


def _old_journal(folder: Path) -> tuple[Made, dict[int, int]]:
    made, saves = founded(folder), work(chance(3), 0)
    with made.open() as journal:
        for _ in range(20):
            save(journal, next(saves))
        journal.write(lambda journal: journal.people.save(person(_NAME, trust=f"{_NAME} asks first"), NOW))
        return made, kept(journal.vault)


def _in_another_process(change: Callable[[Made], None], made: Made, killed_after: float | None) -> None:
    child = os.fork()
    if child == 0:
        status = 70
        try:
            change(made)
            status = 0
        finally:
            os._exit(status)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), status
