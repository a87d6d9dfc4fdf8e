"""Where Tab goes: round inside what lies over the page, and to parts of the page that come late."""

import shiboken6
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget


def stops(holder: QWidget) -> list[QWidget]:
    """Where Tab can stop inside, in order."""
    return [
        each
        for each in holder.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
    ]


def focus_first(holder: QWidget) -> None:
    """Gives the focus to the first stop inside; of radio buttons, to the chosen one."""
    inside = stops(holder)
    first = next(iter(inside), holder)
    if isinstance(first, QRadioButton):
        first = next((each for each in inside if isinstance(each, QRadioButton) and each.isChecked()), first)
    first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)


def go_round(holder: QWidget, *, forward: bool) -> bool:
    """For `focusNextPrevChild` of the holder: goes to the next stop, or to the one before."""
    inside = stops(holder)
    if inside:
        focused = QApplication.focusWidget()
        at = inside.index(focused) if focused in inside else -1 if forward else 0
        reason = QtCore.Qt.FocusReason.TabFocusReason if forward else QtCore.Qt.FocusReason.BacktabFocusReason
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(reason)
    return True


def give_back(reason: "QtCore.Qt.FocusReason", *holders: QWidget | None) -> None:
    """Gives the focus to the first of these that is in sight. A page may have made its rows anew meanwhile."""
    there = (each for each in holders if each is not None and shiboken6.isValid(each) and each.isVisible())
    if (holder := next(there, None)) is not None:
        holder.setFocus(reason)


def put_after(before: QWidget, holder: QWidget) -> None:
    """Tab goes from `before` to what is in `holder`, though that was filled when everything else was there already."""
    for each in holder.findChildren(QWidget):
        if each is not before and each.focusPolicy() & QtCore.Qt.FocusPolicy.ClickFocus:
            QWidget.setTabOrder(before, each)
            before = each


def stop_before(widget: QWidget) -> QWidget:
    """Where Tab stops before it comes to `widget`, shown or not; `widget` where there is nothing else."""
    before = widget
    while (neighbour := before.previousInFocusChain()) is not None:
        _give_back(neighbour)
        before = neighbour
        if before is widget or before.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus:
            break
    return before


def _give_back(neighbour: QWidget) -> None:
    """PySide has a neighbour in the chain belong to who was asked for it, and deletes it with that: here it belongs to
    its parent again, and what Qt has made between them to whoever it is in.
    """
    if neighbour.parentWidget() is None:
        neighbour.setParent(None)
    while (above := neighbour.parentWidget()) is not None:
        neighbour.setParent(above)  # which is so already: nothing moves
        if shiboken6.createdByPython(above):
            return
        neighbour = above
