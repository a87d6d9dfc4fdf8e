"""Shows where the keyboard is: one ring around the focused control, two pixels outside a gap of two."""

from functools import cache
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from shiboken6 import isValid

from ui.theme import tokens

_MARGIN = 4
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class _RingStyle(QProxyStyle):
    """Room for the ring, and the ring above its neighbours, so that no parent cuts it off."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return 0 if hint == QStyle.StyleHint.SH_FocusFrame_Mask else super().styleHint(hint, option, widget, returned)


@cache
def _ring_style() -> QStyle:
    style = _RingStyle("fusion")  # kept with the program, since a widget does not keep its style
    style.setParent(QApplication.instance())
    return style


class FocusRing(QFocusFrame):
    """The ring itself. It follows its widget by `setWidget` and never takes the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setStyle(_ring_style())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("focus"), 2))
        radius = getattr(self.widget(), "ring_radius", tokens.radius("m")) + _MARGIN - 1
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(radius, area.height() / 2, area.width() / 2)
        painter.drawRoundedRect(area, radius, radius)


class _Keyboard:
    """Whether focus was last moved by a key, and the one ring that says so."""

    moved_focus: ClassVar[bool] = False
    ring: ClassVar[FocusRing | None] = None


def show_ring(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Puts the ring around a widget that got the focus, if a key brought it there."""
    if reason in _BY_KEYBOARD:
        _Keyboard.moved_focus = True
    elif reason == Qt.FocusReason.MouseFocusReason:
        _Keyboard.moved_focus = False
    if not _Keyboard.moved_focus:
        return
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        assert isinstance(self, QWidget)  # noqa: S101  what this class is for
        show_ring(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]  # the widget class beside this one has it
        assert isinstance(self, QWidget)  # noqa: S101  what this class is for
        hide_ring(self)
