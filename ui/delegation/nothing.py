"""What stands right while nothing is handed over: how to begin, and what is good to begin with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import tr
from ui.reflection.flow import Flow
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope


class Nothing(QWidget):
    """One button, and a way to the sample."""

    sample_asked = Signal()

    def __init__(self, *, offers_sample: bool) -> None:
        super().__init__()
        self.begin = Button(tr("Hand something over"), "primary", keys=tr("Ctrl D"))
        self.keep = LinkButton(tr("Begin with work that is still yours"))
        self.sample = LinkButton(tr("See a finished one in the sample journal"))
        self.sample.clicked.connect(self.sample_asked)
        words = tr(
            "Begin with one piece of work that can survive a mistake.\n"
            "You will write down what done looks like, agree when\n"
            "you will check in, and practise the part in between."
        )
        candidates = (
            ("seedling", tr("Work they asked to learn")),
            ("moon", tr("Work you redo in the evening")),
            ("calendar", tr("Work with a month to spare")),
        )
        good = QWidget()
        good.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        first = (_candidate(icon, said) for icon, said in candidates)
        good.setLayout(Flow(*first, across=32, between=10, is_centred=True))
        holder = QWidget()
        holder.setLayout(
            column(
                *(
                    ...,
                    row(..., EmptyRope(), ...),
                    36,
                    row(..., Label(tr("Nothing handed over yet"), "display"), ...),
                    9,
                ),
                *(Paragraph(words, "reading", "ink2", is_centred=True), 26, row(..., self.begin, ...), 18),
                *(row(..., self.sample, ...), 8, row(..., self.keep, ...), 44, Line(), 18),
                *(
                    row(..., Label(tr("Good first candidates"), "caption", "ink2"), ...),
                    14,
                    row(..., good, ...),
                    ...,
                    ...,
                ),
                margins=(56, 0, 56 - ScrollPage.ROOM, 20),
            )
        )
        self.setLayout(column(ScrollPage(holder)))
        self.sample.setVisible(offers_sample)  # only now: without a parent it would be a window, and take the keyboard


def _candidate(icon: str, said: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(Icon(icon, tone="ink2"), 10, Label(said, "small", "ink2")))
    return made
