"""What the owner feared before handing over, against what happened. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.delegation.history import History
from app.delegation.model import CameTrue, Debrief, Delegation
from app.delegation.period import EVER, Period

ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Fear:
    """A fear that was closed in a debrief. What was not said of it is None."""

    delegation: Delegation
    debrief: Debrief
    came_true: CameTrue

    @property
    def likelihood(self) -> int | None:
        """How likely it felt, 0 to 10."""
        return self.delegation.likelihood


@dataclass(frozen=True, slots=True)
class Expectation:
    """How good the result was expected to be, and how good it was, each 1 to 5."""

    delegation: Delegation
    debrief: Debrief
    expected: int
    was: int


@dataclass(frozen=True, slots=True)
class Fears:
    """Each fear and each expectation that was closed, in the order of the debriefs.

    What is said of all of them together is None while there are fewer than five.
    """

    fears: tuple[Fear, ...]
    expectations: tuple[Expectation, ...]

    def that(self, came_true: CameTrue) -> tuple[Fear, ...]:
        """Those that ended like this."""
        return tuple(each for each in self.fears if each.came_true is came_true)

    @property
    def lacking(self) -> int:
        """How many fears more are needed before they are worth drawing."""
        return max(0, ENOUGH - len(self.fears))

    @property
    def likelihood(self) -> float | None:
        """How likely they felt on average."""
        return _average(each.likelihood for each in self.fears)

    @property
    def share_not_true(self) -> float | None:
        """The part of them that did not come true, not even partly, 0 to 1."""
        return None if self.lacking else len(self.that(CameTrue.NO)) / len(self.fears)

    @property
    def better_by(self) -> float | None:
        """By how much the results were better than expected, on average; negative where they were worse."""
        return _average(each.was - each.expected for each in self.expectations)


def fears(given: Iterable[History], period: Period = EVER) -> Fears:
    """What was closed in the debriefs that were closed in these days."""
    looked_at = sorted(_closed(given, period), key=lambda each: (each[0].closed_on, each[0].id))
    return Fears(
        fears=tuple(
            Fear(delegation, debrief, debrief.came_true)
            for debrief, delegation in looked_at
            if debrief.came_true is not None and (delegation.fear.strip() or delegation.likelihood is not None)
        ),
        expectations=tuple(
            Expectation(delegation, debrief, delegation.quality, debrief.quality)
            for debrief, delegation in looked_at
            if delegation.quality is not None and debrief.quality is not None
        ),
    )


def _closed(given: Iterable[History], period: Period) -> Iterator[tuple[Debrief, Delegation]]:
    for each in given:
        debrief = each.talked_through
        if debrief is not None and debrief.closed_on is not None and debrief.closed_on in period:
            yield debrief, each.delegation


def _average(given: Iterable[int | None]) -> float | None:
    values = [each for each in given if each is not None]
    return sum(values) / len(values) if len(values) >= ENOUGH else None
