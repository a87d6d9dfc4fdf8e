"""In place of a recommendation: what is missing for it, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.interviews.conversation import Missing
from app.interviews.model import Interview
from app.translation import tr
from ui.candidates.words import lacking, way_there
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.drawing import box
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row


class MissingBlock(QWidget):
    """Sunk. A competency that has nothing yet has a line, and leads to the question that can make it good."""

    opened = Signal(int)  # the number of a part

    def __init__(self, interview: Interview, missing: Sequence[Missing], *, rounded: bool = True) -> None:
        super().__init__()
        self._rounded = rounded
        self.links: list[LinkButton] = []
        head = row(Icon("circle-dashed", size=16, tone="ink2"), Label(tr("Opens with the evidence"), "control"), ...)
        head.setSpacing(8)
        lines = [item for each in missing for item in self._lines(interview, each)]
        self.setLayout(column(head, *lines, ..., margins=(20, 16, 20, 16), spacing=4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = tokens.radius("l") if self._rounded else 0
        box(QPainter(self), QRectF(self.rect()), radius, tokens.color("sunk"))

    def _lines(self, interview: Interview, each: Missing) -> tuple[QWidget, QLayout]:
        said = tr("{lacking} Go back to the question, or mark it “not asked”.").format(lacking=lacking(each))
        link = LinkButton(way_there(interview, each.at))
        link.clicked.connect(lambda _=False, at=each.at: self.opened.emit(at))
        self.links.append(link)
        return Paragraph(said, "small", "ink2"), row(link, ...)
