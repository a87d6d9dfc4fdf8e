"""Rows that stay are where Tab and a screen reader expect them: in the order that is seen."""

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.people.rows_kept import arrange


def test_a_row_that_comes_between_others_is_heard_between_them(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines, shown = QVBoxLayout(holder), dict[str, QLabel]()
    for keys in ("b", "ab", "acb", "bca"):
        arrange(lines, shown, [(key, partial(QLabel, key)) for key in keys])
        assert "".join(each.text() for each in holder.findChildren(QLabel) if not each.isHidden()) == keys
