"""What differs from system to system. Linux is built and tried; macOS and Windows are type-checked and were not run."""

from dataclasses import dataclass

from app import __version__

IDENTIFIER = "courage-journal"


@dataclass(frozen=True, slots=True)
class Executable:
    """A file to start: window and command line in one. On Windows, a program has a console or it has none."""

    name: str
    has_console: bool


@dataclass(frozen=True, slots=True)
class System:
    """How the program is put together for one system."""

    executables: tuple[Executable, ...]
    strips: bool  # symbols away; the tools for it are on Linux, and on macOS it would break signatures
    icon: str | None  # the format that PyInstaller is to make of a PNG
    app_folder: str | None  # on macOS, the folder that looks like one file


def system(platform: str) -> System:
    """The system that `sys.platform` calls so."""
    both = Executable("courage-journal", has_console=True)
    if platform == "win32":
        apart = (Executable("courage-journal", has_console=False), Executable("courage-journal-console", True))
        return System(apart, strips=False, icon="ico", app_folder=None)
    if platform == "darwin":
        windowed = Executable("courage-journal", has_console=False)
        return System((windowed,), strips=False, icon="icns", app_folder="Courage Journal.app")
    return System((both,), strips=True, icon=None, app_folder=None)


def info_plist() -> dict[str, object]:
    """What macOS wants to know of it."""
    return {
        "CFBundleDisplayName": "Courage Journal",
        "CFBundleShortVersionString": __version__,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Courage Journal contributors, MIT",
    }
