"""Every journal that a released program has written opens, says what it said then, and its backup does too."""

import hashlib
import json
from pathlib import Path

import pytest

from app.exchange.kinds import KINDS
from app.journal import Journal
from app.vault import founding, key_file, migrations
from app.vault.slots import SMALL_COST, Secret
from tests.golden import frozen

FORMATS = Path(__file__).parents[2] / "resources" / "formats"
FROZEN = sorted(each for each in frozen.JOURNALS.glob("*") if each.is_dir())


def assert_opens(folder: Path, place: Path) -> None:
    """The journal by each of its secrets, and its backup: sound, and with the export it had, byte for byte."""
    secrets: tuple[Secret, Secret] = frozen.secrets(folder)
    for number, secret in enumerate(secrets):
        copied = frozen.copied(folder, place / f"copy {number}")
        assert_is(copied, secret, frozen.expected(folder))
        (backup, *_) = sorted((copied / "backups").iterdir())
        founding.restore(backup, place / f"restored {number}", secret)
        assert_is(place / f"restored {number}", secret, frozen.expected(folder))


def assert_is(folder: Path, secret: Secret, export: bytes) -> None:
    with Journal.open(folder, secret, frozen.REWRITTEN) as journal:
        assert journal.vault.findings() == []
        assert frozen.exported(journal) == export
        assert all(each.proven for each in journal.vault.backups())
        assert journal.preferences.get().name == "Maya’s journal"


@pytest.mark.parametrize("folder", FROZEN, ids=lambda folder: folder.name)
def test_a_journal_of_a_released_format_opens(folder: Path, tmp_path: Path) -> None:
    assert_opens(folder, tmp_path)


def test_a_journal_to_be_frozen_has_every_kind_and_opens(tmp_path: Path) -> None:
    frozen.make(tmp_path / "new")
    records = json.loads(frozen.expected(tmp_path / "new"))["records"]
    assert {each["kind"] for each in records} == set(KINDS)
    assert any(each["deleted_at"] for each in records)
    assert any(each.get("revisions") for each in records)
    assert_opens(tmp_path / "new", tmp_path)


# What was released is not changed any more: whoever has to change one of these wants a new step, or a new number.
RELEASED_STEPS = ["8b59e08cef378c725600e0e3642dfcecb445e17ade67d56e227900d26888e924"]
RELEASED_SCHEMAS = {1: "8ea1d53374b036ab8671c9b52c253349202d3ef66791a096179d27c8b1482b09"}


def test_a_released_step_is_what_it_was() -> None:
    steps = [hashlib.sha256(step.encode()).hexdigest() for step in migrations.STEPS]
    assert steps[: len(RELEASED_STEPS)] == RELEASED_STEPS
    assert key_file.FORMAT == 1


@pytest.mark.parametrize("number", RELEASED_SCHEMAS)
def test_a_released_description_is_what_it_was(number: int) -> None:
    path = FORMATS / f"courage-journal-{number}.schema.json"
    assert hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest() == RELEASED_SCHEMAS[number]


@pytest.mark.parametrize("folder", FROZEN, ids=lambda folder: folder.name)
def test_a_migrated_journal_has_the_tables_of_a_new_one(folder: Path, tmp_path: Path) -> None:
    founding.create(tmp_path / "new", frozen.PASSPHRASE, SMALL_COST)
    secret, _ = frozen.secrets(folder)
    assert tables(frozen.copied(folder, tmp_path / "old"), secret) == tables(tmp_path / "new", secret)


def tables(folder: Path, secret: Secret) -> list[tuple[str, str, str | None]]:
    """Every table, index and trigger of a journal, once it is opened."""
    with Journal.open(folder, secret, frozen.REWRITTEN) as journal, journal.reading():
        found = journal.vault.connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master ORDER BY name, type"
        )
        return [(kind, name, sql) for kind, name, sql in found]
