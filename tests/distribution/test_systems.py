"""How the program is put together on each system, also on those that the tests do not run on."""

import pytest
from PIL import Image

from app import __version__
from distribution.systems import icon, info_plist, system


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_the_program_under_its_name(platform: str) -> None:
    assert "courage-journal" in {each.name for each in system(platform).executables}


def test_windows_has_a_second_file_with_a_console() -> None:
    consoles = {each.name: each.has_console for each in system("win32").executables}
    assert consoles == {"courage-journal": False, "courage-journal-console": True}


def test_linux_has_one_file_without_symbols() -> None:
    linux = system("linux")
    assert [each.has_console for each in linux.executables] == [True]
    assert linux.strips


def test_macos_has_a_folder_that_looks_like_one_file() -> None:
    assert system("darwin").app_folder == "Courage Journal.app"
    assert info_plist()["CFBundleShortVersionString"] == __version__


def test_the_mark_is_made_as_each_system_has_it() -> None:
    windows, macos = icon(system("win32")), icon(system("darwin"))
    assert windows is not None
    assert macos is not None
    with Image.open(windows) as picture:
        assert (picture.format, picture.size) == ("ICO", (256, 256))
        assert {(16, 16), (32, 32), (48, 48)} <= picture.info["sizes"]
    with Image.open(macos) as picture:
        assert (picture.format, picture.size) == ("ICNS", (1024, 1024))
    assert icon(system("linux")) is None
