"""The tests' own waiting ends when it may and not before."""

from threading import Timer

import pytest
from PySide6.QtCore import QTimer
from pytestqt.exceptions import TimeoutError  # noqa: A004  what pytest-qt raises
from pytestqt.qtbot import QtBot

from tests.ui.waiting import wait_until


def test_it_ends_with_an_event_and_with_what_is_none(qtbot: QtBot) -> None:
    seen: list[str] = []
    QTimer.singleShot(0, lambda: seen.append("event"))
    qtbot.waitUntil(lambda: seen == ["event"])
    other = Timer(0.03, lambda: seen.append("elsewhere"))
    other.start()
    qtbot.waitUntil(lambda: seen == ["event", "elsewhere"])
    other.join()


def test_what_never_is_so_and_what_goes_wrong_is_said(qtbot: QtBot) -> None:
    looks: list[int] = []

    def asserted() -> None:
        assert looks

    def breaks_later() -> bool:
        looks.append(1)
        return len(looks) > 1 and 1 // 0 == 1

    with pytest.raises(TimeoutError):
        wait_until(lambda: False, timeout=20)
    with pytest.raises(TimeoutError) as error:
        wait_until(asserted, timeout=20)
    assert isinstance(error.value.__cause__, AssertionError)
    with pytest.raises(ZeroDivisionError):
        wait_until(breaks_later, timeout=60_000)
    with pytest.raises(ValueError, match="True"):
        wait_until(lambda: 7, timeout=60_000)  # type: ignore[arg-type,return-value]  # what it refuses
