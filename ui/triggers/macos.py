"""On macOS the screen says that it locks, and the power manager waits until it is let go. We have not run it there.

Both are plain C and call back in the main loop, which is Qt's as well. Who else signs in is told to Objective-C only;
the screen of the one who leaves locks then.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import POINTER, byref, c_char_p, c_long, c_uint32, c_void_p

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QWindow

from ui.triggers.watch import Occasion, Watch

assert sys.platform == "darwin"  # noqa: S101  nothing below is there elsewhere

_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_CAN_SLEEP, _WILL_SLEEP = 0xE0000270, 0xE0000280
_LONGEST = 3000  # milliseconds; the system would wait for thirty seconds
_OnNotice = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_OnPower = ctypes.CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)


class MacWatch(Watch):
    """Screen and sleep."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # What is called back from C lives as long as the program.
        self._on_notice = _OnNotice(lambda *_: self.came.emit())
        self._on_power = _OnPower(self._hear_power)
        self._port = c_uint32(0)

    def begin(self, window: QWindow) -> None:
        found = [occasion for occasion, follow in self._ways() if follow()]
        self.noticing.emit(frozenset(found))

    def _ways(self) -> tuple[tuple[Occasion, Callable[[], bool]], ...]:
        return (Occasion.SCREEN, self._follow_screen), (Occasion.SLEEP, self._follow_power)

    def _follow_screen(self) -> bool:
        core = _core()
        core.CFNotificationCenterGetDistributedCenter.restype = c_void_p
        core.CFStringCreateWithCString.restype = c_void_p
        core.CFStringCreateWithCString.argtypes = (c_void_p, c_char_p, c_uint32)
        core.CFNotificationCenterAddObserver.argtypes = (
            *(c_void_p, c_void_p, _OnNotice, c_void_p, c_void_p),
            c_long,
        )
        centre = core.CFNotificationCenterGetDistributedCenter()
        name = core.CFStringCreateWithCString(None, b"com.apple.screenIsLocked", _UTF8)
        if not centre or not name:
            return False
        core.CFNotificationCenterAddObserver(centre, None, self._on_notice, name, None, _AT_ONCE)
        return True

    def _follow_power(self) -> bool:
        power, core = _power(), _core()
        port, notifier = c_void_p(), c_uint32()
        self._port = c_uint32(power.IORegisterForSystemPower(None, byref(port), self._on_power, byref(notifier)))
        if not self._port.value:
            return False
        power.IONotificationPortGetRunLoopSource.restype = c_void_p
        power.IONotificationPortGetRunLoopSource.argtypes = (c_void_p,)
        core.CFRunLoopGetMain.restype = c_void_p
        core.CFRunLoopAddSource.argtypes = (c_void_p, c_void_p, c_void_p)
        source = power.IONotificationPortGetRunLoopSource(port)
        core.CFRunLoopAddSource(core.CFRunLoopGetMain(), source, c_void_p.in_dll(core, "kCFRunLoopCommonModes"))
        return True

    def _hear_power(self, _of: int | None, _service: int, kind: int, number: int | None) -> None:
        if kind == _CAN_SLEEP:
            self._allow(number)
        elif kind == _WILL_SLEEP:
            # Starting anew ends this process, and nobody waits for one that ended.
            QTimer.singleShot(_LONGEST, self, lambda: self._allow(number))
            self.came.emit()

    def _allow(self, number: int | None) -> None:
        power = _power()
        power.IOAllowPowerChange.argtypes = (c_uint32, c_long)
        power.IOAllowPowerChange(self._port, number or 0)


def _core() -> ctypes.CDLL:
    return ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")


def _power() -> ctypes.CDLL:
    library = ctypes.CDLL("/System/Library/Frameworks/IOKit.framework/IOKit")
    library.IORegisterForSystemPower.restype = c_uint32
    library.IORegisterForSystemPower.argtypes = (c_void_p, POINTER(c_void_p), _OnPower, POINTER(c_uint32))
    return library
