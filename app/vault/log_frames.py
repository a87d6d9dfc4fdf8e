"""Reads the frames of a write-ahead log, since SQLite stops at the first that is damaged and says nothing.

The layout is that of SQLite's file format, "The WAL File Format". No key is needed: what a frame says of itself is
not encrypted.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEADER, _FRAME = 32, 24
_MAGIC = 0x377F0682
_BIG_ENDIAN = 1
_MASK = 2**32 - 1

_Sums = tuple[int, int]


class _Frame(NamedTuple):
    """`ends` says that a commit ends with it; `sums` are what it says of itself and of all frames before it."""

    ends: bool
    salt: bytes
    sums: _Sums


def has_lost_commits(path: Path) -> bool:
    """Whether a frame is damaged that was on the disk before a later one was written. Raises OSError.

    A power cut damages frames of the last commit only, one that nobody was told of: each begins when the one before
    is on the disk. So an end of a commit that fits what is before and after it says that all before it was whole.
    """
    log = _Log(path.read_bytes())
    last = log.last_proven()
    return last is not None and not log.is_whole_until(last)


class _Log:
    def __init__(self, data: bytes) -> None:
        self._data = data
        magic, _, page_size, _ = struct.unpack_from(">4I", data) if len(data) >= _HEADER else (0, 0, 0, 0)
        self._words = ">" if magic & _BIG_ENDIAN else "<"
        self._length: int = page_size + _FRAME
        self._count = (len(data) - _HEADER) // self._length if magic & ~_BIG_ENDIAN == _MAGIC else 0

    def last_proven(self) -> int | None:
        """The last frame that ends a commit and fits both its neighbours."""
        return next((number for number in range(self._count - 2, 0, -1) if self._is_proven(number)), None)

    def is_whole_until(self, last: int) -> bool:
        """Whether every frame up to this one is as it was written."""
        sums: _Sums = struct.unpack_from(">2I", self._data, 24)
        for number in range(last + 1):
            sums = self._sums(number, sums)
            if not self._is_of_this_log(number) or self._frame(number).sums != sums:
                return False
        return True

    def _is_proven(self, number: int) -> bool:
        if not self._frame(number).ends or not all(map(self._is_of_this_log, (number - 1, number, number + 1))):
            return False
        return self._fits(number) and self._fits(number + 1)

    def _fits(self, number: int) -> bool:
        """Whether it follows from what the one before says of itself."""
        return self._frame(number).sums == self._sums(number, self._frame(number - 1).sums)

    def _is_of_this_log(self, number: int) -> bool:
        return self._frame(number).salt == self._data[16:24]

    def _frame(self, number: int) -> _Frame:
        _, pages, salt, *sums = struct.unpack_from(">2I8s2I", self._data, self._at(number))
        return _Frame(pages != 0, salt, (sums[0], sums[1]))

    def _sums(self, number: int, before: _Sums) -> _Sums:
        """What the frame has to say of itself after one that said `before`."""
        one, two = before
        for first, second in self._pairs(number):
            one = (one + first + two) & _MASK
            two = (two + second + one) & _MASK
        return one, two

    def _pairs(self, number: int) -> Iterator[tuple[int, int]]:
        at = self._at(number)
        pair = struct.Struct(f"{self._words}2I")
        yield from pair.iter_unpack(self._data[at : at + 8])
        yield from pair.iter_unpack(self._data[at + _FRAME : at + self._length])

    def _at(self, number: int) -> int:
        return _HEADER + number * self._length
