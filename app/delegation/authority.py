"""How much of each kind of work was each person's to decide, over time. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import dropwhile

from app.delegation.model import Delegation
from app.delegation.work import Practised, work_key
from app.people.model import Authority, Level

_AUTHORITIES = tuple(Authority)


@dataclass(frozen=True, slots=True)
class Rung:
    """An authority that held from a day on, and the record that says so: a level that was talked about, or what was
    handed over. Without an authority, it was said not to be talked about.
    """

    authority: Authority | None
    since: date
    record: Level | Delegation


@dataclass(frozen=True, slots=True)
class Ladder:
    """All that was said of a kind of work with one person, in order; there is always something."""

    person: str
    work: str
    rungs: tuple[Rung, ...]

    @property
    def now(self) -> Authority | None:
        """What holds after all that was said."""
        return self.rungs[-1].authority

    @property
    def since(self) -> date:
        """The day from which on it is what it is now."""
        begins = self.rungs[-1].since
        for each in reversed(self.rungs):
            if each.authority is not self.now:
                break
            begins = each.since
        return begins

    @property
    def before(self) -> Authority | None:
        """What held before, if anything else did."""
        earlier = dropwhile(lambda each: each is self.now, (each.authority for each in reversed(self.rungs)))
        before = next((each for each in earlier if each is not None), None)
        return before if before is not self.now else None

    @property
    def steps(self) -> int:
        """How many steps it went up the last time, or down where that is negative."""
        if self.now is None or self.before is None:
            return 0
        return _AUTHORITIES.index(self.now) - _AUTHORITIES.index(self.before)

    @property
    def levels(self) -> tuple[Level, ...]:
        """What was talked about, the newest first."""
        return tuple(each.record for each in reversed(self.rungs) if isinstance(each.record, Level))


def ladders(levels: Iterable[Level], delegations: Iterable[Delegation]) -> dict[Practised, Ladder]:
    """The ladder of each person and kind of work. What was talked about on a day outweighs what was handed over on it.

    Drafts say nothing yet, and a delegation without a person or a kind of work says nothing of either.
    """
    found: dict[Practised, list[Rung]] = defaultdict(list)
    for level in levels:
        found[Practised(level.person, work_key(level.work))].append(Rung(level.authority, level.date, level))
    for given in delegations:
        if given.person is not None and work_key(given.work):
            found[Practised(given.person, work_key(given.work))] += _rungs(given)
    in_order = {key: tuple(sorted(rungs, key=_rank)) for key, rungs in found.items() if rungs and key.work}
    return {key: Ladder(key.person, rungs[-1].record.work, rungs) for key, rungs in in_order.items()}


def next_level(ladder: Ladder, today: date, id: str, now: datetime) -> Level:
    """What a change of today goes into: what was said today already, or a new level that says what holds by now."""
    said, last = ladder.levels, ladder.rungs[-1].record
    if said and said[0].date == today:
        return said[0]
    return Level(
        id=id,
        date=today,
        person=ladder.person,
        work=ladder.work,
        authority=ladder.now,
        private=last.private,
        created_at=now,
        updated_at=now,
    )


def _rungs(given: Delegation) -> Iterator[Rung]:
    """What was handed over, and each change of it since. Of several on one day the last counts."""
    if given.handed_over_on is None:
        return
    begins, said = given.handed_over_on, None
    earlier = [(each.until, each.brief) for each in given.earlier]
    for until, brief in [*sorted(earlier, key=lambda each: each[0]), (None, given.brief)]:
        if until is not None and until <= begins:
            continue
        if brief.authority is not None and brief.authority is not said:
            said = brief.authority
            yield Rung(said, begins, given)
        begins = until or begins


def _rank(rung: Rung) -> tuple[date, bool, datetime, str]:
    return rung.since, isinstance(rung.record, Level), rung.record.created_at, rung.record.id
