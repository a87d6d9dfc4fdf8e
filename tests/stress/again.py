"""Runs each chosen test many times: a plugin of pytest, and what became of the tests that it ran."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.flows.program import ROOT, Argument
from tests.stress.figures import PROCESSES, Result

_TIMES = "COURAGE_TIMES"


@pytest.fixture
def _turn(request: pytest.FixtureRequest) -> object:
    return getattr(request, "param", None)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Makes as many tests of one as the environment says."""
    times = int(os.environ.get(_TIMES, "1"))
    if times > 1:
        metafunc.fixturenames.append("_turn")
        metafunc.parametrize("_turn", range(times), indirect=True, ids=lambda turn: f"turn {turn}")


def outcome_of(
    tests: Sequence[str],
    *,
    times: int = 1,
    only: str = "",
    before: Iterable[Argument] = (),
    processes: int = PROCESSES,
    environment: Mapping[str, str] | None = None,
) -> Result:
    """Runs these tests of the suite so many times each, with `before` in front of the command; one left out failed."""
    with tempfile.TemporaryDirectory(prefix="courage-stress-") as folder:
        report = Path(folder) / "report.xml"
        options: list[Argument] = ["-q", "-p", "tests.stress.again", "-p", "no:cacheprovider", f"--junit-xml={report}"]
        options += ["-n", str(processes)] if processes > 1 else []
        options += ["-k", only] if only else []
        command = [*before, sys.executable, "-m", "pytest", *options, *tests]
        places = {_TIMES: str(times), "TMPDIR": folder}
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | places | dict(environment or {}), capture_output=True, check=False
        )
        if not report.exists():
            return Result(failures=[(done.stdout + done.stderr).decode(errors="replace")])
        return _read(report)


def _read(report: Path) -> Result:
    result = Result()
    for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314  written by pytest
        result.tried += 1
        for wrong in [each for each in case if each.tag in ("failure", "error", "skipped")]:
            result.failures.append(f"{case.get('name')}: {wrong.tag}: {wrong.get('message', '')[:500]}")
    if not result.tried:
        result.failures.append("there was no such test")
    return result
