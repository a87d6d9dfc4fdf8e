"""Every journal that a released program has written opens, says what it said then, and its backup does too."""

import json
from pathlib import Path

import pytest

from app.exchange.kinds import KINDS
from app.journal import Journal
from app.vault import founding
from app.vault.slots import Secret
from tests.golden import frozen

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
