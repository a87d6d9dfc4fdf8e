"""Which entries of the period go in, one by one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.reflections.model import Heading
from app.translation import tr
from ui.coaching.entry_choice import EntryChoice
from ui.coaching.presenter import CoachingPresenter
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, column, row


class EntryPanel(Panel):
    """Every tick holds at once. What is marked not for export is not among them: it never goes in."""

    def __init__(self, presenter: CoachingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.list = EntryChoice()
        self.all_in = LinkButton(tr("All go in"))
        head = row(Label(tr("Entries that go in"), "small", weight=600), ..., self.all_in)
        foot = Label(tr("An entry that stays out takes its plans with it."), "small", "ink3")
        self.setLayout(column(head, 8, self.list, 8, Line(), 10, foot, margins=16))
        self.list.left_out.connect(lambda id, out: presenter.leave_out(id, out=out))
        self.all_in.clicked.connect(lambda: presenter.choose(without=frozenset()))
        presenter.changed.connect(lambda: self.list.tick(presenter.choice.without))

    def open_above(self, anchor: QWidget) -> None:
        """Opens once the journal has said what there is."""
        self._presenter.ask_for_entries(partial(self._show, anchor))

    def _show(self, anchor: QWidget, found: Sequence[Heading]) -> None:
        self.list.show_entries(found, self._presenter.choice.without)
        self.list.updateGeometry()
        self.open_at(anchor, below=False)
        self.list.setFocus()
