"""What a row of the table comes to, and the work of a row spread over two processes."""

import multiprocessing
import os
import random
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SEED = os.environ.get("COURAGE_SEED", "courage")
PROCESSES = 2
_IN_MEMORY = Path("/dev/shm")
_ROOM = 2**30


@dataclass
class Result:
    """What was tried how often, what went wrong each time that something did, and what is worth knowing beside it."""

    tried: int = 0
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, times: int = 1) -> None:
        """One more of what the row tells apart."""
        self.counts[what] = self.counts.get(what, 0) + times

    def add(self, other: "Result") -> None:
        """Takes what another process has found."""
        self.tried += other.tried
        self.failures += other.failures
        self.notes += [each for each in other.notes if each not in self.notes]
        for what, times in other.counts.items():
            self.count(what, times)


def cases(full: int, scale: float) -> int:
    """How many there are to be at this scale: one at least."""
    return max(1, round(full * scale))


def shares(count: int) -> list[int]:
    """The count in parts, one a process."""
    return [count // PROCESSES + (number < count % PROCESSES) for number in range(PROCESSES)]


def chance(*of: object) -> random.Random:
    """The same moments each time, others with another COURAGE_SEED."""
    return random.Random(" ".join(map(str, (SEED, *of))))


def spread(work: Callable[..., Result], parts: Sequence[tuple[object, ...]]) -> Result:
    """The sum of `work(number, *part)` for each part, each in a process of its own, two at a time."""
    result = Result()
    tasks = [(work, number, part) for number, part in enumerate(parts)]
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        for found in pool.imap_unordered(_guarded, tasks, chunksize=1):
            result.add(found)
    return result


def _guarded(task: tuple[Callable[..., Result], int, tuple[object, ...]]) -> Result:
    work, number, part = task
    try:
        return work(number, *part)
    except Exception:  # noqa: BLE001  what went wrong is the answer
        return Result(failures=[traceback.format_exc()])


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder to build in, in memory where there is room: what a disk does is not what is tested there."""
    is_fit = _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM
    with tempfile.TemporaryDirectory(prefix="courage-stress-", dir=_IN_MEMORY if is_fit else None) as folder:
        yield Path(folder)
