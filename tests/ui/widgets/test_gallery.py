"""Every widget paints in every look and size, and painting leaks nothing."""

import sys
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.gallery.page import gallery
from ui.theme import appearance
from ui.widgets.buttons import Button, Pressable
from ui.widgets.chips import PullDot
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.writing import WritingArea


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_the_gallery_paints_in_every_look_and_size(look: Look, qtbot: QtBot) -> None:
    page = gallery()
    page.resize(1400, 2000)
    qtbot.addWidget(page)
    page.show()
    seen = []
    for size in (90, 100, 150):
        appearance.apply(look, size)
        seen.append(page.grab().toImage())
    assert not any(first == second for first, second in pairwise(seen))


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    page = gallery()
    qtbot.addWidget(page)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, Pressable | Field | WritingArea) and not widget.accessibleName()
    ]
    assert nameless == []


def test_repainting_keeps_the_count_of_none(qtbot: QtBot) -> None:
    """A fault of some bindings takes one reference to None at each call from C++, until the program aborts."""
    widgets = [Button("Save"), PullDot(6), Label("Words"), Field("Name"), WritingArea("Reflection")]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.show()
    before = sys.getrefcount(None)
    for _ in range(1000):
        for widget in widgets:
            widget.update()
        QApplication.processEvents()
    assert sys.getrefcount(None) >= before - 200
