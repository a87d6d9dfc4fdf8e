"""Which cycle a piece of work is part of, and by what it is known that it closed once more."""

from datetime import timedelta

from app.delegation.coming_back import closed_by, of_delegation, of_kind, of_task
from app.delegation.cycle import Cycle, cycles
from app.delegation.history import histories
from app.delegation.model import Delegation, HeldTask, Touch, TouchKind
from tests.app.delegation.making import delegation, held, touch
from tests.app.reflections.journals import TODAY

DAY = timedelta(days=1)


def taken_back(of: Delegation, *ago: int) -> list[Touch]:
    return [
        touch(of, kind, TODAY - days * DAY)
        for days in ago
        for kind, days in ((TouchKind.TOOK_BACK, days), (TouchKind.HANDED_BACK, days - 1))
    ]


def found(given: dict[Delegation, list[Touch]], tasks: tuple[HeldTask, ...] = ()) -> list[Cycle]:
    touches = [each for several in given.values() for each in several]
    return cycles(histories(given, touches, ()), tasks)


def test_it_is_that_of_the_same_kind_of_work_from_the_same_person() -> None:
    jonas, priya = delegation(begun=TODAY - 50 * DAY), delegation("Priya", TODAY - 50 * DAY)
    other = delegation(begun=TODAY - 50 * DAY, work="Rota")
    given = found({jonas: taken_back(jonas, 30, 20), priya: taken_back(priya, 12, 8), other: []})
    again = delegation(begun=TODAY, work="reporting ")
    assert getattr(of_delegation(given, again), "person", None) == "Jonas"
    assert of_delegation(given, other) is None


def test_a_held_task_is_part_of_that_with_whom_it_is_meant_for_or_else_of_the_latest() -> None:
    jonas, priya = delegation(begun=TODAY - 50 * DAY), delegation("Priya", TODAY - 50 * DAY)
    given = found({jonas: taken_back(jonas, 30, 20), priya: taken_back(priya, 12, 8)})
    for task, person in ((held(work="Reporting", person="Jonas"), "Jonas"), (held(work="reporting"), "Priya")):
        cycle = of_task(given, task)
        assert cycle is not None
        assert cycle.person == person
    assert of_task(given, held(work="Rota")) is None
    assert of_kind(given, "Jonas", "") is None


def test_without_a_kind_it_is_that_of_the_delegation_alone() -> None:
    one, two = (delegation(begun=TODAY - 50 * DAY, work="") for _ in range(2))
    given = found({one: taken_back(one, 30, 20), two: []})
    assert of_delegation(given, one) is not None
    assert of_delegation(given, two) is None


def test_it_is_closed_by_another_record_once_it_closes_again() -> None:
    given = delegation(begun=TODAY - 50 * DAY)
    touches = taken_back(given, 30, 20)
    (before,) = found({given: touches})
    more = taken_back(given, 3)
    (after,) = found({given: [*touches, *more]})
    assert closed_by(before) == touches[2].id
    assert closed_by(after) == more[0].id
    task = held(work="Reporting", date=TODAY - DAY)
    (kept,) = found({given: [*touches, *more]}, (task,))
    assert closed_by(kept) == task.id
