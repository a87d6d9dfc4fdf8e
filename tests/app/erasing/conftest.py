"""An empty journal of its own for each test, since erasing writes the whole file anew."""

from pathlib import Path

import pytest

from tests.app.reflections.journals import found
from tests.app.vault.journals import Made


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("empty") / "journal"
    return Made(folder, found(folder))


@pytest.fixture
def made(empty: Made, tmp_path: Path) -> Made:
    return empty.copy(tmp_path / "journal")
