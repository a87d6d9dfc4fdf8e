"""strace around a command: what it calls, and what happens when one of those calls is its last or fails."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.flows.program import PROGRAM, Argument

# Byte code that Python keeps for the next start is no change of the program's, and is written at the first start only.
WITHOUT_BYTE_CODE = (PROGRAM[0], "-B", *PROGRAM[1:])

# Every call that changes a disk; `?` passes over those that a processor does not have.
CHANGES = [
    *("write", "pwrite64", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
]
_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)


@cache
def can_trace() -> bool:
    """Whether strace is here, may trace, and can meddle."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    probe = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "inject=close:signal=SIGKILL:when=1", "true"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == -signal.SIGKILL


def watching(calls: list[str], log: Path) -> list[Argument]:
    """What stands before a program to have these calls, or classes of calls, written to `log`."""
    return ["strace", "-f", "-qq", "-o", log, "--seccomp-bpf", "-e", f"trace={named(calls)}"]


def meddling(call: str, what: str, when: str) -> list[Argument]:
    """What stands before a program so that a call, counted from 1, meets with a signal beforehand, or an error."""
    with_calls = ["-e", f"trace={named([call])}", "-e", f"inject={named([call])}:{what}:when={when}"]
    return ["strace", "-f", "-qq", "-o", os.devnull, *with_calls]


def counted(log: Path) -> Counter[str]:
    """How often each call stands in a log."""
    return Counter(_CALL.findall(log.read_text(errors="replace")))


def named(calls: Sequence[str]) -> str:
    """A list of calls, or classes of calls, as strace takes it."""
    return ",".join(call if call.startswith("%") else f"?{call}" for call in calls)
