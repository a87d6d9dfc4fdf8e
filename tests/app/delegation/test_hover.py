"""The hover index is what product.md says it is, and says nothing too early."""

import pytest
from hypothesis import given

from app.delegation.history import histories, history
from app.delegation.hover import WEIGHTS, hover, of_person
from app.delegation.model import Legitimate, TouchKind
from app.delegation.period import Period
from tests.app.delegation.making import DAY, Written, delegation, journals, touch
from tests.app.reflections.journals import TODAY

BEGUN = TODAY - 13 * DAY  # a Wednesday: ten working days with today
CHECK_IN, PEEK, BACK = TouchKind.AGREED_CHECK_IN, TouchKind.DROPPED_IN, TouchKind.TOOK_BACK
EDITED, DELIVERED = TouchKind.EDITED, TouchKind.DELIVERED


@pytest.mark.parametrize(
    ("kinds", "index"),
    [
        ([PEEK] * 4, None),
        ([CHECK_IN] * 5, 0.0),
        ([PEEK] * 5, 5.0),
        ([CHECK_IN, CHECK_IN, PEEK, EDITED, TouchKind.OVERRULED], 6.0),
        ([TouchKind.ASKED, TouchKind.HELD, TouchKind.MISTAKE, TouchKind.HELD, EDITED], 2.0),
    ],
)
def test_each_kind_has_its_weight_for_ten_working_days(kinds: list[TouchKind], index: float | None) -> None:
    of = delegation(begun=BEGUN)
    found = hover([history(of, [touch(of, each, TODAY - DAY) for each in kinds])], TODAY)
    assert (found.days, found.index, found.lacking) == (10, index, max(0, 5 - len(kinds)))
    assert [each.what for each in found.unplanned] == sorted(
        (each for each in kinds if each in WEIGHTS), key=[*TouchKind].index
    )


def test_a_take_back_weighs_five_and_ends_the_days() -> None:
    of = delegation(begun=BEGUN)
    checked = [touch(of, CHECK_IN, BEGUN) for _ in range(4)]
    plain = touch(of, BACK, BEGUN + 4 * DAY)
    law = touch(of, BACK, BEGUN + 4 * DAY, reason=Legitimate.LAW)
    found = hover([history(of, [*checked, plain])], TODAY)
    assert (found.weight, found.days, found.index) == (5, 3, 50 / 3)
    without = hover([history(of, [*checked, law])], TODAY)
    assert (without.weight, without.days, without.index) == (0, 3, 0.0)


def test_work_that_was_delivered_is_still_theirs_and_what_was_taken_back_is_not() -> None:
    of = delegation(begun=BEGUN)
    over = [touch(of, DELIVERED, TODAY - 2 * DAY), touch(of, EDITED, TODAY - DAY)]
    assert hover([history(of, over)], TODAY).weight == 2
    back = [touch(of, BACK, TODAY - 2 * DAY), touch(of, EDITED, TODAY - DAY), touch(of, BACK, TODAY)]
    assert hover([history(of, back)], TODAY).weight == 5


def test_nothing_is_divided_by_no_day() -> None:
    saturday = TODAY - 3 * DAY
    of = delegation(begun=saturday)
    found = hover([history(of, [touch(of, PEEK, saturday) for _ in range(6)])], saturday)
    assert (found.weight, found.days, found.index) == (6, 0, None)


def test_a_period_takes_its_touches_and_its_days_and_none_after_today() -> None:
    of = delegation(begun=BEGUN)
    found = history(of, [touch(of, PEEK, BEGUN + at * DAY) for at in range(20)])
    first, second = Period(BEGUN, TODAY - 7 * DAY), Period(TODAY - 6 * DAY, TODAY + 30 * DAY)
    one, two, whole = hover([found], TODAY, first), hover([found], TODAY, second), hover([found], TODAY)
    assert (one.days, two.days) == (5, 5)
    assert (one.touches + two.touches, one.weight + two.weight) == (whole.touches, whole.weight)
    assert len(whole.touches) == 14


@given(journals())
def test_people_add_up_and_nothing_is_negative(written: Written) -> None:
    found = histories(written.delegations, written.touches, written.debriefs)
    nobody = [each for each in found if each.delegation.person is None]
    parts = [hover(each, TODAY) for each in (of_person(found, "Jonas"), of_person(found, "Priya"), nobody)]
    whole = hover(found, TODAY)
    assert sum(each.weight for each in parts) == whole.weight
    assert sum(each.days for each in parts) == whole.days
    assert {each.id for part in parts for each in part.touches} == {each.id for each in whole.touches}
    assert all(each.index is None or each.index >= 0 for each in (*parts, whole))
    assert not {each.id for each in whole.unplanned} & {each.id for each in written.touches if each.reason}
