"""The take-back cycle: work of one kind that keeps coming back from one person, with the records that show it. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.delegation.history import History, Stage
from app.delegation.model import Delegation, HeldTask, Touch, TouchKind
from app.delegation.work import Practised, by_id, is_done_by_owner, practised, work_key

AGAIN = timedelta(days=60)  # between two take-backs
MYSELF = timedelta(days=30)  # from a take-back to doing it oneself


class Arrow(StrEnum):
    """The four arrows of the loop, from one of its nodes to the next."""

    WORRY_TO_TAKE_BACK = "worry-to-take-back"
    TAKE_BACK_TO_PRACTICE = "take-back-to-practice"
    PRACTICE_TO_WORK = "practice-to-work"
    WORK_TO_WORRY = "work-to-worry"


class Starts(StrEnum):
    """What a way to break the cycle starts."""

    TOPIC = "topic"
    EXPERIMENT = "experiment"
    DELEGATION = "delegation"
    CHECKLIST = "checklist"


BREAKS = {
    Arrow.WORRY_TO_TAKE_BACK: Starts.TOPIC,
    Arrow.TAKE_BACK_TO_PRACTICE: Starts.EXPERIMENT,
    Arrow.PRACTICE_TO_WORK: Starts.DELEGATION,
    Arrow.WORK_TO_WORRY: Starts.CHECKLIST,
}


@dataclass(frozen=True, slots=True)
class TakeBack:
    """One take-back that counts, and in what it happened."""

    touch: Touch
    history: History


@dataclass(frozen=True, slots=True)
class Cycle:
    """Take-backs of a kind of work from one person, each in 60 days from the one before; and what the owner did of it
    in the 30 days after one: `kept` tasks, and what they `delivered` themselves after taking it back.

    `fear` is the delegation with the loudest one, `held` the tasks of the kind that take the owner's time, `last_on`
    the last day on which any of it came back, was kept or was done by the owner. `broken_by` is the first work of the
    kind that they completed after that.
    """

    person: str | None
    work: str
    take_backs: tuple[TakeBack, ...]
    kept: tuple[HeldTask, ...]
    delivered: tuple[Touch, ...]
    fear: Delegation | None
    held: tuple[HeldTask, ...]
    last_on: date
    broken_by: History | None

    @property
    def kept_again(self) -> tuple[HeldTask, ...]:
        """What was kept at another time than a take-back: on its day, it is the same work."""
        on = {each.touch.date for each in self.take_backs}
        return tuple(each for each in self.kept if each.date not in on)

    @property
    def times(self) -> int:
        """How often the work was kept or taken back."""
        return len(self.take_backs) + len(self.kept_again)

    @property
    def missed(self) -> tuple[History, ...]:
        """The work that was taken back, and that they did not complete after all; each once."""
        taken = by_id(each.history for each in self.take_backs)
        return tuple(each for each in taken.values() if each.completed_on is None)

    @property
    def chances_missed(self) -> int:
        """How often they got no practice: what they did not complete, and what was kept from the beginning."""
        return len(self.missed) + len(self.kept_again)

    @property
    def minutes_a_month(self) -> int | None:
        """What the work costs the owner; None where they gave no estimate."""
        given = [each.minutes_a_month for each in self.held if each.minutes_a_month is not None]
        return sum(given) if given else None

    @property
    def began_on(self) -> date:
        """The day of the first take-back."""
        return self.take_backs[0].touch.date

    def is_running(self, today: date) -> bool:
        """Whether it is worth a word today: not broken, and the last of it at most 60 days ago."""
        return self.broken_by is None and today - self.last_on <= AGAIN


def cycles(given: Iterable[History], held: Iterable[HeldTask]) -> list[Cycle]:
    """Each time that the cycle closed, the latest first."""
    known = by_id(given)
    alike: dict[Practised, list[History]] = defaultdict(list)
    for history in known.values():
        alike[practised(history.delegation)].append(history)
    tasks: dict[str, list[HeldTask]] = defaultdict(list)
    for task in sorted(held, key=lambda each: (each.date, each.id)):
        tasks[work_key(task.work)].append(task)
    found = [
        cycle
        for key, histories in alike.items()
        for cycle in _cycles(histories, tasks[key.work] if key.work else [], known)
    ]
    return sorted(found, key=lambda each: (each.last_on, each.take_backs[-1].touch.id), reverse=True)


def _cycles(alike: Sequence[History], tasks: Sequence[HeldTask], known: Mapping[str, History]) -> Iterator[Cycle]:
    for run in _runs(alike):
        kept = tuple(each for each in tasks if _follows(each.date, run))
        delivered = tuple(sorted(_delivered_by_owner(run), key=lambda each: (each.date, each.id)))
        if len(run) == 1 and not kept and not delivered:
            continue
        of = run[-1].history.delegation
        last_on = max(each.date for each in (*(each.touch for each in run), *kept, *delivered))
        yield Cycle(
            person=of.person,
            work=of.work,
            take_backs=run,
            kept=kept,
            delivered=delivered,
            fear=_loudest(each.history.delegation for each in run),
            held=tuple(each for each in tasks if _costs(each, run, known)),
            last_on=last_on,
            broken_by=_completed_after(last_on, alike),
        )


def _runs(histories: Iterable[History]) -> Iterator[tuple[TakeBack, ...]]:
    """The take-backs in order, apart where more than 60 days lie between two."""
    found = [TakeBack(touch, history) for history in histories for touch in history.take_backs]
    run: list[TakeBack] = []
    for each in sorted(found, key=lambda each: (each.touch.date, each.touch.id)):
        if run and each.touch.date - run[-1].touch.date > AGAIN:
            yield tuple(run)
            run = []
        run.append(each)
    if run:
        yield tuple(run)


def _follows(day: date, run: Iterable[TakeBack]) -> bool:
    return any(timedelta(0) <= day - each.touch.date <= MYSELF for each in run)


def _delivered_by_owner(run: Iterable[TakeBack]) -> Iterator[Touch]:
    """What the owner delivered in the 30 days after taking it back for no legitimate reason."""
    taken = {each.touch.id for each in run}
    for history in by_id(each.history for each in run).values():
        last: Touch | None = None
        for event in history.events:
            if event.took_back:
                last = event.touch
            is_own = event.touch.what is TouchKind.DELIVERED and event.before is Stage.TAKEN_BACK
            if is_own and last is not None and last.id in taken and event.touch.date - last.date <= MYSELF:
                yield event.touch


def _loudest(given: Iterable[Delegation]) -> Delegation | None:
    """The one with the likeliest fear, of equal ones that handed over last; one without a likelihood comes last."""
    feared = [each for each in given if each.fear.strip() or each.likelihood is not None]
    loudness = {each.id: -1 if each.likelihood is None else each.likelihood for each in feared}
    return max(feared, key=lambda each: (loudness[each.id], each.handed_over_on or date.min, each.id), default=None)


def _costs(task: HeldTask, run: Iterable[TakeBack], known: Mapping[str, History]) -> bool:
    """Whether the owner does it now, or it is what came back and is not completed yet."""
    if is_done_by_owner(task, known):
        return True
    return any(each.history.delegation.id == task.delegation and each.history.completed_on is None for each in run)


def _completed_after(day: date, alike: Iterable[History]) -> History | None:
    found = [(each.completed_on, each.delegation.id, each) for each in alike if each.completed_on is not None]
    return min((each for each in found if each[0] > day), key=lambda each: each[:2], default=(None, None, None))[2]
