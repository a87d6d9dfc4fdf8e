"""The cycle is found where it closed, with the records that show it, and nowhere else."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from app.delegation.cycle import BREAKS, Arrow, Cycle, Starts, cycles
from app.delegation.history import History, histories, history
from app.delegation.model import Delegation, HeldTask, Legitimate, TouchKind
from tests.app.delegation.making import DAY, Written, delegation, held, journals, touch
from tests.app.reflections.journals import TODAY

BACK, GIVEN, DELIVERED = TouchKind.TOOK_BACK, TouchKind.HANDED_BACK, TouchKind.DELIVERED
LONG_AGO = TODAY - 300 * DAY


def taken(ago: int, **more: object) -> History:
    """Work that was taken back so many days ago."""
    of = delegation(begun=LONG_AGO, **more)  # type: ignore[arg-type]  # the fields of a delegation, by name
    return history(of, [touch(of, BACK, TODAY - ago * DAY)])


@pytest.mark.parametrize(("apart", "closed"), [(0, True), (59, True), (60, True), (61, False)])
def test_two_take_backs_of_a_kind_from_a_person_in_sixty_days(apart: int, closed: bool) -> None:
    found = cycles([taken(0), taken(apart, work="  REPORTING")], [])
    assert bool(found) == closed
    for each in found:
        assert (each.times, each.chances_missed, each.person) == (2, 2, "Jonas")
        assert [one.touch.date for one in each.take_backs] == [TODAY - apart * DAY, TODAY]


@pytest.mark.parametrize("other", [{"person": "Priya"}, {"work": "Rota"}, {"person": None}, {"work": ""}])
def test_another_person_or_kind_is_another_matter(other: dict[str, object]) -> None:
    assert cycles([taken(0), taken(5, **other)], []) == []
    assert cycles([taken(0, **other), taken(5)], []) == []


@pytest.mark.parametrize("unsaid", [{"person": None}, {"work": ""}])
def test_one_piece_of_work_that_came_back_twice_needs_no_name(unsaid: dict[str, object]) -> None:
    of = delegation(begun=LONG_AGO, **unsaid)  # type: ignore[arg-type]
    given_touches = [touch(of, what, TODAY - ago * DAY) for what, ago in ((BACK, 9), (GIVEN, 8), (BACK, 2))]
    (found,) = cycles([history(of, given_touches)], [])
    assert (found.times, found.chances_missed) == (2, 1)


@pytest.mark.parametrize(("after", "closed"), [(-1, False), (0, True), (1, True), (30, True), (31, False)])
def test_a_take_back_and_keeping_it_in_thirty_days(after: int, closed: bool) -> None:
    task = held(work="reporting", date=TODAY - (40 - after) * DAY, minutes_a_month=390)
    found = cycles([taken(40)], [task])
    assert bool(found) == closed
    for each in found:
        assert (each.kept, each.minutes_a_month, each.times) == ((task,), 390, 1 if after == 0 else 2)
    assert cycles([taken(40)], [replace(task, work="Rota")]) == []


@pytest.mark.parametrize(
    ("after", "reason", "closed"), [(0, None, True), (30, None, True), (31, None, False), (5, Legitimate.LAW, False)]
)
def test_a_take_back_and_delivering_it_oneself(after: int, reason: Legitimate | None, closed: bool) -> None:
    of = delegation(begun=LONG_AGO)
    done = touch(of, DELIVERED, TODAY - (40 - after) * DAY)
    found = cycles([history(of, [touch(of, BACK, TODAY - 40 * DAY, reason=reason), done])], [])
    assert [each.delivered for each in found] == ([(done,)] if closed else [])
    assert all((each.times, each.chances_missed) == (1, 1) for each in found)


def test_what_they_completed_after_all_was_no_chance_missed() -> None:
    of = delegation(begun=LONG_AGO)
    steps = ((BACK, 30), (GIVEN, 28), (BACK, 20), (GIVEN, 18), (DELIVERED, 10))
    (found,) = cycles([history(of, [touch(of, what, TODAY - ago * DAY) for what, ago in steps])], [])
    assert (found.times, found.chances_missed, found.last_on) == (2, 0, TODAY - 20 * DAY)
    assert found.broken_by is not None
    assert not found.is_running(TODAY)


def test_it_runs_until_it_is_broken_or_long_over() -> None:
    two = [taken(30), taken(10)]
    (found,) = cycles(two, [])
    assert found.is_running(TODAY)
    assert found.is_running(TODAY + 50 * DAY)
    assert not found.is_running(TODAY + 51 * DAY)
    other = delegation(begun=TODAY - 20 * DAY)
    completed = history(other, [touch(other, DELIVERED, TODAY - 9 * DAY)])
    (broken,) = cycles([*two, completed], [])
    assert broken.broken_by is completed
    (before,) = cycles([*two, history(other, [touch(other, DELIVERED, TODAY - 10 * DAY)])], [])
    assert before.broken_by is None


def test_the_loudest_fear_and_what_it_costs() -> None:
    loud = taken(20, fear="The board finds the hole", likelihood=7)
    quiet, unsaid = taken(10, fear="Late", likelihood=3), taken(5, fear="Something")
    tasks = [
        held(work="Reporting", date=LONG_AGO, minutes_a_month=90),
        held(work="Reporting", date=LONG_AGO, minutes_a_month=None),
        held(work="Reporting", date=LONG_AGO, minutes_a_month=300, delegation=loud.delegation.id),
        held(work="Rota", date=LONG_AGO, minutes_a_month=1),
    ]
    (found,) = cycles([loud, quiet, unsaid], tasks)
    assert found.fear is loud.delegation
    assert found.minutes_a_month == 390
    assert found.held == tuple(tasks[:3])
    (other,) = cycles([taken(1), taken(2)], [])
    assert (other.fear, other.minutes_a_month) == (None, None)


def test_each_arrow_is_broken_by_starting_something() -> None:
    assert list(BREAKS) == list(Arrow)
    assert set(BREAKS.values()) == set(Starts)


def shown(found: list[Cycle]) -> list[object]:
    return [([one.touch.id for one in each.take_backs], each.kept, each.delivered) for each in found]


@given(journals())
def test_legitimate_reasons_never_count_and_people_are_apart(written: Written) -> None:
    def of(delegations: list[Delegation], tasks: list[HeldTask]) -> list[Cycle]:
        return cycles(histories(delegations, written.touches, written.debriefs), tasks)

    whole = of(written.delegations, written.held)
    reasons = {each.id: each.reason for each in written.touches}
    assert not any(reasons[one.touch.id] for each in whole for one in each.take_backs)
    parts = [
        cycle
        for name in ("Jonas", "Priya", None)
        for cycle in of([each for each in written.delegations if each.person == name], written.held)
    ]
    key = repr
    assert sorted(shown(whole), key=key) == sorted(shown(parts), key=key)
    for each in whole:
        days = [one.touch.date for one in each.take_backs]
        assert len(days) > 1 or each.kept or each.delivered
        assert all(later - one <= timedelta(days=60) for one, later in pairwise(days))
        assert 0 <= each.chances_missed <= each.times
