"""Whatever a person points at, a file, a zip or a folder, as named texts; nothing is extracted to disk."""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from app.errors import CannotRead, NotText, NotUnderstood
from app.exchange.reading import Reading
from app.translation import tr

MIB = 2**20
FILE_LIMIT = 256 * MIB
TOTAL_LIMIT = 1024 * MIB
MEMBER_COUNT_LIMIT = 10_000
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x1
# The standard library bounds what these two inflate at once; bzip2 and LZMA it inflates without a bound.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError)

Wanted = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file or zip member. `name` is a label: never open it."""

    name: str
    data: bytes

    def text(self) -> str:
        """The text of it, which is UTF-8, with or without a byte order mark. Raises NotText."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise NotText(self.name) from None


class _TooLarge(Exception):
    """More bytes than the limit."""


def texts(path: Path, reading: Reading[Any], wanted: Wanted | None = None) -> Iterator[tuple[str, str]]:
    """Name and text of each file: of the file itself, or in a zip or folder of those whose name is wanted (all).

    What cannot be read, or is not text, in a zip or folder is reported and left out.
    Raises CannotRead, NotText for a single file, and NotUnderstood where there is nothing to read.
    """
    found, single = False, _is_single(path)
    not_text = tr("It is not UTF-8 text and was left out.")
    for source in sources(path, reading, wanted or _all):
        found = True
        try:
            text = source.text()
        except NotText:
            if single:
                raise
            reading.report(source.name, not_text)
            continue
        yield source.name, text
    if not found and not reading.problems:
        raise NotUnderstood(path, tr("There is nothing to read in it."))


def sources(path: Path, reading: Reading[Any], wanted: Wanted) -> Iterator[Source]:
    """Each file as bytes, by name in sorted order, hidden ones skipped. Raises CannotRead, NotUnderstood."""
    try:
        if path.is_dir():
            yield from _in_folder(path, reading, wanted)
            return
        file = _open_file(path, os.O_RDONLY)
    except (OSError, ValueError):
        raise CannotRead(path) from None
    with file:
        if _is_zip(file):
            yield from _in_zip(path, file, reading, wanted)
        else:
            yield Source(path.name, _single(path, file))


def _all(_name: str) -> bool:
    return True


def _is_single(path: Path) -> bool:
    try:
        with _open_file(path, os.O_RDONLY) as file:
            return not _is_zip(file)
    except (OSError, ValueError):
        return False


def _is_zip(file: IO[bytes]) -> bool:
    signature = file.read(4)
    file.seek(0)
    return signature in _ZIP_SIGNATURES


def _open_file(path: Path | str, flags: int) -> IO[bytes]:
    """An open regular file. Raises OSError: also for a pipe or device, which might never end."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError("not a regular file")
    return file


def _single(path: Path, file: IO[bytes]) -> bytes:
    try:
        return _read(file, FILE_LIMIT)
    except _TooLarge:
        raise NotUnderstood(path, _too_large()) from None
    except OSError:
        raise CannotRead(path) from None


def _in_folder(root: Path, reading: Reading[Any], wanted: Wanted) -> Iterator[Source]:
    """The files below a folder. Links are not followed: what they lead to may be anywhere."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        entries = _entries(root, inside, reading)
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_symlink():
                reading.report(_label(name), tr("It is a link to something else and was left out."))
            elif not entry.is_dir(follow_symlinks=False) and wanted(_label(name)):
                yield from _file_in_folder(entry.path, _label(name), reading)
        folders = [f"{inside}{each.name}/" for each in entries if each.is_dir(follow_symlinks=False)]
        waiting.extend(reversed(folders))


def _entries(root: Path, inside: str, reading: Reading[Any]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / inside) as entries:
            return sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        if not inside:
            raise
        reading.report(_label(inside), tr("It cannot be read and was left out."))
        return []


def _file_in_folder(path: str, name: str, reading: Reading[Any]) -> Iterator[Source]:
    try:
        with _open_file(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)) as file:
            data = _read(file, FILE_LIMIT)
    except OSError:
        reading.report(name, tr("It cannot be read and was left out."))
    except _TooLarge:
        reading.report(name, _too_large())
    else:
        yield Source(name, data)


def _in_zip(path: Path, file: IO[bytes], reading: Reading[Any], wanted: Wanted) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN:
        raise NotUnderstood(path, tr("The zip file is damaged.")) from None
    left, too_large, broken = TOTAL_LIMIT, _too_large(), tr("It is encrypted or damaged and was left out.")
    members = [each for each in archive.infolist() if _is_shown(each.filename) and wanted(each.filename)]
    if len(members) > MEMBER_COUNT_LIMIT:
        what = tr("It holds more than {limit} files; the others were left out.").format(limit=MEMBER_COUNT_LIMIT)
        reading.report(path.name, what)
    for member in sorted(members[:MEMBER_COUNT_LIMIT], key=lambda each: each.filename):
        limit = min(left, FILE_LIMIT)
        try:
            data = _read_member(archive, member, limit)
        except _TooLarge:
            reading.report(member.filename, too_large)
            left -= limit
        except _BROKEN:
            reading.report(member.filename, broken)
        else:
            left -= len(data)
            yield Source(_label(member.filename), data)


def _is_shown(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith(".") and part.strip(".") for part in parts)
    return bool(parts[-1]) and not hidden and "__MACOSX" not in parts


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
        raise zipfile.BadZipFile
    with archive.open(member) as file:
        return _read(file, limit)


def _read(file: IO[bytes], limit: int) -> bytes:
    """All of it, at most `limit` bytes, counted as they come: no size is believed. Raises _TooLarge."""
    pieces, size = [], 0
    while piece := file.read(MIB):
        size += len(piece)
        if size > limit:
            raise _TooLarge
        pieces.append(piece)
    return b"".join(pieces)


def _too_large() -> str:
    sizes = {"file": FILE_LIMIT // MIB, "total": TOTAL_LIMIT // MIB}
    return tr("It is larger than {file} MiB, or all together than {total} MiB, and was left out.").format(**sizes)


def _label(name: str) -> str:
    """A file name that need not be UTF-8, as text that is."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
