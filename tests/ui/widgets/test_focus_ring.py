"""The ring shows where the keyboard is, and only where a key brought it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets.buttons import Button
from ui.widgets.choices import Check
from ui.widgets.fields import Field
from ui.widgets.panes import row
from ui.widgets.ring import FocusRing


class _Page:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.first, self.second, self.field = Button("First"), Check("Second"), Field("Third")
        self.window.setLayout(row(self.first, self.second, self.field, margins=20))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        if (focused := self.window.focusWidget()) is not None:
            focused.clearFocus()  # which the window gave away itself, when it became active

    def ringed(self) -> list[QWidget]:
        return [ring.widget() for ring in self.window.findChildren(FocusRing) if ring.isVisible()]


@pytest.fixture
def page(qtbot: QtBot) -> _Page:
    return _Page(qtbot)


def test_tab_puts_the_ring_around_what_has_the_focus(page: _Page, qtbot: QtBot) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.ringed() == [page.first]
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.ringed() == [page.second]


def test_the_ring_stands_two_pixels_outside_a_gap_of_two(page: _Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    ring = page.window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.geometry() == page.first.geometry().adjusted(-4, -4, 4, 4)


def test_a_click_shows_no_ring(page: _Page, qtbot: QtBot) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(page.second, Qt.MouseButton.LeftButton)
    assert page.second.hasFocus()
    assert page.ringed() == []


def test_a_field_draws_its_own(page: _Page) -> None:
    page.second.setFocus(Qt.FocusReason.TabFocusReason)
    page.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.ringed() == []


def test_focus_that_the_program_moves_keeps_what_the_person_last_used(page: _Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    page.second.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.ringed() == [page.second]
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    page.second.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.ringed() == []


def test_the_ring_outlives_the_window_it_was_in(page: _Page, qtbot: QtBot) -> None:
    other = QWidget()
    elsewhere = Button("Elsewhere")
    other.setLayout(row(Button("First"), elsewhere))
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    assert [ring.widget() for ring in other.findChildren(FocusRing)] == [elsewhere]
    delete(other)
    page.window.activateWindow()
    qtbot.waitUntil(page.window.isActiveWindow)
    page.second.setFocus(Qt.FocusReason.MouseFocusReason)
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.ringed() == [page.first]
