"""Modules that are put off: not loaded by who imports them, there for who uses them."""

import asyncio
import importlib.metadata
import json
import subprocess
import sys

import pytest

from app.put_off import put_off
from tests.rules.test_house import ROOT


def _told(code: str) -> object:
    """What a program of its own prints: here they are loaded already."""
    begun = "import json, sys\nfrom app.put_off import put_off\nput_off()\n"
    done = subprocess.run(
        [sys.executable, "-c", begun + code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert not done.stderr
    return json.loads(done.stdout)


def test_an_open_journal_does_without_them() -> None:
    code = """
import tempfile
from pathlib import Path
from datetime import UTC, datetime
from app.journal import Journal
from app.vault.slots import SMALL_COST
with tempfile.TemporaryDirectory() as folder:
    journal, _ = Journal.create(Path(folder) / "journal", "a passphrase", SMALL_COST)
    journal.write(lambda journal: journal.preferences.change(name="Mine"))
    with journal.reading():
        assert journal.preferences.get().name == "Mine"
    journal.vault.back_up(datetime.now(UTC))
    assert all(each.proven for each in journal.vault.backups())
    journal.close()
print(json.dumps(sorted(sys.modules)))
"""
    loaded = _told(code)
    assert isinstance(loaded, list)
    assert "sqlalchemy" in loaded
    assert not {"asyncio.base_events", "ssl", "email.message", "_hashlib"} & set(loaded)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import asyncio\nasync def two():\n    return 2\nprint(asyncio.run(two()))", 2),
        ("from asyncio import TimeoutError\nprint(json.dumps(TimeoutError.__name__))", "TimeoutError"),
        ("import asyncio.events\nprint(json.dumps(asyncio.events.__name__))", "asyncio.events"),
        ("from importlib import metadata\nprint(json.dumps(metadata.metadata('pytest')['Name']))", "pytest"),
        ("import importlib.metadata\nprint(json.dumps(importlib.metadata.__name__))", "importlib.metadata"),
        ("[hasattr(each, '__file__') for each in [*sys.modules.values()]]\nprint(int('ssl' in sys.modules))", 0),
    ],
)
def test_whoever_uses_one_gets_all_of_it(code: str, answer: object) -> None:
    assert _told(code) == answer


def test_coroutines_are_known_before_it_is_loaded() -> None:
    code = """
import asyncio
async def nothing(): pass
made = nothing()
print(json.dumps([asyncio.iscoroutine(made), asyncio.iscoroutine(nothing), "ssl" in sys.modules]))
made.close()
"""
    assert _told(code) == [True, False, False]


def test_what_is_loaded_already_stays() -> None:
    before = asyncio.run, importlib.metadata.version
    put_off()
    assert (sys.modules["asyncio"].run, sys.modules["importlib.metadata"].version) == before
