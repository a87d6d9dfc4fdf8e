"""Paints one row of the list of prompts: the question in two lines, its pillar, and what has become of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.prompts.own import Entry
from app.reflections.wording import pillar_name
from ui.prompts.rows import ENTRY, Index, marks
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.chips import paint_pillar
from ui.widgets.row_ground import paint_ground

ROW = 82
_EDGE = 12
_WORDS, _LINE = 15, 22  # a size of type that stands between those of the scale, as in the journal's list
_FACTS = 20
_BETWEEN = 14
_MOST_WORDS = 1000  # characters: far more than two lines hold, and an imported question may have millions
_SCROLL_BAR = 10  # its room is kept free while there is none


class PromptRow(QStyledItemDelegate):
    """All rows are of one height, whatever is in them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        area = QRectF(option.rect)
        area.setRight(option.widget.width() - _SCROLL_BAR)
        painter.save()
        paint_ground(painter, area, option.state)
        inner = area.adjusted(_EDGE, 0, -_EDGE, 0)
        font = tokens.font("readingS")
        font.setPixelSize(tokens.scaled(_WORDS))
        layout = _laid_out(entry.prompt.question[:_MOST_WORDS], font, int(inner.width()))
        line, facts = tokens.scaled(_LINE), tokens.scaled(_FACTS)
        height = layout.lineCount() * line + facts
        top = area.center().y() - height / 2
        painter.setPen(tokens.color("ink3" if entry.is_retired else "ink"))
        layout.draw(painter, QPointF(inner.left(), top))
        _paint_facts(painter, QRectF(inner.left(), top + height - facts, inner.width(), facts), entry)
        painter.restore()


def _laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    """At most two lines; what is left is cut with an ellipsis."""
    layout = _in_lines(words, font, width)
    if layout.lineCount() <= 2:
        return layout
    end = layout.lineAt(1).textStart()
    units = words.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    first = units[: 2 * end].decode("utf-16-le", "replace")
    rest = units[2 * end :].decode("utf-16-le", "replace")
    return _in_lines(
        first + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 2), font, width, most=2
    )


def _in_lines(words: str, font: QFont, width: int, most: int = 3) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = tokens.scaled(_LINE)
    layout.beginLayout()
    for at in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, at * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout


def _paint_facts(painter: QPainter, line: QRectF, entry: Entry) -> None:
    font, ink, size = tokens.font("caption"), tokens.color("ink3"), tokens.scaled(14)
    paint_pillar(painter, line, entry.prompt.pillar, filled=False)
    left = line.left() + size + 5 + drawing.width_of(pillar_name(entry.prompt.pillar), font) + _BETWEEN
    for name, words in marks(entry):
        if left + size > line.right():
            return
        drawing.icon(painter, name, left, line.center().y(), size, ink)
        left += size + 5
        drawing.text(painter, QRectF(left, line.top(), line.right() - left, line.height()), words, font, ink)
        left += drawing.width_of(words, font) + _BETWEEN
