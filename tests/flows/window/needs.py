"""What a real window needs from the system: without it these tests are left out, and fail where CI has to have it."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

# What is looked for, and the Debian package that has it.
_PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus-daemon"}
_LIBRARIES = {
    "X11": "libx11-6",
    "Xtst": "libxtst6",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "EGL": "libegl1",
    "GL": "libgl1",
}
_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
SYSTEM_PYTHON = "/usr/bin/python3"
_PROBE = "import gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio"


def require() -> None:
    """Skips the test where the system cannot show a window to it; fails instead under CI on Linux."""
    if sys.platform != "linux":
        pytest.skip("the window is driven by the keys of an X server, which is here on Linux only")
    if missing := _missing():
        said = f"Tests of the real window need these packages of Debian: {' '.join(missing)}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)


@cache
def _missing() -> list[str]:
    found = [package for program, package in _PROGRAMS.items() if shutil.which(program) is None]
    found += [package for library, package in _LIBRARIES.items() if ctypes.util.find_library(library) is None]
    found += [] if _SERVICE.exists() else ["at-spi2-core"]
    return sorted([*found, *([] if _has_bindings() else ["python3-gi"])])


def _has_bindings() -> bool:
    if shutil.which(SYSTEM_PYTHON) is None:
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", _PROBE], capture_output=True, check=False).returncode == 0
