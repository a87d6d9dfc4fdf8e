"""A real journal to import into."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.journal import Journal
from tests.app.reflections.journals import new_journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with new_journal(tmp_path / "of this test" / "journal") as made:
        yield made
