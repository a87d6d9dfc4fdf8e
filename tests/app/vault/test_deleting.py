"""Deleting takes a proven secret, and takes the journal's own files and no others."""

from pathlib import Path

import pytest

from app.errors import (
    AppError,
    DamagedJournal,
    JournalInUse,
    MalformedRecoveryKey,
    NoJournal,
    NotAJournal,
    WrongPassphrase,
)
from app.vault import deleting, founding
from app.vault.slots import Passphrase, RecoveryKey, Secret
from tests.app.vault.journals import NOW, PASSPHRASE, Made, contents


def test_a_journal_is_gone_with_its_backups_and_leftovers(crashed: Made) -> None:
    with crashed.open() as journal:
        journal.vault.back_up(NOW)
    for left in (".vault.json.0a1b2c3d.partial", "backups/.x.backup.0a1b2c3d.partial-wal", "journal.db-wal"):
        (crashed.folder / left).touch()
    (crashed.folder.parent / f".{crashed.folder.name}.restored").mkdir()
    assert deleting.delete(crashed.folder, crashed.recovery)
    assert not crashed.folder.exists()
    assert not (crashed.folder.parent / f".{crashed.folder.name}.restored").exists()


def test_the_passphrase_does_it_too_and_the_place_is_free_again(made: Made) -> None:
    assert deleting.delete(made.folder, PASSPHRASE)
    founding.check_vacant(made.folder)
    with pytest.raises(NoJournal):
        made.open()


def test_what_is_not_ours_stays(made: Made) -> None:
    for foreign in ("photo.jpg", "journal.db.old", "backups/letter.txt"):
        (made.folder / foreign).write_text("mine")
    assert not deleting.delete(made.folder, made.recovery)
    left = sorted(str(each.relative_to(made.folder)) for each in made.folder.rglob("*") if each.is_file())
    assert [each for each in left if each != "vault.lock"] == ["backups/letter.txt", "journal.db.old", "photo.jpg"]


@pytest.mark.parametrize(
    ("secret", "refusal"),
    [
        (Passphrase("another"), WrongPassphrase),
        (RecoveryKey("0000"), MalformedRecoveryKey),
    ],
    ids=["passphrase", "recovery key"],
)
def test_without_its_secret_nothing_goes(made: Made, secret: Secret, refusal: type[AppError]) -> None:
    before = contents(made.folder)
    with pytest.raises(refusal):
        deleting.delete(made.folder, secret)
    assert contents(made.folder) == before


def test_an_open_journal_stays(made: Made) -> None:
    with made.open():
        with pytest.raises(JournalInUse):
            deleting.delete(made.folder, made.recovery)
        assert (made.folder / "vault.json").exists()


def test_where_there_is_no_journal_nothing_goes(made: Made, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter").touch()
    with pytest.raises(NotAJournal):
        deleting.delete(tmp_path / "papers", made.recovery)
    (made.folder / "vault.json").write_text("{}")
    with pytest.raises((NotAJournal, DamagedJournal)):
        deleting.delete(made.folder, made.recovery)
    assert (tmp_path / "papers" / "letter").exists()
    assert (made.folder / "journal.db").exists()
