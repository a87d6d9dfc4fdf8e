"""What was typed reaches the disk, whatever is in hand meanwhile, and whatever the disk says."""

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from app.errors import DiskFull
from ui.outbox import Outbox
from ui.tasks import Failed


class Disk:
    """Answers late, as a thread does: whatever was sent is written or refused once that is asked for."""

    def __init__(self) -> None:
        self.written: dict[str, int] = {}
        self._sent: tuple[Mapping[str, int], Callable[[], None], Failed] | None = None

    def take(self, given: Mapping[str, int], done: Callable[[], None], failed: Failed) -> None:
        assert self._sent is None, "never two saves at once"
        self._sent = given, done, failed

    def answer(self, *, is_full: bool) -> None:
        """Writes what was sent, or is full."""
        if self._sent is None:
            return
        given, done, failed = self._sent
        self._sent = None
        if is_full:
            failed(DiskFull())
        else:
            self.written |= given
            done()


@given(st.lists(st.sampled_from(["type a", "type b", "flush", "turn", "written", "full"]), max_size=30))
def test_the_newest_of_everything_is_written_in_the_end(qapp: object, steps: list[str]) -> None:
    disk, owner, typed = Disk(), QObject(), dict[str, int]()
    outbox: Outbox[str, int] = Outbox(disk.take, owner)
    for number, step in enumerate(steps):
        match step.split():
            case ["type", key]:
                typed[key] = number
                outbox.put(key, number)
            case ["flush"]:
                outbox.flush()
            case ["turn"]:
                outbox.begin_anew()
            case [answer]:
                disk.answer(is_full=answer == "full")
        assert outbox.autosave.is_settled == (disk.written == typed)
        assert {**disk.written, **outbox.waiting} == typed
    while not outbox.autosave.is_settled:
        outbox.flush()
        disk.answer(is_full=False)
    assert disk.written == typed
    assert not outbox.waiting


def test_what_was_withdrawn_is_not_saved(qapp: object) -> None:
    disk, owner = Disk(), QObject()
    outbox: Outbox[str, int] = Outbox(disk.take, owner)
    outbox.put("a", 1)
    assert outbox.withdraw("a") == 1
    assert outbox.withdraw("a") is None
    outbox.flush()
    assert outbox.autosave.is_settled
    assert not disk.written
