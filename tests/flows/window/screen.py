"""A screen and a keyboard of its own: Xvfb, and real keys through XTEST."""

import ctypes
import os
import subprocess
from ctypes import byref, c_int, c_long, c_uint, c_ulong, c_void_p
from pathlib import Path

_SIZE = (1440, 900)
_XWD_HEAD = 25
# Letters that are on no key of the keyboard of Xvfb: spare keys get them before any window is there.
_MORE_LETTERS = "äöüßéÄÖÜ·灯りと窓李雷שלום✨…–’“”"
_NAMED = {
    "ctrl": 0xFFE3, "shift": 0xFFE1, "alt": 0xFFE9, "tab": 0xFF09, "return": 0xFF0D, "escape": 0xFF1B,
    "backspace": 0xFF08, "delete": 0xFFFF, "home": 0xFF50, "end": 0xFF57, "left": 0xFF51, "up": 0xFF52,
    "right": 0xFF53, "down": 0xFF54, "page up": 0xFF55, "page down": 0xFF56, "space": 0x20,
    **{f"f{number}": 0xFFBD + number for number in range(1, 13)},
}  # fmt: skip


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("before", c_int * 6),
        ("visual", c_void_p),
        ("root", c_ulong),
        ("kind", c_int),
        ("between", c_int * 3),
        ("planes", c_ulong * 2),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        ("events", c_long * 3),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


class Screen:
    """Takes a free number for itself; `display` is what programs are told."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        reader, writer = os.pipe()
        size = f"{_SIZE[0]}x{_SIZE[1]}x24"
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as number:
            self.display = f":{number.readline().strip()}"
        assert self.display != ":", "Xvfb did not start"
        self._keys = _Keys(self.display)

    def type(self, text: str) -> None:
        """Types it, letter by letter, into the window on top."""
        self._keys.attend()
        for letter in text:
            self._keys.stroke(letter)

    def press(self, chord: str) -> None:
        """Presses keys together: "ctrl+k", "shift+tab", "f6"."""
        self._keys.attend()
        *held, last = chord.split("+")
        self._keys.press([*(_NAMED[each] for each in held), _NAMED.get(last) or ord(last)])

    def attend(self) -> None:
        """Turns to the window on top, if there is one."""
        self._keys.attend()

    def picture(self, path: Path) -> None:
        """Saves what is to be seen as PNG."""
        from PySide6.QtGui import QImage  # who only measures has no Qt in memory

        data = (self._folder / "Xvfb_screen0").read_bytes()
        head = [int.from_bytes(data[at : at + 4], "big") for at in range(0, 4 * _XWD_HEAD, 4)]
        begin, width, height, line = head[0] + 12 * head[19], head[4], head[5], head[12]
        QImage(data[begin:], width, height, line, QImage.Format.Format_RGB32).save(str(path))

    def close(self) -> None:
        """Turns it off."""
        self._keys.close()
        self._server.terminate()
        self._server.wait()


class _Keys:
    """The keyboard, as the X server knows it."""

    def __init__(self, display: str) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XOpenDisplay.restype = c_void_p
        self._x.XGetKeyboardMapping.restype = ctypes.POINTER(c_ulong)
        # Windows may vanish between a question and its answer; X would end this process for that.
        self._ignore = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._ignore)
        self._display = c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display.value, f"the screen {display} cannot be reached"
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))
        self._codes = self._known()
        self._put_pointer_aside()

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def stroke(self, letter: str) -> None:
        """One letter, with Shift where its key needs it."""
        self.press([_NAMED["return"] if letter == "\n" else _symbol(letter)])

    def press(self, symbols: list[int]) -> None:
        """All down in this order, and up again in the other."""
        code, is_shifted = self._codes[symbols[-1]]
        codes = [self._codes[each][0] for each in symbols[:-1]]
        codes += [self._codes[_NAMED["shift"]][0]] if is_shifted else []
        codes.append(code)
        for each in codes:
            self._test.XTestFakeKeyEvent(self._display, c_uint(each), 1, c_ulong(0))
        for each in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, c_uint(each), 0, c_ulong(0))
        self._x.XSync(self._display, 0)

    def _put_pointer_aside(self) -> None:
        """Into the last corner: from over what is painted, this server takes it away and draws it again later."""
        self._test.XTestFakeMotionEvent(self._display, -1, *(c_int(each - 1) for each in _SIZE), c_ulong(0))
        self._x.XSync(self._display, 0)

    def attend(self) -> None:
        """Gives the keyboard to the window on top, as a person does who looks at it: there is no window manager."""
        focused, revert = c_ulong(), c_int()
        top = self.window_on_top()
        if top is None:
            return
        self._x.XGetInputFocus(self._display, byref(focused), byref(revert))
        if focused.value != top:
            self._x.XSetInputFocus(self._display, c_ulong(top), 1, c_ulong(0))
            self._x.XSync(self._display, 0)

    def window_on_top(self) -> int | None:
        """The highest window that a window manager would care for."""
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = ctypes.POINTER(c_ulong)()
        self._x.XQueryTree(
            self._display, self._root, byref(root), byref(parent), byref(children), byref(count)
        )  # fmt: skip
        found = [children[at] for at in range(count.value)]
        if found:
            self._x.XFree(children)
        return next((each for each in reversed(found) if self._is_shown(each)), None)

    def _is_shown(self, window: int) -> bool:
        known = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, c_ulong(window), byref(known)):
            return False
        return known.map_state == 2 and not known.override_redirect and known.kind == 1

    def _known(self) -> dict[int, tuple[int, bool]]:
        """What each key writes, alone and with Shift, by symbol, after the spare keys were given letters."""
        least, most, columns = c_int(), c_int(), c_int()
        self._x.XDisplayKeycodes(self._display, byref(least), byref(most))
        count = most.value - least.value + 1
        table = self._x.XGetKeyboardMapping(self._display, ctypes.c_ubyte(least.value), count, byref(columns))
        known: dict[int, tuple[int, bool]] = {}
        spare = []
        for at in range(count):
            symbols = table[at * columns.value : (at + 1) * columns.value]
            for symbol, is_shifted in ((symbols[0], False), (symbols[1], True)):
                known.setdefault(symbol, (least.value + at, is_shifted))
            spare += [] if any(symbols) else [least.value + at]
        for letter, code in zip(_MORE_LETTERS, reversed(spare), strict=False):
            same = (c_ulong * 2)(_symbol(letter), _symbol(letter))
            self._x.XChangeKeyboardMapping(self._display, c_int(code), 2, same, 1)
            known[_symbol(letter)] = (code, False)
        self._x.XSync(self._display, 0)
        return known


def _symbol(letter: str) -> int:
    number = ord(letter)
    return number if number < 0x100 else 0x1000000 + number
