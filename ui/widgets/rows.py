"""The ground of a row in a list, the same for every list."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme import tokens
from ui.widgets import drawing


def paint_row_ground(
    painter: QPainter, area: QRectF, *, hovered: bool = False, selected: bool = False, focused: bool = False
) -> None:
    """Fills a row that is under the mouse or selected; `focused` (by keyboard) gives it the ring of a row."""
    fill = tokens.color("select") if selected else tokens.color("hover") if hovered else None
    ring = tokens.color("focus") if focused else None
    if fill or ring:
        drawing.box(painter, area, tokens.radius("l"), fill, ring, 2)
