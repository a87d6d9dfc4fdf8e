"""What the last two debriefs of a kind of work suggest: more of it, or what would make it clearer. Pure.

These are suggestions; the owner decides. None of them is to take anything back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.delegation.authority import Ladder
from app.delegation.history import History
from app.delegation.model import Score
from app.delegation.work import Practised, practised
from app.people.model import Authority

_TWO = 2
_AUTHORITIES = tuple(Authority)


class Reason(StrEnum):
    """Why something is suggested."""

    TWO_CLEAN = "two-clean"
    TWO_MISSES = "two-misses"


class Offer(StrEnum):
    """What is suggested."""

    LEVEL_UP = "level-up"
    CLARIFY = "clarify"
    TRAIN = "train"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the two `histories` suggest for a kind of work and a person, the older first, and the level it is about.

    `to` is one level above `now`, where that is what is suggested.
    """

    person: str
    work: str
    reason: Reason
    offers: tuple[Offer, ...]
    histories: tuple[History, ...]
    now: Authority | None
    to: Authority | None = None


def is_clean(given: History) -> bool:
    """Whether they completed it, it was talked through, each point was met, and it was never taken back."""
    scores = _scores(given)
    return given.completed_on is not None and bool(scores) and set(scores) == {Score.MET} and not given.take_backs


def is_miss(given: History) -> bool:
    """Whether it was talked through, and a point was not met."""
    return Score.NOT_MET in _scores(given)


def suggestions(given: Iterable[History], ladders: Mapping[Practised, Ladder]) -> list[Suggestion]:
    """What is suggested now, the latest first: of each kind of work and person, the last two that were talked through
    decide. For one level up, both were begun or completed since the level is what it is.
    """
    talked: dict[Practised, list[tuple[date, str, History]]] = defaultdict(list)
    for history in given:
        closed = history.talked_through
        if closed is not None and closed.closed_on is not None and not practised(history.delegation).alone:
            talked[practised(history.delegation)].append((closed.closed_on, closed.id, history))
    found = []
    for key, closed_ones in talked.items():
        last = sorted(closed_ones, key=lambda each: each[:2])[-_TWO:]
        suggestion = _suggestion(tuple(each[2] for each in last), ladders.get(key)) if len(last) == _TWO else None
        if suggestion is not None:
            found.append((last[-1][:2], suggestion))
    return [each for _, each in sorted(found, key=lambda each: each[0], reverse=True)]


def _suggestion(two: tuple[History, ...], ladder: Ladder | None) -> Suggestion | None:
    of, now = two[-1].delegation, ladder.now if ladder is not None else None
    if all(map(is_miss, two)):
        offers = (Offer.CLARIFY, Offer.TRAIN, Offer.CHECKLIST)
        return Suggestion(of.person or "", of.work, Reason.TWO_MISSES, offers, two, now)
    higher = _above(now)
    if ladder is None or higher is None or not all(is_clean(each) and _is_at(each, ladder.since) for each in two):
        return None
    return Suggestion(of.person or "", of.work, Reason.TWO_CLEAN, (Offer.LEVEL_UP,), two, now, higher)


def _is_at(given: History, since: date) -> bool:
    begun, completed = given.delegation.handed_over_on, given.completed_on
    return (begun is not None and begun >= since) or (completed is not None and completed > since)


def _above(now: Authority | None) -> Authority | None:
    if now is None or now is _AUTHORITIES[-1]:
        return None
    return _AUTHORITIES[_AUTHORITIES.index(now) + 1]


def _scores(given: History) -> list[Score]:
    """The scores of a debrief that was closed; a point without one makes none of it clean."""
    points = given.talked_through.points if given.talked_through is not None else ()
    return [Score.PARTLY if each.score is None else each.score for each in points]
