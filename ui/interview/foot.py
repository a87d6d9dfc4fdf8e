"""Below the part in hand: back, on, and at the end the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.interview.presenter import InterviewPresenter
from ui.widgets.buttons import Button
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import ScrollPage, column, row


class Foot(QWidget):
    """One filled button: it leads on, finishes, or leads back to all of it."""

    previous_asked = Signal()
    next_asked = Signal()
    finish_asked = Signal()
    all_asked = Signal()

    def __init__(self, presenter: InterviewPresenter, above: ScrollPage) -> None:
        """`above` is what scrolls above it."""
        super().__init__()
        self._presenter = presenter
        self.previous = Button(tr("Previous"), "quiet", icon="arrow-left")
        self.next = Button(tr("Next question"), "primary", keys=tr("Ctrl →"))
        self.finish = Button(tr("Finish"), "primary", keys=tr("Ctrl ↵"))
        self.all = Button(tr("All of it"), "primary")
        self._said = ElidedLabel(tr("Nothing is scored for you. The rating is yours."), "small", "ink2")
        self._row = row(self.previous, ..., self._said, ..., self.next, self.finish, self.all)
        self.setLayout(column(FootLine(above), self._row))
        for button, signal in (
            (self.previous, self.previous_asked),
            (self.next, self.next_asked),
            (self.finish, self.finish_asked),
            (self.all, self.all_asked),
        ):
            button.clicked.connect(signal)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Nearer to the sides."""
        side = 28 if narrow else 40
        self._row.setContentsMargins(side - 11, 8 if narrow else 12, side, 12 if narrow else 24)

    def show_now(self) -> None:
        """What leads on from the part in hand."""
        given = self._presenter.interview
        if given is None:
            return
        is_last, is_over = given.at >= len(given.parts) - 1, self._presenter.is_over
        self.previous.setEnabled(given.at > 0)
        self.next.setVisible(not is_last and not is_over)
        self.finish.setVisible(is_last and not is_over)
        self.all.setVisible(is_over)
        self._said.setVisible(bool(given.parts))
