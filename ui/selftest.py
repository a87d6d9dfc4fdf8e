"""The window's part of `--selftest`: whether Qt has its plugins, fonts and icons, and a window can be painted.

Qt itself may be what is broken, so each part loads what it tries.
"""

import os
import sys
from pathlib import Path

from app import paths
from app.cli import selftest
from app.cli.main import prepare_streams
from app.cli.selftest import Part, expect
from app.translation import tr

_PATIENCE = 30_000  # ms
_LEAST_COLOURS = 16  # words are on it, and not only a ground
_PLATFORMS = {
    "linux": ("libqxcb.so", "libqwayland.so", "libqoffscreen.so"),
    "darwin": ("libqcocoa.dylib", "libqoffscreen.dylib"),
    "win32": ("qwindows.dll", "qoffscreen.dll"),
}


def run() -> int:
    """Tries all parts, those of the library first; 0 when every one works, else 1."""
    prepare_streams()
    return selftest.run(
        (
            Part(tr("platforms"), _platforms),
            Part(tr("window"), _window),
            Part(tr("fonts"), _fonts),
            Part(tr("icons"), _icons),
        )
    )


def _platforms() -> str:
    """Every way to a screen can be loaded with all its libraries: the one that this computer takes, and the others."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    inside: str | None = getattr(sys, "_MEIPASS", None)
    expect(inside is None or folder.is_relative_to(inside), tr("Qt looks for its plugins elsewhere"))
    names = _PLATFORMS.get(sys.platform, ())
    for name in names:
        loader = QPluginLoader(str(folder / name))
        expect(loader.load(), f"{name}: {loader.errorString()}")
    return ", ".join(names)


def _window() -> str:
    """The window is shown and painted, on the screen where there is one, at a journal that is not there."""
    from PySide6.QtCore import QEventLoop, QTimer, qVersion
    from PySide6.QtWidgets import QApplication

    from ui import start
    from ui.session import Session
    from ui.shell.main_window import MainWindow

    if not start.has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or start.make_application()
    window = MainWindow(Session(application), paths.sample_folder() / "selftest")
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop, loop.quit)
    window.show()
    loop.exec()
    image = window.grab().toImage()
    window.hide()  # to close it would keep its place in somebody's settings
    line = range(0, image.width(), 3)
    colours = {image.pixel(x, y) for y in range(0, image.height(), 7) for x in line}
    expect(len(colours) >= _LEAST_COLOURS, tr("nothing is painted"))
    return tr("Qt {version}, {platform}").format(version=qVersion(), platform=QApplication.platformName())


def _fonts() -> str:
    from ui.theme import fonts

    missing = fonts.load_all()
    expect(missing == [], ", ".join(missing))
    return tr("{number} files").format(number=len(fonts.EVERY))


def _icons() -> str:
    from PySide6.QtSvg import QSvgRenderer

    files = sorted((selftest.RESOURCES / "icons").glob("*.svg"))
    broken = [path.name for path in files if not QSvgRenderer(str(path)).isValid()]
    expect(files != [], tr("there are none"))
    expect(broken == [], ", ".join(broken))
    return tr("{number} files").format(number=len(files))
