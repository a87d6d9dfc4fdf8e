"""A record behind the numbers: its day, its title and what was noted; pressing it opens it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.translation import tr
from ui.cycle.words import Row
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import plain_tooltip
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping

_HIGH, _DAY, _CHEVRON, _OUT = 58, 68, 16, 8


class SourceRow(Stepping):
    """A line below it parts it from the next; its ground reaches out a little at both sides."""

    ring_radius = 10
    ring_is_inside = True

    def __init__(self, row: Row, *, is_last: bool) -> None:
        self._row, self._is_last = row, is_last
        super().__init__(row.title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = tr("{title}. {about}, {day}").format(title=row.title, about=row.about, day=row.day)
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(268) + 2 * _OUT, tokens.scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(160), tokens.scaled(_HIGH))

    def heightForWidth(self, width: int) -> int:
        more = len(self._title_lines(self._room(width))) - 1
        return tokens.scaled(_HIGH) + more * tokens.line_height("control")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, row = self._words_area().width(), self._row
        font = tokens.font("control", weight=600)
        is_cut = any(drawing.width_of(each, font) > room for each in self._title_lines(room))
        is_cut = is_cut or drawing.width_of(row.about, tokens.font("small")) > room
        self.setToolTip(plain_tooltip(f"{row.title}\n{row.about}") if is_cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area, row = QPainter(self), QRectF(self.rect()), self._row
        paint_row_ground(painter, area.adjusted(0, 2, 0, -2), hovered=self.underMouse())
        words, line = self._words_area(), tokens.line_height("control")
        day = QRectF(_OUT, words.top(), tokens.scaled(_DAY) - 6, line)
        drawing.text(painter, day, row.day, tokens.font("caption", weight=400), tokens.color("ink2"))
        below = QRectF(words.left(), words.top(), words.width(), line)
        for each in self._title_lines(words.width()):
            drawing.text(painter, below, each, tokens.font("control", weight=600), tokens.color("ink"))
            below.translate(0, line)
        drawing.text(painter, below, row.about, tokens.font("small"), tokens.color("ink2"))
        size = tokens.scaled(_CHEVRON)
        right = area.width() - _OUT - size
        drawing.icon(painter, "chevron-right", right, area.center().y(), size, tokens.color("ink2"))
        if not self._is_last:
            parting = QRectF(_OUT, area.height() - 1, area.width() - 2 * _OUT, 1)
            drawing.fill(painter, parting, tokens.color("line"))

    def _words_area(self) -> QRectF:
        room = self._room(self.width())
        high = (len(self._title_lines(room)) + 1) * tokens.line_height("control")
        return QRectF(_OUT + tokens.scaled(_DAY), (self.height() - high) / 2, room, high)

    def _title_lines(self, room: float) -> list[str]:
        """Its title in one line, or in two: what tells a piece of work from the one before stands at the end of it."""
        font, title = tokens.font("control", weight=600), self._row.title
        if drawing.width_of(title, font) <= room:
            return [title]
        words = title.split(" ")
        fitting = [at for at in range(1, len(words)) if drawing.width_of(" ".join(words[:at]), font) <= room]
        return [" ".join(words[: fitting[-1]]), " ".join(words[fitting[-1] :])] if fitting else [title]

    @staticmethod
    def _room(width: int) -> int:
        return width - 2 * _OUT - tokens.scaled(_DAY) - tokens.scaled(_CHEVRON) - 6
