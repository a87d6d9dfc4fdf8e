"""The door on Windows: two events with names, known in this person's session only. We have not run it there."""

import ctypes
import os
import sys
from binascii import crc32
from collections.abc import Callable
from ctypes import wintypes
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject

assert sys.platform == "win32"  # noqa: S101  nothing below is there elsewhere

_ALREADY_EXISTS, _SIGNALLED = 183, 0
_PATIENCE = 10_000
_ANY_PROCESS = _FOR_EVER = 0xFFFFFFFF


class NamedDoor:
    """Raises OSError where there can be none. After locking there is none: the program before still stands at it."""

    def __init__(self, folder: Path) -> None:
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self._kernel.CreateEventW.restype = wintypes.HANDLE
        self._kernel.CreateEventW.argtypes = (wintypes.LPVOID, wintypes.BOOL, wintypes.BOOL, wintypes.LPCWSTR)
        for of_handle in (self._kernel.SetEvent, self._kernel.CloseHandle):
            of_handle.argtypes = (wintypes.HANDLE,)
        self._kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        self._name = f"{crc32(os.path.normcase(os.path.realpath(folder)).encode('utf-8', 'surrogatepass')):08x}"
        self._asks, self._is_first = self._event("asks")
        self._heard, _ = self._event("heard")
        self._is_left = False
        self._waits: Thread | None = None

    def take(self) -> bool:
        return self._is_first

    def ring(self) -> bool:
        ctypes.WinDLL("user32").AllowSetForegroundWindow(wintypes.DWORD(_ANY_PROCESS))
        self._kernel.SetEvent(self._asks)
        return bool(self._kernel.WaitForSingleObject(self._heard, _PATIENCE) == _SIGNALLED)

    def listen(self, parent: QObject, rung: Callable[[], object]) -> None:
        self._waits = Thread(target=self._wait, args=(rung,), name="door", daemon=True)
        self._waits.start()

    def close(self) -> None:
        self._is_left = True
        if self._waits is not None:
            self._kernel.SetEvent(self._asks)
            self._waits.join()
        for each in (self._asks, self._heard):
            self._kernel.CloseHandle(each)

    def _wait(self, rung: Callable[[], object]) -> None:
        while self._kernel.WaitForSingleObject(self._asks, _FOR_EVER) == _SIGNALLED and not self._is_left:
            self._kernel.SetEvent(self._heard)
            rung()

    def _event(self, kind: str) -> tuple[int, bool]:
        """An event that goes out as soon as one has seen it, and whether nobody had it before."""
        made = self._kernel.CreateEventW(None, False, False, f"Local\\courage-journal-{self._name}-{kind}")
        if not made:
            raise ctypes.WinError(ctypes.get_last_error())
        return made, ctypes.get_last_error() != _ALREADY_EXISTS
