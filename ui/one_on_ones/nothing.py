"""What stands in place of the notes while nothing was ever raised between the two."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope

_MEASURE = 500


class Nothing(QWidget):
    """How to begin."""

    add_asked = Signal()
    write_asked = Signal()
    sample_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        words = tr(
            "Begin with one thing that you want to ask, and leave room for theirs. What is raised waits on the agenda, "
            "meeting after meeting, until one of you closes it."
        )
        said = Paragraph(words, "reading", "ink2", is_centred=True)
        said.setMaximumWidth(tokens.scaled(_MEASURE))
        self._title = Paragraph("", "display", "ink", is_centred=True)
        self.add = Button(tr("Add the first topic"), "primary")
        self.write = LinkButton(tr("Write notes without an agenda"))
        self.sample = LinkButton(tr("See a filled one in the sample journal"))
        self.add.clicked.connect(self.add_asked)
        self.write.clicked.connect(self.write_asked)
        self.sample.clicked.connect(self.sample_asked)
        inside = QWidget()
        inside.setLayout(
            column(
                *(..., row(..., EmptyRope(), ...), 40, self._title, 9),
                *(row(..., said, ...), 26, row(..., self.add, ...), 16),
                *(row(..., self.write, ...), 6, row(..., self.sample, ...), ..., ...),
                margins=(32, 32, 32 - ScrollPage.ROOM, 32),
            )
        )
        self.setLayout(column(ScrollPage(inside)))
        self.sample.setVisible(offers_sample)
        self.setFocusProxy(self.add)

    def show_person(self, person: str) -> None:
        """With whom nothing was raised yet."""
        shown = person if len(person) <= 40 else person[:39].rstrip() + "…"
        self._title.setText(tr("Nothing raised with {person} yet").format(person=shown))
