"""How much of it is theirs to decide: five steps that are read upward."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.people.model import Authority
from app.people.rules import AUTHORITIES
from app.people.wording import authority_name
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing

_ROW, _DOT, _LEFT, _WORDS = 31, 6, 7, 28


class Ladder(QWidget):
    """What is theirs now is filled up to its step; the next one is named."""

    def __init__(self) -> None:
        super().__init__()
        self._level: Authority | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_level(None)

    def show_level(self, level: Authority | None) -> None:
        """Shows this one as the one that is theirs."""
        self._level = level
        self.setAccessibleName(authority_name(level) if level else tr("Not discussed yet"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(260), len(AUTHORITIES) * tokens.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(180), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = AUTHORITIES.index(self._level) if self._level else -1
        for step in range(1, len(AUTHORITIES)):
            reached = step <= now
            painter.setPen(QPen(tokens.color("teal" if reached else "lineStrong"), 2 if reached else 1.5))
            painter.drawLine(self._middle(step - 1), self._middle(step))
        for step, level in enumerate(AUTHORITIES):
            self._paint_step(painter, step, now, authority_name(level))

    def _paint_step(self, painter: QPainter, step: int, now: int, name: str) -> None:
        middle, dot = self._middle(step), tokens.scaled(_DOT)
        if step <= now:
            drawing.dot(painter, middle, dot + 1, tokens.color("teal"))
            if step == now:
                drawing.dot(painter, middle, dot / 2, tokens.color("surface"))
        else:
            painter.setPen(QPen(tokens.color("stroke"), 1.25))
            painter.setBrush(tokens.color("surface"))
            painter.drawEllipse(middle, dot + 0.5, dot + 0.5)
        height = tokens.scaled(_ROW)
        words = QRectF(tokens.scaled(_WORDS), middle.y() - height / 2, self.width() - tokens.scaled(_WORDS), height)
        font = tokens.font("body", weight=600 if step == now else None)
        drawing.text(painter, words, name, font, tokens.color("ink" if step == now else "ink2"))
        if step in (now, now + 1) and now >= 0:
            said, tone = (tr("now"), "teal") if step == now else (tr("next"), "ink2")
            drawing.text(painter, words, said, tokens.font("caption"), tokens.color(tone), drawing.RIGHT)

    def _middle(self, step: int) -> QPointF:
        row = len(AUTHORITIES) - 1 - step
        return QPointF(tokens.scaled(_LEFT), (row + 0.5) * tokens.scaled(_ROW))
