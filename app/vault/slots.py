"""Slots: each wraps the same random master key under one secret, so a secret changes without touching the data."""

import json
import os
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import (
    AppError,
    EmptyPassphrase,
    NotEnoughMemory,
    UnsafeKeyCost,
    WrongComputerKey,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.vault import recovery_key

KEY_LENGTH = 32
SALT_LENGTH = 16
NONCE_LENGTH = 12
WRAPPED_LENGTH = KEY_LENGTH + 16

PASSPHRASE = "passphrase"
RECOVERY_KEY = "recovery-key"
COMPUTER = "this-computer"


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What the owner remembers. Equal after Unicode normalisation NFKC is equal."""

    slot: ClassVar[str] = PASSPHRASE
    text: str

    def to_bytes(self) -> bytes:
        """What the key is derived from. Raises EmptyPassphrase."""
        normal = unicodedata.normalize("NFKC", self.text)
        if not normal.strip():
            raise EmptyPassphrase
        return normal.encode(errors="surrogatepass")


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """What the owner wrote down."""

    slot: ClassVar[str] = RECOVERY_KEY
    text: str

    def to_bytes(self) -> bytes:
        """What the key is derived from. Raises MalformedRecoveryKey."""
        return recovery_key.parse(self.text).encode()


@dataclass(frozen=True, slots=True)
class ComputerKey:
    """32 random bytes that the system keeps for whoever is signed in (`computer`)."""

    slot: ClassVar[str] = COMPUTER
    key: bytes

    def to_bytes(self) -> bytes:
        """What the key is derived from."""
        return self.key


Secret = Passphrase | RecoveryKey | ComputerKey

_INFOS = {RECOVERY_KEY: b"courage-journal recovery key", COMPUTER: b"courage-journal this computer"}
_REFUSALS: dict[str, type[AppError]] = {
    PASSPHRASE: WrongPassphrase,
    RECOVERY_KEY: WrongRecoveryKey,
    COMPUTER: WrongComputerKey,
}


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """What one guess at a passphrase costs: memory in KiB, passes, lanes."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Raises UnsafeKeyCost outside the bounds in which deriving is neither weak nor a trap."""
        if not (64 * 1024 <= self.memory_kib <= 1024 * 1024 and 3 <= self.iterations <= 10 and 1 <= self.lanes <= 8):
            raise UnsafeKeyCost


SMALL_COST = Argon2Cost(memory_kib=64 * 1024)


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped master key. `cost` belongs to passphrase slots only."""

    type: str
    salt: bytes
    nonce: bytes
    wrapped_key: bytes
    cost: Argon2Cost | None = None

    def kdf(self) -> dict[str, Any]:
        """The key derivation and its parameters, as the key file says them."""
        if self.cost is None:
            return {"name": "hkdf-sha256", "salt": self.salt.hex()}
        return {
            "name": "argon2id",
            "memory_kib": self.cost.memory_kib,
            "iterations": self.cost.iterations,
            "lanes": self.cost.lanes,
            "salt": self.salt.hex(),
        }


def wrap(master_key: bytes, secret: Secret, journal_id: str, cost: Argon2Cost | None = None) -> Slot:
    """A new slot. Without a `cost`, a passphrase takes 256 MiB, or 64 MiB where those cannot be had."""
    if isinstance(secret, Passphrase) and cost is None:
        try:
            return wrap(master_key, secret, journal_id, Argon2Cost())
        except MemoryError:
            return wrap(master_key, secret, journal_id, SMALL_COST)
    bare = Slot(secret.slot, os.urandom(SALT_LENGTH), os.urandom(NONCE_LENGTH), b"", cost)
    wrapped = AESGCM(_wrapping_key(bare, secret)).encrypt(bare.nonce, master_key, _associated_data(bare, journal_id))
    return Slot(secret.slot, bare.salt, bare.nonce, wrapped, cost)


def wrap_both(
    master_key: bytes, passphrase: Passphrase, recovery: RecoveryKey, journal_id: str, cost: Argon2Cost | None
) -> tuple[Slot, ...]:
    """The two slots that every journal has."""
    return wrap(master_key, passphrase, journal_id, cost), wrap(master_key, recovery, journal_id)


def lasting(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Those of the owner's own secrets: what backups carry, and what is left when no computer may open it."""
    return tuple(slot for slot in slots if slot.type != COMPUTER)


def allow_computer(slots: tuple[Slot, ...]) -> bool:
    """Whether the key that this computer keeps is among the ways in."""
    return slots != lasting(slots)


def unwrap(slots: tuple[Slot, ...], secret: Secret, journal_id: str) -> bytes:
    """The master key.

    Raises WrongPassphrase, WrongRecoveryKey, WrongComputerKey, UnsafeKeyCost, NotEnoughMemory, or what the secret's
    own form raises.
    """
    for slot in slots:
        if slot.type != secret.slot:
            continue
        try:
            key = _wrapping_key(slot, secret)
        except MemoryError:
            raise NotEnoughMemory from None
        try:
            return AESGCM(key).decrypt(slot.nonce, slot.wrapped_key, _associated_data(slot, journal_id))
        except InvalidTag:
            continue
    raise _REFUSALS[secret.slot]


def derive(master_key: bytes, label: str) -> bytes:
    """A 32-byte key for one purpose, by HKDF-SHA256 without salt."""
    return HKDF(SHA256(), KEY_LENGTH, None, label.encode()).derive(master_key)


def mac(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256."""
    return _hmac(key, data).finalize()


def is_mac(key: bytes, data: bytes, given: bytes) -> bool:
    """Whether this is the HMAC-SHA256 of the data; how long that takes does not tell how much of it is right."""
    try:
        _hmac(key, data).verify(given)
    except InvalidSignature:
        return False
    return True


def _hmac(key: bytes, data: bytes) -> HMAC:
    made = HMAC(key, SHA256())
    made.update(data)
    return made


def canonical(value: Any) -> bytes:
    """JSON in one way only: sorted keys, no blanks, ASCII. What is authenticated is always this form."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def digest(value: Any) -> str:
    """SHA-256 of the canonical form, in hex: tells damage, not malice."""
    made = Hash(SHA256())
    made.update(canonical(value))
    return made.finalize().hex()


def _wrapping_key(slot: Slot, secret: Secret) -> bytes:
    material = secret.to_bytes()
    if slot.cost is None:
        return HKDF(SHA256(), KEY_LENGTH, slot.salt, _INFOS[slot.type]).derive(material)
    slot.cost.check()
    return Argon2id(
        salt=slot.salt,
        length=KEY_LENGTH,
        iterations=slot.cost.iterations,
        lanes=slot.cost.lanes,
        memory_cost=slot.cost.memory_kib,
    ).derive(material)


def _associated_data(slot: Slot, journal_id: str) -> bytes:
    return canonical({"format": 1, "journal_id": journal_id, "type": slot.type, "kdf": slot.kdf()})
