"""How much the owner hovered over work that they had handed over, from their own log. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.delegation.history import Event, History
from app.delegation.model import Touch, TouchKind
from app.delegation.period import EVER, Period

WEIGHTS = {TouchKind.DROPPED_IN: 1, TouchKind.EDITED: 2, TouchKind.OVERRULED: 3, TouchKind.TOOK_BACK: 5}
ENOUGH = 5  # touches of any kind but notes, below which nothing is said
_DAYS = 10


@dataclass(frozen=True, slots=True)
class Hover:
    """What the log has of some work in some days: all `touches` but notes, those that are `unplanned` and count, their
    `weight` together, and the working `days` on which the work was in other hands, counted for each delegation.
    """

    touches: tuple[Touch, ...]
    unplanned: tuple[Touch, ...]
    days: int

    @property
    def weight(self) -> int:
        """The sum of the weights of what counts."""
        return sum(WEIGHTS[each.what] for each in self.unplanned)

    @property
    def index(self) -> float | None:
        """The weight for each 10 working days; None while there are too few touches, or no working day at all."""
        if len(self.touches) < ENOUGH or not self.days:
            return None
        return self.weight * _DAYS / self.days

    @property
    def lacking(self) -> int:
        """How many touches more it needs before anything is said."""
        return max(0, ENOUGH - len(self.touches))


def hover(given: Iterable[History], today: date, period: Period = EVER) -> Hover:
    """The hovering over these delegations in these days, none of them later than today."""
    looked_at = tuple(given)
    days = Period(period.since, min(period.until, today))
    events = [each for history in looked_at for each in history.events if _is_looked_at(each.touch, days)]
    return Hover(
        touches=tuple(each.touch for each in events),
        unplanned=tuple(each.touch for each in events if _counts(each)),
        days=sum(each.days_with_them(days.since, days.until) for each in looked_at),
    )


def of_person(given: Iterable[History], person: str) -> list[History]:
    """Those of one person."""
    return [each for each in given if each.delegation.person == person]


def _is_looked_at(touch: Touch, days: Period) -> bool:
    return touch.date in days and touch.what is not TouchKind.NOTE


def _counts(event: Event) -> bool:
    """Whether it is an unplanned touch of work that was theirs, and no take-back with a legitimate reason."""
    if event.touch.what is TouchKind.TOOK_BACK:
        return event.counts_as_take_back
    return event.touch.what in WEIGHTS and event.is_on_theirs
