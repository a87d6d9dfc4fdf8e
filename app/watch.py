"""What a day asks an eye for, across features: meetings, promises that are due, and what was to be looked at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from app import candidates, handed_over
from app.delegation import dues
from app.interviews import alignment
from app.interviews.model import Alignment
from app.interviews.retention import label
from app.one_on_ones import rules
from app.people.model import Agreement, Person, Side
from app.reflections.model import Filter

if TYPE_CHECKING:
    from app.journal import Records

_DAY = timedelta(days=1)


class Due(Enum):
    """What there is to do about it, in the order in which it is said."""

    ONE_ON_ONE = auto()
    CANDIDATES = auto()
    CHECK_IN = auto()
    DELIVERY = auto()
    DEBRIEF = auto()
    FOLLOW_UP = auto()
    AGREEMENT = auto()
    ALIGNMENT = auto()
    PRACTICE = auto()
    CYCLE = auto()


_OF_WORK = {
    dues.Due.CHECK_IN: Due.CHECK_IN,
    dues.Due.DELIVERY: Due.DELIVERY,
    dues.Due.DEBRIEF: Due.DEBRIEF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One of them. `on` is the day it is due, `id` that of its record; of a meeting that only the rhythm has, of the
    person, and of a take-back cycle, that of the work that came back last. `words` are those of the promise, the name
    of the practice, the work that was handed over, or the letters of so many candidates as `count` says, of whom `id`
    is the first; `mine` says whose promise it is.
    """

    due: Due
    on: date
    id: str
    person: str | None = None
    words: str = ""
    time: str | None = None
    mine: bool = True
    count: int = 1


def watched(journal: "Records", today: date) -> list[Watched]:
    """One-on-ones of today and tomorrow; check-ins, deliveries, debriefs and follow-ups that are due; agreements,
    alignment sheets and practices to be looked at again; the take-back cycle that closed in the week before, and the
    candidates who are erased in the week to come.
    """
    people = {each.name: each for each in journal.people.everyone() if each.archived_on is None}
    found = [*_meetings(journal, people, today), *_follow_ups(journal, people, today)]
    found += [*_work(journal, today), *_agreements(journal, people, today), *_practices(journal, today)]
    found += [*_alignments(journal, people, today), *_candidates(journal, today)]
    return sorted(found, key=lambda each: (each.due.value, each.on, each.time or "", each.words))


def _first_of(person: Person, day: date) -> date | None:
    return None if person.rhythm is None else next(rules.days_of(person.rhythm, day), None)


def _meetings(journal: "Records", people: dict[str, Person], today: date) -> Iterator[Watched]:
    days = {today, today + _DAY}
    near = {each.id: each for field in ("date", "planned_for") for each in journal.one_on_ones.where(**{field: days})}
    for person in people.values():
        records = [each for each in near.values() if each.person == person.name]
        if not records and _first_of(person, today) not in days:
            continue
        meeting = rules.next_meeting(person.rhythm, records, today)
        if meeting is not None and meeting.on in days:
            id = meeting.record.id if meeting.record else person.id
            yield Watched(due=Due.ONE_ON_ONE, on=meeting.on, id=id, person=person.name, time=meeting.time)


def _work(journal: "Records", today: date) -> Iterator[Watched]:
    live = handed_over.live(journal, today)
    for history, due in handed_over.due_now(live, today):
        of = history.delegation
        time = due.check_in.time if due.check_in else None
        yield Watched(due=_OF_WORK[due.what], on=due.since, id=of.id, person=of.person, words=of.title, time=time)
    cycle = handed_over.closed_lately(journal, live, today)
    if cycle is not None:
        last = cycle.take_backs[-1].history.delegation
        words = cycle.work.strip() or last.title
        yield Watched(due=Due.CYCLE, on=cycle.last_on, id=last.id, person=cycle.person, words=words)


def _follow_ups(journal: "Records", people: dict[str, Person], today: date) -> Iterator[Watched]:
    for each in journal.follow_ups.where(done_on=None):
        if each.due_on is not None and each.due_on <= today and each.person in people:
            is_mine = each.owner is Side.ME
            yield Watched(
                due=Due.FOLLOW_UP, on=each.due_on, id=each.id, person=each.person, words=each.text, mine=is_mine
            )


def _agreements(journal: "Records", people: dict[str, Person], today: date) -> Iterator[Watched]:
    in_force: dict[str, Agreement] = {}
    for each in journal.agreements.find(Filter()):
        in_force.setdefault(each.person, each)
    for person, each in in_force.items():
        if each.look_again_on is not None and each.look_again_on <= today and person in people:
            yield Watched(due=Due.AGREEMENT, on=each.look_again_on, id=each.id, person=person)


def _practices(journal: "Records", today: date) -> Iterator[Watched]:
    for each in journal.practices.find(Filter()):
        if each.look_again_on is not None and each.look_again_on <= today:
            yield Watched(due=Due.PRACTICE, on=each.look_again_on, id=each.id, words=each.name)


def _alignments(journal: "Records", people: dict[str, Person], today: date) -> Iterator[Watched]:
    in_force: dict[str, Alignment] = {}
    for each in journal.alignments.find(Filter()):
        in_force.setdefault(each.person, each)
    for person, each in in_force.items():
        look = alignment.next_look(each)
        if look is not None and look.on <= today and person in people:
            yield Watched(due=Due.ALIGNMENT, on=look.on, id=each.id, person=person)


def _candidates(journal: "Records", today: date) -> Iterator[Watched]:
    for going in candidates.erased_soon(journal, today):
        words = ", ".join(filter(None, (label(each.candidate) for each in going.interviews)))
        first, count = going.interviews[0].id, len(going.interviews)
        yield Watched(due=Due.CANDIDATES, on=going.on, id=first, words=words, count=count)
