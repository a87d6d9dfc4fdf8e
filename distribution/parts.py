"""What goes into the program, and what stays out: nothing comes along by itself.

PyInstaller finds what is imported, and with a module of Qt brings all that could ever go with it. Of that stay the
plugins in `PLUGINS` and the libraries that something else needs.
"""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePath

ROOT = Path(__file__).resolve().parents[1]

# As PyInstaller has them: where a file goes in the program, where it is now (of a link: where it leads), and its kind.
Entry = tuple[str, str, str]

# Modules that must not go in, and those that a dependency would like to have and does well without.
NEVER = (
    *("sqlite3", "_sqlite3"),  # so that a database without encryption cannot happen
    *("ssl", "_ssl", "ftplib", "xmlrpc", "multiprocessing"),  # nothing here speaks to a network
    *(f"PySide6.{name}" for name in ("QtNetwork", "QtSql", "QtQml", "QtQuick", "QtPdf", "QtPrintSupport", "QtOpenGL")),
    "PySide6.QtDBus",  # the buses are spoken to by jeepney; Qt itself brings its own library of this name
    *("_pydecimal", "statistics", "fractions", "tracemalloc", "py_compile"),  # what stands in for others, or tests them
    *(f"sqlalchemy.{name}" for name in ("ext", "orm", "testing")),
    *(f"sqlalchemy.dialects.{name}" for name in ("mssql", "mysql", "oracle", "postgresql")),
    *("PIL", "Crypto"),  # pictures out of a PDF, and ciphers that `cryptography` has
    *("tkinter", "unittest", "doctest", "pydoc", "pdb", "test", "lib2to3", "ensurepip", "distutils"),
    *("pip", "setuptools", "pkg_resources", "wheel", "pytest", "_pytest", "mypy", "numpy"),
)

# By folder, without what each system puts around a name.
PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}
_PYTHON = ("libpython3", "python3", "Python")  # as Linux, Windows and macOS call the library
_UNUSED_DATA = {"translations", "tests"}  # Qt's own words in 30 languages, which nothing loads


def own_modules() -> list[str]:
    """Every module of the project, since some are asked for by names that no import statement has."""
    paths = (path.relative_to(ROOT) for house in ("app", "ui") for path in sorted((ROOT / house).rglob("*.py")))
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]


def resources() -> list[tuple[str, str]]:
    """Each resource, and the folder in the program that it goes to.

    Pictures of the program are for the README; licences have a place of their own.
    """
    files = (path for path in sorted((ROOT / "resources").rglob("*")) if path.is_file())
    kept = (path for path in files if not {"screenshots", "licences"} & set(path.relative_to(ROOT).parts))
    return [(str(path), str(path.relative_to(ROOT).parent)) for path in kept]


def own_start(scripts: Iterable[Entry]) -> list[Entry]:
    """Scripts without PyInstaller's own runtime hooks: these load Qt for every command, and a command never does."""
    return [entry for entry in scripts if not entry[0].startswith("pyi_rth_")]


def kept(found: Collection[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Of modules, plugins, libraries and data what is used; `needs` names the libraries that a file asks for."""
    libraries: dict[str, list[Entry]] = {}
    for entry in found:
        if entry[2] == "BINARY":
            libraries.setdefault(PurePath(entry[0]).name, []).append(entry)
    used = [entry for entry in found if _is_wanted(entry)]
    asked, names = list(used), set[str]()
    while asked:
        for name in set(needs(asked.pop()[1])) - names:
            names.add(name)
            used += libraries.get(name, [])
            asked += libraries.get(name, [])
    data = [entry for entry in found if entry[2] == "DATA" and not _UNUSED_DATA & set(PurePath(entry[0]).parts)]
    there = list(dict.fromkeys([*used, *data]))
    return [*there, *_links(found, {PurePath(entry[0]) for entry in there})]


def _links(found: Iterable[Entry], there: Collection[PurePath]) -> list[Entry]:
    """Links to files, or to folders of files, that are there."""
    folders = {folder for place in there for folder in place.parents}
    links = [entry for entry in found if entry[2] == "SYMLINK"]
    return [link for link in links if _target(link) in there or _target(link) in folders]


def _target(link: Entry) -> PurePath:
    parts: list[str] = []
    for part in (PurePath(link[0]).parent / link[1]).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePath(*parts)


def _is_wanted(entry: Entry) -> bool:
    """Whether it is there for itself: a module of Python's, Python's own library, or a plugin of the list."""
    place, _, kind = entry
    if kind not in ("EXTENSION", "BINARY"):
        return False
    return kind == "EXTENSION" or PurePath(place).name.startswith(_PYTHON) or _is_plugin(place)


def _is_plugin(place: str) -> bool:
    *_, folder, name = ("", *PurePath(place).parts)
    return "plugins" in PurePath(place).parts and name.split(".")[0].removeprefix("lib") in PLUGINS.get(folder, ())
