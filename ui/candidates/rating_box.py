"""A rating as it is read: its number in a box, the same for every number, and what stands for it in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.interviews.model import Asked
from app.translation import tr
from ui.candidates.words import anchor_words
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row


class RatingBox(QWidget):
    """The number."""

    def __init__(self, rating: int) -> None:
        super().__init__()
        self._rating = rating
        self.setAccessibleName(tr("Rated {rating} of 4").format(rating=rating))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(22), tokens.scaled(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        drawing.box(painter, area, tokens.radius("s"), tokens.color("surface"), tokens.color("stroke"))
        font = tokens.font("caption", weight=600)
        drawing.text(painter, area, str(self._rating), font, tokens.color("ink"), drawing.CENTER)


class RatingLine(QWidget):
    """The rating of one part with its anchor; a dotted ring where it was left out, or has nothing yet."""

    def __init__(self, part: Asked | None, *, short: bool) -> None:
        super().__init__()
        words, tone = _words(part, short=short), "ink2" if part is not None and part.rating else "ink3"
        mark: QWidget = Icon("circle-dashed", size=16, tone="ink3")
        if part is not None and part.rating is not None:
            mark = RatingBox(part.rating)
        said = Paragraph(words, "small", tone)
        self.setAccessibleName(words)
        above = max(0, (tokens.scaled(22) - tokens.line_height("small")) // 2)
        beside = (tokens.scaled(22) - mark.sizeHint().height()) // 2
        layout = row(column(beside, mark, ...), column(above, said, ...), spacing=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _words(part: Asked | None, *, short: bool) -> str:
    if part is None:
        return tr("Not among the questions of this conversation")
    if part.rating is not None:
        return anchor_words(part, short=short)
    if part.not_asked:
        return tr("Not asked")
    return tr("No rating yet") if part.notes.strip() else tr("Nothing noted yet")
