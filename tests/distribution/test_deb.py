"""The package for Debian, made of a small program that stands in for the bundle, and read back by dpkg."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from distribution import deb, debian, libraries, release
from tests.distribution.needs import need_debian, need_program

SYSTEM = Path("/usr/lib") / str(sysconfig.get_config_var("MULTIARCH"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program that dpkg knows the libraries of, one of those beside it, and the licences."""
    need_debian()
    need_program("dbus-daemon", "dbus-daemon")
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    (folder / "licences").mkdir()
    shutil.copy(str(shutil.which("dbus-daemon")), folder / "courage-journal")
    shutil.copy(SYSTEM / "libexpat.so.1", folder / "_internal")
    (folder / "_internal" / "link.so").symlink_to("libexpat.so.1")
    (folder / "licences" / "one.txt").write_text("A licence.", encoding="utf-8")
    return folder


def asked(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


def made(bundle: Path, folder: Path) -> Path:
    return deb.make(bundle, folder, compression="none")


def listed(package: Path) -> dict[str, tuple[str, str]]:
    """Modes and owner of everything in a package, by its path; a link with what it leads to."""
    lines = [line.split(maxsplit=5) for line in asked("dpkg-deb", "--contents", package).splitlines()]
    return {line[5]: (line[0], line[1]) for line in lines}


def test_everything_is_where_debian_looks_for_it(bundle: Path, tmp_path: Path) -> None:
    found = listed(made(bundle, tmp_path / "made"))
    program, share = "./usr/lib/courage-journal/", "./usr/share/"
    assert found[f"{program}courage-journal"][0] == "-rwxr-xr-x"
    assert found[f"{program}_internal/libexpat.so.1"][0] == "-rw-r--r--"
    assert found[f"{program}_internal/link.so -> libexpat.so.1"][0].startswith("l")
    assert "./usr/bin/courage-journal -> ../lib/courage-journal/courage-journal" in found
    assert found[f"{share}applications/courage-journal.desktop"][0] == "-rw-r--r--"
    assert f"{share}metainfo/courage-journal.metainfo.xml" in found
    assert f"{share}man/man1/courage-journal.1.gz" in found
    assert f"{share}doc/courage-journal/copyright" in found
    assert f"{share}doc/courage-journal/changelog.gz" in found
    assert f"{share}icons/hicolor/48x48/apps/courage-journal.png" in found
    assert {owner for _, owner in found.values()} == {"root/root"}
    assert {modes for modes, _ in found.values()} == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}


def test_its_name_its_version_and_its_needs(bundle: Path, tmp_path: Path) -> None:
    package = made(bundle, tmp_path / "made")
    architecture = asked("dpkg", "--print-architecture").strip()
    version = release.releases()[0].version
    fields = ("Package", "Version", "Architecture", "Maintainer", "Section")
    said = [asked("dpkg-deb", "--field", package, field).strip() for field in fields]
    assert package.name == f"courage-journal_{version}_{architecture}.deb"
    assert said == ["courage-journal", version, architecture, release.authors(), "misc"]
    assert asked("dpkg-deb", "--field", package, "Depends").strip().split(", ") == libraries.packages(bundle)
    parts = asked("dpkg-deb", "--info", package)
    assert "md5sums" in parts
    assert not any(script in parts for script in ("preinst", "postinst", "prerm", "postrm"))


def test_installed_files_have_the_sums_and_the_size_that_it_says(bundle: Path, tmp_path: Path) -> None:
    package = made(bundle, tmp_path / "made")
    asked("dpkg-deb", "--raw-extract", package, tmp_path / "out")
    sums = tmp_path / "out" / "DEBIAN" / "md5sums"
    checked = subprocess.run(["md5sum", "--check", "--quiet", sums], cwd=tmp_path / "out", check=False)
    summed = {line.split("  ")[1] for line in sums.read_text(encoding="utf-8").splitlines()}
    files = [path for path in (tmp_path / "out" / "usr").rglob("*") if path.is_file() and not path.is_symlink()]
    size = int(asked("dpkg-deb", "--field", package, "Installed-Size"))
    assert checked.returncode == 0
    assert summed == {str(path.relative_to(tmp_path / "out")) for path in files}
    assert 0 <= size * 1024 - sum(path.stat().st_size for path in files) < 1024 * 200


@pytest.mark.slow
def test_the_same_bundle_makes_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    one = deb.make(bundle, tmp_path / "one")
    other = tmp_path / "elsewhere"
    shutil.copytree(bundle, other, symlinks=True, copy_function=shutil.copy)
    for path in other.rglob("*.so.1"):
        path.chmod(0o700)
        os.utime(path, (1, 1))
    mask = os.umask(0o077)
    try:
        two = deb.make(other, tmp_path / "two")
    finally:
        os.umask(mask)
    assert one.read_bytes() == two.read_bytes()


def test_another_moment_makes_other_bytes(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = made(bundle, tmp_path / "one")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert one.read_bytes() != made(bundle, tmp_path / "two").read_bytes()


def test_nothing_is_left_of_making_it(bundle: Path, tmp_path: Path) -> None:
    package = made(bundle, tmp_path / "made")
    assert list((tmp_path / "made").iterdir()) == [package]


# What it needs of the system


def test_what_is_brought_is_not_asked_of_the_system(bundle: Path) -> None:
    found = libraries.packages(bundle)
    assert any(each.startswith("libc6 (>= 2.") for each in found)
    assert "libdbus-1-3" in found
    assert "libexpat1" not in found
    (bundle / "_internal" / "libexpat.so.1").unlink()
    assert "libexpat1" in libraries.packages(bundle)


def test_a_library_that_is_nowhere_is_named(bundle: Path) -> None:
    program = bundle / "courage-journal"
    program.write_bytes(program.read_bytes().replace(b"libexpat.so.1", b"libnobody.so\0"))
    with pytest.raises(LookupError, match=r"libnobody\.so"):
        libraries.packages(bundle)


def test_a_library_that_reads_files_of_the_system_brings_their_package(bundle: Path) -> None:
    assert "fontconfig-config" not in libraries.packages(bundle)
    shutil.copy(bundle / "_internal" / "libexpat.so.1", bundle / "_internal" / "libfontconfig.so.1")
    assert "fontconfig-config" in libraries.packages(bundle)


# What it says of itself


def test_the_changelog_is_one_that_debian_reads(tmp_path: Path) -> None:
    need_debian()
    (tmp_path / "changelog").write_text(debian.changelog(release.releases(), release.made_at()), encoding="utf-8")
    if shutil.which("dpkg-parsechangelog") is None:
        pytest.skip("dpkg-dev is not here to read the changelog")
    said = asked("dpkg-parsechangelog", "--file", tmp_path / "changelog", "--show-field", "Version")
    assert said.strip() == release.releases()[0].version


def test_the_copyright_leads_to_the_licences_that_are_installed(bundle: Path, tmp_path: Path) -> None:
    deb.lay_out(bundle, tmp_path / "root", release.made_at())
    text = (tmp_path / "root/usr/share/doc/courage-journal/copyright").read_text(encoding="utf-8")
    assert debian.LICENCES in text
    assert (tmp_path / "root" / debian.LICENCES.lstrip("/")).is_dir()
    assert "Permission is hereby granted" in text
    assert "@" not in text
