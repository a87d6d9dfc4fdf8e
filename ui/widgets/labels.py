"""Text that is only read: one line, several lines, and the hairline between things."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.by_name import set_by_name
from ui.widgets.dressing import Dressed

if TYPE_CHECKING:
    from ui.widgets.passage import Passage


class Label(Dressed, QLabel):
    """Words in a style of type and a tone; always plain text."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: str = "ink",
        *,
        wraps: bool = False,
        tabular: bool = False,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._tone, self._tabular, self._weight = style, tone, tabular, weight
        set_by_name(self, textFormat="PlainText")
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # in a button it would have the tone of that
        self.setWordWrap(wraps)
        self.setText(text)
        self.dress_if_changed()

    def set_tone(self, tone: str) -> None:
        """Shows the words in the colour of this token."""
        self._tone = tone
        self.dress()

    def dress(self) -> None:
        """Takes font and colour from the tokens in force."""
        self.setFont(tokens.font(self._style, tabular=self._tabular, weight=self._weight))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens.color(self._tone))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends with an ellipsis where there is no room; the tooltip then has all of it."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: str = "ink",
        *,
        tabular: bool = False,
        weight: int | None = None,
    ) -> None:
        super().__init__(text, style, tone, tabular=tabular, weight=weight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance("…"), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), int(self.alignment() | QtCore.Qt.TextFlag.TextSingleLine), self._shown())

    def _shown(self) -> str:
        line = self.text().replace("\n", " ")
        return self.fontMetrics().elidedText(line, QtCore.Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _explain(self) -> None:
        cut = self._shown() != self.text().replace("\n", " ")
        self.setToolTip(plain_tooltip(self.text()) if cut else "")


class Paragraph(QWidget):
    """Many lines with the line height of their style. Selectable, they can be walked by keyboard and copied."""

    def __init__(
        self,
        text: str = "",
        style: str = "reading",
        tone: str = "ink2",
        *,
        is_centred: bool = False,
        is_right: bool = False,
        weight: int | None = None,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        lead = 0.5 if is_centred else float(is_right)
        self._lines = _passage(text, style, tone) if selectable else _Lines(text, style, tone, lead, weight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._lines)
        self.setSizePolicy(self._lines.sizePolicy())
        if selectable:
            self.setFocusProxy(self._lines)

    def text(self) -> str:
        """The words as they were given."""
        return self._lines.text()

    def setText(self, text: str) -> None:
        """Shows other words."""
        self._lines.setText(text)
        self.updateGeometry()

    def setMaximumWidth(self, width: int) -> None:
        """No line is wider, in however wide a column. A layout asks for the height at the width of the column."""
        super().setMaximumWidth(width)
        self._lines.setMaximumWidth(width)

    def setAccessibleName(self, name: str) -> None:
        """What a screen reader calls the words."""
        self._lines.setAccessibleName(name)

    def set_tone(self, tone: str) -> None:
        """Shows the words in the colour of this token."""
        self._lines.set_tone(tone)


def _passage(text: str, style: str, tone: str) -> "Passage":
    from ui.widgets.passage import Passage  # with the documents of Qt, which the first paint does without

    return Passage(text, style, tone)


class _Lines(Label):
    """Painted lines; a QLabel for screen readers, which read it as static text."""

    def __init__(self, text: str, style: str, tone: str, lead: float, weight: int | None) -> None:
        self._lead = lead  # how much of the room that a line leaves is before it
        self._heights: dict[int, int] = {}  # by width: a layout asks many times over
        super().__init__(text, style, tone, wraps=True, weight=weight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def dress(self) -> None:
        self._heights.clear()
        super().dress()

    def heightForWidth(self, width: int) -> int:
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            count = sum(layout.lineCount() for layout in self._layouts(width))
            self._heights[width] = count * tokens.line_height(self._style)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        widest = max((QFontMetrics(self.font()).horizontalAdvance(each) for each in self.text().split("\n")), default=0)
        width = min(widest + 1, tokens.scaled(600))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), tokens.line_height(self._style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)  # its pen has the colour of the palette
        top = 0.0
        height = tokens.line_height(self._style)
        for layout in self._layouts(self.width()):
            layout.draw(painter, QPointF(0, top))
            top += layout.lineCount() * height

    def _layouts(self, width: int) -> list[QTextLayout]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font, height = self.font(), tokens.line_height(self._style)
        laid_out = []
        for words in self.text().split("\n"):
            layout = QTextLayout(words, font)
            layout.setTextOption(option)
            _break_lines(layout, width, height, self._lead)
            laid_out.append(layout)
        return laid_out


def _break_lines(layout: QTextLayout, width: int, height: int, lead: float) -> None:
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        left = (width - line.naturalTextWidth()) * lead
        line.setPosition(QPointF(left, top + (height - line.height()) / 2))
        top += height
    layout.endLayout()


class Line(QWidget):
    """A hairline between things that belong apart."""

    def __init__(self, *, vertical: bool = False, tone: str = "line") -> None:
        super().__init__()
        self._vertical, self._tone = vertical, tone
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.fill(QPainter(self), QRectF(self.rect()), tokens.color(self._tone))


def plain_tooltip(text: str) -> str:
    """Text that a tooltip shows as it was typed, whatever is in it."""
    if "<" not in text:  # nothing that Qt could take for rich text; and a screen reader says the tooltip, too
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span style='white-space: pre-wrap'>{escaped}</span>"
