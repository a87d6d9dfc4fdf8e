"""One kind of work on the ladder: a line to the step it is at, and a ring where it was before."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.day_names import month_name
from app.delegation.authority import Ladder
from app.people.model import Level
from app.people.rules import AUTHORITIES
from app.people.wording import authority_name
from app.translation import tr
from ui.clock import today
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping
from ui.wording import day_name

_ROW, _NAME_SHARE, _END = 49, 0.27, 28
_DOT, _RING = 7, 5


def steps(width: int) -> list[float]:
    """Where the five steps are across a ladder that is so wide."""
    left, right = width * _NAME_SHARE, float(width - tokens.scaled(_END))
    return [left + (right - left) * each / (len(AUTHORITIES) - 1) for each in range(len(AUTHORITIES))]


def since_in_words(ladder: Ladder) -> str:
    """ "moved up 12 February", "since November", "not talked about yet"."""
    if ladder.now is None:
        return tr("not discussed yet")
    day = ladder.since
    if ladder.before is not None:
        moved = tr("moved up {day}") if ladder.steps > 0 else tr("moved down {day}")
        return moved.format(day=day_name(day))
    month = month_name(day.month)
    return tr("since {month}").format(month=month if day.year == today().year else f"{month} {day.year}")


def ladder_in_words(ladder: Ladder) -> str:
    """All that a row shows, for those who hear it."""
    if ladder.now is None:
        return tr("{work}: not discussed yet").format(work=ladder.work)
    said = tr("{work}: {level}, {since}").format(
        work=ladder.work, level=authority_name(ladder.now), since=since_in_words(ladder)
    )
    if ladder.before is not None:
        said = tr("{said}, from {level}").format(said=said, level=authority_name(ladder.before))
    last = ladder.rungs[-1].record
    note = last.note.strip() if isinstance(last, Level) else ""
    return tr("{said}. {note}").format(said=said, note=note) if note else said


class LadderRow(Stepping):
    """Opens the change of its level. Arrow keys move between the rows."""

    ring_radius = 8

    def __init__(self, ladder: Ladder) -> None:
        super().__init__("")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_ladder(ladder)

    def show_ladder(self, ladder: Ladder) -> None:
        """Shows where this one stands."""
        self.ladder = ladder
        self.say(ladder.work)
        self.setAccessibleName(ladder_in_words(ladder))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), tokens.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, places, middle = QPainter(self), steps(self.width()), self.height() / 2
        if self.isEnabled():
            lit = QRectF(self.rect()).adjusted(0, 6, 0, -6)
            paint_row_ground(painter, lit, hovered=self.underMouse())
        for place in places:
            painter.fillRect(QRectF(round(place), 0, 1, self.height()), tokens.color("line"))
        name = QRectF(0, 0, places[0] - 16, self.height())
        drawing.text(painter, name, self.words(), tokens.font("control"), tokens.color("ink"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ladder.now is None:
            _paint_unsaid(painter, QPointF(places[0] + 0.5, middle))
            _paint_label(painter, self, places[0] + _DOT, middle, since_in_words(self.ladder))
            return
        now = places[AUTHORITIES.index(self.ladder.now)] + 0.5
        before = places[AUTHORITIES.index(self.ladder.before)] + 0.5 if self.ladder.before else None
        _paint_line(painter, places[0], now, before, middle)
        _paint_label(painter, self, max(now, before or now) + _DOT, middle, since_in_words(self.ladder))


def _paint_line(painter: QPainter, first: float, now: float, before: float | None, middle: float) -> None:
    teal = tokens.color("teal")
    painter.fillRect(QRectF(first, middle - 1, now - first, 2), teal)
    if before is not None:
        painter.setPen(
            QPen(teal, 4 if before < now else 1.5, Qt.PenStyle.SolidLine if before < now else Qt.PenStyle.DotLine)
        )
        painter.drawLine(QPointF(before, middle), QPointF(now, middle))
        _ring(painter, QPointF(before, middle), QPen(teal, 2))
    drawing.dot(painter, QPointF(now, middle), _DOT, teal)


def _paint_unsaid(painter: QPainter, middle: QPointF) -> None:
    pen = QPen(tokens.color("stroke"), 1.5, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.5, 1.5])
    _ring(painter, middle, pen)


def _ring(painter: QPainter, middle: QPointF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(tokens.color("paper"))
    painter.drawEllipse(middle, _RING, _RING)


def _paint_label(painter: QPainter, row: LadderRow, left: float, middle: float, words: str) -> None:
    """Right of the line; where there is no room for it there, above the line. No line of a step goes through it."""
    font, ink = tokens.font("caption", weight=400), tokens.color("ink2")
    line, width = tokens.line_height("caption"), drawing.width_of(words, font) + 1
    if left + 7 + width <= row.width():
        area = QRectF(left + 7, middle - line / 2, width, line)
    else:
        area = QRectF(left - 2 * _DOT - 7 - width, middle - _DOT - line, width, line)
    is_lit = row.isEnabled() and row.underMouse()
    painter.fillRect(area.adjusted(-2, 1, 2, -1), tokens.color("hover" if is_lit else "paper"))
    drawing.text(painter, area, words, font, ink)
