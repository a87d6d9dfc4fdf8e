"""A station of the loop: the number large, what it is of, and a line about it."""

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QWidget

from ui.cycle.words import Node
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

_MOST_WIDE, _GAP = 208, 8


class NodeView(QWidget):
    """Painted by what is in it, centred; it is as large as its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._node = Node("", "", "", "")
        self._figure = Label("", "figure", "ink", tabular=True)
        self._unit = Label("", "small", "ink2")
        self._title = Paragraph("", "heading", "ink", is_centred=True, weight=600)
        self._about = Paragraph("", "small", "ink2", is_centred=True)
        unit = column(..., self._unit, tokens.scaled(4))
        self._line = row(..., self._figure, _GAP, unit, ...)
        self.setLayout(column(self._line, self._title, self._about))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_node(self, node: Node) -> None:
        """Says this."""
        self._node = node
        self._figure.setText(node.figure)
        self._figure.setVisible(bool(node.figure))
        self._unit.setText(node.unit)
        self._title.setText(drawing.in_our_direction(node.title))
        self._about.setText(drawing.in_our_direction(node.about))
        self._about.setVisible(bool(node.about))
        self.setAccessibleName(node.spoken())

    def size_of_words(self) -> QSizeF:
        """How wide and how high its words are."""
        node = self._node
        figures = drawing.width_of(node.figure, tokens.font("figure", tabular=True)) + _GAP if node.figure else 0
        line = figures + drawing.width_of(node.unit, tokens.font("small"))
        title = drawing.width_of(node.title, tokens.font("heading"))
        about = drawing.width_of(node.about, tokens.font("small"))
        wide = min(max(line, title, about) + 2, tokens.scaled(_MOST_WIDE))
        inside = self.layout()
        high = inside.totalHeightForWidth(wide) if inside is not None else 0
        return QSizeF(wide, high)
