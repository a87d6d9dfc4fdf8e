"""Paints one row of the bank: the question, and whether it was chosen; above the first of a group its name."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.interviews.wording import competency_name
from ui.questions.bank_rows import ROW, BankRow, Index
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.row_ground import paint_ground

EDGE = 8  # pixels of the ground beside the words
_AROUND, _HEAD, _ABOVE = 8, 26, 14  # above and below the words; the name of a group, and what is above that
_ICON, _MARK = 16, 28  # the icon, and the room at the right that is its own
_MOST_LINES, _MOST_WORDS = 4, 1000  # an imported question may have millions of characters
_USUAL, _CHOSEN = 400, 600  # weights
_SCROLL_BAR = 10  # its room is kept free while there is none


class BankDelegate(QStyledItemDelegate):
    """As high as its words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BankRow = index.data(ROW)
        width = _words_width(option.widget)
        lines = _lines(row.entry.question.text[:_MOST_WORDS], width, tokens.text_size_in_force())
        height = lines * tokens.line_height("small") + 2 * _AROUND
        return QSize(tokens.scaled(120), height + (head_height(is_first=index.row() == 0) if row.number else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BankRow = index.data(ROW)
        area = QRectF(option.rect)
        area.setRight(option.widget.width() - _SCROLL_BAR)
        painter.save()
        if row.number:
            head = head_height(is_first=index.row() == 0)
            _paint_head(painter, QRectF(area.left(), area.top(), area.width(), head), row)
            area.setTop(area.top() + head)
        paint_ground(painter, area, option.state)
        words, width = row.entry.question.text[:_MOST_WORDS], _words_width(option.widget)
        layout = _laid_out(words, width, _weight(words, width, option.state))
        painter.setPen(tokens.color("ink3" if row.entry.is_retired else "ink"))
        layout.draw(painter, QPointF(area.left() + EDGE, area.top() + _AROUND))
        icon, tone = ("check", "teal") if row.is_in else ("plus", "ink3")
        size, middle = tokens.scaled(_ICON), area.top() + _AROUND + tokens.line_height("small") / 2
        drawing.icon(painter, icon, area.right() - EDGE - size, middle, size, tokens.color(tone))
        painter.restore()


def head_height(*, is_first: bool) -> int:
    """How high the name of a group is, with what is above it."""
    return tokens.scaled(_HEAD) + (0 if is_first else _ABOVE)


def is_on_mark(view: QWidget, x: int) -> bool:
    """Whether what is that far from the left is on the tick or the plus."""
    return x >= view.width() - _SCROLL_BAR - EDGE - tokens.scaled(_MARK)


def _words_width(view: QWidget) -> int:
    return view.width() - _SCROLL_BAR - 2 * EDGE - tokens.scaled(_MARK)


def _paint_head(painter: QPainter, area: QRectF, row: BankRow) -> None:
    font, ink = tokens.font("caption", weight=600), tokens.color("ink3")
    inner = area.adjusted(EDGE, area.height() - tokens.scaled(_HEAD), -EDGE, -2)
    number = str(row.number)
    drawing.text(painter, inner, number, tokens.font("caption", tabular=True), ink, drawing.RIGHT)
    inner.setRight(inner.right() - drawing.width_of(number, font) - 8)
    drawing.text(painter, inner, competency_name(row.entry.question.competency), font, ink)


@lru_cache(maxsize=1000)
def _lines(words: str, width: int, _text_size: int) -> int:
    """How many lines the words take: asked for every row whenever the list is laid out."""
    return _laid_out(words, width, _USUAL).lineCount()


def _weight(words: str, width: int, state: QStyle.StateFlag) -> int:
    """The chosen one is heavier, unless that would take one line more: nothing moves when another is chosen."""
    if not state & QStyle.StateFlag.State_Selected:
        return _USUAL
    has_room = _laid_out(words, width, _CHOSEN).lineCount() <= _lines(words, width, tokens.text_size_in_force())
    return _CHOSEN if has_room else _USUAL


def _laid_out(words: str, width: int, weight: int) -> QTextLayout:
    layout = _in_lines(words, width, weight, _MOST_LINES + 1)
    if layout.lineCount() <= _MOST_LINES:
        return layout
    end = layout.lineAt(_MOST_LINES - 1).textStart()
    units = words.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    first, rest = (each.decode("utf-16-le", "replace") for each in (units[: 2 * end], units[2 * end :]))
    metrics = QFontMetrics(tokens.font("small", weight=weight))
    cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)
    return _in_lines(first + cut, width, weight, _MOST_LINES)


def _in_lines(words: str, width: int, weight: int, most: int) -> QTextLayout:
    layout = QTextLayout(words.replace("\n", " "), tokens.font("small", weight=weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = tokens.line_height("small")
    layout.beginLayout()
    for at in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, at * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout
