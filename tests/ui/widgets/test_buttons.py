"""Buttons act by mouse, Space and Enter, and say their words letter for letter."""

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import Look
from ui.theme import appearance
from ui.widgets.buttons import Button, IconButton, KeyCap, LinkButton, Pressable, SearchButton
from ui.widgets.chips import Pill


def _buttons() -> list[Pressable]:
    return [
        Button("Save"),
        LinkButton("Save"),
        IconButton("lock", "Save"),
        SearchButton("Save", "Ctrl K"),
        Pill("Save"),
    ]


@pytest.mark.parametrize("number", range(5))
def test_mouse_space_and_enter_press_it(number: int, qtbot: QtBot) -> None:
    button = _buttons()[number]
    qtbot.addWidget(button)
    button.show()
    pressed: list[None] = []
    button.clicked.connect(lambda: pressed.append(None))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert len(pressed) == 4


def test_words_that_a_link_has_no_room_for_stand_in_its_tooltip(qtbot: QtBot) -> None:
    link = LinkButton("Support engineer, <b>45</b> min")
    qtbot.addWidget(link)
    link.setMinimumWidth(40)
    link.resize(60, 24)
    link.show()
    QApplication.sendEvent(link, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert "&lt;b&gt;45" in link.toolTip()
    link.resize(600, 24)
    QApplication.sendEvent(link, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert link.toolTip() == ""


@pytest.mark.parametrize("number", range(5))
def test_it_has_a_name_and_is_a_button_to_a_screen_reader(number: int, qtbot: QtBot) -> None:
    button = _buttons()[number]
    qtbot.addWidget(button)
    reader = QAccessible.queryAccessibleInterface(button)
    assert reader.text(QAccessible.Text.Name) == "Save"
    assert reader.role() == QAccessible.Role.Button


def test_a_name_with_an_ampersand_is_no_mnemonic(qtbot: QtBot) -> None:
    pill = Pill("R&D", name="Person")
    qtbot.addWidget(pill)
    assert pill.words() == "R&D"
    assert pill.accessibleName() == "Person: R&D"
    assert pill.shortcut().isEmpty()


@pytest.mark.parametrize(("size", "height"), [("small", 32), ("medium", 36), ("large", 40), ("wide", 44)])
def test_heights_are_those_of_the_design_and_grow_with_the_text(size: str, height: int, qtbot: QtBot) -> None:
    button = Button("Save", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height
    appearance.apply(Look.LIGHT, 150)
    assert button.sizeHint().height() == round(height * 1.5)


def test_widths_are_those_of_the_design(qtbot: QtBot) -> None:
    button = Button("Edit")
    qtbot.addWidget(button)
    assert button.sizeHint() == QSize(54, 36)


def test_an_icon_button_shows_its_name_as_plain_tooltip(qtbot: QtBot) -> None:
    button = IconButton("x", "Remove <b>Jonas</b>")
    qtbot.addWidget(button)
    assert "&lt;b&gt;Jonas" in button.toolTip()


def test_a_disabled_button_does_nothing(qtbot: QtBot) -> None:
    button = Button("Save", "primary")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.clicked.connect(lambda: pytest.fail("pressed"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_key_is_read_as_text(qtbot: QtBot) -> None:
    cap = KeyCap("Ctrl K")
    qtbot.addWidget(cap)
    assert QAccessible.queryAccessibleInterface(cap).text(QAccessible.Text.Name) == "Ctrl K"
