"""Whether the changes that came out of debriefs held, and which of them the next debrief asks about. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.delegation.history import History
from app.delegation.model import Change, Debrief, Delegation, Lasted
from app.delegation.work import work_key


@dataclass(frozen=True, slots=True)
class Decided:
    """A change that was decided in a closed debrief, and its place there, from 0."""

    delegation: Delegation
    debrief: Debrief
    at: int

    @property
    def change(self) -> Change:
        """What was decided, and whether it held."""
        return self.debrief.changes[self.at]


def decided(given: Iterable[History]) -> tuple[Decided, ...]:
    """Each change with any words of a closed debrief, in the order in which they were closed."""
    found = [each for history in given for each in _decided(history)]
    return tuple(sorted(found, key=lambda each: (each.debrief.closed_on, each.debrief.id, each.at)))


def that(given: Iterable[Decided], lasted: Lasted | None) -> tuple[Decided, ...]:
    """Those that ended like this; for None, those that nobody asked about yet."""
    return tuple(each for each in given if each.change.lasted is lasted)


def to_ask(given: Iterable[History], delegation: Delegation, debrief: Debrief) -> tuple[Decided, ...]:
    """What this debrief asks about: the changes of the last one that was closed before it with the same person, or on
    the same kind of work. Those that it asked about itself are among them; where an earlier one did, there are none.
    """
    related = [
        each for each in decided(given) if _is_before(each.debrief, debrief) and _is_like(each.delegation, delegation)
    ]
    last = tuple(each for each in related if each.debrief.id == related[-1].debrief.id)
    return tuple(each for each in last if each.change.lasted is None or _asked_in(each.change, debrief))


def _decided(history: History) -> Iterator[Decided]:
    for debrief in history.debriefs:
        if debrief.closed_on is not None:
            for at, change in enumerate(debrief.changes):
                if change.text.strip() or change.about is not None:
                    yield Decided(history.delegation, debrief, at)


def _is_before(one: Debrief, other: Debrief) -> bool:
    if one.id == other.id or one.closed_on is None:
        return False
    return other.closed_on is None or (one.closed_on, one.id) < (other.closed_on, other.id)


def _is_like(one: Delegation, other: Delegation) -> bool:
    same_person = one.person is not None and one.person == other.person
    return same_person or (bool(work_key(one.work)) and work_key(one.work) == work_key(other.work))


def _asked_in(change: Change, debrief: Debrief) -> bool:
    return change.asked_on is None or change.asked_on >= debrief.date
