"""What was agreed for a day is met, due, missed or not needed; and nothing is due that is over."""

from datetime import date

import pytest

from app.delegation.dues import Due, Meeting, days_late, due_now, planned
from app.delegation.history import History, history
from app.delegation.model import TouchKind
from tests.app.delegation.making import DAY, brief, debrief, delegation, touch
from tests.app.reflections.journals import TODAY

CHECK_IN, TOOK_BACK, DELIVERED = TouchKind.AGREED_CHECK_IN, TouchKind.TOOK_BACK, TouchKind.DELIVERED
BEGUN = TODAY - 14 * DAY


def lived(*logged: tuple[TouchKind, int], check_ins: tuple[int, ...] = (), due: int | None = None) -> History:
    """The history of what was logged, planned and due so many days from today."""
    told = brief(*(TODAY + each * DAY for each in check_ins), due_on=None if due is None else TODAY + due * DAY)
    of = delegation(begun=BEGUN, brief=told)
    return history(of, [touch(of, what, TODAY + day * DAY) for what, day in logged])


def states(found: History) -> str:
    return " ".join(each.state for each in planned(found, TODAY))


@pytest.mark.parametrize(
    ("logged", "check_ins", "found"),
    [
        ([], (-3, 0, 4), "missed due open"),
        ([-3], (-3, 0, 4), "met due open"),
        ([0], (-3, 0, 4), "missed met open"),
        ([-1], (-3, 0, 4), "missed met open"),
        ([-2], (-3, -1), "met missed"),
        ([-2, -2], (-3, -1), "met met"),
        ([-1, -9], (-8, 4), "met met"),
        ([-1, -2, -3], (4,), "met"),
    ],
)
def test_a_check_in_meets_the_nearest_planned_one(logged: list[int], check_ins: tuple[int, ...], found: str) -> None:
    given = lived(*((CHECK_IN, each) for each in logged), check_ins=check_ins)
    assert states(given) == found
    met = [each.met_by for each in planned(given, TODAY) if each.met_by is not None]
    assert len(met) == len({each.id for each in met}) == found.count(Meeting.MET)


def test_no_check_in_is_needed_while_the_work_is_not_with_them() -> None:
    back = (TouchKind.HANDED_BACK, -3)
    assert states(lived((TOOK_BACK, -6), back, check_ins=(-20, -7, -6, -5, -4, 2))) == "off missed missed off off open"
    assert states(lived((DELIVERED, -6), check_ins=(-7, -2, 0, 2))) == "missed off off off"
    draft = history(delegation(begun=None, brief=brief(TODAY - DAY, TODAY, TODAY + DAY)), [])
    assert states(draft) == "open due open"
    assert due_now(draft, TODAY) == ()


@pytest.mark.parametrize(
    ("logged", "due", "late"),
    [
        ([], None, None),
        ([], 0, 0),
        ([], -4, 4),
        ([(DELIVERED, -2)], -4, 2),
        ([(DELIVERED, -6)], -4, 0),
        ([(TOOK_BACK, -6)], -4, None),
        ([(TOOK_BACK, -6), (DELIVERED, -2)], -4, None),
    ],
)
def test_late_is_what_they_have_after_its_day(logged: list[tuple[TouchKind, int]], due: int | None, late: int) -> None:
    assert days_late(lived(*logged, due=due), TODAY) == late


def due(found: History, today: date = TODAY) -> list[tuple[Due, date]]:
    return [(each.what, each.since) for each in due_now(found, today)]


def test_what_is_due_now() -> None:
    with_them = lived(check_ins=(-3, 0, 4), due=-1)
    assert due(with_them) == [(Due.CHECK_IN, TODAY), (Due.DELIVERY, TODAY - DAY)]
    assert due(with_them, TODAY - 2 * DAY) == []
    assert due(lived(due=0)) == [(Due.DELIVERY, TODAY)]
    assert due(lived((TOOK_BACK, -2), check_ins=(0,), due=-1)) == []
    over = lived((DELIVERED, -2), check_ins=(0,), due=-1)
    assert due(over) == [(Due.DEBRIEF, TODAY - 2 * DAY)]
    assert due(history(over.delegation, over.touches, [debrief(over.delegation, TODAY)])) == []
