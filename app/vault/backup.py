"""Backups that were reopened before they got their name: one file each, encrypted, opened by its own secrets.

The format is written down in resources/formats/journal.md.
"""

import itertools
import json
import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.hazmat.primitives.hashes import SHA256, Hash

from app.errors import CannotRead, DamagedBackup, DamagedJournal, NewerVersion, NoSuchBackup
from app.moments import format_instant, parse_instant, stamp
from app.vault import engine, health, key_file, slots
from app.vault.continuity import DATABASE
from app.vault.files import complete_file, create_private_folder, reading, remove_partials, scratch_file, writing
from app.vault.slots import Slot
from app.vault.stopping import Stop

SUFFIX = ".backup"
FOLDER = "backups"
_MAGIC = b"courage-journal backup\n"
_CHUNK = 2**20
_LENGTH = 8
_HEADER_LIMIT = 64 * 1024
_MAC_LENGTH = 32
_MAC_LABEL = "courage-journal backup mac"
_LITTLE_MEMORY = "PRAGMA cache_size = -2048"  # each page is read about once


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the database copy. `rows` counts the rows of each table.

    `slots` are the owner's own: what is turned off for this computer must not live on in a backup, and elsewhere its
    key is not to be had.
    """

    journal_id: str
    slots: tuple[Slot, ...]
    created_at: datetime
    size: int
    sha256: str
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as a list shows it.

    `proven` says that it is sealed by this journal's key, as only one that was opened and checked is, and whole: of the
    length that its header says, or read to its end, as who lists it asks.
    """

    path: Path
    created_at: datetime
    size: int
    records: int
    proven: bool


def make(
    journal: Path, folder: Path, keys: key_file.KeyFile, master_key: bytes, now: datetime, stop: Stop | None = None
) -> Path:
    """A proven backup in `folder`; the journal may be in use by this process, in another thread. Returns its path.

    Raises DamagedJournal if the copy is not sound, CannotRead if there is no journal any more, DiskFull, CannotWrite or
    Stopped.
    """
    stop = stop or Stop()
    if not (journal / DATABASE).is_file():  # its drive was pulled out: nothing is made in its place
        raise CannotRead(journal)
    with writing(folder):
        create_private_folder(folder)
        remove_partials(folder, f"*{SUFFIX}")
        target = free_name(folder, now)
        with scratch_file(target) as copy:
            rows = _copy_and_prove(journal / DATABASE, copy, engine.database_key(master_key), stop)
            moment, size = now.replace(microsecond=0), copy.stat().st_size
            with copy.open("rb") as database:
                kept, sha256 = slots.lasting(keys.slots), _sha256(database, stop)
            header = Header(keys.journal_id, kept, moment, size, sha256, rows)
            with complete_file(target) as partial:
                with partial.open("wb") as out, copy.open("rb") as database:
                    out.write(_head(header, master_key))
                    copy_pieces(database, out, stop)
                if read_header(partial) != header or not is_whole(partial, header, stop):
                    raise DamagedJournal("backup")
    return target


def copy_pieces(source: BinaryIO, target: BinaryIO, stop: Stop) -> None:
    """Copies to the end, by pieces that go to the disk one after the other. Raises OSError or Stopped.

    A hundred MiB at once would keep what is saved meanwhile waiting behind them.
    """
    while piece := source.read(_CHUNK):
        target.write(piece)
        target.flush()
        os.fsync(target.fileno())
        stop.check()


def listed(folder: Path, journal_id: str, master_key: bytes, *, reads_all: bool = True) -> list[Backup]:
    """What is named like a backup in `folder`, newest first; only with `reads_all` they are read to their end."""
    return [described(path, journal_id, master_key, reads_all=reads_all) for path in newest_first(folder)]


def newest(folder: Path) -> datetime | None:
    """When the newest backup in `folder` says it was made; whether it is proven only `listed` tells."""
    for path in newest_first(folder):
        with suppress(DamagedBackup, NewerVersion, NoSuchBackup, CannotRead):
            return read_header(path).created_at
    return None


def read_header(path: Path) -> Header:
    """Raises NoSuchBackup, CannotRead, DamagedBackup or NewerVersion; the header is not yet proven to be ours."""
    try:
        with reading(path):
            if not path.exists():
                raise NoSuchBackup(path)
            if not path.is_file():  # a pipe would keep us waiting
                raise CannotRead(path)
            with path.open("rb") as stream:
                return _parse(_read_head(stream)[0])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, DamagedJournal):
        raise DamagedBackup(path, "header") from None


def is_sealed(path: Path, header: Header, master_key: bytes) -> bool:
    """Whether the header was written by who holds the master key."""
    with path.open("rb") as stream:
        _, mac = _read_head(stream)
    return slots.is_mac(_mac_key(master_key), _MAGIC + _to_bytes(header), mac)


