"""A delegation's touches become one history: in whose hands the work was on which days, and where it is now. Pure.

The order in which touches were logged says nothing, so they are put in order here: by their day, and on one day by
what they mean. Whatever else happened comes while the work is with them; then hands change, in the order in which each
change has an effect on what was before that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from app.delegation.model import Debrief, Delegation, Touch, TouchKind

_KINDS = tuple(TouchKind)


class Stage(StrEnum):
    """Where a piece of work is. STILL_MINE is for held tasks, the others are for delegations."""

    STILL_MINE = "still-mine"
    DRAFT = "draft"
    HANDED_OVER = "handed-over"
    AWAITING_DEBRIEF = "awaiting-debrief"
    DEBRIEFED = "debriefed"
    TAKEN_BACK = "taken-back"


WITH_OWNER = frozenset((Stage.STILL_MINE, Stage.DRAFT, Stage.TAKEN_BACK))

_AFTER = {
    (Stage.HANDED_OVER, TouchKind.TOOK_BACK): Stage.TAKEN_BACK,
    (Stage.HANDED_OVER, TouchKind.DELIVERED): Stage.AWAITING_DEBRIEF,
    (Stage.TAKEN_BACK, TouchKind.HANDED_BACK): Stage.HANDED_OVER,
    (Stage.TAKEN_BACK, TouchKind.DELIVERED): Stage.AWAITING_DEBRIEF,
    (Stage.AWAITING_DEBRIEF, TouchKind.HANDED_BACK): Stage.HANDED_OVER,
    (Stage.AWAITING_DEBRIEF, TouchKind.TOOK_BACK): Stage.TAKEN_BACK,
}
_WITH_THEM_FIRST = (TouchKind.TOOK_BACK, TouchKind.DELIVERED, TouchKind.HANDED_BACK)
_ELSE_FIRST = (TouchKind.HANDED_BACK, TouchKind.TOOK_BACK, TouchKind.DELIVERED)


@dataclass(frozen=True, slots=True)
class Event:
    """A touch, with where the work was just before it, and just after."""

    touch: Touch
    before: Stage
    after: Stage

    @property
    def is_on_theirs(self) -> bool:
        """Whether the work was theirs when it happened, delivered or not, and not the owner's."""
        return self.before not in WITH_OWNER

    @property
    def took_back(self) -> bool:
        """Whether the work came back to the owner by it, for whatever reason."""
        return self.touch.what is TouchKind.TOOK_BACK and self.after is not self.before

    @property
    def counts_as_take_back(self) -> bool:
        """Whether the work came back by it, and not for a legitimate reason."""
        return self.took_back and self.touch.reason is None


class Ending(StrEnum):
    """What ended a strand."""

    TOOK_BACK = "took-back"
    DELIVERED = "delivered"
    DEBRIEFED = "debriefed"  # the debrief was closed, and nobody had logged a delivery


@dataclass(frozen=True, slots=True)
class Strand:
    """The days from `begins` to `ends`, both inclusive, on which the work was in their hands; still, where it has no
    end. `begun_by` is the touch that handed it back, and None in the first strand; `ended_by` the touch that ended it,
    if one did.
    """

    begins: date
    begun_by: Touch | None = None
    ends: date | None = None
    ending: Ending | None = None
    ended_by: Touch | None = None

    def last_day(self, today: date) -> date:
        """Its end, or today where it has none yet; before `begins` where it begins only after today."""
        return today if self.ends is None else self.ends


@dataclass(frozen=True, slots=True)
class History:
    """All that became of one delegation, in order.

    `delivery` is the delivery that stands, if one does. `debriefs` are in the order of their dates; `talked_through` is
    the closed one that stands, which one from before the work was handed back does not.
    """

    delegation: Delegation
    events: tuple[Event, ...]
    strands: tuple[Strand, ...]
    stage: Stage
    delivery: Event | None
    debriefs: tuple[Debrief, ...]
    talked_through: Debrief | None

    @property
    def touches(self) -> tuple[Touch, ...]:
        """The touches in order."""
        return tuple(each.touch for each in self.events)

    @property
    def open_debrief(self) -> Debrief | None:
        """The debrief to go on with: the newest that is not closed."""
        return next((each for each in reversed(self.debriefs) if each.closed_on is None), None)

    @property
    def completed_on(self) -> date | None:
        """The day on which they delivered it. What the owner delivered after a take-back, they did not complete."""
        return self.delivery.touch.date if self.delivery and self.delivery.before is Stage.HANDED_OVER else None

    @property
    def take_backs(self) -> tuple[Touch, ...]:
        """Each take-back that counts: the work came back by it, for no legitimate reason."""
        return tuple(each.touch for each in self.events if each.counts_as_take_back)

    def days_with_them(self, since: date, until: date) -> int:
        """The working days of its strands from a day to a day, both inclusive. No day counts twice; a strand without
        an end goes on to the last day.
        """
        total, gone = 0, since.toordinal() - 1
        for each in self.strands:
            before = max(each.begins.toordinal() - 1, gone)
            last = max(min(each.last_day(until), until).toordinal(), before)
            total += _working_days_until(last) - _working_days_until(before)
            gone = last
        return total


