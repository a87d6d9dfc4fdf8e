"""An open vault: its secrets can be changed, its pragmas hold, and what is deleted is gone from its pages."""

from datetime import timedelta
from pathlib import Path

import pytest
from Crypto.Cipher import AES

from app.errors import (
    AppError,
    CannotWrite,
    DamagedJournal,
    EmptyPassphrase,
    NoSuchRecord,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.vault import engine, slots
from app.vault.continuity import DATABASE
from app.vault.slots import SMALL_COST, Passphrase, RecoveryKey
from app.vault.vault import open_vault
from tests.app.vault.journals import FIRST, NOW, PAGE, PASSPHRASE, Made, reflection, save, texts

_RESERVED = 80


def pages(made: Made) -> bytes:
    """Every page of the closed database, decrypted without SQLCipher, those that are free too."""
    data = (made.folder / DATABASE).read_bytes()
    key = bytes.fromhex(engine.database_key(made.master_key()))
    plain = []
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        words = page[16 if start == 0 else 0 : -_RESERVED]
        plain.append(AES.new(key, AES.MODE_CBC, page[-_RESERVED:][:16]).decrypt(words))
    return b"".join(plain)


def test_a_new_passphrase_opens_and_the_old_one_does_not(made: Made) -> None:
    with made.open() as journal:
        journal.vault.change_passphrase("new words", SMALL_COST)
        save(journal, 1000, "after")
    with pytest.raises(WrongPassphrase):
        made.open(PASSPHRASE)
    for secret in (Passphrase("new words"), made.recovery):
        with made.open(secret) as journal:
            assert texts(journal) == [*FIRST, "after"]


def test_renewed_secrets_open_and_the_old_ones_do_not(made: Made) -> None:
    with made.open() as journal:
        key = journal.vault.renew_secrets("new words", SMALL_COST)
    with pytest.raises(WrongPassphrase):
        made.open(PASSPHRASE)
    with pytest.raises(WrongRecoveryKey):
        made.open(made.recovery)
    for secret in (Passphrase("new words"), RecoveryKey(key)):
        with made.open(secret) as journal:
            assert texts(journal) == list(FIRST)


def test_an_empty_new_passphrase_is_refused_and_the_old_one_stays(made: Made) -> None:
    with made.open() as journal:
        with pytest.raises(EmptyPassphrase):
            journal.vault.change_passphrase(" \t")
        with pytest.raises(EmptyPassphrase):
            journal.vault.renew_secrets("")
    made.open(PASSPHRASE).close()
    made.open(made.recovery).close()


def test_a_change_that_could_not_be_written_does_not_happen_later(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = made.open()
    save(journal, 1000, "before")

    def fails(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fails)
        with pytest.raises(AppError):
            journal.vault.change_passphrase("new words", SMALL_COST)
    save(journal, 1001, "after")
    journal.close()
    with made.open(PASSPHRASE) as again:
        assert texts(again) == [*FIRST, "before", "after"]


def test_the_id_stays_the_same(made: Made) -> None:
    with made.open() as journal:
        before = journal.vault.journal_id
        journal.vault.renew_secrets("new words", SMALL_COST)
    with made.open(Passphrase("new words")) as journal:
        assert journal.vault.journal_id == before


# The connection

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "page_size": str(PAGE),
    "cipher_page_size": str(PAGE),
    "cipher_hmac_algorithm": "HMAC_SHA512",
    "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
    "cipher_plaintext_header_size": "0",
    "query_only": 0,
}


def test_every_pragma_that_the_promises_rest_on_is_in_force(made: Made) -> None:
    vault = open_vault(made.folder, made.recovery)
    with vault.transaction():
        pass
    found = {name: (vault._raw.execute(f"PRAGMA {name}").fetchone() or (None,))[0] for name in PRAGMAS}
    assert found == PRAGMAS
    assert vault._raw.execute("PRAGMA mmap_size").fetchone() in {None, (0,)}
    vault.close()


def test_every_search_index_deletes_securely(made: Made) -> None:
    vault = open_vault(made.folder, made.recovery)
    query = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
    names = [name for (name,) in vault._raw.execute(query)]
    assert "documents_index" in names
    for name in names:
        row = vault._raw.execute(f"SELECT v FROM {name}_config WHERE k = 'secure-delete'").fetchone()  # noqa: S608
        assert row == (1,)
    vault.close()


@pytest.mark.parametrize("key", ["", "ab" * 31, "ab" * 33, "AB" * 32, "zz" * 32, "ab" * 31 + "a'"])
def test_a_malformed_raw_key_is_never_taken_as_a_passphrase(made: Made, key: str) -> None:
    with pytest.raises(ValueError, match="raw key"):
        engine.connect(made.folder / DATABASE, key)


def test_another_key_and_a_missing_file_are_app_errors(made: Made) -> None:
    with pytest.raises(DamagedJournal):
        engine.connect(made.folder / DATABASE, "ab" * 32)
    with pytest.raises(AppError):
        engine.connect(made.folder / "nowhere.db", "ab" * 32)
    assert not (made.folder / "nowhere.db").exists()


def test_a_transaction_is_all_or_nothing(made: Made) -> None:
    with made.open() as journal:
        with pytest.raises(ZeroDivisionError), journal.transaction():  # noqa: PT012
            journal.reflections.save(reflection(1000, "half"), NOW)
            raise ZeroDivisionError
        assert texts(journal) == list(FIRST)
        save(journal, 1001, "whole")
        assert texts(journal) == [*FIRST, "whole"]


def test_reading_cannot_change_anything(made: Made) -> None:
    with made.open() as journal:
        with pytest.raises(CannotWrite), journal.reading():
            journal.reflections.save(reflection(1000, "words"), NOW)
        assert texts(journal) == list(FIRST)
        save(journal, 1000, "words")


# What is deleted


def test_deleted_words_are_in_no_page_any_more(made: Made) -> None:
    word = "zanzibarquokka"
    with made.open() as journal:
        for number in range(1000, 1010):
            save(journal, number, f"{word} {number} " * 300)
    assert word.encode() in pages(made)
    with made.open() as journal:
        for number in range(1000, 1010):
            journal.write(lambda journal, number=number: journal.reflections.delete(f"{number:032x}", NOW))  # type: ignore[misc]
        journal.write(lambda journal: journal.reflections.empty_trash(NOW + timedelta(days=400)))
        with journal.reading(), pytest.raises(NoSuchRecord):
            journal.reflections.get(f"{1000:032x}")
    plain = pages(made)
    assert FIRST[0].encode()[:200] in plain
    assert b"zanzibar" not in plain
    assert b"quokka" not in plain


def test_the_journal_tells_nothing_to_who_has_only_the_files(made: Made) -> None:
    secrets = (b"words of reflection", PASSPHRASE.text.encode(), made.recovery.text.encode(), made.master_key())
    for path in made.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [secret for secret in secrets if secret in data or secret.hex().encode() in data]
            assert b"SQLite format 3" not in data
    assert slots.derive(made.master_key(), "courage-journal database key") not in (made.folder / DATABASE).read_bytes()
