"""The rope as a small picture: nothing to press and no words on it; who cannot see it hears all of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.delegation.history import Strand
from ui.rope import layout, paint
from ui.rope.layout import Happening, Room, Sign
from ui.rope.words import summary
from ui.theme import tokens

_WIDTH, _AT_LEAST, _EACH = 304, 140, 18  # pixels: of one with little on it, of any, and for each mark of a full one
_LEFT, _RIGHT, _APART, _AFTER_WIDE = 7, 11, 13, 22


class SmallRope(QWidget):
    """Shows what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Happening] = ()
        self._strands: Sequence[Strand] = ()
        self._rope = layout.Rope(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_history(self, found: Sequence[Happening], strands: Sequence[Strand]) -> None:
        """Draws this."""
        self._found, self._strands = found, strands
        self.setAccessibleName(summary([each for each in found if each.sign is not Sign.TODAY]))
        self.setMaximumWidth(tokens.scaled(max(_WIDTH, len(found) * _EACH)))
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(_WIDTH), tokens.scaled(paint.SMALL.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(_AT_LEAST), tokens.scaled(paint.SMALL.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.paint_rope(QPainter(self), self._rope, paint.SMALL)

    def _place(self) -> None:
        left, right = tokens.scaled(_LEFT), self.width() - tokens.scaled(_RIGHT)
        room = Room(left, max(right, left + 1), tokens.scaled(_APART), tokens.scaled(_AFTER_WIDE))
        self._rope = layout.place(self._found, self._strands, room)
        self.update()
