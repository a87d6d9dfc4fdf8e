"""Whether keys and the database do what they are there for, on this computer and in this copy of the program."""

import importlib.util
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.continuity import DATABASE
from app.vault.vault import Vault

KINDS = ("Argon2id", "HKDF-SHA256", "AES-256-GCM")
# RFC 9106, 5.3.
_ARGON2ID = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
# RFC 5869, A.1.
_HKDF = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
# McGrew and Viega, "The Galois/Counter Mode of Operation", test case 14.
_GCM = "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
_PLAIN = b"SQLite format 3\0"


def derives_as_published() -> bool:
    """Whether Argon2id, HKDF-SHA256 and AES-256-GCM give what their authors wrote down, and refuse what was altered."""
    argon2id = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\4" * 12, secret=b"\3" * 8
    ).derive(b"\1" * 32)
    hkdf = HKDF(SHA256(), 42, bytes(range(13)), bytes(range(0xF0, 0xFA))).derive(b"\x0b" * 22)
    gcm = AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), None)
    return [argon2id.hex(), hkdf.hex(), gcm.hex()] == [_ARGON2ID, _HKDF, _GCM] and _is_refused(b"\0" + gcm[1:])


def cipher_version(vault: Vault) -> str:
    """The SQLCipher that encrypts an open journal; "" where its database is not encrypted."""
    with vault.reading():
        version, status = (
            vault.connection.exec_driver_sql(f"PRAGMA cipher_{of}").scalar() for of in ("version", "status")
        )
    with (vault.folder / DATABASE).open("rb") as database:
        is_plain = database.read(len(_PLAIN)) == _PLAIN
    return "" if status != "1" or is_plain else str(version)


def has_other_sqlite() -> bool:
    """Whether this is the bundled program and could open a database without encryption; Python from source can."""
    return getattr(sys, "frozen", False) and importlib.util.find_spec("sqlite3") is not None


def _is_refused(altered: bytes) -> bool:
    try:
        AESGCM(bytes(32)).decrypt(bytes(12), altered, None)
    except InvalidTag:
        return True
    return False
