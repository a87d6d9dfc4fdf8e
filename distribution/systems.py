"""What differs from system to system. Linux is built and tried; macOS and Windows are type-checked and were not run."""

from dataclasses import dataclass

from app import __version__
from distribution.parts import ROOT

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
    has_icon: bool  # in the file itself; on Linux it stands beside it
    app_folder: str | None  # on macOS, the folder that looks like one file


def system(platform: str) -> System:
    """The system that `sys.platform` calls so."""
    both = Executable("courage-journal", has_console=True)
    if platform == "win32":
        apart = (Executable("courage-journal", has_console=False), Executable("courage-journal-console", True))
        return System(apart, strips=False, has_icon=True, app_folder=None)
    if platform == "darwin":
        windowed = Executable("courage-journal", has_console=False)
        return System((windowed,), strips=False, has_icon=True, app_folder="Courage Journal.app")
    return System((both,), strips=True, has_icon=False, app_folder=None)


def icon(system: System) -> str | None:
    """The mark as a program of this system has it, made anew under build/; None where programs have none."""
    if not system.has_icon:
        return None
    from distribution import icons  # Qt draws them

    is_macos = system.app_folder is not None
    made = ROOT / "build" / ("icon.icns" if is_macos else "icon.ico")
    (icons.write_icns if is_macos else icons.write_ico)(made)
    return str(made)


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
