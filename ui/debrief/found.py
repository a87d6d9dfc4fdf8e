"""What the journal has for a debrief: the work, what was said so far, and where a change of it can be made."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from app.advising import Advice, advice
from app.delegation.history import History, histories, history
from app.delegation.lasting import Decided, to_ask
from app.delegation.model import Debrief, Scored
from app.errors import NoSuchRecord
from app.practices.model import Checklist, Practice
from app.reflections.model import Filter
from ui.clock import today
from ui.session import now

if TYPE_CHECKING:
    from ui.session import Journal


class Found(NamedTuple):
    """What the journal has: the work and its debrief, the changes that are asked about, where one can be made, and what
    is suggested once the debrief is closed.
    """

    history: History
    debrief: Debrief | None
    asked: tuple[Decided, ...]
    checklists: Sequence[Checklist]
    practices: Sequence[Practice]
    advice: Advice | None = None


def begun(of: History) -> Debrief:
    """One in which nothing was said yet."""
    points = tuple(Scored(point=each) for each in of.delegation.brief.done)
    instant = now()
    return Debrief(
        id=uuid4().hex,
        date=today(),
        delegation=of.delegation.id,
        points=points,
        created_at=instant,
        updated_at=instant,
    )


def read(journal: "Journal", id: str, given: Debrief | None) -> Found:
    """Of the delegation with this id, or the debrief with it; `given` is the one that is in hand, if one is."""
    try:
        meant: Debrief | None = journal.debriefs.get(id)
    except NoSuchRecord:
        meant = None
    of = journal.delegations.get(meant.delegation if meant is not None else id)
    told = history(of, journal.touches.where(delegation=of.id), journal.debriefs.where(delegation=of.id))
    found = meant or told.open_debrief or told.talked_through
    known = histories(journal.delegations.find(Filter()), (), journal.debriefs.find(Filter()))
    asked = to_ask(known, of, given or found or begun(told))
    shown = given or found
    is_closed = shown is not None and shown.closed_on is not None
    suggested = advice(journal, of, journal.delegations.outlines(today())) if is_closed else None
    places = journal.checklists.find(Filter()), journal.practices.find(Filter())
    return Found(told, found, asked, *places, suggested)
