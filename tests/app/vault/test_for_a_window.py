"""What a window needs of a vault: one derivation at the start, a curtain that a secret lifts, a thread of its own."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.errors import DamagedJournal, EmptyPassphrase, FolderNotEmpty
from app.journal import Journal
from app.vault import slots
from app.vault.slots import SMALL_COST, Passphrase, RecoveryKey
from app.vault.vault import open_with_key
from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Made, contents, save, texts

NEW = Passphrase("a new passphrase")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def derivations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The type of each slot whose key is derived from now on."""
    found: list[str] = []
    derive = slots._wrapping_key

    def counted(slot: slots.Slot, secret: slots.Secret) -> bytes:
        found.append(slot.type)
        return derive(slot, secret)

    monkeypatch.setattr(slots, "_wrapping_key", counted)
    return found


def test_a_new_journal_is_open_after_one_derivation(tmp_path: Path, derivations: list[str]) -> None:
    journal, recovery = Journal.create(tmp_path / "journal", NEW.text, SMALL_COST)
    with journal:
        assert derivations.count(slots.PASSPHRASE) == 1
        save(journal, 1, "the first words")
        assert journal.vault.findings() == []
    for secret in (NEW, RecoveryKey(recovery)):
        with Journal.open(tmp_path / "journal", secret, NOW) as again:
            assert texts(again) == ["the first words"]


def test_what_making_refuses_leaves_nothing_open(made: Made, tmp_path: Path) -> None:
    with pytest.raises(FolderNotEmpty):
        Journal.create(made.folder, NEW.text, SMALL_COST)
    with pytest.raises(EmptyPassphrase):
        Journal.create(tmp_path / "new", " ", SMALL_COST)
    made.open().close()


def test_a_key_of_another_journal_opens_nothing(made: Made, another: Made) -> None:
    before = contents(made.folder)
    with pytest.raises(DamagedJournal):
        open_with_key(made.folder, another.master_key())
    assert contents(made.folder) == before
    open_with_key(made.folder, made.master_key()).close()


def test_the_curtain_is_lifted_by_every_secret_of_the_journal_and_no_other(made: Made, another: Made) -> None:
    with made.open() as journal:
        before = contents(made.folder)
        assert journal.vault.is_opened_by(PASSPHRASE)
        assert journal.vault.is_opened_by(made.recovery)
        for wrong in (NEW, Passphrase(""), another.recovery, RecoveryKey("0000")):
            assert not journal.vault.is_opened_by(wrong)
        assert contents(made.folder) == before


def test_the_curtain_knows_a_passphrase_that_was_just_changed(made: Made) -> None:
    with made.open() as journal:
        journal.vault.change_passphrase(NEW.text, SMALL_COST)
        assert journal.vault.is_opened_by(NEW)
        assert not journal.vault.is_opened_by(PASSPHRASE)


def test_a_journal_lives_in_the_thread_that_opened_it(made: Made) -> None:
    with ThreadPoolExecutor(1) as vault_thread:
        journal = vault_thread.submit(made.open).result()
        vault_thread.submit(save, journal, 500, "written there").result()
        assert vault_thread.submit(texts, journal).result() == [*FIRST, "written there"]
        assert vault_thread.submit(journal.vault.back_up, NOW).result().exists()
        assert vault_thread.submit(journal.vault.findings).result() == []
        vault_thread.submit(journal.close).result()
    with made.open() as journal:
        assert texts(journal) == [*FIRST, "written there"]


LEAVE = """
import sys
from pathlib import Path
from app.vault.slots import RecoveryKey
from tests.app.vault.journals import Made, save
journal = Made(Path(sys.argv[1]), RecoveryKey(sys.argv[2])).open()
save(journal, 500, "the last words")
sys.exit(3)
"""


def test_a_program_that_ends_without_closing_leaves_no_damage(made: Made) -> None:
    """Python's own end closes the database, and so takes the log away that has to be there after a crash."""
    secret = made.recovery.text
    ended = subprocess.run([sys.executable, "-c", LEAVE, str(made.folder), secret], cwd=ROOT, check=False)
    assert ended.returncode == 3
    with made.open() as journal:
        assert texts(journal) == [*FIRST, "the last words"]
