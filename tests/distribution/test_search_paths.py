"""Folders of the building machine are taken from libraries, as readelf sees it."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from distribution import search_paths
from tests.distribution.needs import need_program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the libraries are those of Linux")

QT = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6DBus.so.6"
RELATIVE, FOREIGN = b"\0$ORIGIN\0", b"\0/nobody\0"


def dynamic(library: Path) -> list[str]:
    """What readelf says that the linker is told, less where that stands in the file."""
    need_program("readelf", "binutils")
    said = subprocess.run(["readelf", "--dynamic", "--wide", library], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    return [line for line in said.stdout.splitlines() if "0x" in line and "(NULL)" not in line and "offset" not in line]


def planted(folder: Path, search_path: bytes) -> Path:
    """A library of Qt that looks for others there."""
    data = QT.read_bytes()
    assert data.count(RELATIVE) == 1
    library = folder / QT.name
    library.write_bytes(data.replace(RELATIVE, search_path))
    return library


def test_a_fixed_folder_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    library = planted(tmp_path, FOREIGN)
    before = dynamic(library)
    assert search_paths.search_paths(library.read_bytes()) == ["/nobody"]
    assert search_paths.relative_only(tmp_path) == [library]
    assert dynamic(library) == [line for line in before if "/nobody" not in line]
    assert search_paths.search_paths(library.read_bytes()) == []


def test_a_relative_folder_stays(tmp_path: Path) -> None:
    library = planted(tmp_path, RELATIVE)
    assert search_paths.relative_only(tmp_path) == []
    assert library.read_bytes() == QT.read_bytes()


def test_what_is_no_library_stays(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"\x7fELF only in name")
    (tmp_path / "link.so").symlink_to("nowhere")
    shutil.copy(str(shutil.which("true")), tmp_path)
    assert search_paths.relative_only(tmp_path) == []
