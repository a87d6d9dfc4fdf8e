"""Where everything on a rope stands: pure, from days and a width to marks in their places. Knows nothing of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate, pairwise

from app.delegation.history import Strand

_LEAST_DAYS = 7  # a rope that begins and ends on one day has a way to go all the same


class Sign(StrEnum):
    """What a mark looks like, and which way it reaches."""

    HANDED_OVER = "handed-over"
    HANDED_BACK = "handed-back"
    CHECK_IN = "check-in"
    PLANNED = "planned"
    DUE_NOW = "due-now"  # a check-in that is planned for today
    ASKED = "asked"
    HELD = "held"
    PEEK = "peek"
    TOOK_BACK = "took-back"
    MISTAKE = "mistake"
    NOTE = "note"
    DELIVERED = "delivered"
    DUE = "due"
    TODAY = "today"  # where the strand has come to; it has a label only


KNOTS = frozenset({Sign.HANDED_OVER, Sign.HANDED_BACK})
_WIDE = KNOTS | {Sign.TOOK_BACK}
_REACHED = (Sign.TODAY, Sign.DUE_NOW)
ABOVE = frozenset({Sign.PEEK, Sign.HELD, Sign.TOOK_BACK})  # what came from the owner: its label is above the rope


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on the rope. `verb` and `day` are its label, `name` what a screen reader says, `note` what was written.

    `touch` is the id of the touch that it is; the knot at the beginning, plans and the due date are none.
    """

    sign: Sign
    on: date
    verb: str
    day: str
    name: str
    note: str = ""
    touch: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening in its place, in pixels from the left."""

    of: Happening
    x: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the line between two places."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Rope:
    """All of it: marks by time, strands that were with them, what is to come, and gaps in which it was back."""

    marks: tuple[Mark, ...]
    strands: tuple[Stretch, ...] = ()
    to_come: tuple[Stretch, ...] = ()
    gaps: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is: from `left` to `right`, with at least `apart` pixels between two marks where they fit."""

    left: float
    right: float
    apart: float
    after_wide: float  # a take-back, whose arrow needs more; a knot, after which some of the strand is to be seen


def place(happenings: Sequence[Happening], strands: Sequence[Strand], room: Room) -> Rope:
    """Puts happenings, which are in the order of time, on a line whose length is the time that they take.

    Where marks would lie on each other they are moved apart, each as little as will do; where there is no room for
    that, all of them stand equally close.
    """
    if not happenings:
        return Rope(())
    first = min(each.on for each in happenings)
    last = max(max(each.on for each in happenings), first + timedelta(days=_LEAST_DAYS))
    scale = (room.right - room.left) / (last - first).days
    wanted = [room.left + (each.on - first).days * scale for each in happenings]
    places = _apart(wanted, [_gap(one, other, room) for one, other in pairwise(happenings)], room)
    marks = tuple(map(Mark, happenings, places))
    return _with_lines(marks, strands, room)


def _gap(one: Happening, other: Happening, room: Room) -> float:
    if other.sign is Sign.TODAY:
        return 0
    return room.after_wide if one.sign in _WIDE else room.apart


def _apart(wanted: Sequence[float], gaps: Sequence[float], room: Room) -> list[float]:
    """The places nearest to those that are wanted, in their order, with these gaps between them."""
    length, needed = room.right - room.left, sum(gaps)
    share = min(1.0, length / needed) if needed else 1.0
    before = list(accumulate((each * share for each in gaps), initial=0.0))
    free = length - before[-1]
    pooled = _rising([each - room.left - taken for each, taken in zip(wanted, before, strict=True)])
    return [room.left + min(max(each, 0.0), max(free, 0.0)) + taken for each, taken in zip(pooled, before, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """The rising sequence that is nearest to these values: neighbours that fall are given their mean."""
    pools: list[tuple[float, int]] = []  # sum and number
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def _with_lines(marks: tuple[Mark, ...], strands: Sequence[Strand], room: Room) -> Rope:
    drawn = [_stretch(marks, each) for each in strands]
    is_open = any(each.ends is None for each in strands)
    reached = drawn[-1].right if drawn else room.left
    end = room.right if is_open else max(each.x for each in marks)
    rest = (Stretch(reached, end),) if end > reached else ()
    is_over = any(each.of.sign is Sign.DELIVERED for each in marks)
    gaps = [Stretch(one.right, other.left) for one, other in pairwise(drawn)]
    if not is_open and not is_over:
        gaps += rest
    return Rope(marks, tuple(drawn), rest if is_open else (), tuple(gaps))


def _stretch(marks: Sequence[Mark], strand: Strand) -> Stretch:
    """From the knot that begins it to what ended it, or to today."""
    begun = strand.begun_by.id if strand.begun_by else None
    left = next(each.x for each in marks if each.of.sign in KNOTS and each.of.touch == begun)
    ended = strand.ended_by.id if strand.ended_by else None

    def is_end(mark: Mark) -> bool:
        if ended is not None:
            return mark.of.touch == ended
        return mark.of.sign in (_REACHED if strand.ends is None else (Sign.DELIVERED,)) and mark.x >= left

    return Stretch(left, max(left, next((each.x for each in marks if is_end(each)), left)))
