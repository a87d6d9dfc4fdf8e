"""The recovery key as it is read and copied by hand: eight groups of four, in two rows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing

_ROWS, _COLUMNS = 2, 4
_HEIGHT = 142
_PITCH = 50


class KeySheet(QLabel):
    """Shows one recovery key; for a screen reader it is a text that spells itself."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._groups = key.split("-")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spelled = ", ".join(" ".join(group) for group in self._groups)
        self.setAccessibleName(tr("Recovery key: {groups}").format(groups=spelled))

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(480), tokens.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(420), tokens.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("xl"), tokens.color("surface"), tokens.color("stroke"))
        font, ink = _font(), tokens.color("ink")
        pitch = tokens.scaled(_PITCH)
        inner = area.adjusted(25, 0, -25, 0)
        width = inner.width() / _COLUMNS
        for index, group in enumerate(self._groups):
            row, column = divmod(index, _COLUMNS)
            middle = area.center().y() + (row - (_ROWS - 1) / 2) * pitch
            cell = QRectF(inner.left() + column * width, middle - pitch / 2, width, pitch)
            drawing.text(painter, cell, group, font, ink, drawing.CENTER)


def _font() -> QFont:
    font = tokens.font("figure", weight=600, tabular=True)
    font.setPixelSize(tokens.scaled(22))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tokens.scaled(3))
    return font
