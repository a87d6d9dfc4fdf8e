"""Everything in the program has its licence beside it."""

import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

from distribution import licences
from distribution.parts import ROOT
from tests.bundled import program, together

onlinux = pytest.mark.skipif(sys.platform != "linux", reason="where the folder is depends on the system")


def file_of(name: str, ending: str) -> Path:
    found = distribution(name)
    return Path(str(found.locate_file(next(each for each in found.files or () if str(each).endswith(ending)))))


@onlinux
@together
def test_the_bundled_program_has_a_text_for_every_part() -> None:
    folder = program().parent / "licences"
    index = (folder / "index.txt").read_text(encoding="utf-8").splitlines()[2:]
    parts = {line.split(": ")[0]: line.split(": ")[1].split(", ") for line in index}
    assert all((folder / file).stat().st_size > 100 for files in parts.values() for file in files)
    names = {name.split(" ")[0].lower() for name in parts}
    wanted = {"pyside6_essentials", "shiboken6", "sqlcipher3", "sqlalchemy", "cryptography", "typst", "pypdf", "zxcvbn"}
    assert wanted | {"python", "pyinstaller"} <= names
    assert any("LGPL-3" in file for file in parts[next(name for name in parts if name.startswith("PySide6"))])
    assert any("Inter-OFL" in file for file in parts["Courage Journal"])
    assert not {"pytest", "mypy", "pillow"} & names


def test_a_package_brings_its_own_text_and_what_is_inside_it() -> None:
    (found,) = (
        {path.name for path in files}
        for name, files in licences.texts([file_of("sqlcipher3", "dbapi2.py")]).items()
        if name.startswith("sqlcipher3 ")
    )
    assert {"LICENSE", "SQLCipher.txt", "Apache-2.0.txt"} <= found


@pytest.mark.skipif(not Path("/usr/share/doc/libc6/copyright").exists(), reason="what is looked up is Debian's")
def test_a_library_of_the_system_has_the_text_of_its_package() -> None:
    library = next(Path("/usr/lib").glob("*/libc.so.6"))
    files = licences.texts([library])["libc6"]
    assert files[0].name == "copyright"
    assert any("LGPL" in file.name for file in files[1:])


def test_a_part_without_a_text_is_named(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so.1"
    stranger.write_bytes(b"")
    with pytest.raises(licences.Unlicensed, match=r"libstranger\.so\.1"):
        licences.gather([("libstranger.so.1", str(stranger), "BINARY")], tmp_path / "licences")


def test_what_stands_for_the_inside_of_wheels_is_there() -> None:
    stored = {path.stem for path in (ROOT / "resources" / "licences").glob("*.txt")}
    assert stored == {name for names in licences._INSIDE.values() for name in names}
