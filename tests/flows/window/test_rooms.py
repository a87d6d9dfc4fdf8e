"""Where the disk is full, the folder read-only or gone, or the journal open already: words are kept, and it is said."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.program import OTHER_PASSPHRASE, PASSPHRASE, PROGRAM, Owner
from tests.flows.rooms import READ_ONLY, SMALL_DISK, Room, can_mount, fill, room
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window

mounts = pytest.mark.skipif(not can_mount(), reason="this system lets this user mount nothing")


@pytest.fixture
def small(blank: Owner, tmp_path: Path) -> Iterator[Room]:
    """A disk of 12 MiB with a copy of the journal."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with room(SMALL_DISK, disk, "12m", blank.folder) as made:
        yield made


def started(desk: Desk, owner: Owner, there: Room, folder: Path) -> Window:
    """The window of the journal in a room."""
    return desk.start(owner.home, "--journal", folder, before=there.program[: -len(PROGRAM)])


@mounts
def test_a_full_disk_keeps_the_words_until_there_is_room(desk: Desk, blank: Owner, small: Room, tmp_path: Path) -> None:
    inside = small.inside(tmp_path / "disk")
    window = started(desk, blank, small, tmp_path / "disk" / "journal")
    steps.unlock(window, PASSPHRASE)
    fill(inside)
    window.type("The reserve holds this. " * 40)
    window.wait_until(lambda _: not (inside / "journal" / "reserve.bin").exists() or None, "use of the reserve")
    window.wait_for_words("Saved ")
    fill(inside)
    window.type("And this has no room. " * 50)
    window.wait_for("Not saved. Your words are still here.", "label")

    window.press("ctrl+l")
    window.wait_for("Not saved yet", "label")
    window.wait_for_focus("Passphrase")
    assert not any(each.says("no room") for each in window.look()), "the curtain covers the words"
    window.type(f"{OTHER_PASSPHRASE}\n")
    window.wait_for("That passphrase does not open this journal.", "label")
    window.type(f"{PASSPHRASE}\n")
    window.wait_until(lambda view: any((each.text or "").endswith("no room. ") for each in view), "the words")

    window.press("ctrl+l")
    window.wait_for("Not saved yet", "label")
    (inside / "filling").unlink()
    window.wait_for("Unlock", "push button")
    steps.unlock(window, PASSPHRASE)
    assert window.wait_for_focus("Reflection").text == "The reserve holds this. " * 40 + "And this has no room. " * 50


@mounts
def test_a_folder_that_cannot_be_written_to_is_said_and_changes_nothing(desk: Desk, blank: Owner) -> None:
    with room(READ_ONLY, blank.folder) as shut:
        window = started(desk, blank, shut, blank.folder)
        window.wait_for_focus("Passphrase")
        window.type(f"{PASSPHRASE}\n")
        window.wait_for_words("cannot be written to. Check its permissions, or choose another place.")
        steps.close(window)


def test_a_journal_that_is_open_already_is_not_opened_twice(desk: Desk, blank: Owner, tmp_path: Path) -> None:
    first = steps.opened(desk, blank)
    first.type("Nobody writes here at the same time.")
    # Signed in once more, where nobody finds the first.
    elsewhere = ["env", f"XDG_RUNTIME_DIR={tmp_path}"]
    second = desk.start(blank.home, "--journal", blank.folder, before=elsewhere)
    second.wait_for_focus("Passphrase")
    second.type(f"{PASSPHRASE}\n")
    second.wait_for("This journal is open in another window on this computer. Close it there first.", "label")
    steps.close(second)
    first.wait_for_words("Saved ")
    steps.close(first)
    assert len(blank.ids()) == 1


def test_a_journal_that_is_gone_is_said_and_another_can_be_begun(desk: Desk, blank: Owner) -> None:
    steps.close(steps.opened(desk, blank))
    shutil.move(blank.folder, blank.folder.with_name("elsewhere"))
    window = desk.start(blank.home)
    window.wait_for_focus("Passphrase")
    window.wait_for("Begin a new journal", "push button")
    window.type(f"{PASSPHRASE}\n")
    window.wait_for_words(f"There is no journal in {blank.folder}. Plug in its drive, or open another journal.")
    shutil.move(blank.folder.with_name("elsewhere"), blank.folder)
    window.type(f"{PASSPHRASE}\n")
    window.wait_for_focus("Reflection")
