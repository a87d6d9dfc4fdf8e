"""Shows where the keyboard is: one ring around the focused control, wherever a key moved the focus to."""

from typing import TYPE_CHECKING, ClassVar

from PySide6 import QtCore
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.widgets.ring import FocusRing


class _Keyboard:
    """Whether focus was last moved by a key, and the one ring that says so."""

    moved_focus: ClassVar[bool] = False
    ring: ClassVar["FocusRing | None"] = None


def show_ring(widget: QWidget, reason: "QtCore.Qt.FocusReason") -> None:
    """Puts the ring around a widget that got the focus, if a key brought it there."""
    reasons = QtCore.Qt.FocusReason
    if reason in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason):
        _Keyboard.moved_focus = True
    elif reason == reasons.MouseFocusReason:
        _Keyboard.moved_focus = False
    if not _Keyboard.moved_focus:
        return
    from ui.widgets.ring import FocusRing  # with the names of QStyle, which the first paint does without

    ring = _Keyboard.ring
    if ring is None or not isValid(ring):  # it belongs to the window that it was last shown in
        ring = _Keyboard.ring = FocusRing()
    ring.setWidget(widget)
    ring.raise_()


def hide_ring(widget: QWidget) -> None:
    """Takes the ring away from a widget that lost the focus."""
    ring = _Keyboard.ring
    if ring is not None and isValid(ring) and ring.widget() is widget:
        ring.setWidget(None)  # type: ignore[arg-type]  # None is how a frame lets go


class Ringed:
    """Beside a widget class: its instances wear the ring while a key brought them the focus."""

    ring_radius: int = 8  # of the widget's own outline
    ring_is_inside: bool = False  # in place of its border, as rows have it that lie close to each other

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        assert isinstance(self, QWidget)  # noqa: S101  what this class is for
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        assert isinstance(self, QWidget)  # noqa: S101  what this class is for
        hide_ring(self)
