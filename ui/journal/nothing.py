"""What stands in place of an entry while none is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.rope import EmptyRope


class Nothing(QWidget):
    """In an empty journal, how to begin; else one quiet sentence."""

    begin_asked = Signal()
    sample_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        words = tr(
            "Begin with one moment of today when you wanted to step in.\n"
            "Three words are enough. What you write stays on this\n"
            "computer, encrypted, and waits for you here."
        )
        begin = Button(tr("Write the first one"), "primary", keys=tr("Ctrl N"))
        begin.clicked.connect(self.begin_asked)
        sample = LinkButton(tr("See a filled one in the sample journal"))
        sample.clicked.connect(self.sample_asked)
        self._beginning = QWidget()
        if not offers_sample:
            sample.hide()
        self._beginning.setLayout(
            column(
                row(..., EmptyRope(), ...),
                43,
                row(..., Label(tr("Nothing written yet"), "display"), ...),
                9,
                Paragraph(words, "reading", "ink2", is_centred=True),
                26,
                row(..., begin, ...),
                18,
                row(..., sample, ...),
            )
        )
        self._none = Label(tr("No entry is selected."), "body", "ink3")
        self.setLayout(column(..., self._beginning, row(..., self._none, ...), ..., ..., ..., margins=32))
        self.set_empty(False)

    def set_empty(self, is_empty: bool) -> None:
        """Whether there is nothing in the journal at all."""
        self._beginning.setVisible(is_empty)
        self._none.setVisible(not is_empty)
