"""vault.json: the journal's id, its slots and its state, in exactly one form; any other form is damage.

The format is written down in resources/formats/journal.md.
"""

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.errors import DamagedJournal, NewerVersion, NoJournal, NotAJournal
from app.vault import slots
from app.vault.files import complete_file, read_limited, reading
from app.vault.slots import Argon2Cost, Slot

NAME = "vault.json"
FORMAT = 1
_MAGIC = "courage-journal"
_SIZE_LIMIT = 64 * 1024
_MAC_LABEL = "courage-journal state mac"
_ID_LENGTH = 16
_SALT_LENGTH = 8
_MAC_LENGTH = 32
_LASTING = 2


class Phase(StrEnum):
    """Where the journal stands between two closes."""

    CLEAN = "clean"
    OPENING = "opening"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class State:
    """What the database is compared with when it is opened.

    `wal` is the salt (8 bytes, hex) of the write-ahead log that has to be there while the phase is OPEN.
    """

    generation: int
    phase: Phase
    wal: str | None = None


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of vault.json. `mac` proves the rest to whoever holds the master key."""

    journal_id: str
    slots: tuple[Slot, ...]
    state: State
    mac: str = ""

    def sealed(self, master_key: bytes) -> "KeyFile":
        """The same, with the right MAC."""
        return replace(self, mac=slots.mac(_mac_key(master_key), _sealed(self)).hex())

    def is_sealed_by(self, master_key: bytes) -> bool:
        """Whether nothing was changed since it was sealed."""
        return slots.is_mac(_mac_key(master_key), _sealed(self), bytes.fromhex(self.mac))


def check_place(folder: Path) -> None:
    """Raises NoJournal, NotAJournal or DamagedJournal where there is nothing to open, or CannotRead."""
    with reading(folder):
        if (folder / NAME).exists():
            return
        if (folder / "journal.db").exists():
            raise DamagedJournal("key-file-missing")
        if folder.is_dir() and not any(folder.iterdir()):
            raise NoJournal(folder)
        raise NotAJournal(folder) if folder.exists() else NoJournal(folder)


def read(folder: Path) -> KeyFile:
    """Raises NotAJournal, DamagedJournal, NewerVersion or CannotRead; derives nothing."""
    data = read_limited(folder / NAME, _SIZE_LIMIT)
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise DamagedJournal("key-file") from None
    if not isinstance(document, dict) or document.get("magic") != _MAGIC:
        raise NotAJournal(folder)
    check_format(document.get("format"), "key-file")
    try:
        found = _from_document(document)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DamagedJournal("key-file") from None
    if to_bytes(found) != data:
        raise DamagedJournal("key-file")
    return found


def check_format(number: object, what: str) -> None:
    """Raises NewerVersion for a later format, DamagedJournal for what is no format at all."""
    if type(number) is int and number > FORMAT:
        raise NewerVersion(what, number, FORMAT)
    if type(number) is not int or number != FORMAT:
        raise DamagedJournal(what)


def write(folder: Path, key_file: KeyFile) -> None:
    """Replaces the file whole: after a crash there is the old one or the new one. Raises OSError."""
    with complete_file(folder / NAME) as partial:
        partial.write_bytes(to_bytes(key_file))


def to_bytes(key_file: KeyFile) -> bytes:
    """The one form of the file."""
    document = _sealed_part(key_file) | {"mac": key_file.mac}
    return (json.dumps(document | {"checksum": slots.digest(document)}, indent=1) + "\n").encode()


def slot_to_document(slot: Slot) -> dict[str, Any]:
    """A slot as the key file and the backups hold it."""
    return {
        "type": slot.type,
        "kdf": slot.kdf(),
        "nonce": slot.nonce.hex(),
        "wrapped_key": slot.wrapped_key.hex(),
    }


def slots_from_document(documents: list[dict[str, Any]]) -> tuple[Slot, ...]:
    """Passphrase, recovery key and perhaps this computer, in this order. Raises KeyError, TypeError or ValueError.

    Costs are checked when they are used; more slots would be more work than one secret is worth.
    """
    found = tuple(_slot(document) for document in documents)
    lasting, computers = slots.lasting(found), found[_LASTING:]
    if [slot.type for slot in lasting] != [slots.PASSPHRASE, slots.RECOVERY_KEY]:
        raise ValueError
    if found != lasting + computers or len(computers) > 1:
        raise ValueError
    return found


def hex_digits(value: str, length: int) -> str:
    """The value, if it is that many bytes in lowercase hex. Raises TypeError or ValueError."""
    if len(value) != 2 * length or bytes.fromhex(value).hex() != value:
        raise ValueError
    return value


def _slot(document: dict[str, Any]) -> Slot:
    kdf = document["kdf"]
    slot = Slot(
        type=document["type"],
        salt=bytes.fromhex(kdf["salt"]),
        nonce=bytes.fromhex(document["nonce"]),
        wrapped_key=bytes.fromhex(document["wrapped_key"]),
        cost=_cost(kdf) if document["type"] == slots.PASSPHRASE else None,
    )
    lengths = (len(slot.salt), len(slot.nonce), len(slot.wrapped_key))
    if slot_to_document(slot) != document or lengths != (slots.SALT_LENGTH, slots.NONCE_LENGTH, slots.WRAPPED_LENGTH):
        raise ValueError
    return slot


def _cost(kdf: dict[str, Any]) -> Argon2Cost:
    numbers = [kdf[name] for name in ("memory_kib", "iterations", "lanes")]
    if any(type(number) is not int for number in numbers):
        raise TypeError
    return Argon2Cost(*numbers)


def _sealed_part(key_file: KeyFile) -> dict[str, Any]:
    state = key_file.state
    return {
        "magic": _MAGIC,
        "format": FORMAT,
        "journal_id": key_file.journal_id,
        "slots": [slot_to_document(slot) for slot in key_file.slots],
        "state": {"generation": state.generation, "phase": state.phase, "wal": state.wal},
    }


def _mac_key(master_key: bytes) -> bytes:
    return slots.derive(master_key, _MAC_LABEL)


def _sealed(key_file: KeyFile) -> bytes:
    return slots.canonical(_sealed_part(key_file))


def _from_document(document: dict[str, Any]) -> KeyFile:
    state = document["state"]
    if type(state["generation"]) is not int:
        raise TypeError
    wal = state["wal"] if state["wal"] is None else hex_digits(state["wal"], _SALT_LENGTH)
    return KeyFile(
        journal_id=hex_digits(document["journal_id"], _ID_LENGTH),
        slots=slots_from_document(document["slots"]),
        state=State(state["generation"], Phase(state["phase"]), wal),
        mac=hex_digits(document["mac"], _MAC_LENGTH),
    )
