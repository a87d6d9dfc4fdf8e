"""A secret on the clipboard leaves it again, and takes nothing else with it."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.keys.brief_copy import BriefCopy


@pytest.fixture(autouse=True)
def _clean(qapp: QApplication) -> None:
    qapp.clipboard().clear()


def test_it_is_gone_after_a_while(qtbot: QtBot, qapp: QApplication) -> None:
    BriefCopy("K7QD-4MXT", milliseconds=10)
    assert qapp.clipboard().text() == "K7QD-4MXT"
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "")


def test_something_else_that_was_copied_stays(qtbot: QtBot, qapp: QApplication) -> None:
    copy = BriefCopy("K7QD-4MXT", milliseconds=10)
    qapp.clipboard().setText("mine")
    with qtbot.waitSignal(copy.destroyed):
        pass
    assert qapp.clipboard().text() == "mine"


def test_it_is_gone_at_the_end_of_the_program(qapp: QApplication) -> None:
    copy = BriefCopy("K7QD-4MXT", milliseconds=10_000)
    copy.end()  # what aboutToQuit is connected to
    assert qapp.clipboard().text() == ""
    copy.end()
