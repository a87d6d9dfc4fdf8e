"""What is known of working with somebody, of what was written: pillars of a month, agreements. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.moments import shifted
from app.people.model import Agreement, Authority
from app.reflections.model import Pillar

BALANCE_DAYS = 30
_OFTEN = 8  # about twice a week: more does not fill a mark any further
_LOOK_AGAIN = timedelta(days=90)
AUTHORITIES = tuple(Authority)


@dataclass(frozen=True, slots=True)
class Shown:
    """A pillar that showed in something written or done with somebody, from its first day to its last."""

    pillar: Pillar
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Balance:
    """How often each pillar showed in the days that are looked at."""

    times: Mapping[Pillar, int]

    @property
    def missing(self) -> tuple[Pillar, ...]:
        """Those that did not show at all."""
        return tuple(each for each in Pillar if not self.times[each])

    def fill(self, pillar: Pillar) -> float:
        """How full its mark is, 0 to 1. One that showed often is full; it says nothing about the person."""
        return min(self.times[pillar], _OFTEN) / _OFTEN


def balance_since(today: date) -> date:
    """The first of the days that are looked at; today is the last."""
    return shifted(today, timedelta(days=1 - BALANCE_DAYS))


def balance(shown: Iterable[Shown], today: date) -> Balance:
    """The balance of the last 30 days, of whatever falls into them with a day of its own."""
    since, times = balance_since(today), dict.fromkeys(Pillar, 0)
    for each in shown:
        if each.first <= today and each.last >= since:
            times[each.pillar] += 1
    return Balance(times)


def next_version(in_force: Agreement, today: date, id: str, now: datetime) -> Agreement:
    """What a review of today goes into: the version of today, or a new one with the words of the one in force.

    A new one is looked at again after three months, unless another day is chosen.
    """
    if in_force.date == today:
        return in_force
    again = shifted(today, _LOOK_AGAIN)
    return replace(in_force, id=id, date=today, look_again_on=again, created_at=now, updated_at=now)


def earlier_names(now: str, *before: str) -> tuple[str, ...]:
    """The names that somebody had before, the last of them at the end, each once, without the one of now."""
    newest_first = dict.fromkeys(reversed(before))
    newest_first.pop(now, None)
    return tuple(reversed(newest_first))


def first_version(person: str, today: date, id: str, now: datetime) -> Agreement:
    """An agreement with nothing in it yet."""
    again = shifted(today, _LOOK_AGAIN)
    return Agreement(id=id, date=today, person=person, look_again_on=again, created_at=now, updated_at=now)


def is_blank(agreement: Agreement) -> bool:
    """Whether nothing is promised in it."""
    return not any(map(str.strip, (*agreement.mine, *agreement.theirs, agreement.signal)))


def promises(typed: str) -> tuple[str, ...]:
    """A promise a line; the dash that a list has in front is none of its words."""
    lines = (line.strip().removeprefix("–").removeprefix("-").strip() for line in typed.splitlines())
    return tuple(filter(None, lines))


@dataclass(frozen=True, slots=True)
class Changes:
    """What one version of an agreement has that the one before had not, and the other way round."""

    mine_added: tuple[str, ...]
    mine_gone: tuple[str, ...]
    theirs_added: tuple[str, ...]
    theirs_gone: tuple[str, ...]
    signal: tuple[str, str] | None  # as it was, and as it is

    @property
    def are_none(self) -> bool:
        """Whether both say the same, in whatever order."""
        promised = (self.mine_added, self.mine_gone, self.theirs_added, self.theirs_gone)
        return not any(promised) and self.signal is None


def changes(before: Agreement, after: Agreement) -> Changes:
    """What changed from one version to the next; the order of promises says nothing."""
    was, now = before.signal.strip(), after.signal.strip()
    return Changes(
        mine_added=_without(after.mine, before.mine),
        mine_gone=_without(before.mine, after.mine),
        theirs_added=_without(after.theirs, before.theirs),
        theirs_gone=_without(before.theirs, after.theirs),
        signal=None if was == now else (was, now),
    )


def _without(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = {each.strip() for each in others}
    return tuple(dict.fromkeys(each.strip() for each in some if each.strip() and each.strip() not in known))
