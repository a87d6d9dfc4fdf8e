"""What stands in place of the list while there is nobody in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.rope import EmptyRope


class Empty(QWidget):
    """How to begin, and where to look first."""

    sample_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        words = tr(
            "Begin with one person who reports to you. You will note what\n"
            "trust looks like to them, what you agree on, and what waits\n"
            "for the next time you talk. None of it leaves this computer."
        )
        self.add = Button(tr("Add a person"), "primary", keys=tr("Ctrl Shift N"))
        sample = LinkButton(tr("See somebody in the sample journal"))
        sample.clicked.connect(self.sample_asked)
        if not offers_sample:
            sample.hide()
        self.setLayout(
            column(
                ...,
                row(..., EmptyRope(), ...),
                43,
                row(..., Label(tr("Nobody here yet"), "display"), ...),
                9,
                Paragraph(words, "reading", "ink2", is_centred=True),
                26,
                row(..., self.add, ...),
                18,
                row(..., sample, ...),
                ...,
                ...,
                margins=32,
            )
        )
