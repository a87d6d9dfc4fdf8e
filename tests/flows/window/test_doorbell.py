"""The program is started again on a journal that has a window: the first comes to the front, the second ends."""

import time
from pathlib import Path

from tests.flows.program import PASSPHRASE, Owner
from tests.flows.window import steps
from tests.flows.window.desk import Desk, Window

_PATIENCE = 20


def wait_for_ends(windows: list[Window], count: int) -> list[Window]:
    """Those that are left once so many have ended, each with 0."""
    begin = time.monotonic()
    while sum(not each.is_running for each in windows) < count:
        assert time.monotonic() < begin + _PATIENCE, "too many windows stay"
        time.sleep(0.05)
    ended = [each for each in windows if not each.is_running]
    assert [each.wait_for_end() for each in ended] == [0] * count
    assert [each.said() for each in ended] == [""] * count
    return [each for each in windows if each.is_running]


def test_the_first_comes_to_the_front_open_or_at_its_gate(desk: Desk, blank: Owner, tmp_path: Path) -> None:
    first = desk.start(blank.home, "--journal", blank.folder)
    first.wait_for_focus("Passphrase")
    other = desk.start(blank.home, "--journal", tmp_path / "another")
    other.wait_for("Choose a passphrase")
    assert desk.start(blank.home, "--journal", blank.folder).wait_for_end() == 0
    # The keys of the desk go to the window on top.
    steps.unlock(first, PASSPHRASE)
    first.type("Written in the first.")
    first.wait_for_words("Saved ")
    steps.lock(first)
    assert desk.start(blank.home, "--journal", blank.folder).wait_for_end() == 0
    steps.unlock(first, PASSPHRASE)
    assert desk.start(blank.home, "--journal", blank.folder).wait_for_end() == 0
    steps.close(first)
    assert other.is_running


def test_of_several_that_start_at_once_one_stays(desk: Desk, blank: Owner) -> None:
    started = [desk.start(blank.home, "--journal", blank.folder) for _ in range(3)]
    (left,) = wait_for_ends(started, 2)
    steps.unlock(left, PASSPHRASE)
    steps.close(left)


def test_after_a_kill_the_next_one_is_the_first(desk: Desk, blank: Owner) -> None:
    killed = desk.start(blank.home, "--journal", blank.folder)
    killed.wait_for_focus("Passphrase")
    killed.kill()
    first = desk.start(blank.home, "--journal", blank.folder)
    first.wait_for_focus("Passphrase")
    assert desk.start(blank.home, "--journal", blank.folder).wait_for_end() == 0
    steps.close(first)
