"""Who has done which kind of work, how often and at what level; and what only the owner has ever done. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.delegation.authority import Ladder, ladders
from app.delegation.history import History, Stage
from app.delegation.model import Delegation, HeldTask, TouchKind
from app.delegation.period import EVER, Period
from app.delegation.work import Practised, by_id, is_done_by_owner, work_key
from app.people.model import Authority, Level


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person has completed of one kind of work: in the period, and ever, each in order; what they have of it
    now; and how much of it is theirs to decide.
    """

    person: str
    completed: tuple[History, ...]
    ever: tuple[History, ...]
    under_way: tuple[History, ...]
    level: Authority | None

    @property
    def count(self) -> int:
        """How often they completed it in the period."""
        return len(self.completed)

    @property
    def last(self) -> date | None:
        """When they last completed it, in the period or before."""
        return self.ever[-1].completed_on if self.ever else None


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of work: a cell for each person, and the tasks of it that the owner does now.

    `is_only_owner` says that the owner has done it, and nobody else ever completed it.
    """

    work: str
    cells: tuple[Cell, ...]
    held: tuple[HeldTask, ...]
    is_only_owner: bool

    @property
    def minutes_a_month(self) -> int | None:
        """What the owner spends on it; None where they gave no estimate, or do none of it."""
        given = [each.minutes_a_month for each in self.held if each.minutes_a_month is not None]
        return sum(given) if given else None


def practice_map(
    given: Sequence[History],
    held: Sequence[HeldTask],
    levels: Sequence[Level],
    people: Iterable[str],
    period: Period = EVER,
) -> tuple[Row, ...]:
    """A row for each kind of work that anything was written of, in the order of the names; these people across."""
    across, known = tuple(people), by_id(given)
    delegations = [each.delegation for each in given]
    names, climbed = _names(delegations, held, levels), ladders(levels, delegations)
    by_cell: dict[tuple[str | None, str], list[History]] = defaultdict(list)
    by_work, by_kept = defaultdict(list), defaultdict(list)
    for each in given:
        key = work_key(each.delegation.work)
        by_work[key].append(each)
        by_cell[each.delegation.person, key].append(each)
    for task in held:
        by_kept[work_key(task.work)].append(task)
    return tuple(
        Row(
            work=names[key],
            cells=tuple(_cell(each, by_cell[each, key], climbed.get(Practised(each, key)), period) for each in across),
            held=tuple(each for each in by_kept[key] if is_done_by_owner(each, known)),
            is_only_owner=_is_only_owner(by_kept[key], by_work[key]),
        )
        for key in sorted(names)
    )


def _cell(person: str, given: Iterable[History], ladder: Ladder | None, period: Period) -> Cell:
    theirs = tuple(given)
    ever = tuple(each for _, _, each in sorted(_completions(theirs), key=lambda each: each[:2]))
    return Cell(
        person=person,
        completed=tuple(each for each in ever if each.completed_on is not None and each.completed_on in period),
        ever=ever,
        under_way=tuple(each for each in theirs if each.stage is Stage.HANDED_OVER),
        level=ladder.now if ladder is not None else None,
    )


def _completions(given: Iterable[History]) -> Iterator[tuple[date, str, History]]:
    for each in given:
        if each.completed_on is not None:
            yield each.completed_on, each.delegation.id, each


def _is_only_owner(tasks: Iterable[HeldTask], given: Sequence[History]) -> bool:
    """Whether the owner has it, had it or did it after taking it back, and nobody ever completed it."""
    did = any(True for _ in tasks) or any(
        event.touch.what is TouchKind.DELIVERED and event.before is Stage.TAKEN_BACK
        for each in given
        for event in each.events
    )
    return did and all(each.completed_on is None for each in given)


def _names(delegations: Iterable[Delegation], held: Iterable[HeldTask], levels: Iterable[Level]) -> dict[str, str]:
    """The kinds of work as they were written last; what has no name is none."""
    written = [
        *((each.date, each.id, each.work) for each in delegations),
        *((each.date, each.id, each.work) for each in held),
        *((each.date, each.id, each.work) for each in levels),
    ]
    return {work_key(work): " ".join(work.split()) for _, _, work in sorted(written) if work_key(work)}
