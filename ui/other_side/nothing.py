"""What stands right while nothing is prepared: what this side is for, and how to begin."""

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
    back_asked = Signal()  # where the switch is not beside it

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        self.begin = Button(tr("Get ready for a role"), "primary")
        self.sample = LinkButton(tr("See one in the sample journal"))
        self.back = LinkButton(tr("Interviews"), icon="chevron-left", tone="ink2")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.setMaximumWidth(tokens.scaled(272))
        words = tr(
            "You are asked these questions, too. Pick those you expect, and answer from what you wrote at the time: "
            "your reflections and debriefs stand beside the answer. Then say them aloud, with a clock."
        )
        said = Paragraph(words, "reading", "ink2", is_centred=True)
        said.setMaximumWidth(tokens.scaled(_MEASURE))
        title = Paragraph(tr("The next interview is yours"), "display", "ink", is_centred=True)
        holder = QWidget()
        holder.setLayout(
            column(
                *(..., row(..., EmptyRope(), ...), 43, title, 9, row(..., said, ...), 26),
                *(row(..., self.begin, ...), 18, row(..., self.sample, ...), ..., ...),
                margins=(32, 0, 32 - ScrollPage.ROOM, 20),
            )
        )
        head = row(self.back, ..., self._search, margins=(28, 20, 28, 0))
        head.setStretchFactor(self._search, 1000)
        self.setLayout(column(head, ScrollPage(holder)))
        self.sample.setVisible(offers_sample)
        self.sample.clicked.connect(self.sample_asked)
        self._search.clicked.connect(self.search_asked)
        self.back.clicked.connect(self.back_asked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))
