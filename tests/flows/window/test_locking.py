"""What the system says locks the journal: the words are saved first, and are there again behind the passphrase."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the buses are Linux's", allow_module_level=True)

from tests.flows.program import PASSPHRASE, PROGRAM, Owner
from tests.flows.rooms import SMALL_DISK, can_mount, fill, room
from tests.flows.window import steps
from tests.flows.window.computer import Computer
from tests.flows.window.desk import Desk, Window

WORDS = "Half a thought, when the lid went down"


@pytest.fixture
def computer() -> Iterator[Computer]:
    """It says what happens to it."""
    made = Computer()
    yield made
    made.close()


def started(desk: Desk, owner: Owner, addresses: dict[str, str]) -> Window:
    """The window at Today, told of these buses."""
    told = [f"{name}={address}" for name, address in addresses.items()]
    window = desk.start(owner.home, "--journal", owner.folder, before=["env", *told])
    steps.unlock(window, PASSPHRASE)
    return window


def write(window: Window, words: str) -> None:
    """Types, and waits until they are in the field, saved or not."""
    before = window.wait_for_focus("Reflection").text or ""
    window.type(words)
    window.wait_until(lambda view: any(each.text == before + words for each in view), "the words", "focused")


def assert_locked_with(window: Window, words: str) -> None:
    """It is at the door now, and behind it are the words."""
    window.wait_for("Unlock", "push button")
    steps.unlock(window, PASSPHRASE)
    window.wait_until(lambda view: any(each.text == words for each in view), "the words", "focused")


def test_it_locks_on_each_occasion(desk: Desk, blank: Owner, computer: Computer) -> None:
    window = started(desk, blank, computer.addresses)
    written = ""
    for what in ("lock", "hint", "switch", "cover", "sleep", "shut down"):
        computer.wait_for("held")
        write(window, f"{what}, ")
        computer.does(what)
        computer.wait_for("released")
        written += f"{what}, "
        assert_locked_with(window, written)
    computer.wait_for("held")
    steps.close(window)
    computer.wait_for("released")


def test_two_at_once_are_one_lock(desk: Desk, blank: Owner, computer: Computer) -> None:
    window = started(desk, blank, computer.addresses)
    computer.wait_for("held")
    write(window, WORDS)
    for what in ("cover", "lock", "hint", "sleep"):
        computer.does(what)
    computer.wait_for("released")
    assert_locked_with(window, WORDS)


def test_what_concerns_nobody_here_locks_nothing(desk: Desk, blank: Owner, computer: Computer) -> None:
    window = started(desk, blank, computer.addresses)
    computer.wait_for("held")
    write(window, WORDS)
    for what in ("lock the other", "uncover", "come back", "forge", "wake"):
        computer.does(what)
    # What logind said before has been heard when the computer is held once more.
    computer.wait_for("held")
    computer.wait_for("released")
    assert window.wait_for_focus("Reflection").text == WORDS
    steps.close(window)


def test_settings_say_on_what_it_locks(desk: Desk, blank: Owner, computer: Computer) -> None:
    window = started(desk, blank, computer.addresses)
    window.press("ctrl+,")
    window.wait_for_words(
        "Also when the screen locks, when the computer sleeps or is shut down and when somebody else signs in."
    )
    computer.system.die()
    window.wait_for_words("Also when the screen locks.")
    computer.session.die()
    window.wait_for_words("Only the time above and Ctrl L lock here.")
    window.press("ctrl+1")
    write(window, WORDS)
    window.wait_for_words("Saved ")
    steps.close(window)


@pytest.fixture
def wedged(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Buses that let everybody in and never say a word."""
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        address = f"unix:path={tmp_path / 'bus'}"
        yield {"DBUS_SYSTEM_BUS_ADDRESS": address}


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "tcp:host=127.0.0.1,port=9"])
def test_without_a_bus_nothing_is_different(desk: Desk, blank: Owner, address: str) -> None:
    assert_works_and_says_so(started(desk, blank, {"DBUS_SYSTEM_BUS_ADDRESS": address}))


def test_a_wedged_bus_keeps_nothing_waiting(desk: Desk, blank: Owner, wedged: dict[str, str]) -> None:
    assert_works_and_says_so(started(desk, blank, wedged))


def assert_works_and_says_so(window: Window) -> None:
    """It writes, saves, locks and ends as ever, and promises no more than it can keep."""
    write(window, WORDS)
    window.press("ctrl+,")
    window.wait_for_words("Only the time above and Ctrl L lock here.")
    steps.lock(window)
    assert_locked_with(window, WORDS)
    steps.close(window)


@pytest.mark.skipif(not can_mount(), reason="this system lets this user mount nothing")
def test_words_that_cannot_be_saved_stay_and_the_computer_may_sleep(
    desk: Desk, blank: Owner, computer: Computer, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with room(SMALL_DISK, disk, "12m", blank.folder) as small:
        told = ["env", *(f"{name}={address}" for name, address in computer.addresses.items())]
        window = desk.start(blank.home, "--journal", disk / "journal", before=[*small.program[: -len(PROGRAM)], *told])
        steps.unlock(window, PASSPHRASE)
        computer.wait_for("held")
        inside = small.inside(disk)
        fill(inside)
        window.type("The reserve holds this. " * 40)
        window.wait_until(lambda _: not (inside / "journal" / "reserve.bin").exists() or None, "use of the reserve")
        window.wait_for_words("Saved ")
        fill(inside)
        window.type("And this has no room. " * 50)
        window.wait_for("Not saved. Your words are still here.", "label")
        computer.does("sleep")
        window.wait_for("Not saved yet", "label")
        computer.wait_for("released")
        assert not any(each.says("no room") for each in window.look()), "the curtain covers the words"
        computer.does("wake")
        computer.wait_for("held")
        (inside / "filling").unlink()
        computer.wait_for("released")
        assert_locked_with(window, "The reserve holds this. " * 40 + "And this has no room. " * 50)
