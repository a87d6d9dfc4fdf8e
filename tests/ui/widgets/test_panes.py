"""Pages scroll to the focus; panels open beside their button and give the focus back."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.fields import LineField
from ui.widgets.labels import Paragraph
from ui.widgets.panes import Panel, ScrollPage, column, row


def test_rows_and_columns_take_widgets_layouts_space_and_stretch(qtbot: QtBot) -> None:
    page = QWidget()
    first, second, third = Button("1"), Button("2"), Button("3")
    page.setLayout(column(row(first, 10, second), ..., third, spacing=4, margins=(1, 2, 3, 4)))
    qtbot.addWidget(page)
    page.resize(300, 300)
    page.show()
    assert (first.x(), first.y()) == (1, 2)
    assert second.x() == first.geometry().right() + 1 + 10
    assert third.geometry().bottom() == 300 - 4 - 1


def test_a_page_scrolls_to_what_gets_the_focus(qtbot: QtBot) -> None:
    inside = QWidget()
    buttons = [Button(str(number)) for number in range(40)]
    inside.setLayout(column(*buttons))
    page = ScrollPage(inside)
    page.resize(200, 200)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.viewport().rect().contains(buttons[-1].mapTo(page.viewport(), buttons[-1].rect().center()))


def test_a_page_shows_all_of_a_field_that_gets_the_focus(qtbot: QtBot) -> None:
    inside = QWidget()
    before, field = Button("Before"), LineField("A field")
    inside.setLayout(column(before, 300, field, 300))
    page = ScrollPage(inside)
    page.resize(200, 200)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before.setFocus()
    page.verticalScrollBar().setValue(field.geometry().bottom() - 200 - 8)  # all but its lower edge is in sight
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    bottom = field.mapTo(page.viewport(), field.rect().bottomLeft()).y()
    assert bottom + 24 <= page.viewport().height()


class _Window:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.window.resize(600, 400)
        self.anchor, self.other = Button("Open"), Button("Other")
        self.window.setLayout(column(self.anchor, ..., self.other))
        self.panel = Panel(self.window)
        self.inside = Button("Inside")
        self.panel.setLayout(column(self.inside, margins=12))
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.anchor.setFocus()
        self.panel.open_at(self.anchor)


@pytest.fixture
def opened(qtbot: QtBot) -> _Window:
    return _Window(qtbot)


def test_a_panel_opens_below_its_button_and_takes_the_focus(opened: _Window) -> None:
    assert opened.panel.isVisible()
    assert opened.inside.hasFocus()
    assert opened.panel.y() > opened.anchor.geometry().bottom()
    assert opened.window.rect().contains(opened.panel.geometry())


def test_escape_closes_a_panel_and_gives_the_focus_back(opened: _Window, qtbot: QtBot) -> None:
    QTest.keyClick(opened.inside, Qt.Key.Key_Escape)
    assert not opened.panel.isVisible()
    assert opened.anchor.hasFocus()


def test_a_panel_whose_button_is_gone_closes_all_the_same(opened: _Window) -> None:
    shiboken6.delete(opened.anchor)
    QTest.keyClick(opened.panel, Qt.Key.Key_Escape)
    assert not opened.panel.isVisible()


def test_a_click_elsewhere_closes_a_panel_and_one_inside_does_not(opened: _Window, qtbot: QtBot) -> None:
    QTest.mouseClick(opened.inside, Qt.MouseButton.LeftButton)
    assert opened.panel.isVisible()
    QTest.mouseClick(opened.other, Qt.MouseButton.LeftButton)
    assert not opened.panel.isVisible()


def test_a_panel_near_the_edge_stays_inside_the_window(opened: _Window) -> None:
    opened.panel.close_panel()
    opened.panel.open_at(opened.other)
    assert opened.window.rect().contains(opened.panel.geometry())
    assert not opened.panel.geometry().intersects(opened.other.geometry())


def test_a_panel_that_was_opened_from_inside_a_panel_counts_as_inside(qtbot: QtBot) -> None:
    shown = _Window(qtbot)
    inner, choice = Panel(shown.inside), Button("Choice")
    inner.setLayout(column(choice, margins=12))
    shown.panel.open_at(shown.anchor)
    inner.open_at(shown.inside)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert shown.panel.isVisible()
    assert inner.isVisible()
    QTest.mouseClick(shown.other, Qt.MouseButton.LeftButton)
    assert not shown.panel.isVisible()
    assert not inner.isVisible()


def test_a_panel_of_a_fixed_width_is_as_high_as_what_wraps_in_it(qtbot: QtBot) -> None:
    shown = _Window(qtbot)
    words = Paragraph("so many words that they take several lines " * 4, "body")
    narrow = Panel(shown.window)
    narrow.setFixedWidth(240)
    narrow.setLayout(column(words, margins=12))
    narrow.open_at(shown.anchor)
    assert words.height() >= words.heightForWidth(216) > 0