def extract(path: Path, header: Header, target: Path) -> None:
    """The database copy, written to an empty file that is there. Raises DamagedBackup or OSError."""
    with path.open("rb") as stream, target.open("wb") as out:
        _read_head(stream)
        shutil.copyfileobj(stream, out, _CHUNK)
    with target.open("rb") as copied:
        if target.stat().st_size != header.size or _sha256(copied, Stop()) != header.sha256:
            raise DamagedBackup(path, "content")


def newest_first(folder: Path) -> list[Path]:
    """What is named like a backup in `folder`."""
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stem, reverse=True)


def is_complete(path: Path, header: Header) -> bool:
    """Whether the file is as long as its header says; nothing is read. Raises OSError."""
    head = len(_MAGIC) + _LENGTH + len(_to_bytes(header)) + _MAC_LENGTH
    return path.stat().st_size == head + header.size


def is_whole(path: Path, header: Header, stop: Stop | None = None) -> bool:
    """Whether the database copy is the one that the header describes; all of it is read. Raises OSError or Stopped."""
    with path.open("rb") as stream:
        _read_head(stream)
        return _sha256(stream, stop or Stop()) == header.sha256


def described(
    path: Path, journal_id: str, master_key: bytes, *, reads_all: bool = True, stop: Stop | None = None
) -> Backup:
    """One of them. Raises Stopped."""
    size = path.lstat().st_size
    try:
        with reading(path):
            header = read_header(path)
            is_ours = header.journal_id == journal_id and is_sealed(path, header, master_key)
            proven = is_ours and is_complete(path, header) and (not reads_all or is_whole(path, header, stop))
    except (DamagedBackup, NewerVersion, NoSuchBackup, CannotRead):
        return Backup(path, datetime.fromtimestamp(path.lstat().st_mtime, UTC), size, 0, False)
    return Backup(path, header.created_at, size, header.rows.get("reflection", 0), proven)


def _copy_and_prove(database: Path, copy: Path, key: str, stop: Stop) -> dict[str, int]:
    with engine.translating(copy):
        with closing(engine.connect(database, key, read_only=True)) as source, stop.inside(source):
            source.execute(_LITTLE_MEMORY)
            source.execute("VACUUM INTO ?", (str(copy),))
        with closing(engine.connect(copy, key)) as reopened, stop.inside(reopened):
            reopened.execute(_LITTLE_MEMORY)
            found = health.findings(reopened, copy)
            stop.check()
            rows = health.row_counts(reopened)
    if found:
        raise DamagedJournal(found[0])
    return rows


def free_name(folder: Path, now: datetime) -> Path:
    """What a backup of this moment is to be called in `folder`."""
    names = itertools.chain([stamp(now)], (f"{stamp(now)}-{number}" for number in itertools.count(2)))
    paths = (folder / f"{name}{SUFFIX}" for name in names)
    return next(path for path in paths if not path.exists())


def _head(header: Header, master_key: bytes) -> bytes:
    data = _to_bytes(header)
    return _MAGIC + len(data).to_bytes(_LENGTH, "big") + data + slots.mac(_mac_key(master_key), _MAGIC + data)


def _read_head(stream: BinaryIO) -> tuple[bytes, bytes]:
    """The header and its MAC; leaves the stream at the database copy. Raises ValueError."""
    if stream.read(len(_MAGIC)) != _MAGIC:
        raise ValueError
    length = int.from_bytes(stream.read(_LENGTH), "big")
    if not 0 < length <= _HEADER_LIMIT:
        raise ValueError
    data, mac = stream.read(length), stream.read(_MAC_LENGTH)
    if len(data) != length or len(mac) != _MAC_LENGTH:
        raise ValueError
    return data, mac


def _to_bytes(header: Header) -> bytes:
    document = {
        "format": key_file.FORMAT,
        "journal_id": header.journal_id,
        "slots": [key_file.slot_to_document(slot) for slot in header.slots],
        "created_at": format_instant(header.created_at),
        "size": header.size,
        "sha256": header.sha256,
        "rows": header.rows,
    }
    # Without the checksum, damage to a slot would look like a wrong passphrase.
    return slots.canonical(document | {"checksum": slots.digest(document)})


def _parse(data: bytes) -> Header:
    document: dict[str, Any] = json.loads(data)
    key_file.check_format(document["format"], "backup")
    header = Header(
        journal_id=document["journal_id"],
        slots=key_file.slots_from_document(document["slots"]),
        created_at=parse_instant(document["created_at"]),
        size=document["size"],
        sha256=document["sha256"],
        rows=document["rows"],
    )
    numbers = [header.size, *header.rows.values()]
    if any(type(number) is not int for number in numbers) or _to_bytes(header) != data:
        raise ValueError
    if header.slots != slots.lasting(header.slots):
        raise ValueError
    return header


def _mac_key(master_key: bytes) -> bytes:
    return slots.derive(master_key, _MAC_LABEL)


def _sha256(stream: BinaryIO, stop: Stop) -> str:
    """Of the rest of it."""
    found = Hash(SHA256())
    while piece := stream.read(_CHUNK):
        found.update(piece)
        stop.check()
    return found.finalize().hex()
