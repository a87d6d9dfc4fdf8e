"""What the process promises about itself before it touches anything: private files, no core dumps, no onlookers."""

import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def protect() -> None:
    """New files belong to their owner alone; on Linux memory is neither dumped nor readable by others of this user."""
    protect_files()
    hide_memory()


def protect_files() -> None:
    """New files belong to their owner alone, and no core is written."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def hide_memory() -> None:
    """On Linux others of this user cannot read memory; a window has it before the first key can be typed."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
