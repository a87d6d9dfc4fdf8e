"""On your watch today: what is due, and what is still open from earlier days. It ends with letting the reader go."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections.model import OpenCommitment
from app.translation import tr, trn
from app.watch import Due, Watched, watched
from ui import clock
from ui.kinds import shown
from ui.reference import ALIGNMENT, CYCLE, INTERVIEW, Reference
from ui.session import Change, Session
from ui.today.numbers import waiting
from ui.today.watch_row import KINDS, WatchRow, of_plan, of_watched
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from ui.session import Records

_MOST = 5  # of everything
_MOST_DUE, _MOST_PLANS = 4, 3
_TOUCHING = frozenset({"person", *KINDS.values()})
_WORTH_A_LOOK = (Due.CYCLE, Due.CANDIDATES)  # which ask for nothing


class Watching(QObject):
    """Asks the journal what is due on a day, once the page has its words, and again when that changed elsewhere.

    An interview is saved every few seconds while it goes on: what changed there is asked for once somebody looks.
    """

    shown = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today: date | None = None
        self._is_stale = False
        self.found: list[Watched] = []
        session.foresee(self, lambda records: _watched(records, clock.today()), self._on_read)
        session.changed.connect(self._on_changed)

    def ask(self, today: date) -> None:
        """Reads what is due on this day."""
        self._today, self._is_stale = today, False
        self._session.read(self, lambda journal: _watched(journal, today), self._on_read)

    def look(self) -> None:
        """Somebody sees the page: asks again for what changed meanwhile."""
        if self._is_stale and self._today is not None:
            self.ask(self._today)

    def _on_read(self, read: tuple[date, list[Watched]]) -> None:
        self._today, found = read
        if found != self.found:
            self.found = found
            self.shown.emit()

    def _on_changed(self, change: Change, _: QObject) -> None:
        if change.kind not in _TOUCHING:
            return
        self._is_stale = True
        page = self.parent()
        if change.kind != KINDS[Due.CANDIDATES] or (isinstance(page, QWidget) and page.isVisible()):
            self.look()


class Watch(QWidget):
    """The list. A thing that is due is gone to, a plan is asked about."""

    plan_chosen = Signal(str)  # the id of a commitment
    referred = Signal(object)  # a Reference

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(11)
        self._rest = Paragraph("", "small", "ink3")
        self._below = row(self._rest)
        self.setLayout(column(Label(tr("On your watch today"), "heading"), 12, self._rows, self._below))

    def show_all(self, due: Sequence[Watched], plans: Sequence[OpenCommitment], number: int, today: date) -> None:
        """What is due, then these plans, the last of them first, of `number` in all."""
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        for thing in due[:_MOST_DUE]:
            reference = place(thing)
            self._add(of_watched(thing, today), lambda _=False, to=reference: self.referred.emit(to))
        room = min(_MOST_PLANS, _MOST - len(due[:_MOST_DUE]))
        for plan in plans[: -room - 1 : -1]:
            self._add(of_plan(plan, today), lambda _=False, id=plan.commitment.id: self.plan_chosen.emit(id))
        # The sentence stands below the words of the things; without any, below the title.
        is_empty = not due and not plans
        self._rows.setContentsMargins(0, 0 if is_empty else 8, 0, 0)
        self._below.setContentsMargins(0 if is_empty else 28, 0 if is_empty else 13, 0, 0)
        self._rest.setText(rest(due[_MOST_DUE:], number - room, is_empty=is_empty))

    def _add(self, made: WatchRow, do: Callable[..., None]) -> None:
        made.clicked.connect(do)
        self._rows.addWidget(made)


def place(thing: Watched) -> Reference:
    """Where it is looked at."""
    match thing.due:
        case Due.ALIGNMENT:
            return Reference(ALIGNMENT, person=thing.person)
        case Due.CANDIDATES:
            return Reference(INTERVIEW, id=thing.id)
        case Due.CYCLE:
            return Reference(CYCLE, id=thing.id)
    return Reference(shown(KINDS[thing.due]).page, id=thing.id)


def number_due(found: Sequence[Watched]) -> int:
    """How many of them are due: a take-back cycle, and who is erased soon, is only worth a look."""
    return sum(each.due not in _WORTH_A_LOOK for each in found)


def how_much(due: int, still_open: int) -> str:
    """In a few words: how many things are due, and how many plans are open."""
    if due and still_open:
        return tr("{due} due, {count} still open").format(due=due, count=waiting(still_open))
    if due:
        return tr("{due} due").format(due=due)
    return tr("{count} still open").format(count=waiting(still_open)) if still_open else ""


def rest(left: Sequence[Watched], plans: int, *, is_empty: bool) -> str:
    """What is said below: where those are that are left, or how many plans, or that this is all."""
    if is_empty:
        return tr("Nothing from earlier days. The rest is not yours to watch today.")
    if due := number_due(left):
        said = trn("One more is due, in {places}.", "{count} more are due, in {places}.", due)
        return said.format(count=due, places=_places(left))
    if plans > 0:
        said = trn("One more waits in the journal.", "{count} more wait in the journal.", plans)
        return said.format(count=waiting(plans))
    return tr("The rest is not yours to watch today.")


def _places(left: Sequence[Watched]) -> str:
    """ "Delegation and People"."""
    of_work, people = dict.fromkeys((Due.CHECK_IN, Due.DELIVERY, Due.DEBRIEF), tr("Delegation")), tr("People")
    names = {**of_work, Due.PRACTICE: tr("Practices")}
    *first, last = dict.fromkeys(names.get(each.due, people) for each in left if each.due not in _WORTH_A_LOOK)
    return tr("{some} and {last}").format(some=", ".join(first), last=last) if first else last


def _watched(records: "Records", today: date) -> tuple[date, list[Watched]]:
    return today, watched(records, today)
