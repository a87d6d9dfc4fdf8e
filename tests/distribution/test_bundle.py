"""The bundled program as a folder of files: what is in it, how large it is, and that it notices what is missing."""

import lzma
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.bundled import program, together

pytestmark = [together, pytest.mark.skipif(sys.platform != "linux", reason="the names of files are those of Linux")]

MEGABYTE = 10**6
ON_DISK, PACKED = 230 * MEGABYTE, 75 * MEGABYTE
# Nothing that opens an unencrypted database, that speaks to a network, or that is there for developers.
UNWANTED = (
    *("sqlite3", "QtNetwork", "Qt6Network", "QtQml", "Qt6Qml", "QtQuick", "Qt6Quick", "WebEngine", "Qt6Pdf", "QtPdf"),
    *("libqgtk3", "libgtk", "_ssl", "libssl", "Qt6Sql", "qsql", "translations", "dialects/mysql", "psycopg"),
    *("site-packages", "pip", "setuptools", "pytest", "unittest", "tkinter", "screenshots", "tests/"),
)
WANTED = ("libqxcb.so", "libqwayland.so", "libqoffscreen.so", "libxcb-cursor.so.0", "libxdg-shell.so", "sqlcipher3")


@pytest.fixture(scope="module")
def folder() -> Path:
    return program().parent


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def unwanted(found: Iterable[str]) -> list[str]:
    """Of these names, those that must not be there. SQLCipher's own module is called as Python's would be."""
    return [
        name
        for name in found
        if any(part in name for part in UNWANTED) and "/sqlcipher3/_sqlite3." not in name and "licences/" not in name
    ]


def test_what_is_in_it(folder: Path) -> None:
    found = names(folder)
    assert unwanted(found) == []
    assert [part for part in WANTED if not any(part in name for name in found)] == []


@pytest.mark.parametrize("name", ["_internal/python3.11/lib-dynload/_sqlite3.so", "_internal/libqgtk3.so"])
def test_what_must_not_be_in_it_would_be_found(name: str) -> None:
    assert unwanted([name, "_internal/sqlcipher3/_sqlite3.so"]) == [name]


def test_no_module_is_in_it_that_must_not_be(folder: Path) -> None:
    from PyInstaller.archive.readers import CArchiveReader

    modules = set(CArchiveReader(str(program())).open_embedded_archive("PYZ.pyz").toc)
    houses = {name.split(".")[0] for name in modules}
    assert {"app", "ui", "sqlalchemy"} <= houses
    assert not {"sqlite3", "ssl", "tests", "pytest", "PyInstaller", "distribution", "mypy"} & houses


def test_nothing_is_compiled_or_unpacked_at_the_start(folder: Path) -> None:
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program())).open_embedded_archive("PYZ.pyz")
    assert (folder / "_internal" / "shiboken6" / "files.dir").is_dir()
    for name in ("shibokensupport.signature.loader", "ui.start"):
        _, _, length = archive.toc[name]
        assert length >= len(archive.extract(name, raw=True))


def test_every_link_leads_somewhere_inside(folder: Path) -> None:
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert links
    assert [path for path in links if not path.exists() or not path.resolve().is_relative_to(folder)] == []


def test_its_size(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(sizes) < ON_DISK


@pytest.mark.skipif(
    "COURAGE_FULL" not in os.environ,
    reason="packing all of it takes most of a minute, and the benchmark does it, too; COURAGE_FULL=1 asks for it",
)
def test_its_size_when_packed(folder: Path, tmp_path: Path) -> None:
    # With little effort, to be done soon: what is released is packed harder.
    packed = tmp_path / "packed.tar.xz"
    with lzma.open(packed, "w", preset=2) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        archive.add(folder, "courage-journal")
    assert packed.stat().st_size < PACKED


def selftest(file: Path, home: Path, **more: str) -> tuple[int, Mapping[str, str]]:
    """The exit status, and what is said of each part, with nothing in the environment but a home."""
    done = subprocess.run(
        [file, "--selftest"], env={"HOME": str(home), **more}, capture_output=True, encoding="utf-8", check=False
    )
    lines = [line.partition(": ") for line in done.stdout.splitlines()]
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, {name: said for name, _, said in lines}


def test_every_part_works_in_an_empty_environment(folder: Path, tmp_path: Path) -> None:
    status, said = selftest(program(), tmp_path)
    assert [name for name, words in said.items() if words and not words.startswith("ok, ")] == []
    assert status == 0
    assert "bundled" in said["program"]
    assert "SQLCipher 4" in said["database"]
    assert "libqxcb.so" in said["platforms"]
    assert "All parts work." in said
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


BROKEN = {
    "fonts": "resources/fonts/Inter_500Medium.ttf",
    "database": "sqlcipher3/_sqlite3.cpython-*.so",
    "platforms": "libxcb-cursor.so.0",
    "resources": "resources/words/blame.json",
    "coaching pack": "typst/_typst.abi3.so",
}


@pytest.mark.parametrize("part", BROKEN)
def test_a_part_that_is_broken_is_named(folder: Path, tmp_path: Path, part: str) -> None:
    copy = tmp_path / "program"
    shutil.copytree(folder, copy, symlinks=True, copy_function=link)
    (broken,) = (copy / "_internal").glob(BROKEN[part])
    broken.unlink()
    broken.touch()  # a library that is missing could still be the system's own
    status, said = selftest(copy / "courage-journal", tmp_path)
    assert status == 1
    assert said[part].startswith("does not work: "), said
    assert "Not every part works." in said


def link(source: str, target: str) -> None:
    """The same file at another place; a copy where the two are on different disks."""
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)


def test_a_command_loads_no_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [program(), "--version"], env={"HOME": str(tmp_path), "LD_DEBUG": "files"}, capture_output=True, check=True
    )
    assert b"libpython" in done.stderr
    assert b"libQt6" not in done.stderr
