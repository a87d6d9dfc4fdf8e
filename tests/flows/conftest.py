"""Journals to run commands at, made once and copied for each test."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.journal import Journal
from app.reflections.model import Commitment, Content, Pillar, PullKind, Reflection
from app.vault import founding
from app.vault.slots import Passphrase
from tests.flows.program import PASSPHRASE, SMALL_COST, Home, Owner

WRITTEN = datetime(2026, 4, 1, 8, 30, tzinfo=UTC)


def made_up() -> list[Reflection]:
    """Five reflections of March 2026, on the 1st, 10th, 10th, 20th and 31st; the last but one is private."""
    contents = [
        Content(date=date(2026, 3, 1), text="I rewrote the budget at night.\nThen I slept.", people=("Ann Lee",)),
        Content(
            date=date(2026, 3, 10),
            text="Asked twice about the budget.",
            pillar=Pillar.TRUST,
            pull=7,
            pull_kind=PullKind.CHECK,
            tags=("budget", "Ünïcode"),
            people=("Ann Lee", "李雷"),
            notice="A tight chest.",
        ),
        Content(date=date(2026, 3, 10), text="Let the plan stand — 灯り ✨.", pillar=Pillar.RESPECT, tags=("Plan",)),
        Content(date=date(2026, 3, 20), text="Nobody else reads this.", private=True, people=("Bo",)),
        Content(date=date(2026, 3, 31), text="A budget held.", pillar=Pillar.TRUST, tags=("plan",)),
    ]
    commitment = Commitment(id="c" * 32, when="the figures come", will="ask one question", person="Ann Lee")
    return [
        Reflection(
            id=f"{number:032x}",
            content=content,
            created_at=WRITTEN.replace(minute=number),
            updated_at=WRITTEN.replace(minute=number),
            commitments=(commitment,) if number == 2 else (),
        )
        for number, content in enumerate(contents, start=1)
    ]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with the journals `blank` and `filled`, and the recovery key of both."""
    folder = tmp_path_factory.mktemp("templates")
    recovery_key = founding.create(folder / "blank", PASSPHRASE, SMALL_COST)
    shutil.copytree(folder / "blank", folder / "filled")
    with Journal.open(folder / "filled", Passphrase(PASSPHRASE), WRITTEN) as journal:
        journal.write(lambda journal: journal.reflections.add_all(made_up(), WRITTEN))
        journal.write(lambda journal: journal.preferences.change(review_weekday=None))  # the same on every weekday
    return folder, recovery_key


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person's empty home."""
    return Home(tmp_path / "home")


@pytest.fixture
def blank(templates: tuple[Path, str], home: Home, tmp_path: Path) -> Owner:
    """Somebody with an empty journal."""
    return copied(templates, "blank", home, tmp_path)


@pytest.fixture
def owner(templates: tuple[Path, str], home: Home, tmp_path: Path) -> Owner:
    """Somebody with the journal of `made_up()`."""
    return copied(templates, "filled", home, tmp_path)


def copied(templates: tuple[Path, str], name: str, home: Home, place: Path) -> Owner:
    """Somebody with a copy of that journal in `place`."""
    folder, recovery_key = templates
    shutil.copytree(folder / name, place / "journal")
    return Owner(home, place / "journal", recovery_key=recovery_key)
