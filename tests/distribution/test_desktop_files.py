"""What desktops, shops of software and `man` read about the program, judged by their own tools and by the program."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.cli import parser
from distribution import debian, release
from tests.distribution.needs import need_program

LINUX = release.ROOT / "distribution" / "linux"
ENTRY = LINUX / "courage-journal.desktop"
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def judged(*command: str | Path) -> str:
    """What a tool has against a file; "" where it has nothing."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


# The entry in menus


def entry() -> dict[str, str]:
    lines = ENTRY.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines[1:])


def test_the_entry_is_as_desktops_want_it() -> None:
    need_program("desktop-file-validate", "desktop-file-utils")
    assert judged("desktop-file-validate", "--warn-kde", ENTRY) == ""


def test_a_fault_in_the_entry_would_be_found(tmp_path: Path) -> None:
    need_program("desktop-file-validate", "desktop-file-utils")
    (tmp_path / ENTRY.name).write_text(ENTRY.read_text("utf-8").replace("Office;", "Journals;"), encoding="utf-8")
    assert "Journals" in judged("desktop-file-validate", "--warn-kde", tmp_path / ENTRY.name)


def test_a_window_is_known_as_that_of_the_entry() -> None:
    # The window says by this name which entry it belongs to; a dock shows one icon for both then.
    assert 'setDesktopFileName("courage-journal")' in (release.ROOT / "ui" / "start.py").read_text(encoding="utf-8")
    assert entry()["StartupWMClass"] == ENTRY.stem == "courage-journal"


def test_the_entry_starts_the_window_by_the_name_that_is_installed() -> None:
    assert (entry()["Exec"], entry()["Icon"], entry()["Terminal"]) == ("courage-journal", "courage-journal", "false")
    assert "DBusActivatable" not in entry()


# What shops of software show


def made_metainfo(folder: Path, text: str = "") -> Path:
    path = folder / "courage-journal.metainfo.xml"
    path.write_text(text or debian.metainfo(release.releases(), AT), encoding="utf-8")
    return path


def test_the_description_is_as_shops_of_software_want_it(tmp_path: Path) -> None:
    need_program("appstreamcli", "appstream")
    assert judged("appstreamcli", "validate", "--no-net", "--no-color", made_metainfo(tmp_path)) == ""


def test_a_fault_in_the_description_would_be_found(tmp_path: Path) -> None:
    need_program("appstreamcli", "appstream")
    broken = re.sub("<summary>.*</summary>", "", debian.metainfo(release.releases(), AT))
    assert "summary" in judged("appstreamcli", "validate", "--no-net", "--no-color", made_metainfo(tmp_path, broken))


def test_the_description_has_every_release_and_no_address() -> None:
    text = debian.metainfo(release.releases(), AT)
    component = ET.fromstring(text)  # noqa: S314  it is our own file
    listed = [each.get("version") for each in component.iter("release")]
    assert listed == [each.version for each in release.releases()]
    assert component.findtext("launchable") == ENTRY.name
    assert "://" not in text


# The manual page


def manual() -> dict[str, str]:
    """The text of each part of the page, by what stands in front of it, without the marks of the notation."""
    text = re.sub(r"\\f[A-Z]", "", (LINUX / "courage-journal.1").read_text(encoding="utf-8")).replace("\\-", "-")
    commands = text.partition(".SH COMMANDS\n")[2].partition(".SH ")[0]
    common = text.partition(".SH OPTIONS\n")[2].partition(".SH ")[0]
    parts = [part.partition("\n") for part in commands.split(".TP\n")[1:]]
    return {re.findall(r"[a-z][a-z-]*", head.replace(".B", "", 1).lstrip("IR"))[0]: body for head, _, body in parts} | {
        "": common
    }


def options(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def said_by_help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        parser.build().parse_args([*command, "--help"])
    return capsys.readouterr().out


def test_the_manual_page_has_the_commands_and_options_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    whole = said_by_help(capsys)
    commands = re.findall(r"^    ([a-z][a-z-]*)(?:\s|$)", whole, re.MULTILINE)
    common = options(whole)
    assert len(commands) > 15
    assert options(manual()[""]) == common
    assert list(manual())[:-1] == commands
    wanted = {command: options(said_by_help(capsys, command)) - common for command in commands}
    assert {command: options(manual()[command]) for command in commands} == wanted


def test_the_manual_page_is_as_man_wants_it() -> None:
    need_program("man", "man-db")
    assert judged("man", "--warnings=all", "-l", "-Tutf8", LINUX / "courage-journal.1") == ""
