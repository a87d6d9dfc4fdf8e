"""Rows that stay the widgets they are while what they show changes, so that neither focus nor place is lost."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ui.widgets import tab_loop

_W = TypeVar("_W", bound=QWidget)


def arrange(layout: QBoxLayout, shown: dict[str, _W], wanted: Sequence[tuple[str, Callable[[], _W]]]) -> None:
    """Has `layout` hold a row for each key, in this order: those there are, and new ones for the others.

    Where the row with the focus goes, the one that takes its place gets it.
    """
    keys = [key for key, _ in wanted]
    focused = QApplication.focusWidget()
    lost = -1
    for at, (key, row) in enumerate(list(shown.items())):
        if key not in keys:
            lost = at if focused is not None and (row is focused or row.isAncestorOf(focused)) else lost
            layout.removeWidget(row)
            row.hide()
            row.deleteLater()
            del shown[key]
    for at, (key, make) in enumerate(wanted):
        if key not in shown:
            shown[key] = make()
        if (item := layout.itemAt(at)) is None or item.widget() is not shown[key]:
            layout.insertWidget(at, shown[key])
            shown[key].show()  # a layout would do so only in a while
    ordered = {key: shown[key] for key in keys}
    _order_children(list(shown.values()), list(ordered.values()))
    shown.clear()
    shown.update(ordered)
    if lost >= 0 and shown:
        tab_loop.focus_first(list(shown.values())[min(lost, len(shown) - 1)])


def _order_children(before: Sequence[QWidget], now: Sequence[QWidget]) -> None:
    """Tab and a screen reader go by the order of the children."""
    if before != now:
        for each in now:
            each.raise_()
