"""PySide's binding of Qt comes without what it prepares for features that nothing here uses.

It compiles, each time it is loaded, the patterns by which it reads signatures and writes stubs (15 ms), before anybody
asks for either. And from then on its own import takes the place of Python's: that one reads the source of whatever is
imported for the word PySide6, for the sake of `from __feature__ import …`. With an open journal that was 14 MiB of
source texts, and before the first paint 50 files to be read.
"""

import builtins
import re
import sys
from typing import Any

_ITS_OWN = "shibokensupport."


class _PutOff:
    """Stands for a pattern, which is compiled by whoever uses it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._given, self._named = given, named

    def __getattr__(self, name: str) -> object:
        if not callable(getattr(re.Pattern, name)):
            return getattr(self._compiled(), name)
        return lambda *given, **named: getattr(self._compiled(), name)(*given, **named)

    def _compiled(self) -> object:
        return re.compile(*self._given, **self._named)


def load_binding() -> None:
    """Loads PySide's own part of it, with its patterns put off, and leaves importing to Python."""
    compiling = re.compile

    def putting_off(*given: Any, **named: Any) -> object:
        who = sys._getframe(1).f_globals["__name__"]  # noqa: SLF001  nothing else says who asks
        return _PutOff(*given, **named) if who.startswith(_ITS_OWN) else compiling(*given, **named)

    re.__dict__["compile"] = putting_off
    try:
        import shiboken6  # noqa: F401
    finally:
        re.__dict__["compile"] = compiling
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
