"""The clock of a conversation counts whole seconds while it runs, and no sleep of the computer."""

from PySide6.QtCore import QObject

from ui.widgets.clock import Clock


class Wall:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_it_counts_what_passed_while_it_ran(qapp: QObject) -> None:
    wall, owner, counted = Wall(), QObject(), list[int]()
    clock = Clock(owner, wall)
    clock.counted.connect(counted.append)
    clock.run(True)
    for passed in (1.02, 0.97, 0.4):
        wall.at += passed
        clock.look()
    clock.run(False)
    wall.at += 60
    clock.run(True)
    wall.at += 2
    clock.run(False)
    assert counted == [1, 1, 2]


def test_a_computer_that_slept_was_in_no_conversation(qapp: QObject) -> None:
    wall, owner, counted = Wall(), QObject(), list[int]()
    clock = Clock(owner, wall)
    clock.counted.connect(counted.append)
    clock.run(True)
    wall.at += 3600
    clock.look()
    assert sum(counted) <= 5
