"""How the map is painted: its headings, a row, a cell; and the marks that the legend shows as well."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.delegation.practice_map import Cell, Row
from app.people.model import Authority
from app.people.rules import AUTHORITIES
from app.translation import tr
from app.work_map import WorkMap
from ui.practice_map import words
from ui.practice_map.cells import Cells
from ui.practice_map.columns import BEYOND, ROW, SIDE, Columns
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.chips import paint_avatar
from ui.widgets.labels import plain_tooltip

_EDGE = 4
GAP = 16  # pixels between the name of a kind of work and the people
_AVATAR, _BESIDE_AVATAR = 22, 8
_NUMBER, _AFTER_NUMBER = 18, 10
_DOT, _PITCH, _RING, _DASH = 4, 9, 9.5, 12


class Marked(NamedTuple):
    """The columns of the cells in a row that are looked at, and that the keyboard is at; -1 for none."""

    lit: int = -1
    focused: int = -1


def paint_heads(painter: QPainter, height: int, columns: Columns, shown: WorkMap) -> None:
    """What each column is, and a line below."""
    caption, ink2 = tokens.font("caption"), tokens.color("ink2")
    kind = QRectF(SIDE, 0, columns.width_of(0) - GAP, height - 1)
    drawing.text(painter, kind, tr("Kind of work"), caption, ink2)
    owner = QRectF(columns.right, 0, columns.width - SIDE - columns.right, height - 1)
    drawing.text(painter, owner, tr("You, a month"), caption, ink2, drawing.RIGHT)
    painter.save()
    painter.setClipRect(QRectF(columns.left - 2, 0, columns.right - columns.left + 2, height))
    side = tokens.scaled(_AVATAR)
    for column, person in enumerate(shown.people, 1):
        left = columns.left_of(column)
        if not columns.shows(left):
            continue
        paint_avatar(painter, QRectF(left, (height - 1 - side) / 2, side, side), person)
        name = QRectF(left + side + _BESIDE_AVATAR, 0, room_of_name(columns), height - 1)
        ink = tokens.color("ink3" if person in shown.archived else "ink")
        drawing.text(painter, name, person, _name_font(), ink)
    painter.restore()
    painter.fillRect(SIDE, height - 1, columns.width - 2 * SIDE, 1, tokens.color("lineStrong"))


def paint_row(painter: QPainter, top: int, columns: Columns, cells: Cells, number: int, marked: Marked) -> None:
    """A kind of work: its name, a cell for each person, what it takes of the owner's month."""
    row, height = cells.map.rows[number], tokens.scaled(ROW)
    if row.is_only_owner:
        painter.fillRect(BEYOND, top, columns.width - 2 * BEYOND, height, tokens.color("sunk"))
        painter.fillRect(BEYOND, top - 1, _EDGE, height + 1, tokens.color("teal"))
    _paint_name(painter, QRectF(SIDE, top, columns.width_of(0) - GAP, height), row)
    painter.save()
    painter.setClipRect(QRectF(columns.left - 6, top, columns.right - columns.left + 6, height))
    for column, cell in enumerate(row.cells, 1):
        left = columns.left_of(column)
        if columns.shows(left):
            _paint_cell(painter, QRectF(left, top, columns.each, height), row, cell, cells, column, marked)
    painter.restore()
    _paint_owner(painter, QRectF(columns.right, top, columns.width - SIDE - columns.right, height), row)
    if marked.focused in (0, cells.last):
        area = QRectF(columns.left_of(marked.focused), top, columns.width_of(marked.focused), height)
        _paint_ring_around(painter, area.adjusted(-10, 5, 10 if marked.focused else -8, -6))
    side = BEYOND if row.is_only_owner else SIDE
    painter.fillRect(side, top + height - 1, columns.width - 2 * side, 1, tokens.color("line"))
    _paint_borders(painter, top, height, columns)