def _working_days_until(ordinal: int) -> int:
    # Mondays to Fridays from the first day of the calendar, which is a Monday, to the one with this number.
    weeks, rest = divmod(ordinal, 7)
    return weeks * 5 + min(rest, 5)


def histories(
    delegations: Iterable[Delegation], touches: Iterable[Touch], debriefs: Iterable[Debrief]
) -> list[History]:
    """The history of each delegation, in the order given. Touches and debriefs of others are left out."""
    touched, debriefed = defaultdict(list), defaultdict(list)
    for touch in touches:
        touched[touch.delegation].append(touch)
    for debrief in debriefs:
        debriefed[debrief.delegation].append(debrief)
    return [history(each, touched[each.id], debriefed[each.id]) for each in delegations]


def history(delegation: Delegation, touches: Iterable[Touch], debriefs: Iterable[Debrief] = ()) -> History:
    """The history of one delegation, of its touches and debriefs in any order."""
    events = tuple(_events(delegation.handed_over_on, touches))
    strands = list(_strands(delegation.handed_over_on, events))
    reached = _stage_without_debriefs(delegation.handed_over_on, events)
    talks = tuple(sorted(debriefs, key=lambda each: (each.date, each.closed_on or date.max, each.id)))
    closed = _standing(talks, reached, strands, events)
    if closed is not None and closed.closed_on is not None and reached is Stage.HANDED_OVER:
        last = strands[-1]
        strands[-1] = Strand(last.begins, last.begun_by, closed.closed_on, Ending.DEBRIEFED)
    return History(
        delegation=delegation,
        events=events,
        strands=tuple(strands),
        stage=Stage.DEBRIEFED if closed is not None else reached,
        delivery=_delivery(events) if reached is Stage.AWAITING_DEBRIEF else None,
        debriefs=talks,
        talked_through=closed,
    )


def _events(handed_over_on: date | None, touches: Iterable[Touch]) -> Iterator[Event]:
    stage = Stage.DRAFT
    for day, of_day in groupby(sorted(touches, key=_rank), key=lambda each: each.date):
        if stage is Stage.DRAFT and handed_over_on is not None and day >= handed_over_on:
            stage = Stage.HANDED_OVER
        for touch in _of_one_day(list(of_day), stage):
            after = _AFTER.get((stage, touch.what), stage)
            yield Event(touch, stage, after)
            stage = after


def _rank(touch: Touch) -> tuple[date, int, bool, str]:
    # Of two take-backs on one day the one that counts comes first: a legitimate one beside it takes nothing away.
    return touch.date, _KINDS.index(touch.what), touch.reason is not None, touch.id


def _of_one_day(touches: Sequence[Touch], stage: Stage) -> Iterator[Touch]:
    if len(touches) == 1:
        yield touches[0]
        return
    turns = {kind: [each for each in touches if each.what is kind] for kind in _ELSE_FIRST}
    others = [each for each in touches if each.what not in turns]
    while others or any(turns.values()):
        if others and (stage not in WITH_OWNER or not turns[TouchKind.HANDED_BACK]):
            yield from others
            others = []
            continue
        first = _WITH_THEM_FIRST if stage is Stage.HANDED_OVER else _ELSE_FIRST
        touch = next(turns[kind] for kind in first if turns[kind]).pop(0)
        yield touch
        stage = _AFTER.get((stage, touch.what), stage)


def _strands(handed_over_on: date | None, events: Sequence[Event]) -> Iterator[Strand]:
    if handed_over_on is None:
        return
    begins, begun_by = handed_over_on, None
    is_open = True
    for each in events:
        if each.before is Stage.HANDED_OVER and each.after is not Stage.HANDED_OVER:
            yield Strand(begins, begun_by, each.touch.date, Ending(each.touch.what.value), each.touch)
            is_open = False
        elif each.after is Stage.HANDED_OVER and each.before is not Stage.HANDED_OVER:
            begins, begun_by, is_open = each.touch.date, each.touch, True
    if is_open:
        yield Strand(begins, begun_by)


def _stage_without_debriefs(handed_over_on: date | None, events: Sequence[Event]) -> Stage:
    if handed_over_on is None:
        return Stage.DRAFT
    # Whatever is dated before the day of handing over changes nothing.
    return events[-1].after if events and events[-1].after is not Stage.DRAFT else Stage.HANDED_OVER


def _delivery(events: Sequence[Event]) -> Event | None:
    return next((each for each in reversed(events) if each.after is not each.before), None)


def _standing(
    debriefs: Iterable[Debrief], stage: Stage, strands: Sequence[Strand], events: Sequence[Event]
) -> Debrief | None:
    """The last closed debrief, unless the work changed hands after it: a delivery is no such change."""
    if not strands:
        return None
    turned = max((strands[-1].begins, *(each.touch.date for each in events if each.took_back)))
    closed = [(each.closed_on, each.id, each) for each in debriefs if each.closed_on is not None]
    if not closed:
        return None
    closed_on, _, last = max(closed, key=lambda each: each[:2])
    is_later = closed_on > turned or (closed_on == turned and stage is not Stage.HANDED_OVER)
    return last if is_later else None
