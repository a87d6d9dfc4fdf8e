"""Buttons that log a touch, with the glyphs of the rope: the row of actions is its legend."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.rope_marks import Mark, paint_mark

_GLYPH, _GAP, _SIDE, _CHEVRON = 16, 8, 11, 14


class GlyphButton(Pressable):
    """A mark or an icon, and words; the one that is due has a teal border."""

    def __init__(self, text: str, glyph: Mark | str, *, opens: bool = False) -> None:
        self._glyph, self._opens, self._is_due = glyph, opens, False
        super().__init__(text)
        self.ring_radius = tokens.radius("m")

    def show_due(self, is_due: bool) -> None:
        """Whether it is what is agreed for today."""
        self._is_due = is_due
        self.update()

    def sizeHint(self) -> QSize:
        chevron = _GAP + tokens.scaled(_CHEVRON) if self._opens else 0
        words = drawing.width_of(self.words(), tokens.font("control"))
        return QSize(_SIDE + tokens.scaled(_GLYPH) + _GAP + words + chevron + _SIDE + 3, tokens.scaled(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() else "surface"
        border = "teal" if self._is_due else "lineStrong"
        drawing.box(painter, area, tokens.radius("m"), tokens.color(fill), tokens.color(border))
        size, middle = tokens.scaled(_GLYPH), area.center().y()
        if isinstance(self._glyph, Mark):
            _paint_scaled(painter, QPointF(_SIDE + size / 2, middle), self._glyph)
        else:
            drawing.icon(painter, self._glyph, _SIDE, middle, size, tokens.color("ink2"))
        left = _SIDE + size + _GAP
        ink = tokens.color("teal" if self._is_due else "ink")
        chevron = tokens.scaled(_CHEVRON)
        room = area.width() - left - _SIDE - (chevron + _GAP if self._opens else 0)
        drawing.text(painter, QRectF(left, 0, room, area.height()), self.words(), tokens.font("control"), ink)
        if self._opens:
            drawing.icon(painter, "chevron-down", area.width() - _SIDE - chevron, middle, chevron, tokens.color("ink2"))


def _paint_scaled(painter: QPainter, middle: QPointF, mark: Mark) -> None:
    painter.save()
    painter.translate(middle)
    share = tokens.scaled(100) / 100
    painter.scale(share, share)
    paint_mark(painter, QPointF(0, 0), mark)
    painter.restore()
