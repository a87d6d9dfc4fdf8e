"""Words of several styles in one paragraph: who says what can be seen, and nothing is cut."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Label

_BETWEEN = "\u2002"  # an en space: a line may end there


class Span(NamedTuple):
    """Some words; a style of type with its size and weight, and a tone."""

    text: str
    style: str
    tone: str
    weight: int | None = None
    size: int | None = None


class Spans(Label):
    """Lines as high as those of `style`; an icon may stand before them. To a screen reader it is a label."""

    def __init__(self, style: str = "small", *, room: int = 0) -> None:
        """`room` pixels are kept free before the lines."""
        self.line_style, self._room = style, room
        self._spans: tuple[Span, ...] = ()
        self._heights: dict[int, int] = {}  # by width: a layout asks many times over
        super().__init__("", style, wraps=True)
        # Not of a fixed height: that would be the one for the width before.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_spans(self, *spans: Span) -> None:
        """Shows these, with a space between them; those without words are left out."""
        shown = tuple(each for each in spans if each.text)
        if shown == self._spans:
            return
        self._spans = shown
        self._heights.clear()
        self.setText(" ".join(each.text for each in self._spans))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = max(1, self._layout(width).lineCount())
            self._heights[width] = lines * tokens.line_height(self.line_style)
        return self._heights[width]

    def dress(self) -> None:
        self._heights.clear()
        super().dress()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(240), self.heightForWidth(self.width() or tokens.scaled(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(60), tokens.line_height(self.line_style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._layout(self.width()).draw(QPainter(self), QPointF(0, 0))

    def _layout(self, width: int) -> QTextLayout:
        words = _BETWEEN.join(" ".join(each.text.split()) for each in self._spans)
        layout = QTextLayout(words, tokens.font(self.line_style))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        height, top = tokens.line_height(self.line_style), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - self._room))
            line.setPosition(QPointF(self._room, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for each in self._spans:
            font = tokens.font(each.style, weight=each.weight)
            if each.size is not None:
                font.setPixelSize(tokens.scaled(each.size))
            kind = QTextCharFormat()
            kind.setFont(font)
            kind.setForeground(drawing.brush(tokens.color(each.tone)))
            made = QTextLayout.FormatRange()
            length = len(" ".join(each.text.split()).encode("utf-16-le", "surrogatepass")) // 2  # Qt counts in these
            made.start, made.length, made.format = start, length, kind
            formats.append(made)
            start += length + len(_BETWEEN)
        return formats
