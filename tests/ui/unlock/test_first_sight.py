"""What is painted first, without the style sheet, looks as it does with it a moment later."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Look
from tests.app.reflections.journals import found
from ui.session import Session
from ui.shell.main_window import MainWindow
from ui.theme import appearance


@pytest.fixture(autouse=True)
def _still(qapp: QApplication) -> Iterator[None]:
    """No caret blinks between two pictures, however long the second takes."""
    pace = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(pace)


def seen(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("is_there", [True, False], ids=["unlock", "first run"])
def test_nothing_moves_when_the_style_sheet_comes(qtbot: QtBot, tmp_path: Path, look: Look, is_there: bool) -> None:
    if is_there:
        found(tmp_path / "journal")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyleSheet("")
    appearance.apply_without_sheet(look, 100)
    window = MainWindow(Session(), tmp_path / "journal")
    qtbot.addWidget(window)
    window.show()
    first = seen(window)
    appearance.put_on_sheet()
    then = seen(window)
    points = ((x, y) for x in range(first.width()) for y in range(first.height()))
    columns = {x for x, y in points if first.pixel(x, y) != then.pixel(x, y)}
    assert len(columns) <= 1  # that of Qt's own caret, which goes with the first paint
