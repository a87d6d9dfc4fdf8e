"""What is true of one delegation, or of all that one person was handed: a few numbers, each with its records. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.delegation.dues import Meeting, Planned, planned
from app.delegation.fears import Fears, fears
from app.delegation.history import History
from app.delegation.hover import Hover, hover
from app.delegation.model import HeldTask, Touch, TouchKind
from app.delegation.payback import Payback, payback
from app.delegation.period import Period
from app.moments import shifted

_BEFORE = timedelta(days=364)


def last_year(today: date) -> Period:
    """The 365 days that end with today."""
    return Period(shifted(today, -_BEFORE), today)


@dataclass(frozen=True, slots=True)
class OfOne:
    """What is true of one delegation: `held` are the pulls that were held until today, `meetings` the check-ins that
    were planned. The `payback` is that of its kind of work with its person; `fears` has at most the one of its own.
    """

    hover: Hover
    held: tuple[Touch, ...]
    meetings: tuple[Planned, ...]
    payback: Payback | None
    fears: Fears

    @property
    def kept(self) -> tuple[Planned, ...]:
        """The planned check-ins that were logged."""
        return tuple(each for each in self.meetings if each.state is Meeting.MET)

    @property
    def over(self) -> tuple[Planned, ...]:
        """The planned check-ins that could have been kept by now: those that were, and those whose day went by."""
        return tuple(each for each in self.meetings if each.state in (Meeting.MET, Meeting.MISSED))

    @property
    def to_come(self) -> int:
        """How many planned check-ins are today, or later."""
        return sum(each.state in (Meeting.OPEN, Meeting.DUE) for each in self.meetings)


def of_one(given: History, alike: Sequence[History], held: Iterable[HeldTask], today: date) -> OfOne:
    """Of one delegation; `alike` is all work of its kind with its person, itself among it."""
    return OfOne(
        hover=hover([given], today),
        held=tuple(each for each in given.touches if each.what is TouchKind.HELD and each.date <= today),
        meetings=planned(given, today),
        payback=payback(alike, held, today),
        fears=fears([given]),
    )


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What is true of all that one person was handed, in a `period`; the payback is counted from the beginning on.

    `completed` is what was delivered out of their hands, in the order of the days.
    """

    period: Period
    hover: Hover
    completed: tuple[History, ...]
    fears: Fears
    payback: Payback | None


def of_person(given: Sequence[History], held: Iterable[HeldTask], today: date) -> OfPerson:
    """Of one person, in the year that ends today; `given` is all work that they were handed."""
    period = last_year(today)
    done = ((each.completed_on, each.delegation.id, each) for each in given if each.completed_on is not None)
    completed = sorted((each for each in done if each[0] in period), key=lambda each: each[:2])
    return OfPerson(
        period=period,
        hover=hover(given, today, period),
        completed=tuple(each for _, _, each in completed),
        fears=fears(given, period),
        payback=payback(given, held, today),
    )
