"""Modules that a library imports for what nothing here uses come when somebody asks them for something.

SQLAlchemy imports asyncio for drivers that wait in its manner, and with it TLS and sockets; importlib.metadata for
plugins, and with it mail and zip files; hashlib, and with it another OpenSSL than that of the vault. Together they are
7 MiB, and a quarter of the time that SQLAlchemy takes.
"""

import importlib
import sys
from threading import RLock
from types import CoroutineType, ModuleType

_LOADING = RLock()


class _PutOff(ModuleType):
    """Stands where the module will be, and gives what it has."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__path__":  # asked by who only looks what modules there are
            raise AttributeError(name)
        with _LOADING:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(importlib.import_module(self.__name__), name)


def put_off() -> None:
    """From now on they are loaded by the first use and not by the import; what is loaded already stays."""
    asyncio, metadata, hashlib = map(_PutOff, ("asyncio", "importlib.metadata", "hashlib"))
    # The one thing that SQLAlchemy takes out of it as it is imported; this is so for whatever `async def` makes.
    asyncio.__dict__["iscoroutine"] = lambda given: isinstance(given, CoroutineType)
    for each in (asyncio, hashlib):
        sys.modules.setdefault(each.__name__, each)
    if sys.modules.setdefault(metadata.__name__, metadata) is metadata:
        importlib.__dict__["metadata"] = metadata  # where an import would have put it
