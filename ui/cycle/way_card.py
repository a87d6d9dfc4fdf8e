"""A way to break the cycle, as a card beside its arrow."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.delegation.cycle import Arrow
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing, excerpt
from ui.widgets.stepping import ALL_ROUND, Stepping

_SIDE, _TOP, _BETWEEN, _BOTTOM = 14, 12, 4, 12


class WayCard(Stepping):
    """Enter and Space choose it, arrow keys go from card to card, round the loop."""

    steps = ALL_ROUND

    def __init__(self, arrow: Arrow, words: str, parent: QWidget) -> None:
        self.arrow, self.is_chosen = arrow, False
        super().__init__(words, parent)
        self.ring_radius = tokens.radius("xl")

    def show_chosen(self, is_chosen: bool, where: str) -> None:
        """Whether the cycle is broken here, between the stations that `where` names."""
        self.is_chosen = is_chosen
        said = tr("Chosen. {where}") if is_chosen else tr("Break it here. {where}")
        self.setAccessibleDescription(said.format(where=where))
        self.update()

    def height_for(self, width: float) -> int:
        """How high its words make it."""
        lines = self._lines(width).shown * tokens.line_height("control")
        return lines + tokens.line_height("caption") + tokens.scaled(_TOP + _BETWEEN + _BOTTOM)

    def sizeHint(self) -> QSize:
        width = tokens.scaled(180)
        return QSize(width, self.height_for(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        fill = "press" if self.isDown() else "hover" if self.underMouse() and not self.is_chosen else "surface"
        border, width = ("teal", 2) if self.is_chosen else ("lineStrong", 1)
        drawing.box(painter, area, tokens.radius("xl"), tokens.color(fill), tokens.color(border), width)
        side, line, size = tokens.scaled(_SIDE), tokens.line_height("caption"), tokens.scaled(14)
        top = tokens.scaled(_TOP)
        tone = tokens.color("teal" if self.is_chosen else "ink2")
        icon = "check" if self.is_chosen else "scissors"
        drawing.icon(painter, icon, side, top + line / 2, size, tone)
        caption = tr("You break it here") if self.is_chosen else tr("Break it here")
        left = side + size + 6
        words = QRectF(left, top, area.width() - left - side, line)
        drawing.text(painter, words, caption, tokens.font("caption"), tone)
        below = top + line + tokens.scaled(_BETWEEN)
        inside = QRectF(side, below, area.width() - 2 * side, area.height() - below)
        excerpt.paint(painter, inside, self._lines(area.width()), tokens.line_height("control"), "ink")

    def _lines(self, width: float) -> excerpt.Broken:
        font = tokens.font("control", weight=600)
        return excerpt.broken(self.words(), font, int(width) - 2 * tokens.scaled(_SIDE))
