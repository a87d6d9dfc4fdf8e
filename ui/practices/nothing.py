"""What stands on the page while there is no practice yet: what one is, and how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton, SearchButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope

_KINDS, _SHARE, _MEASURE = 320, 0.36, 480


class Nothing(QWidget):
    """Left the ways there are, right the beginning."""

    begin_asked = Signal()
    checklist_asked = Signal()
    sample_asked = Signal()
    search_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        self.begin = Button(tr("Add a practice"), "primary", keys=tr("Ctrl Shift T"))
        self.checklist = LinkButton(tr("Begin with a checklist"))
        self.sample = LinkButton(tr("See filled ones in the sample journal"))
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.search.setMaximumWidth(tokens.scaled(272))
        self._left = self._make_kinds()
        self._right = _Surface()
        self._right.setLayout(self._make_beginning(offers_sample))
        self.setLayout(row(self._left, self._right))
        self.begin.clicked.connect(self.begin_asked)
        self.checklist.clicked.connect(self.checklist_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.search.clicked.connect(self.search_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(min(tokens.scaled(_KINDS), round(event.size().width() * _SHARE)))

    def _make_kinds(self) -> QWidget:
        kinds = (
            (tr("Second pair of eyes"), tr("Somebody else looks before it goes out")),
            (tr("Checklist"), tr("The same few steps each time")),
            (tr("Debrief"), tr("What helped, and what to change")),
            (tr("Report"), tr("What is seen without asking")),
            (tr("One-on-one"), tr("Regular, in place of interruptions")),
        )
        parts: list[QWidget | int] = []
        for name, said in kinds:
            parts += [Label(name, "caption", "ink2", weight=600), 10, Paragraph(said, "small", "ink2"), 22]
        holder = QWidget()
        holder.setLayout(column(*parts, ..., margins=(0, 0, 0, 20)))
        left = QWidget()
        scroll = ScrollPage(holder)
        left.setLayout(column(Label(tr("Practices"), "page"), 22, scroll, margins=(20, 21, 10, 0)))
        return left

    def _make_beginning(self, offers_sample: bool) -> QVBoxLayout:
        words = tr(
            "Write down one way in which work is looked after when you are not looking. Then ask each person how it "
            "reads: as care, or as distrust. Often both are true."
        )
        if not offers_sample:
            self.sample.hide()
        said = Paragraph(words, "reading", "ink2", is_centred=True)
        said.setMaximumWidth(tokens.scaled(_MEASURE))
        beginning = QWidget()
        beginning.setLayout(
            column(
                ...,
                row(..., EmptyRope(), ...),
                43,
                Paragraph(tr("No practice written down yet"), "display", "ink", is_centred=True),
                9,
                row(..., said, ...),
                26,
                row(..., self.begin, ...),
                18,
                row(..., self.checklist, ...),
                10,
                row(..., self.sample, ...),
                ...,
                ...,
                margins=(24 + ScrollPage.ROOM, 0, 24, 0),
            )
        )
        return column(row(..., self.search, margins=(32, 20, 28, 0)), ScrollPage(beginning))


class _Surface(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))
