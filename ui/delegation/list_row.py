"""A row of the list: whose it is as a letter, what it is, and where it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.translation import tr
from ui.delegation.lines import Line
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.chips import paint_avatar
from ui.widgets.labels import plain_tooltip
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping

_ROW, _EDGE, _AVATAR, _GAP = 55, 8, 28, 12


class ListRow(Stepping):
    """Arrow keys go from one to the next; only the chosen one is a tab stop."""

    ring_radius = 10
    ring_is_inside = True

    def __init__(self, line: Line) -> None:
        self.line, self._is_chosen = line, False
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_line(line, is_chosen=False)

    def show_line(self, line: Line, *, is_chosen: bool) -> None:
        """Says this."""
        if (line, is_chosen) == (self.line, self._is_chosen) and self.words():
            return
        self.line, self._is_chosen = line, is_chosen
        title = line.title or tr("No name yet")
        self.say(title)
        self.setAccessibleName(tr("{title}. {about}").format(title=title, about=line.about))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(100), tokens.scaled(_ROW))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setToolTip(self._explained())  # not before somebody looks: there may be hundreds of rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        paint_row_ground(painter, area, hovered=self.underMouse(), selected=self._is_chosen)
        side = tokens.scaled(_AVATAR)
        letter = QRectF(_EDGE, area.center().y() - side / 2, side, side)
        if self.line.person:
            paint_avatar(painter, letter, self.line.person)
        else:
            _paint_nobody(painter, letter)
        left, line = self._left(), tokens.scaled(18)
        words = QRectF(left, area.center().y() - line, area.width() - left - _EDGE, line)
        drawing.text(painter, words, self.words(), tokens.font("control"), tokens.color("ink"))
        drawing.text(painter, words.translated(0, line), self.line.about, tokens.font("small"), tokens.color("ink2"))

    def _left(self) -> float:
        return _EDGE + tokens.scaled(_AVATAR) + _GAP

    def _explained(self) -> str:
        """All of the words where there is no room for them."""
        room = self.width() - self._left() - _EDGE
        is_cut = drawing.width_of(self.words(), tokens.font("control")) > room
        is_cut = is_cut or drawing.width_of(self.line.about, tokens.font("small")) > room
        return plain_tooltip(f"{self.words()}\n{self.line.about}") if is_cut else ""


def _paint_nobody(painter: QPainter, area: QRectF) -> None:
    pen = QPen(tokens.color("stroke"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.5, 2.5])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
    size = tokens.scaled(14)
    drawing.icon(painter, "user-plus", area.center().x() - size / 2, area.center().y(), size, tokens.color("ink3"))
