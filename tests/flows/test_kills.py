"""Killed or failed at any moment, a command leaves the old journal or the new one, and the next command just works.

`COURAGE_KILLS` is the number of kills and of failures for each command; `COURAGE_SEED` chooses other moments.
"""

import json
import os
import random
import shutil
import signal
import stat
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest

from app.errors import MalformedRecoveryKey, WrongPassphrase, WrongRecoveryKey
from app.journal import Journal
from app.reflections.model import Filter
from app.vault.slots import Passphrase, RecoveryKey
from app.vault.staging import is_vacant
from tests.flows.conftest import copied
from tests.flows.program import (
    DATA,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    Argument,
    Home,
    Owner,
    Said,
    Secret,
    assert_refused,
)
from tests.flows.tracing import CHANGES, WITHOUT_BYTE_CODE, can_trace, counted, meddling, watching

NOW = datetime(2026, 4, 2, tzinfo=UTC)
KILLS = int(os.environ.get("COURAGE_KILLS", "2"))
HALF = (KILLS + 1) // 2
SEED = os.environ.get("COURAGE_SEED", "courage")
IMPORTED = DATA / "jrnl" / "tags.journal"
ERRORS = ("ENOSPC", "EIO", "EROFS")
OLD, NEW = "old", "new"
traced = pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")


class Stage:
    """A journal with five records, a backup of its first five, and room for one more journal."""

    def __init__(self, templates: tuple[Path, str], place: Path) -> None:
        place.mkdir()
        self.place = place
        self.owner = copied(templates, "filled", Home(place / "home"), place)
        self.new = Owner(self.owner.home, place / "new")
        self.target = place / "target"
        self.backup = templates[0] / "five.backup"
        self.before = ids(self.owner.folder, RecoveryKey(self.owner.recovery_key))  # which costs no derivation


def opened(folder: Path, secret: Secret) -> Journal | None:
    """The journal, or None where the secret is not one of it."""
    try:
        return Journal.open(folder, secret, NOW)
    except (WrongPassphrase, WrongRecoveryKey, MalformedRecoveryKey):
        return None


def ids(folder: Path, secret: str | Secret) -> set[str]:
    """The ids of all records of a journal that has to be sound, with proven backups only."""
    journal = opened(folder, Passphrase(secret) if isinstance(secret, str) else secret)
    assert journal is not None, "the secret does not open the journal"
    with journal:
        assert journal.vault.findings() == []
        assert all(each.proven for each in journal.vault.backups())
        with journal.reading():
            return {each.id for each in journal.reflections.headings(Filter(), None)}


def opens(folder: Path, secret: Secret) -> bool:
    """Whether the secret opens the journal."""
    journal = opened(folder, secret)
    if journal is not None:
        journal.close()
    return journal is not None


# What each command may leave: each function proves that all is whole, and says whether it is the old or the new


def after_add(stage: Stage, said: Said) -> str:
    found = ids(stage.owner.folder, PASSPHRASE)
    assert found >= stage.before
    assert found >= set(said.out.split())
    assert len(found - stage.before) <= 1
    return OLD if found == stage.before else NEW


def after_import(stage: Stage, _said: Said) -> str:
    found = ids(stage.owner.folder, PASSPHRASE)
    assert found >= stage.before
    assert len(found - stage.before) in (0, len([1 for line in IMPORTED.read_text().splitlines() if line[:2] == "[2"]))
    return OLD if found == stage.before else NEW


def after_backup(stage: Stage, said: Said) -> str:
    assert ids(stage.owner.folder, PASSPHRASE) == stage.before
    found = list((stage.owner.folder / "backups").glob("*.backup"))
    assert {str(each) for each in found} >= set(said.out.splitlines())
    return NEW if found else OLD


def after_restore(stage: Stage, _said: Said) -> str:
    if is_vacant(stage.new.folder):
        return OLD
    assert len(ids(stage.new.folder, PASSPHRASE)) == 5
    return NEW


def after_forced_restore(stage: Stage, _said: Said) -> str:
    found = ids(stage.owner.folder, PASSPHRASE)
    if found == stage.before:
        return OLD
    [aside] = stage.place.glob("journal before *")
    assert len(found) == 5
    assert ids(aside, PASSPHRASE) == stage.before
    return NEW


def after_passphrase(stage: Stage, _said: Said) -> str:
    assert ids(stage.owner.folder, RecoveryKey(stage.owner.recovery_key)) == stage.before
    is_old = opens(stage.owner.folder, Passphrase(PASSPHRASE))
    assert is_old != opens(stage.owner.folder, Passphrase(OTHER_PASSPHRASE))
    return OLD if is_old else NEW


