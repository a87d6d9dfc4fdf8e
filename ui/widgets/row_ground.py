"""What is behind a row of a list: chosen, under the mouse, or reached by the keyboard."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from ui.theme import tokens
from ui.widgets import drawing


def paint_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    """Paints it for a row in that state; nothing for one at rest. The ring is for those who use the keyboard."""
    fill = None
    if state & QStyle.StateFlag.State_Selected:
        fill = tokens.color("select")
    elif state & QStyle.StateFlag.State_MouseOver:
        fill = tokens.color("hover")
    focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
    border = tokens.color("focus") if focused else None
    if fill or border:
        drawing.box(painter, area, tokens.radius("l"), fill, border, 2)
