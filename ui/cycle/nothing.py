"""What stands on the page where no kind of work has come back in a cycle: what one would be, and where to look."""

from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rope import EmptyRope


class Nothing(QWidget):
    """One sentence on what it needs, and one button."""

    def __init__(self) -> None:
        super().__init__()
        self.go = Button(tr("See all work"), "primary")
        words = tr(
            "A cycle shows here once a kind of work came back to you\n"
            "twice in 60 days from the same person, or came back once\n"
            "and you did it yourself within 30. Safety, law and a date\n"
            "that cannot move do not count."
        )
        holder = QWidget()
        holder.setLayout(
            column(
                *(..., row(..., EmptyRope(), ...), 32, row(..., Label(tr("No cycle here"), "display"), ...), 9),
                *(Paragraph(words, "reading", "ink2", is_centred=True), 26, row(..., self.go, ...), ..., ...),
                margins=(32, 0, 32 - ScrollPage.ROOM, 24),
            )
        )
        self.setLayout(column(ScrollPage(holder)))
