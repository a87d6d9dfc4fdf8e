"""The two marks of a choice, a check and a radio, as every widget that shows one paints them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme import tokens
from ui.widgets import drawing

MARK = 18


def paint_check(painter: QPainter, area: QRectF, chosen: bool, enabled: bool = True) -> None:
    """A square that is ticked or not."""
    if chosen:
        drawing.box(painter, area, 5, tokens.color("teal" if enabled else "inkDisabled"))
        size = area.width() * 14 / MARK
        drawing.icon(painter, "check", area.center().x() - size / 2, area.center().y(), size, tokens.color("onTeal"))
    else:
        border = tokens.color("stroke" if enabled else "line")
        drawing.box(painter, area, 5, tokens.color("surface" if enabled else "sunk"), border)


def paint_radio(painter: QPainter, area: QRectF, chosen: bool, enabled: bool = True) -> None:
    """A ring that is filled or not."""
    if chosen:
        drawing.dot(painter, area.center(), area.width() / 2, tokens.color("teal" if enabled else "inkDisabled"))
        drawing.dot(painter, area.center(), area.width() * 4 / MARK, tokens.color("surface"))
    else:
        border = tokens.color("stroke" if enabled else "line")
        drawing.box(painter, area, area.width() / 2, tokens.color("surface" if enabled else "sunk"), border)
