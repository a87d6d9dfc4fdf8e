"""What was agreed for certain days, against what was logged: check-ins, deliveries, debriefs. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.delegation.history import History, Stage
from app.delegation.model import CheckIn, Touch, TouchKind


class Meeting(StrEnum):
    """What became of a planned check-in. It is OFF where the work was not with them on that day, so none was needed."""

    MET = "met"
    OPEN = "open"
    DUE = "due"
    MISSED = "missed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned check-in, and the touch that met it, if one did."""

    check_in: CheckIn
    state: Meeting
    met_by: Touch | None = None


class Due(StrEnum):
    """What can be due."""

    CHECK_IN = "check-in"
    DELIVERY = "delivery"
    DEBRIEF = "debrief"


@dataclass(frozen=True, slots=True)
class DueNow:
    """Something that is due since a day, which is today or before."""

    what: Due
    since: date
    check_in: CheckIn | None = None


def planned(history: History, today: date) -> tuple[Planned, ...]:
    """The planned check-ins in order. Each that was logged, in the order of their days, meets the nearest planned one
    that is not met yet, of two equally near ones the earlier.
    """
    in_order = sorted(
        history.delegation.brief.check_ins, key=lambda each: (each.on, each.time or "", each.minutes or 0)
    )
    met: dict[int, Touch] = {}
    for touch in history.touches:
        left = [at for at in range(len(in_order)) if at not in met]
        if touch.what is TouchKind.AGREED_CHECK_IN and left:
            met[min(left, key=lambda at: abs(in_order[at].on - touch.date))] = touch
    return tuple(
        Planned(each, Meeting.MET, met[at]) if at in met else Planned(each, _unmet(history, each.on, today))
        for at, each in enumerate(in_order)
    )


def _unmet(history: History, on: date, today: date) -> Meeting:
    with_them = any(each.begins <= on and (each.ends is None or on <= each.ends) for each in history.strands)
    if not with_them and history.stage is not Stage.DRAFT:
        return Meeting.OFF
    if on == today:
        return Meeting.DUE
    return Meeting.OPEN if on > today or history.stage is Stage.DRAFT else Meeting.MISSED


def days_late(history: History, today: date) -> int | None:
    """How many days after its due date it was delivered, or today is while it is with them; 0 where it is in time.

    None where it has no due date, or where the owner has it or delivered it.
    """
    due, is_theirs = history.delegation.brief.due_on, history.stage not in (Stage.DRAFT, Stage.TAKEN_BACK)
    by_owner = history.delivery is not None and history.completed_on is None
    if due is None or not is_theirs or by_owner or not history.strands:
        return None
    return max(0, (history.strands[-1].last_day(today) - due).days)


def due_now(history: History, today: date) -> tuple[DueNow, ...]:
    """What is due, in the order in which to do it: today's check-in, the delivery on its day and after, the debrief
    from the delivery on. A check-in that was missed is not due any more.
    """
    return tuple(_due_now(history, today))


def _due_now(history: History, today: date) -> Iterator[DueNow]:
    if history.stage is Stage.HANDED_OVER:
        today_s = (each.check_in for each in planned(history, today) if each.state is Meeting.DUE)
        yield from (DueNow(Due.CHECK_IN, each.on, each) for each in today_s)
        due = history.delegation.brief.due_on
        if due is not None and due <= today:
            yield DueNow(Due.DELIVERY, due)
    elif history.stage is Stage.AWAITING_DEBRIEF and history.delivery is not None:
        yield DueNow(Due.DEBRIEF, history.delivery.touch.date)
