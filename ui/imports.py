"""Importing is left to Python: PySide reads the source of whatever is imported, and all of it stays in memory.

It looks for the word PySide6 there, for the sake of `from __feature__ import …`, which nothing here uses. With an open
journal that was 14 MiB of source texts, and before the first paint 50 files to be read.
"""

import builtins

import shiboken6  # noqa: F401  with it PySide's import takes the place of Python's, which it keeps


def leave_to_python() -> None:
    """Takes PySide's import away again, for everything that is imported from now on; what it is for is never asked."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
