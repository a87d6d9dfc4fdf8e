"""Other people's libraries open a journal and a backup, by what resources/formats/journal.md says and nothing else.

The reading half imports nothing of ours; only the fixtures that it reads are made by the program.
"""

import hashlib
import hmac
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import apsw
import pytest
from argon2.low_level import Type, hash_secret_raw
from Crypto.Cipher import AES

from tests.app.vault.journals import FIRST, NOW, PASSPHRASE, Made, allow_computer, save

DESCRIPTION = Path(__file__).parents[3] / "resources" / "formats" / "journal.md"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BACKUP_MAGIC = b"courage-journal backup\n"


def canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def hkdf(material: bytes, salt: bytes, info: bytes) -> bytes:
    """One block of RFC 5869 with SHA-256."""
    extracted = hmac.new(salt or bytes(32), material, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def checked_recovery_key(text: str) -> bytes:
    symbols = text.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    symbols = "".join(symbol for symbol in symbols if symbol not in "- \t")
    values = [SYMBOLS.index(symbol) for symbol in symbols]
    total = 0
    for value in values[:31]:
        total = times_x(total) ^ value
    assert len(values) == 32
    assert times_x(total) == values[31]
    return symbols.encode("ascii")


def times_x(value: int) -> int:
    """In GF(32) with the modulus x^5 + x^2 + 1."""
    return (value << 1) ^ (0b100101 if value & 0b10000 else 0)


def wrapping_key(type_: str, kdf: dict[str, Any], secret: str) -> bytes:
    salt = bytes.fromhex(kdf["salt"])
    if type_ == "this-computer":
        assert kdf["name"] == "hkdf-sha256"
        return hkdf(bytes.fromhex(secret), salt, b"courage-journal this computer")
    if type_ == "recovery-key":
        assert kdf["name"] == "hkdf-sha256"
        return hkdf(checked_recovery_key(secret), salt, b"courage-journal recovery key")
    assert kdf["name"] == "argon2id"
    assert 65536 <= kdf["memory_kib"] <= 1048576
    return hash_secret_raw(
        unicodedata.normalize("NFKC", secret).encode("utf-8"),
        salt,
        time_cost=kdf["iterations"],
        memory_cost=kdf["memory_kib"],
        parallelism=kdf["lanes"],
        hash_len=32,
        type=Type.ID,
        version=0x13,
    )


def master_key(document: dict[str, Any], type_: str, secret: str) -> bytes:
    (slot,) = (slot for slot in document["slots"] if slot["type"] == type_)
    associated = {"format": 1, "journal_id": document["journal_id"], "type": type_, "kdf": slot["kdf"]}
    cipher = AES.new(wrapping_key(type_, slot["kdf"], secret), AES.MODE_GCM, nonce=bytes.fromhex(slot["nonce"]))
    cipher.update(canonical(associated))
    wrapped = bytes.fromhex(slot["wrapped_key"])
    return bytes(cipher.decrypt_and_verify(wrapped[:32], wrapped[32:]))


def key_of(folder: Path, type_: str, secret: str) -> bytes:
    document = json.loads((folder / "vault.json").read_bytes())
    assert (document["magic"], document["format"]) == ("courage-journal", 1)
    checksum = document.pop("checksum")
    assert checksum == hashlib.sha256(canonical(document)).hexdigest()
    key = master_key(document, type_, secret)
    seal = document.pop("mac")
    assert seal == hmac.digest(hkdf(key, b"", b"courage-journal state mac"), canonical(document), "sha256").hex()
    return key


def opened(database: Path, key: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
    raw = hkdf(key, b"", b"courage-journal database key").hex()
    connection.execute("PRAGMA cipher = 'sqlcipher'")
    connection.execute("PRAGMA legacy = 4")
    connection.execute(f"PRAGMA key = \"x'{raw}'\"")
    return connection


def texts(database: Path, key: bytes) -> list[str]:
    connection = opened(database, key)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x434A6E6C,)
    assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    rows = connection.execute("SELECT text FROM reflection WHERE deleted_at IS NULL ORDER BY id").fetchall()
    connection.close()
    return [str(text) for (text,) in rows]


def unpacked(backup: Path, target: Path, type_: str, secret: str) -> tuple[bytes, dict[str, Any]]:
    """The master key and the header of a backup, whose database is written to `target`."""
    data = backup.read_bytes()
    assert data.startswith(BACKUP_MAGIC)
    at = len(BACKUP_MAGIC)
    length = int.from_bytes(data[at : at + 8], "big")
    header, seal, database = data[at + 8 :][:length], data[at + 8 + length :][:32], data[at + 40 + length :]
    document = json.loads(header)
    assert header == canonical(document)
    key = master_key(document, type_, secret)
    assert seal == hmac.digest(hkdf(key, b"", b"courage-journal backup mac"), BACKUP_MAGIC + header, "sha256")
    assert (document["size"], document["sha256"]) == (len(database), hashlib.sha256(database).hexdigest())
    target.write_bytes(database)
    return key, document


# What is read is made by the program


def secret_of(made: Made, type_: str) -> str:
    return PASSPHRASE.text if type_ == "passphrase" else made.recovery.text


@pytest.mark.parametrize("type_", ["passphrase", "recovery-key"])
def test_a_closed_journal_is_read(made: Made, type_: str) -> None:
    assert texts(made.folder / "journal.db", key_of(made.folder, type_, secret_of(made, type_))) == list(FIRST)


@pytest.mark.parametrize("type_", ["passphrase", "recovery-key"])
def test_a_journal_whose_process_died_is_read_with_its_log(crashed: Made, type_: str) -> None:
    key = key_of(crashed.folder, type_, secret_of(crashed, type_))
    assert texts(crashed.folder / "journal.db", key) == [*FIRST, "the last words"]


@pytest.mark.parametrize("type_", ["passphrase", "recovery-key"])
def test_a_backup_is_read(made: Made, tmp_path: Path, type_: str) -> None:
    with made.open() as journal:
        save(journal, 999, "words of the backup")
        backup = journal.vault.back_up(NOW)
    key, header = unpacked(backup, tmp_path / "unpacked.db", type_, secret_of(made, type_))
    assert texts(tmp_path / "unpacked.db", key) == [*FIRST, "words of the backup"]
    assert header["rows"]["reflection"] == len(FIRST) + 1


def test_a_journal_is_read_by_the_key_of_a_computer_and_its_backup_is_not(made: Made, tmp_path: Path) -> None:
    with made.open() as journal:
        kept = allow_computer(journal.vault).key.hex()
        backup = journal.vault.back_up(NOW)
    assert texts(made.folder / "journal.db", key_of(made.folder, "this-computer", kept)) == list(FIRST)
    for type_ in ("passphrase", "recovery-key"):
        assert key_of(made.folder, type_, secret_of(made, type_)) == key_of(made.folder, "this-computer", kept)
    _, header = unpacked(backup, tmp_path / "unpacked.db", "passphrase", PASSPHRASE.text)
    assert [slot["type"] for slot in header["slots"]] == ["passphrase", "recovery-key"]


def test_a_wrong_passphrase_reads_nothing(made: Made) -> None:
    with pytest.raises(ValueError, match="MAC check failed"):
        key_of(made.folder, "passphrase", "wrong")


def test_the_search_index_answers_too(made: Made) -> None:
    connection = opened(made.folder / "journal.db", key_of(made.folder, "recovery-key", made.recovery.text))
    found = connection.execute(
        "SELECT count(*) FROM documents_index WHERE documents_index MATCH 'reflection'"
    ).fetchone()
    assert found == (len(FIRST),)
    connection.close()


def test_every_label_and_name_is_in_the_description() -> None:
    described = DESCRIPTION.read_text(encoding="utf-8")
    labels = ["recovery key", "this computer", "database key", "state mac", "backup mac"]
    assert [label for label in labels if f"courage-journal {label}" not in described] == []


def test_every_table_and_column_is_in_the_description(made: Made) -> None:
    lines = DESCRIPTION.read_text(encoding="utf-8").splitlines()
    rows = {found[1]: line for line in lines if (found := re.match(r"\| `(\w+)` \|", line))}
    (of_every_record,) = (line for line in lines if line.startswith("**(\\*)** The columns of every record"))
    connection = opened(made.folder / "journal.db", key_of(made.folder, "recovery-key", made.recovery.text))
    asked = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    columns = [each for each in connection.execute(asked) if not each[0].startswith(("meta", "documents", "draft"))]
    connection.close()
    missing = [
        (table, column)
        for table, column in columns
        if f"`{column}`" not in rows[table] + (of_every_record if "**(\\*)**" in rows[table] else "")
    ]
    assert missing == []