def paint_level(painter: QPainter, left: float, middle: float, level: Authority) -> float:
    """Five dots, as many of them full as steps are theirs; returns where they end."""
    reached, pitch = AUTHORITIES.index(level), tokens.scaled(_PITCH)
    radius = tokens.scaled(_DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in range(len(AUTHORITIES)):
        at = QPointF(left + radius + step * pitch, middle)
        if step <= reached:
            drawing.dot(painter, at, radius, tokens.color("teal"))
        else:
            painter.setPen(QPen(tokens.color("stroke"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius - 0.75, radius - 0.75)
    return left + 2 * radius + (len(AUTHORITIES) - 1) * pitch


def paint_dash(painter: QPainter, left: float, middle: float) -> float:
    """Not yet; returns where it ends."""
    width = tokens.scaled(_DASH)
    painter.fillRect(QRectF(left, round(middle) - 1, width, 1), tokens.color("ink3"))
    return left + width


def paint_ring(painter: QPainter, left: float, middle: float, *, is_lit: bool = False) -> float:
    """Not yet, and nobody but the owner; returns where it ends."""
    radius = tokens.scaled(_RING)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens.color("teal"), 2)
    if not is_lit:
        pen = QPen(tokens.color("stroke"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(left + radius + 0.5, middle), radius, radius)
    return left + 2 * radius + 1


def room_of_name(columns: Columns) -> float:
    """How much there is for the name of a person."""
    return columns.each - tokens.scaled(_AVATAR) - _BESIDE_AVATAR - 8


def whole_if_cut(name: str, room: float) -> str:
    """What a tooltip says of a name: all of it where there is no room for that, else nothing."""
    return plain_tooltip(name) if drawing.width_of(name, _name_font()) > room else ""


def _name_font() -> QFont:
    return tokens.font("control", weight=600)


def number_font() -> QFont:
    """How often something was completed."""
    made = tokens.font("body", weight=500)
    made.setPixelSize(tokens.scaled(_NUMBER))
    return made


def _paint_name(painter: QPainter, area: QRectF, row: Row) -> None:
    font = _name_font()
    if not row.is_only_owner:
        drawing.text(painter, area, row.work, font, tokens.color("ink"))
        return
    line = tokens.scaled(17)
    name = QRectF(area.left(), area.center().y() - line, area.width(), line)
    drawing.text(painter, name, row.work, font, tokens.color("ink"))
    below = name.translated(0, line)
    drawing.text(painter, below, words.only_owner(), tokens.font("caption"), tokens.color("ink2"))


def _paint_cell(
    painter: QPainter, area: QRectF, row: Row, cell: Cell, cells: Cells, column: int, marked: Marked
) -> None:
    is_ring = row.is_only_owner
    if not is_ring:
        _paint_ground(painter, area.adjusted(-8, 5, -10, -6), column, marked)
    left, above = area.left(), area.top() + tokens.scaled(24)
    has_level = cell.level is not None and not is_ring
    if cell.ever:
        _paint_count(painter, QRectF(left, above - tokens.scaled(12), area.width() - 8, tokens.scaled(24)), cell, cells)
    elif is_ring:
        paint_ring(painter, left, area.center().y(), is_lit=column in marked)
    else:
        paint_dash(painter, left, above if has_level else area.center().y())
    if has_level and cell.level is not None:
        paint_level(painter, left, area.top() + tokens.scaled(44), cell.level)


def _paint_count(painter: QPainter, area: QRectF, cell: Cell, cells: Cells) -> None:
    font = number_font()
    width = max(drawing.width_of(str(cell.count), font), tokens.scaled(12))
    ink = tokens.color("ink" if cell.count else "ink3")
    drawing.text(painter, QRectF(area.left(), area.top(), width + 1, area.height()), str(cell.count), font, ink)
    if cell.last is not None:
        month = area.adjusted(width + _AFTER_NUMBER, 1, 0, 1)
        said = words.short_month(cell.last, cells.today)
        drawing.text(painter, month, said, tokens.font("small"), tokens.color("ink2"))


def _paint_owner(painter: QPainter, area: QRectF, row: Row) -> None:
    is_known = row.minutes_a_month is not None
    font = tokens.font("control", tabular=True) if is_known else tokens.font("small")
    ink = tokens.color("ink" if is_known else "ink2")
    drawing.text(painter, area, words.hours_short(row), font, ink, drawing.RIGHT)


def _paint_ground(painter: QPainter, area: QRectF, column: int, marked: Marked) -> None:
    """What is looked at has a ground of its own; what the keyboard is at, its ring."""
    if column == marked.lit:
        drawing.box(painter, area, tokens.radius("m"), tokens.color("hover"))
    if column == marked.focused:
        _paint_ring_around(painter, area)


def _paint_ring_around(painter: QPainter, area: QRectF) -> None:
    drawing.box(painter, area, tokens.radius("m"), None, tokens.color("focus"), 2)


def _paint_borders(painter: QPainter, top: int, height: int, columns: Columns) -> None:
    """Where people go on beneath what stays."""
    if columns.moved:
        painter.fillRect(columns.left - 8, top, 1, height, tokens.color("line"))
    if columns.moved < columns.overflow:
        painter.fillRect(columns.right, top, 1, height, tokens.color("line"))
