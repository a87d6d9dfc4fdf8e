"""The time of a conversation as a bar: a segment for each part, as long as its minutes, in one tone to the end."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.widgets import drawing

_GAP, _HIGH, _WIDE, _LEAST = 3, 4, 198, 60


class TimeBar(QWidget):
    """Never changes its colour: how long something takes is no fault."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes: Sequence[int] = ()
        self._shares: Sequence[float] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_time(self, minutes: Sequence[int], shares: Sequence[float]) -> None:
        """How long each part is meant to be, and how much of it is over, 0 to 1."""
        if (self._minutes, self._shares) != (minutes, shares):
            self._minutes, self._shares = minutes, shares
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(_WIDE), tokens.scaled(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, tokens.scaled(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        free = self.width() - _GAP * (len(self._minutes) - 1)
        whole = sum(self._minutes) or 1
        hollow = tokens.palette_in_force() == "contrast"
        left, top = 0.0, (self.height() - _HIGH) / 2
        for minutes, share in zip(self._minutes, self._shares, strict=True):
            wide = max(free * minutes / whole, 2)
            segment = QRectF(left, top, wide, _HIGH)
            if hollow:  # where both tones are nearly the same, what is to come is hollow
                drawing.box(painter, segment, 2, None, tokens.color("lineStrong"))
            else:
                drawing.box(painter, segment, 2, tokens.color("lineStrong"))
            if share > 0:
                drawing.box(painter, QRectF(left, top, max(wide * share, 2), _HIGH), 2, tokens.color("teal"))
            left += wide + _GAP
