"""Paints one row of the list, and the month above it where it is the first of one."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.reflections.model import Heading
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.journal.entries import HEADING, OPENS_MONTH
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.chips import heat
from ui.widgets.row_ground import paint_ground
from ui.wording import month_and_year

ROW = 65
MONTH = 36
_DAY_MIDDLE = 28
_WORDS_LEFT = 58
_EDGE = 12
_DOT = 4
_ICON = 14
_NUMBER, _WORDS = 17, 15  # sizes of type that stand between those of the scale
_SCROLL_BAR = 10  # its room is kept free while there is none

Index = QModelIndex | QPersistentModelIndex


class EntryRow(QStyledItemDelegate):
    """Day, first line, pillar, people, lock, pull."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(ROW + (MONTH if index.data(OPENS_MONTH) else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading: Heading = index.data(HEADING)
        area = QRectF(option.rect)
        area.setRight(option.widget.width() - _SCROLL_BAR)
        if index.data(OPENS_MONTH):
            month = QRectF(area.left() + _EDGE, area.top(), area.width() - _EDGE, tokens.scaled(MONTH + 8))
            font = tokens.font("caption", weight=600)
            drawing.text(painter, month, month_and_year(heading.date), font, tokens.color("ink3"))
            area.setTop(area.top() + tokens.scaled(MONTH))
        painter.save()
        paint_ground(painter, area, option.state)
        _paint_day(painter, area, heading)
        _paint_words(painter, area, heading)
        painter.restore()


def _paint_day(painter: QPainter, area: QRectF, heading: Heading) -> None:
    number = tokens.font("body", weight=500)
    number.setPixelSize(tokens.scaled(_NUMBER))
    left = QRectF(area.left(), 0, 2 * _DAY_MIDDLE, tokens.scaled(24))
    left.moveTop(area.top() + tokens.scaled(9))
    drawing.text(painter, left, str(heading.date.day), number, tokens.color("ink"), drawing.CENTER)
    left.moveTop(area.top() + tokens.scaled(33))
    weekday = QLocale().dayName(heading.date.isoweekday(), QLocale.FormatType.ShortFormat)
    drawing.text(painter, left, weekday, tokens.font("caption"), tokens.color("ink3"), drawing.CENTER)


def _paint_words(painter: QPainter, area: QRectF, heading: Heading) -> None:
    left, right = area.left() + _WORDS_LEFT, area.right() - _EDGE
    title = QRectF(left, area.top() + tokens.scaled(8), right - left, tokens.scaled(25))
    ink = tokens.color("ink" if heading.title else "ink3")
    words = tokens.font("readingS")
    words.setPixelSize(tokens.scaled(_WORDS))
    drawing.text(painter, title, heading.title or tr("No words yet"), words, ink)
    line = QRectF(left, area.top() + tokens.scaled(33), right - left, tokens.scaled(24))
    if heading.pull is not None:
        line.setRight(_paint_pull(painter, line, heading.pull) - 10)
    _paint_facts(painter, line, heading)


def _paint_pull(painter: QPainter, line: QRectF, pull: int) -> float:
    """Returns where it begins."""
    font = tokens.font("caption", tabular=True)
    width = max(drawing.width_of(str(pull), font), tokens.scaled(8))
    drawing.text(painter, line, str(pull), font, tokens.color("ink2"), drawing.RIGHT)
    middle = line.right() - width - 6 - _DOT
    drawing.dot(painter, QPointF(middle, line.center().y()), _DOT, tokens.color(heat(pull)))
    return middle - _DOT


def _paint_facts(painter: QPainter, line: QRectF, heading: Heading) -> None:
    font = tokens.font("caption")
    left, size = line.left(), tokens.scaled(_ICON)
    if heading.pillar is not None:
        look = tokens.values()["pillars"][heading.pillar.value]
        ink = tokens.color(look["color"])
        drawing.icon(painter, look["icon"], left, line.center().y(), size, ink)
        left = _paint_fact(painter, line, left + size + 5, pillar_name(heading.pillar), ink)
    room = line.right() - (size + 16 if heading.private else 0)
    if heading.people and room > left:
        names = ", ".join(heading.people)
        inner = QRectF(left, line.top(), room - left, line.height())
        drawing.text(painter, inner, names, font, tokens.color("ink3"))
        left += min(drawing.width_of(names, font), inner.width()) + 16
    if heading.private:
        drawing.icon(painter, "lock", min(left, line.right() - size), line.center().y(), size, tokens.color("ink3"))


def _paint_fact(painter: QPainter, line: QRectF, left: float, text: str, ink: QColor) -> float:
    font = tokens.font("caption")
    drawing.text(painter, QRectF(left, line.top(), line.right() - left, line.height()), text, font, ink)
    return left + drawing.width_of(text, font) + 12
