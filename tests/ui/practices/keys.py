"""What a person does with the keyboard, and what the page says about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.practices.page import PracticesPage

Key = Qt.Key


def heard(page: PracticesPage) -> list[tuple[str, Callable[[], object]]]:
    said: list[tuple[str, Callable[[], object]]] = []
    page.said.connect(lambda text, undo: said.append((text, undo)))
    return said


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key)


def tab_to(wanted: Callable[[QWidget], bool], limit: int = 40) -> QWidget:
    for _ in range(limit):
        if wanted(focused()):
            return focused()
        press(Key.Key_Tab)
    raise AssertionError("Tab does not come there")


def named(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: widget.accessibleName().startswith(name)
