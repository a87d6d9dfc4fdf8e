"""Asking where Tab stops before a widget leaves every widget with the parent that it has."""

import shiboken6
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.panes import column
from ui.widgets.tab_loop import stop_before


def belongs_to(widget: QWidget) -> list[str]:
    return [each for each in shiboken6.dump(widget).splitlines() if each.startswith(("parent", "hasOwnership"))]


def test_no_neighbour_belongs_to_who_was_asked_for_it(qtbot: QtBot) -> None:
    window, area, first, label, last = QWidget(), QScrollArea(), QLineEdit(), QLabel(), QLineEdit()
    inside = QWidget()
    inside.setLayout(column(first, label))
    area.setWidget(inside)
    window.setLayout(column(area, last))
    qtbot.addWidget(window)
    window.show()
    all_of_them = (window, area, first, label, last)
    before = [belongs_to(each) for each in all_of_them]
    assert stop_before(last) is first
    assert stop_before(label) is first
    assert stop_before(first) is area
    assert [belongs_to(each) for each in all_of_them] == before
