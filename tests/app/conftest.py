"""One real journal for the tests of features; what a test writes in it is undone at its end."""

from collections.abc import Iterator

import pytest

from app.journal import Journal
from tests.app.reflections.journals import new_journal, undone


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with new_journal(tmp_path_factory.mktemp("shared") / "journal") as made:
        yield made
        assert made.vault.findings() == []


@pytest.fixture
def journal(shared: Journal) -> Iterator[Journal]:
    with undone(shared):
        yield shared
