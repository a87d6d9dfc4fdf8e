"""What stands right while there is no kit yet: what one is, and how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton, SearchButton
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope

_MEASURE = 480


class Nothing(QWidget):
    """One button, and a way to the sample."""

    search_asked = Signal()
    sample_asked = Signal()
    closed = Signal()  # where it is alone: to the questions

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        self.begin = Button(tr("New kit"), "primary", keys=tr("Ctrl Shift I"))
        self.sample = LinkButton(tr("See finished ones in the sample journal"))
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.setMaximumWidth(tokens.scaled(272))
        words = tr(
            "A kit is the plan for one role: the same questions in the same order, for everyone. The one about trust "
            "is in it; add others from the list."
        )
        said = Paragraph(words, "reading", "ink2", is_centred=True)
        said.setMaximumWidth(tokens.scaled(_MEASURE))
        holder = QWidget()
        holder.setLayout(
            column(
                *(..., row(..., EmptyRope(), ...), 43),
                *(Paragraph(tr("No kit yet"), "display", "ink", is_centred=True), 9, row(..., said, ...), 26),
                *(row(..., self.begin, ...), 18, row(..., self.sample, ...), ..., ...),
                margins=(32, 0, 32 - ScrollPage.ROOM, 20),
            )
        )
        self.back = LinkButton(tr("Questions"), icon="chevron-left", tone="ink2")
        head = row(self.back, ..., self._search, margins=(28, 20, 28, 0))
        head.setStretchFactor(self._search, 1000)
        self.setLayout(column(head, ScrollPage(holder)))
        self.sample.setVisible(offers_sample)
        self.sample.clicked.connect(self.sample_asked)
        self._search.clicked.connect(self.search_asked)
        self.back.clicked.connect(self.closed)
        self.be_alone(False)

    def be_alone(self, is_alone: bool) -> None:
        """Whether the questions are not beside it."""
        self.back.setVisible(is_alone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))
