"""The one file that is given away."""

import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from app import __version__
from distribution.archive import pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "courage-journal"
    (made / "_internal").mkdir(parents=True)
    (made / "courage-journal").write_bytes(b"program")
    (made / "courage-journal").chmod(0o755)
    (made / "_internal" / "liba.so.1").write_bytes(b"library")
    (made / "_internal" / "liba.so").symlink_to("liba.so.1")
    return made


def test_on_linux_links_and_modes_are_kept_and_nobody_is_named(folder: Path, tmp_path: Path) -> None:
    archive = pack(folder, "linux-x86_64", tmp_path / "out")
    assert archive.name == f"courage-journal-{__version__}-linux-x86_64.tar.xz"
    with tarfile.open(archive) as packed:
        members = {member.name: member for member in packed}
    assert members["courage-journal/courage-journal"].mode & stat.S_IXUSR
    assert members["courage-journal/_internal/liba.so"].linkname == "liba.so.1"
    assert {(member.uid, member.uname) for member in members.values()} == {(0, "root")}


def test_on_windows_it_is_a_zip_with_one_folder_in_it(folder: Path, tmp_path: Path) -> None:
    archive = pack(folder, "windows-x86_64", tmp_path / "out")
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    assert {name.split("/")[0] for name in names} == {"courage-journal"}
    assert "courage-journal/courage-journal" in names
