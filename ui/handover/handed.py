"""What stands in the place of the steps once the work is with somebody else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegation.model import Delegation
from app.translation import tr
from ui.widgets.buttons import Button
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column, row
from ui.widgets.rope import EmptyRope
from ui.wording import day_name


class Handed(QWidget):
    """Says with whom it is, and where to go from here."""

    go_asked = Signal()
    begin_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = Paragraph("", "display", "ink"), Paragraph("", "body", "ink2")
        self.go = Button(tr("See how it goes"), "primary")
        self.begin = Button(tr("Hand over something else"), keys=tr("Ctrl D"))
        buttons = row(self.go, 12, self.begin, ...)
        words = (self._title, 12, self._text)
        self.setLayout(column(36, row(EmptyRope(), ...), 28, *words, 24, buttons, ..., margins=(32, 0, 32, 0)))
        self.go.clicked.connect(self.go_asked)
        self.begin.clicked.connect(self.begin_asked)

    def show_delegation(self, given: Delegation) -> None:
        """Says it of this one."""
        person, day = given.person or tr("them"), given.handed_over_on or given.date
        self._title.setText(tr("It is with {person} now").format(person=person))
        said = tr(
            "Handed over on {day}. The note at the right is theirs: copy it, print it, or save it. What you agreed on "
            "is when you meet about it; in between it is theirs."
        )
        self._text.setText(said.format(day=day_name(day)))
