"""The ring around the focused control, two pixels outside a gap of two; on a row in place of its border."""

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from ui.theme import tokens

_MARGIN = 4


def _margin(widget: QWidget | None) -> int:
    return 0 if getattr(widget, "ring_is_inside", False) else _MARGIN


class _RingStyle(QProxyStyle):
    """Room for the ring, and the ring above its neighbours, so that no parent cuts it off."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _margin(widget.widget() if isinstance(widget, QFocusFrame) else None)
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
        radius = getattr(self.widget(), "ring_radius", tokens.radius("m")) + _margin(self.widget()) - 1
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(radius, area.height() / 2, area.width() / 2)
        painter.drawRoundedRect(area, radius, radius)
