"""Every component in every state looks as it did when somebody last looked at it."""

import sys

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings import Look
from tests.ui.golden import pictures
from ui.gallery.page import Components
from ui.theme import appearance
from ui.widgets.labels import Label
from ui.widgets.panes import column


def letters_are_painted_as_then(qtbot: QtBot) -> bool:
    """Whether two words look as they did: on Linux the settings of fonts have a say in how letters are smoothed."""
    appearance.apply(Look.LIGHT, 100)
    sample = QWidget()
    qtbot.addWidget(sample)
    sample.setLayout(column(Label("Hamburgefonstiv 0123456789", "body"), Label("Hamburgefonstiv", "reading")))
    sample.show()
    now = sample.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    before = pictures.kept("letters")
    if before.isNull():
        pictures.write_new(now, "letters")
    return now == before.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.skipif(sys.platform != "linux", reason="each system paints letters in its own way")
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_components_look_as_they_did(look: Look, qtbot: QtBot) -> None:
    name = f"components-{look}"
    before = pictures.kept(name)
    if not before.isNull() and pictures.made_with(before) != qVersion():
        pytest.skip(f"{name}.png was painted by another version of Qt: look at it, and keep a new one")
    if not letters_are_painted_as_then(qtbot):
        pytest.skip("this system smooths letters in another way, so that no picture with words can be the same")
    appearance.apply(look, 100)
    page = Components()
    qtbot.addWidget(page)
    page.show()
    picture = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    if picture != before.convertToFormat(QImage.Format.Format_RGB32):
        new = pictures.write_new(picture, name)
        pytest.fail(f"Look at {new}; `python -m tests.ui.golden.pictures` keeps it.")
