"""Takes from libraries the folders of the machine that they were made on.

A Python that the system did not bring has such folders in its modules, and whoever owns a folder of that name on
another machine could put libraries into it, to be loaded there. What is said relative to the library itself stays.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_HEAD = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<QQ")
_ELF_64_LITTLE = b"\x7fELF\x02\x01"
_LOAD, _DYNAMIC = 1, 2
_STRINGS, _RPATH, _RUNPATH = 5, 15, 29


def relative_only(folder: Path) -> list[Path]:
    """Leaves relative search paths only in every library below `folder`; the files that were changed."""
    changed = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            is_library = file.read(len(_ELF_64_LITTLE)) == _ELF_64_LITTLE
        if is_library and (kept := _without_foreign(path.read_bytes())):
            path.write_bytes(kept)
            changed.append(path)
    return changed


def search_paths(data: bytes) -> list[str]:
    """The folders in which this library looks for others."""
    strings = _file_offset(data, dict(_entries(data)).get(_STRINGS, 0))
    found = [_text(data, strings + value) for tag, value in _entries(data) if tag in (_RPATH, _RUNPATH)]
    return [folder for text in found for folder in text.split(":")]


def _without_foreign(data: bytes) -> bytes | None:
    """The library without its search path, where that leads to a fixed folder; None where there is nothing to do."""
    if not any(folder.startswith("/") for folder in search_paths(data)):
        return None
    at, size = _segment(data, _DYNAMIC)
    kept = [_ENTRY.pack(tag, value) for tag, value in _entries(data) if tag not in (_RPATH, _RUNPATH)]
    return data[:at] + b"".join(kept).ljust(size, b"\0") + data[at + size :]


def _entries(data: bytes) -> Iterator[tuple[int, int]]:
    """What the linker is told, up to the first empty line."""
    at, size = _segment(data, _DYNAMIC)
    for tag, value in _ENTRY.iter_unpack(data[at : at + size]):
        if tag == 0:
            return
        yield tag, value


def _segments(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, place in the file, address, and size in the file of each."""
    head = _HEAD.unpack_from(data)
    first, length, count = head[5], head[9], head[10]
    for number in range(count):
        kind, _, offset, address, _, size, _, _ = _SEGMENT.unpack_from(data, first + number * length)
        yield kind, offset, address, size


def _segment(data: bytes, wanted: int) -> tuple[int, int]:
    """Place and size of the first of that kind; no size where there is none."""
    return next(((offset, size) for kind, offset, _, size in _segments(data) if kind == wanted), (0, 0))


def _file_offset(data: bytes, address: int) -> int:
    for kind, offset, begin, size in _segments(data):
        if kind == _LOAD and begin <= address < begin + size:
            return offset + address - begin
    return 0


def _text(data: bytes, at: int) -> str:
    return data[at : data.index(b"\0", at)].decode()
