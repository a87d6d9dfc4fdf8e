"""Shelf: what the journal has for the page: a line for each piece of work, and the one that is looked at, whole."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.advising import Advice, advice
from app.delegation.history import History
from app.delegation.model import Debrief, Delegation, HeldTask, Touch
from app.delegation.work import alike
from app.errors import NoSuchRecord
from app.reflections.model import Filter
from ui.clock import today
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal


class Whole(NamedTuple):
    """One delegation with all that is of it; `checklist` is the name of the one that it is done by, `advice` what the
    last two debriefs of this kind of work suggest.
    """

    delegation: Delegation
    touches: Sequence[Touch]
    debriefs: Sequence[Debrief]
    checklist: str = ""
    advice: Advice | None = None


class _Read(NamedTuple):
    held: Sequence[HeldTask]
    outlines: Sequence[History]
    whole: Whole | None
    timed: Sequence[Touch] = ()


First = Callable[[Sequence[HeldTask], Sequence[History]], str | None]  # which is looked at where none is meant


class Shelf(QObject):
    """As last read."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0  # of the newest question: an older answer is dropped
        self.day = date.min  # for which it was read
        self.version = 0  # another one each time that the journal has answered
        self.held: Sequence[HeldTask] = ()
        self.outlines: Sequence[History] = ()
        self.whole: Whole | None = None
        self.timed: Sequence[Touch] = ()  # those that took minutes, where work like the whole one hands hours back

    @property
    def is_loaded(self) -> bool:
        """Whether the journal has answered."""
        return self.version > 0

    def refresh(self, id: str | None, otherwise: First) -> None:
        """Asks the journal again, and for the delegation with this id, or that has it as a touch or a debrief. Where
        there is none, for the one that is to be looked at `otherwise`.
        """
        self._number += 1
        number, day = self._number, today()

        def show(found: _Read) -> None:
            if number == self._number:
                self.held, self.outlines, self.whole, self.timed = found
                self.day = day
                self.version += 1
                self.loaded.emit()

        self._session.read(self, partial(_read_with_time, id, otherwise, day), show)


def _read_with_time(id: str | None, otherwise: First, on: date, journal: "Journal") -> _Read:
    read = _read(id, otherwise, on, journal)
    if read.whole is None:
        return read
    ids = {each.delegation.id for each in alike(read.outlines, read.whole.delegation)}
    hands_back = any(each.minutes_a_month and each.delegation in ids for each in read.held)
    return read._replace(timed=journal.touches.timed(ids) if hands_back else ())


def _read(id: str | None, otherwise: First, on: date, journal: "Journal") -> _Read:
    held, outlines = journal.held_tasks.find(Filter()), journal.delegations.outlines(on)
    there = {each.delegation.id for each in outlines}
    meant = _delegation_of(journal, id) if id is not None and id not in there else id
    if meant is None and id not in {each.id for each in held}:
        meant = otherwise(held, outlines)
    return _Read(held, outlines, _whole(journal, meant, outlines) if meant is not None and meant in there else None)


def _delegation_of(journal: "Journal", id: str) -> str | None:
    """The delegation that the touch or the debrief with this id is of; None where it is something else."""
    stores: tuple[Any, ...] = (journal.touches, journal.debriefs)
    for store in stores:
        with suppress(NoSuchRecord):
            found: str = store.get(id).delegation
            return found
    return None


def _whole(journal: "Journal", id: str, outlines: Sequence[History]) -> Whole:
    delegation = journal.delegations.get(id)
    name = ""
    if delegation.brief.checklist is not None:
        try:
            checklist = journal.checklists.get(delegation.brief.checklist)
            name = checklist.name if checklist.deleted_at is None else ""
        except NoSuchRecord:  # it went for good
            name = ""
    touches, debriefs = journal.touches.where(delegation=id), journal.debriefs.where(delegation=id)
    return Whole(delegation, touches, debriefs, name, advice(journal, delegation, outlines))
