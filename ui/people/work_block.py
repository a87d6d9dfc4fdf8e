"""What somebody was handed, by stage, and what the owner's own log says of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.delegation.history import History, Stage
from app.roster import Whole
from app.translation import tr
from ui.clock import today
from ui.evidence.numbers import numbers_of_person
from ui.evidence.row import EvidenceRow
from ui.people.block import Block
from ui.people.presenter import Handed
from ui.people.rows_kept import arrange
from ui.people.work_row import WorkRow
from ui.reference import DELEGATION, HANDOVER, Reference
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import put_after

_ORDER = (Stage.HANDED_OVER, Stage.AWAITING_DEBRIEF, Stage.TAKEN_BACK, Stage.DRAFT, Stage.DEBRIEFED)
_SHOWN = 6


class WorkBlock(Block):
    """What is under way comes first; a few of them, until all are asked for. It is filled behind all else."""

    referred = Signal(object)  # a Reference to go to

    def __init__(self) -> None:
        self.hand_over = LinkButton(tr("Hand over"))
        super().__init__(tr("Handed-over work"), self.hand_over)
        self._whole: Whole | None = None
        self._handed: Handed | None = None
        self._shows_all = False
        self.rows: dict[str, WorkRow] = {}
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.nothing = Paragraph("", "small", "ink3")
        self.all = LinkButton("", tone="ink2")
        self.evidence = EvidenceRow()
        self._year = Label(tr("Your own log, the last 12 months"), "caption", "ink3")
        self._numbers = QWidget()
        self._numbers.setLayout(column(16, self.evidence, 10, self._year))
        self.inner.addLayout(column(10, self._list, self.nothing, row(self.all, ...), self._numbers))
        self.hand_over.clicked.connect(self._hand_over)
        self.all.clicked.connect(self._show_all)
        self.evidence.opened.connect(self.referred)

    def show_whole(self, whole: Whole) -> None:
        if self._whole is None or self._whole.person.id != whole.person.id:
            self._shows_all = False
        self._whole = whole
        self.hand_over.setVisible(whole.person.archived_on is None)
        if self._handed is None or self._handed.person != whole.person.name:
            self._handed = None
            for each in (self._list, self.nothing, self.all, self._numbers):
                each.hide()

    def show_handed(self, handed: Handed) -> None:
        """Shows what they were handed, once that was read."""
        self._handed = handed
        self._show()

    def _show(self) -> None:
        if self._handed is None or self._whole is None:
            return
        every = _in_order(self._handed.histories)
        shown = every if self._shows_all else every[:_SHOWN]
        arrange(
            self._lines, self.rows, [(each.delegation.id, partial(self._row, each.delegation.id)) for each in shown]
        )
        for each in shown:
            self.rows[each.delegation.id].show_work(each)
        self._list.setVisible(bool(shown))
        put_after(self.hand_over, self._list)
        is_here = self._whole.person.archived_on is None
        asking = tr("Nothing is in their hands yet; begin with one piece of work that can survive a mistake.")
        self.nothing.setText(asking if is_here else tr("Nothing was handed over."))
        self.nothing.setVisible(not every)
        self.all.say(tr("All {count}").format(count=len(every)))
        self.all.setVisible(len(shown) < len(every))
        self._show_numbers([each for each in every if each.strands])

    def _show_numbers(self, given: Sequence[History]) -> None:
        self._numbers.setVisible(bool(given))
        if given and self._handed is not None:
            found = numbers_of_person(self._handed.numbers, given, self._handed.person, today())
            self.evidence.show_numbers(found)

    def _row(self, id: str) -> WorkRow:
        made = WorkRow()
        made.clicked.connect(lambda: self._open(id))
        return made

    def _open(self, id: str) -> None:
        drafts = (each.delegation.id for each in self._handed.histories if not each.strands) if self._handed else ()
        self.referred.emit(Reference(HANDOVER if id in drafts else DELEGATION, id=id))

    def _hand_over(self) -> None:
        if self._whole is not None:
            self.referred.emit(Reference(HANDOVER, person=self._whole.person.name))

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()


def _in_order(given: Sequence[History]) -> list[History]:
    """By stage; of one stage the newest first, as they come, and what is due before what is not."""
    return sorted(given, key=_rank)


def _rank(given: History) -> tuple[int, str]:
    due = given.delegation.brief.due_on
    is_open = given.stage is Stage.HANDED_OVER
    return _ORDER.index(given.stage), (due.isoformat() if due is not None else "~") if is_open else ""
