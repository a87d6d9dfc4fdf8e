"""A desk for each process that runs tests, and the program at it."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.flows.window import needs
from tests.flows.window.desk import Desk

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    needs.require()
    made = Desk(tmp_path_factory.mktemp("desk"))
    yield made
    made.close()


@pytest.fixture
def desk(_desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A cleared desk; after a failure a picture of it is in the test's folder."""
    yield _desk
    _desk.clear(tmp_path if request.node.stash.get(_FAILED, False) else None)
