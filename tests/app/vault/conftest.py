"""Journals that are made once and copied for each test."""

from pathlib import Path

import pytest

from app.journal import Journal
from app.vault import founding
from app.vault.slots import SMALL_COST, Passphrase, RecoveryKey
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Made, reflection


def _made(folder: Path, passphrase: Passphrase, words: tuple[str, ...]) -> Made:
    made = Made(folder, RecoveryKey(founding.create(folder, passphrase.text, SMALL_COST)))
    given = [reflection(number, text) for number, text in enumerate(words)]
    with made.open() as journal:
        journal.write(lambda journal: journal.reflections.add_all(given, NOW))
    return made


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A closed journal of forty reflections, not to be changed."""
    return _made(tmp_path_factory.mktemp("original") / "journal", PASSPHRASE, FIRST)


@pytest.fixture(scope="session")
def another(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Another journal with another passphrase, not to be changed."""
    return _made(tmp_path_factory.mktemp("another") / "journal", Passphrase("another"), ("something else",))


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    """A copy of the journal to do anything with."""
    return original.copy(tmp_path / "journal")


@pytest.fixture
def crashed(made: Made, tmp_path: Path) -> Made:
    """What is left of the journal when its process dies after one more save."""
    journal: Journal = made.open()
    journal.write(lambda journal: journal.reflections.save(reflection(999, "the last words"), NOW))
    image = made.copy(tmp_path / "crashed")
    journal.close()
    return image
