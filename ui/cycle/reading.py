"""What the journal has of the cycle that is meant, and of the ways to break it that were begun already."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.delegation.coming_back import of_delegation, of_kind, of_task, practised_in
from app.delegation.cycle import Cycle, cycles
from app.delegation.history import History, Stage, history
from app.delegation.model import Delegation, HeldTask
from app.delegation.work import by_id, practised, work_key
from app.experiments import rules as experiments
from app.experiments.model import Experiment
from app.one_on_ones.model import Topic
from app.practices.model import Checklist
from app.reflections.model import Filter
from ui.reference import Reference

if TYPE_CHECKING:
    from ui.session import Journal

_NEWEST = 12  # experiments, among which the one is that runs


class Found(NamedTuple):
    """A cycle, if there is one, with the work it was opened from and all that can be gone on with.

    `person` is with whom it can be talked about: nobody where none is named, or where they have left.
    """

    start: Delegation | HeldTask | None = None
    cycle: Cycle | None = None
    known: Mapping[str, History] = {}
    person: str | None = None
    topic: Topic | None = None
    experiment: Experiment | None = None
    draft: Delegation | None = None
    checklist: Checklist | None = None


def read(journal: "Journal", wanted: Reference, today: date) -> Found:
    """The cycle of the work that is meant; where none is meant, the latest that runs, or else the latest of all.

    The histories that it is made of are read whole, and no other: a list of all work says which they are.
    """
    held = journal.held_tasks.find(Filter())
    known = by_id(journal.delegations.outlines(today))
    start = _start(known, held, wanted.id)
    cycle = _meant(cycles(known.values(), held), start, wanted, today)
    if cycle is None:
        return Found(start, known=known)
    ids, last = {each.history.delegation.id for each in cycle.take_backs}, cycle.take_backs[-1].history.delegation
    known |= {id: _whole(journal, id) for id in ids}
    of_held = {each.delegation for each in held}
    kin = [each for id, each in known.items() if id in of_held or practised(each.delegation) == practised(last)]
    cycle = of_delegation(cycles(kin, held), last)
    assert cycle is not None  # noqa: S101  reading more of it takes nothing away
    person = _to_talk_with(journal, cycle.person)
    return Found(
        start=start,
        cycle=cycle,
        known=known,
        person=person,
        topic=_topic(journal, person, ids),
        experiment=_experiment(journal, today),
        draft=_draft(known, cycle),
        checklist=_checklist(journal, cycle),
    )


def _start(known: Mapping[str, History], held: Iterable[HeldTask], id: str | None) -> Delegation | HeldTask | None:
    if id is not None and id in known:
        return known[id].delegation
    return next((each for each in held if each.id == id), None)


def _meant(found: list[Cycle], start: Delegation | HeldTask | None, wanted: Reference, today: date) -> Cycle | None:
    if isinstance(start, Delegation):
        return of_delegation(found, start)
    if start is not None:
        return of_task(found, start)
    if wanted.person is not None or wanted.work is not None:
        return of_kind(found, wanted.person, wanted.work or "")
    if wanted.id is not None:
        return None  # it is not in the journal any more
    return next((each for each in found if each.is_running(today)), next(iter(found), None))


def _whole(journal: "Journal", id: str) -> History:
    touches, debriefs = journal.touches.where(delegation=id), journal.debriefs.where(delegation=id)
    return history(journal.delegations.get(id), touches, debriefs)


def _to_talk_with(journal: "Journal", person: str | None) -> str | None:
    left = {each.name for each in journal.people.everyone() if each.archived_on is not None}
    return None if person in left else person


def _topic(journal: "Journal", person: str | None, ids: set[str]) -> Topic | None:
    """What is on the agenda already because of this work."""
    if person is None:
        return None
    waiting = journal.topics.where(person=person, closed_on=None)
    return next((each for each in waiting if each.about in ids), None)


def _experiment(journal: "Journal", today: date) -> Experiment | None:
    """The one that runs, or else the one that waits."""
    newest = [each for each in journal.experiments.find(Filter(), _NEWEST) if each.is_running]
    said = [each for each in newest if not experiments.is_empty(each)]
    return next((each for each in said if each.begun_on <= today), next(iter(said), None))


def _draft(known: Mapping[str, History], cycle: Cycle) -> Delegation | None:
    drafts = (each.delegation for each in known.values() if each.stage is Stage.DRAFT)
    return next((each for each in drafts if practised(each) == practised_in(cycle)), None)


def _checklist(journal: "Journal", cycle: Cycle) -> Checklist | None:
    """That by which the work was done last, or else one that is called as the kind of work is."""
    there = {each.id: each for each in journal.checklists.find(Filter())}
    for each in reversed(cycle.take_backs):
        if (used := each.history.delegation.brief.checklist) is not None and used in there:
            return there[used]
    name = work_key(work_name(cycle))
    return next((each for each in there.values() if work_key(each.name) == name), None)


def work_name(cycle: Cycle) -> str:
    """What the work is called: its kind, or where none was named its title."""
    of = cycle.take_backs[-1].history.delegation
    return " ".join((cycle.work.strip() or of.title).split())
