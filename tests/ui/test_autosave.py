"""When words are saved: after a pause, in between, and again after a failure."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ui.autosave import LONGEST, PAUSE, Autosave, Saving
from ui.tasks import Failed


class Disk:
    """Takes what is to be saved and answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[], None], Failed]] = []

    def save(self, done: Callable[[], None], failed: Failed) -> None:
        self.asked.append((done, failed))

    def succeed(self) -> None:
        self.asked[-1][0]()

    def fail(self) -> None:
        self.asked[-1][1](OSError())


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def autosave(qtbot: QtBot, disk: Disk) -> Autosave:
    return Autosave(disk.save)


def test_the_times_are_those_that_are_promised() -> None:
    assert (PAUSE, LONGEST) == (800, 2000)


def test_a_pause_saves(qtbot: QtBot, autosave: Autosave, disk: Disk) -> None:
    autosave.touch()
    assert (autosave.state, autosave.is_settled, disk.asked) == (Saving.UNDER_WAY, False, [])
    qtbot.waitUntil(lambda: len(disk.asked) == 1)
    assert not autosave.is_settled
    disk.succeed()
    assert (autosave.state, autosave.is_settled) == (Saving.SAVED, True)
    assert autosave.saved_at is not None


def test_typing_without_a_pause_is_saved_in_between(qtbot: QtBot, autosave: Autosave, disk: Disk) -> None:
    def typed_until_saved() -> bool:
        autosave.touch()
        return len(disk.asked) == 1

    qtbot.waitUntil(typed_until_saved)
    assert not autosave.is_settled


def test_what_is_typed_during_a_save_is_saved_after_it(qtbot: QtBot, autosave: Autosave, disk: Disk) -> None:
    autosave.touch()
    autosave.flush()
    autosave.touch()
    autosave.flush()
    assert len(disk.asked) == 1
    disk.succeed()
    assert (autosave.state, autosave.is_settled) == (Saving.UNDER_WAY, False)
    qtbot.waitUntil(lambda: len(disk.asked) == 2)
    disk.succeed()
    assert autosave.is_settled


def test_a_failed_save_stays_unsaved_and_is_tried_again(qtbot: QtBot, autosave: Autosave, disk: Disk) -> None:
    said: list[Saving] = []
    autosave.changed.connect(said.append)
    autosave.touch()
    autosave.flush()
    disk.fail()
    assert (autosave.state, autosave.is_settled) == (Saving.FAILED, False)
    qtbot.waitUntil(lambda: len(disk.asked) == 2, timeout=10_000)
    disk.succeed()
    assert said == [Saving.UNDER_WAY, Saving.FAILED, Saving.SAVED]


def test_typing_after_a_failure_keeps_saying_so_until_a_save_succeeds(autosave: Autosave, disk: Disk) -> None:
    autosave.touch()
    autosave.flush()
    disk.fail()
    autosave.touch()
    said: list[Saving] = []
    autosave.changed.connect(said.append)
    autosave.flush()
    assert (said, len(disk.asked)) == ([], 2)
    disk.succeed()
    assert said == [Saving.SAVED]


def test_nothing_typed_is_nothing_to_save(autosave: Autosave, disk: Disk) -> None:
    autosave.flush()
    assert (disk.asked, autosave.is_settled, autosave.state) == ([], True, Saving.NOTHING)


def test_every_save_is_told_even_when_the_state_is_the_same(autosave: Autosave, disk: Disk) -> None:
    said: list[Saving] = []
    autosave.changed.connect(said.append)
    for _ in range(2):
        autosave.touch()
        autosave.flush()
        disk.succeed()
    assert said == [Saving.UNDER_WAY, Saving.SAVED] * 2


def test_another_text_in_hand_begins_quietly(autosave: Autosave, disk: Disk) -> None:
    autosave.touch()
    autosave.flush()
    disk.succeed()
    autosave.forget()
    assert (autosave.state, autosave.saved_at, autosave.is_settled) == (Saving.NOTHING, None, True)