def after_recover(stage: Stage, said: Said) -> str:
    folder = stage.owner.folder
    is_old = opens(folder, Passphrase(PASSPHRASE))
    assert ids(folder, PASSPHRASE if is_old else OTHER_PASSPHRASE) == stage.before
    assert is_old == opens(folder, RecoveryKey(stage.owner.recovery_key))
    assert is_old != opens(folder, Passphrase(OTHER_PASSPHRASE))
    if said.out:
        assert opens(folder, RecoveryKey(said.out.strip()))
    return OLD if is_old else NEW


def after_export(stage: Stage, _said: Said) -> str:
    assert ids(stage.owner.folder, PASSPHRASE) == stage.before
    if not stage.target.exists():
        return OLD
    assert len(json.loads(stage.target.read_text(encoding="utf-8"))["records"]) == 5
    return NEW


def after_export_as_markdown(stage: Stage, _said: Said) -> str:
    if not stage.target.exists():
        return OLD
    assert len(list(stage.target.glob("2026/*.md"))) == 5
    return NEW


def after_init(stage: Stage, said: Said) -> str:
    if is_vacant(stage.new.folder):
        return OLD
    assert ids(stage.new.folder, PASSPHRASE) == set()
    if said.out:
        assert opens(stage.new.folder, RecoveryKey(said.out.strip()))
    return NEW


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command that writes: what is given to it, and what it may leave."""

    arguments: Callable[[Stage], tuple[Argument, ...]]
    state: Callable[[Stage, Said], str]
    more: Callable[[Stage], str] = lambda stage: ""  # noqa: ARG005
    makes_new: bool = False
    is_repeatable: bool = False

    def who(self, stage: Stage) -> Owner:
        return stage.new if self.makes_new else stage.owner

    def run(self, stage: Stage, before: Sequence[Argument] = ()) -> Said:
        given = {"program": [*before, *WITHOUT_BYTE_CODE]} if before else {}
        return self.who(stage).ask(*self.arguments(stage), more=self.more(stage), **given)


def export(form: str) -> Callable[[Stage], tuple[Argument, ...]]:
    """An export of all records to the target."""
    return lambda stage: ("export", "--format", form, "--to", stage.target, "--force")


SCENARIOS = {
    "export": Scenario(export("json"), after_export, is_repeatable=True),
    "export as markdown": Scenario(export("markdown"), after_export_as_markdown, is_repeatable=True),
    "add": Scenario(lambda stage: ("add", "--text", "words " * 2000), after_add, is_repeatable=True),  # noqa: ARG005
    "import": Scenario(lambda stage: ("import", "--from", "jrnl", IMPORTED), after_import, is_repeatable=True),  # noqa: ARG005
    "backup": Scenario(lambda stage: ("backup",), after_backup, is_repeatable=True),  # noqa: ARG005
    "restore": Scenario(lambda stage: ("restore", stage.backup), after_restore, makes_new=True),
    "restore --force": Scenario(
        lambda stage: ("restore", stage.backup, "--force"), after_forced_restore, is_repeatable=True
    ),
    "passphrase": Scenario(lambda stage: ("passphrase",), after_passphrase, lambda stage: f"{OTHER_PASSPHRASE}\n"),  # noqa: ARG005
    "recover": Scenario(lambda stage: ("recover",), after_recover, lambda stage: f"{OTHER_PASSPHRASE}\n"),  # noqa: ARG005
    "init": Scenario(lambda stage: ("init",), after_init, makes_new=True),  # noqa: ARG005
}
_MOMENTS: dict[str, list[tuple[str, int]]] = {}  # the same each time: watched once
every_scenario = pytest.mark.parametrize("name", SCENARIOS)


class Stages:
    """A fresh stage for each try, taken down after it."""

    def __init__(self, templates: tuple[Path, str], place: Path, name: str) -> None:
        self._templates, self._place, self._name = templates, place, name
        self.scenario = SCENARIOS[name]
        self._count = 0
        self.random = random.Random(f"{SEED} {name}")

    def next(self) -> Stage:
        shutil.rmtree(self._place / str(self._count), ignore_errors=True)
        self._count += 1
        stage = Stage(self._templates, self._place / str(self._count))
        if self._name == "recover":
            stage.owner.secret = stage.owner.recovery_key
        if self._name == "restore --force":
            stage.before.add(stage.owner.add("--text", "not in the backup"))
        return stage

    def moments(self) -> list[tuple[str, int]]:
        """Every call of the command that changes the disk, in no order."""
        if self._name not in _MOMENTS:
            _MOMENTS[self._name] = self._watched()
        return self.random.sample(_MOMENTS[self._name], len(_MOMENTS[self._name]))

    def _watched(self) -> list[tuple[str, int]]:
        stage = self.next()
        log = stage.place / "log"
        said = self.scenario.run(stage, watching(CHANGES, log))
        assert (said.status, said.err) == (0, "")
        found = [(call, number) for call, count in counted(log).items() for number in range(1, count + 1)]
        assert len(found) > 10
        return found


@pytest.fixture
def stages(templates: tuple[Path, str], tmp_path: Path, name: str) -> Stages:
    """Stages for the scenario of that name."""
    backup = templates[0] / "five.backup"
    if not backup.exists():
        with Journal.open(templates[0] / "filled", Passphrase(PASSPHRASE), NOW) as journal:
            journal.vault.back_up(NOW, templates[0]).rename(backup)
    return Stages(templates, tmp_path, name)


def leftovers(stage: Stage) -> list[Path]:
    """What an interrupted command has not taken away."""
    found = chain(stage.place.rglob("*.partial"), stage.place.glob(".*.restored"))
    return [each for each in found if stage.owner.home.folder not in each.parents]


def assert_life_goes_on(scenario: Scenario, stage: Stage, said: Said) -> str:
    """What is left is private and whole; the next command takes what is not needed away. Returns old or new."""
    assert all(stat.S_IMODE(each.stat().st_mode) & 0o077 == 0 for each in leftovers(stage))
    state = scenario.state(stage, said)
    if state == NEW and not scenario.makes_new and not scenario.is_repeatable:
        stage.owner.secret = OTHER_PASSPHRASE
    if state == OLD or scenario.is_repeatable:
        again = scenario.run(stage)
        assert (again.status, again.err) == (0, "")
    else:
        scenario.who(stage).add("--text", "life goes on")
    assert leftovers(stage) == []
    return state


@traced
@every_scenario
def test_killed_before_any_call_it_is_the_old_journal_or_the_new(stages: Stages) -> None:
    for call, number in stages.moments()[:KILLS]:
        stage = stages.next()
        said = stages.scenario.run(stage, meddling(call, "signal=SIGKILL", str(number)))
        assert said.status == -signal.SIGKILL, (call, number, said)
        state = assert_life_goes_on(stages.scenario, stage, said)
        assert state == NEW or not said.out, (call, number)


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be forked there")
@every_scenario
def test_killed_at_any_time_it_is_the_old_journal_or_the_new(stages: Stages) -> None:
    begin = time.monotonic()
    stages.scenario.run(stages.next())
    longest = time.monotonic() - begin
    for _ in range(HALF):
        stage = stages.next()
        said = killed(stages.scenario, stage, after=stages.random.uniform(0, longest))
        assert said.err == ""
        assert assert_life_goes_on(stages.scenario, stage, said) == NEW or not said.out


@traced
@every_scenario
def test_a_call_that_fails_is_a_refusal_that_changed_nothing_or_no_matter(stages: Stages) -> None:
    # What is written first goes to the disk; what is written last is the answer.
    moments = [(call, number) for call, number in stages.moments() if call != "write" or number < 2]
    for call, number in moments[:HALF]:
        stage = stages.next()
        error = stages.random.choice(ERRORS)
        said = stages.scenario.run(stage, meddling(call, f"error={error}", str(number)))
        if said.status != 0:
            assert_refused(said)
        state = assert_life_goes_on(stages.scenario, stage, said)
        assert state == (OLD if said.status else NEW), (call, number, error, said)


@traced
@pytest.mark.parametrize("name", ["restore", "restore --force", "export"])
def test_what_has_its_name_is_not_refused_when_the_folder_cannot_be_synced(stages: Stages) -> None:
    last = max(number for call, number in stages.moments() if call == "fsync")
    stage = stages.next()
    said = stages.scenario.run(stage, meddling("fsync", "error=ENOSPC", str(last)))
    assert (said.status, said.err) == (0, "")
    assert assert_life_goes_on(stages.scenario, stage, said) == NEW


@traced
@pytest.mark.parametrize("name", ["add"])
@pytest.mark.parametrize("call", ["pwrite64", "fsync", "fdatasync"])
def test_a_disk_that_fails_from_some_moment_on_loses_nothing(stages: Stages, call: str) -> None:
    numbers = [number for each, number in stages.moments() if each == call]
    for number in numbers[:HALF]:
        stage = stages.next()
        error = stages.random.choice(ERRORS)
        said = stages.scenario.run(stage, meddling(call, f"error={error}", f"{number}+"))
        if said.status != 0:
            assert_refused(said)
        assert_life_goes_on(stages.scenario, stage, said)


def killed(scenario: Scenario, stage: Stage, after: float) -> Said:
    """What a command has said until it was killed."""
    who = scenario.who(stage)
    given = f"{who.secret}\n{scenario.more(stage)}"
    return who.home.run_until_killed(*who.command(*scenario.arguments(stage)), stdin=given, after=after)
