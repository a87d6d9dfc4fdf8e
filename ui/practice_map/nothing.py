"""What stands in place of the map while no kind of work was named."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope


class Nothing(QWidget):
    """How a map comes to be, one button, and a way to the sample."""

    sample_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        words = tr(
            "Name the kind of work when you hand something over, or when\n"
            "you note work that is still yours. Here you will see who has\n"
            "practice in it, and what waits for you alone."
        )
        self.begin = Button(tr("Hand something over"), "primary", keys=tr("Ctrl D"))
        sample = LinkButton(tr("See one in the sample journal"))
        sample.clicked.connect(self.sample_asked)
        inside = QWidget()
        inside.setLayout(
            column(
                ...,
                row(..., EmptyRope(), ...),
                43,
                row(..., Label(tr("No kind of work yet"), "display"), ...),
                9,
                Paragraph(words, "reading", "ink2", is_centred=True),
                26,
                row(..., self.begin, ...),
                18,
                row(..., sample, ...),
                ...,
                ...,
                margins=(32, 16, 32 - ScrollPage.ROOM, 16),
            )
        )
        self.setLayout(column(ScrollPage(inside)))
        sample.setVisible(offers_sample)  # only now: without a parent it would be a window, and take the keyboard
