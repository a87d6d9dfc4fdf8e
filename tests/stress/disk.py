"""A disk that loses power: what a program told the system to write, and every way in which that may be found later.

The calls of a real process come from strace. Until a file is synced each write to it may have reached the disk, or not,
or some of its sectors may, in any order; until its folder is synced a new name, a renaming, a removal may not have.
"""

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from tests.flows.program import ROOT, Argument
from tests.flows.tracing import CHANGES, named

SECTOR = 512
# These would change files in ways that are not understood here.
_UNKNOWN = ("sendfile", "copy_file_range", "writev", "pwritev", "pwritev2", "fallocate", "link", "linkat", "symlink")
_CALLS = [*CHANGES, "openat", "lseek", *_UNKNOWN]
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)(?:<(.*?)>)?", re.DOTALL)
_OPENED = re.compile(r"<((?:\\x[0-9a-f]{2})+)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LONGEST = 2**24
# Where little may be found in another way, most are known after a few.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded: its name, the paths and the bytes in it, its numbers, what it returned."""

    name: str
    path: Path
    other: Path
    data: bytes
    numbers: tuple[int, ...]
    flags: str
    descriptor: int
    returned: int


def recorded(program: Sequence[Argument], log: Path, **environment: str) -> list[Call]:
    """Runs a program to its end and returns its calls; those of its main thread, which is the one that writes."""
    in_full = ["-qq", "-y", "-xx", "-s", str(_LONGEST)]
    subprocess.run(
        ["strace", *in_full, "-o", log, "-e", f"trace={named(_CALLS)}", *program], cwd=ROOT, check=True, env=environment
    )
    with log.open(encoding="ascii") as lines:
        return [call for line in lines if (call := _parsed(line)) is not None]


def _parsed(line: str) -> Call | None:
    match = _CALL.match(line)
    if match is None or int(match[3]) < 0:
        return None
    name, arguments, returned = match[1], match[2], int(match[3])
    texts = [_bytes(each) for each in _TEXT.findall(arguments)]
    opened = [Path(_bytes(each).decode()) for each in _OPENED.findall(arguments)]
    rest = _TEXT.sub("", _OPENED.sub("", arguments))
    numbers = tuple(int(each) for each in re.findall(r"(?<![\w])\d+(?![\w])", rest))
    is_by_name = name.startswith(("openat", "rename", "unlink", "mkdir", "rmdir"))
    paths = [Path(each.decode()) for each in texts] if is_by_name else opened
    paths += [Path()] * 2
    descriptor = returned if name == "openat" else (numbers[0] if numbers else -1)
    data = b"" if is_by_name or not texts else texts[0]
    return Call(name, paths[0], paths[1], data, numbers, rest, descriptor, returned)


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


# What may be found


class Kept(Enum):
    """What has become of the writes to a file that was not synced."""

    ALL = auto()
    NONE = auto()
    FIRST = auto()
    SOME = auto()
    TORN = auto()


@dataclass
class File:
    """The content at the last sync, and what was done since: a write (where, what) or a new length (length, None)."""

    synced: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def content(self, kept: Kept, source: random.Random) -> bytes:
        """What may be found of it."""
        if not self.since:
            return self.synced
        data = bytearray(self.synced)
        many = source.randint(0, len(self.since))
        for number, (at, written) in enumerate(self.since):
            if (
                kept is Kept.ALL
                or (kept is Kept.FIRST and number < many)
                or (kept is Kept.SOME and source.random() < 0.5)
            ):
                _apply(data, at, written)
            elif kept is Kept.TORN:
                _tear(data, at, written, source)
        return bytes(data)

    def sync(self) -> None:
        """All of it is on the disk from now on."""
        self.synced = self.content(Kept.ALL, _NO_CHOICE)
        self.since.clear()


_NO_CHOICE = random.Random(0)
_Change = tuple[Path, Path | None, File | None]  # an old name, a new one, and what has it


def _apply(data: bytearray, at: int, written: bytes | None) -> None:
    if written is None:
        del data[at:]
        data.extend(bytes(at - len(data)))
        return
    data.extend(bytes(max(0, at - len(data))))
    data[at : at + len(written)] = written


def _tear(data: bytearray, at: int, written: bytes | None, source: random.Random) -> None:
    """Some sectors of a write. The file may have become longer all the same, with nothing there."""
    if written is None:
        if source.random() < 0.5:
            _apply(data, at, None)
        return
    if source.random() < 0.5:
        data.extend(bytes(max(0, at + len(written) - len(data))))
    share = source.choice((0.1, 0.5, 0.9))
    end = at + len(written)
    for start in range(at - at % SECTOR, end, SECTOR):
        if source.random() < share:
            first, last = max(start, at), min(start + SECTOR, end)
            _apply(data, first, written[first - at : last - at])


class Disk:
    """The files of one folder, as the calls made them, and as a power cut may leave them."""

    def __init__(self, folder: Path, passing: Sequence[str], at_first: Path) -> None:
        """What is in `at_first` is on the disk as `folder`; names that end in one of `passing` are worth nothing."""
        self._folder, self._passing = folder, tuple(passing)
        there = {folder / path.relative_to(at_first): path for path in at_first.rglob("*") if path.is_file()}
        self._synced = {name: File(path.read_bytes()) for name, path in there.items() if self._is_ours(name)}
        self._files = dict(self._synced)
        self._names: list[_Change] = []
        self._at: dict[int, int] = {}

    def is_changed_by(self, call: Call) -> bool:
        """Whether it does something to what may be found."""
        return call.name != "lseek" and call.path != Path() and self._is_ours(call.path)

    def do(self, call: Call) -> None:
        """Takes one call up."""
        if call.name == "lseek":
            self._at[call.descriptor] = call.returned
        elif call.name == "openat":
            self._open(call)
        elif self._is_ours(call.path):
            assert call.name not in _UNKNOWN, call.name
            self._change(call)

    def _sync(self, path: Path) -> None:
        if path in self._files:
            self._files[path].sync()
            return
        left = []
        for old, new, file in self._names:
            if old.parent == path:
                _rename(self._synced, old, new, file)
            else:
                left.append((old, new, file))
        self._names = left

    def _open(self, call: Call) -> None:
        self._at[call.returned] = 0
        if "O_CREAT" in call.flags and self._is_ours(call.path):
            if call.path not in self._files:
                self._name(call.path, call.path, File())
            elif "O_TRUNC" in call.flags:
                self._files[call.path].since.append((0, None))

    def _is_ours(self, path: Path) -> bool:
        return path.is_relative_to(self._folder) and not path.name.endswith(self._passing)

    def _change(self, call: Call) -> None:
        match call.name:
            case "fsync" | "fdatasync":
                self._sync(call.path)
            case "write":
                at = self._at.get(call.descriptor, 0)
                self._files[call.path].since.append((at, call.data[: call.returned]))
                self._at[call.descriptor] = at + call.returned
            case "pwrite64":
                self._files[call.path].since.append((call.numbers[-1], call.data[: call.returned]))
            case "ftruncate":
                self._files[call.path].since.append((call.numbers[-1], None))
            case "rename" | "renameat" | "renameat2":
                self._name(call.path, call.other, self._files[call.path])
            case "unlink" | "unlinkat":
                self._name(call.path, None, None)

    def _name(self, old: Path, new: Path | None, file: File | None) -> None:
        _rename(self._files, old, new, file)
        self._names.append((old, new, file))

    def found(self, source: random.Random) -> dict[str, bytes]:
        """One of the ways in which the folder may be found if power goes now, by name within the folder."""
        names = dict(self._synced)
        for old, new, file in self._kept_names(source):
            _rename(names, old, new, file)
        kept = source.choice(list(Kept))
        return {
            str(path.relative_to(self._folder)): file.content(kept if source.random() < 0.8 else Kept.ALL, source)
            for path, file in names.items()
        }

    def _kept_names(self, source: random.Random) -> "list[_Change]":
        """The first of them, as file systems with a journal keep them, or any, as others may."""
        if source.random() < 0.5:
            return self._names[: source.randint(0, len(self._names))]
        return [each for each in self._names if source.random() < 0.5]


def _rename(names: dict[Path, File], old: Path, new: Path | None, file: File | None) -> None:
    names.pop(old, None)
    if new is not None and file is not None:
        names[new] = file


def states(
    calls: Sequence[Call], disk: Disk, count: int, source: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """About so many different ways to find the folder, from its first call to its last, and after which call each."""
    rate, owed = count / max(1, sum(1 for each in calls if disk.is_changed_by(each))), 0.0
    seen = set[int]()
    for number, call in enumerate(calls, start=1):
        disk.do(call)
        owed += rate if disk.is_changed_by(call) else 0
        for _ in range(_TRIES * int(owed)):
            files = disk.found(source)
            if (known := hash(tuple(sorted(files.items())))) not in seen:
                seen.add(known)
                owed -= 1
                yield number, files
            if owed < 1:
                break
