"""Gathers the licence of everything that goes into the program, and says in an index what each belongs to.

Texts come from where the parts come from: the metadata of a Python package, the documentation of a Debian package, and
resources/licences for what wheels have inside them without its text.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

from distribution.parts import ROOT, Entry

_STORED = ROOT / "resources" / "licences"
_TEXT = re.compile(r"(licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
# What is in a wheel without its own text there.
_INSIDE = {
    "pyside6-essentials": ("Qt-and-PySide", "LGPL-3", "GPL-3", "Qt-parts", "ICU"),
    "shiboken6": ("Qt-and-PySide", "LGPL-3", "GPL-3"),
    "sqlcipher3": ("SQLCipher", "Apache-2.0"),  # and OpenSSL, whose licence the second is
    "cryptography": ("Apache-2.0",),  # OpenSSL
}
_EVERYBODYS = Path("/usr/share/common-licenses")
_COMMON = re.compile(rf"{_EVERYBODYS}/([A-Za-z0-9.-]*[A-Za-z0-9])")

Texts = dict[str, list[Path]]


class Unlicensed(Exception):
    """Parts without a text, by name."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__(", ".join(sorted(names)))


def gather(entries: Iterable[Entry], target: Path) -> None:
    """Fills the folder `target`, a folder for each part, and writes its index. Raises Unlicensed."""
    found = texts(Path(source) for _, source, kind in entries if kind != "SYMLINK")
    if missing := [name for name, files in found.items() if not files]:
        raise Unlicensed(missing)
    shutil.rmtree(target, ignore_errors=True)
    lines = ["What Courage Journal is made of, and where its licence stands in this folder.", ""]
    for name, files in sorted(found.items(), key=lambda item: item[0].lower()):
        places = {file: _place(name, file) for file in files}
        for file, place in places.items():
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / place)
        lines.append(f"{name}: {', '.join(sorted(set(places.values())))}")
    (target / "index.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def entries(folder: Path) -> list[Entry]:
    """What `gather` has put there, as more to go into a program that is one folder on macOS."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(str(path.relative_to(folder.parent)), str(path), "DATA") for path in files]


def texts(sources: Iterable[Path]) -> Texts:
    """For each part of the program the files with its licence: none, where there is no text."""
    owners = _owners()
    found: Texts = {"Courage Journal": _own_texts(), "Python": _python_texts()}
    foreign: set[Path] = set()
    for source in {path.resolve() for path in sources}:
        if owner := owners.get(source):
            found.setdefault(_title(owner), _of_distribution(owner))
        elif not _is_ours_or_pythons(source):
            foreign.add(source)
    return found | _of_system(foreign)


def _own_texts() -> list[Path]:
    """Ours, and those of fonts and icons."""
    others = (path for folder in ("fonts", "icons") for path in sorted((ROOT / "resources" / folder).glob("*.txt")))
    return [ROOT / "LICENSE", *others]


def _python_texts() -> list[Path]:
    """Where the python.org, most builders and Debian put it."""
    version = "python{}.{}".format(*sys.version_info)
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        *(
            Path("/usr/share/doc") / name / "copyright"
            for name in (version, f"{version}-minimal", f"lib{version}-stdlib")
        ),
    ]
    return [place for place in places if place.is_file()][:1]


def _is_ours_or_pythons(source: Path) -> bool:
    homes = (ROOT, Path(sys.base_prefix).resolve() / "lib", Path(sysconfig.get_path("stdlib")).resolve())
    in_home = any(source.is_relative_to(home) for home in homes if home != Path("/usr/lib"))
    return in_home or "PyInstaller" in source.parts or source.suffix in (".py", ".pyc", ".zip")


def _owners() -> Mapping[Path, Distribution]:
    """The distribution of each installed file."""
    return {
        home / str(file): each
        for each in distributions()
        for home in [Path(str(each.locate_file(""))).resolve()]
        for file in each.files or ()
    }


def _title(owner: Distribution) -> str:
    return f"{owner.name} {owner.version}"


def _of_distribution(owner: Distribution) -> list[Path]:
    own = [Path(str(owner.locate_file(file))) for file in owner.files or () if _is_text(str(file))]
    inside = [_STORED / f"{name}.txt" for name in _INSIDE.get(_normal(owner.name), ())]
    return [path for path in [*own, *inside] if path.is_file()]


def _is_text(file: str) -> bool:
    return ".dist-info/" in file and _TEXT.search(file) is not None


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _of_system(sources: Collection[Path]) -> Texts:
    """The texts of libraries that the system brought, by their Debian package; by their own name where it has none."""
    found: Texts = {}
    for source in sources:
        package = _package_of(source)
        copyright_ = Path("/usr/share/doc") / package / "copyright"
        files = [copyright_, *_common(copyright_)] if package and copyright_.is_file() else []
        found[package or source.name] = files
    return found


@cache
def _package_of(source: Path) -> str:
    if shutil.which("dpkg-query") is None:
        return ""
    # The system may call the same folder /lib and /usr/lib, and its packages know one of the two.
    for path in (source, Path("/") / source.relative_to("/usr") if source.is_relative_to("/usr") else source):
        asked = ["dpkg-query", "--search", str(path)]
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
        if done.returncode == 0:
            return done.stdout.split(":")[0].split(",")[0]
    return ""


def _common(copyright_: Path) -> list[Path]:
    """The licences that such a file only names, since Debian has them in one place."""
    names = set(_COMMON.findall(copyright_.read_text(encoding="utf-8", errors="replace")))
    return [path for path in (_EVERYBODYS / name for name in sorted(names)) if path.is_file()]


def _place(name: str, file: Path) -> str:
    """Where a text goes: to its part, or once for all parts, and in such a way that everyone can open it."""
    folder = _EVERYBODYS.name if file.parent == _EVERYBODYS else name
    return f"{folder}/{file.name if file.suffix == '.txt' else f'{file.name}.txt'}"
