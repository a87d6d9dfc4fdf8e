"""On Windows the messages that every top-level window gets say it. Written by the manual; we have not run it there.

The session's come only to a window that asked for them; the one about sleep leaves two seconds, and on computers that
merely doze it may not come at all.
"""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from ui.triggers.watch import Occasion, Watch

assert sys.platform == "win32"  # noqa: S101  nothing below is there elsewhere

_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _THIS_SESSION = 0x02B1, 0
_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOCK = 0x2, 0x4, 0x7
_ON = {
    _WM_POWERBROADCAST: {_PBT_APMSUSPEND},
    _WM_WTSSESSION_CHANGE: {_WTS_CONSOLE_DISCONNECT, _WTS_REMOTE_DISCONNECT, _WTS_SESSION_LOCK},
}


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        told = wintypes.MSG.from_address(int(message))
        if told.wParam in _ON.get(told.message, ()):
            self._watch.came.emit()
        return False, 0


class WindowsWatch(Watch):
    """Screen, sleep and the change of users."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)

    def begin(self, window: QWindow) -> None:
        application = QCoreApplication.instance()
        if application is None:
            return
        application.installNativeEventFilter(self._filter)
        sessions = ctypes.WinDLL("wtsapi32")
        asked = sessions.WTSRegisterSessionNotification(wintypes.HWND(window.winId()), _THIS_SESSION)
        self.noticing.emit(frozenset(Occasion) if asked else frozenset((Occasion.SLEEP,)))
