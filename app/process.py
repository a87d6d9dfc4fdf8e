"""What the process promises about itself before it touches anything: private files, no core dumps, no onlookers.

The window keeps the last of these a moment later than a command does: once it is shown and before it takes the first
event, hence before any key. Until then there is no secret in its memory.
"""

import os
import sys
from contextlib import suppress

import app

_PR_SET_DUMPABLE = 4


def own_command(name: str) -> list[str]:
    """How this program starts itself as a child for one of its own commands, frozen too."""
    if getattr(sys, "frozen", False):
        return [sys.executable, name]
    return [sys.executable, "-m", app.__name__, name]


def protect() -> None:
    """New files belong to their owner alone; on Linux memory is neither dumped nor readable by others of this user."""
    protect_files()
    protect_memory()


def protect_files() -> None:
    """New files belong to their owner alone, and a crash leaves none with what was in memory."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def protect_memory() -> None:
    """On Linux, memory can be read by no other process of this user. To be called before a secret is in it."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
