"""Which take-back cycle a piece of work is part of, and by what it can be told whether that closed once more. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.delegation.cycle import Cycle
from app.delegation.model import Delegation, HeldTask
from app.delegation.work import Practised, practised, work_key
from app.records.entry import Entry

LATELY = timedelta(days=7)  # so long a day says that it closed


def of_delegation(found: Iterable[Cycle], given: Delegation) -> Cycle | None:
    """The first of them with the same kind of work from the same person."""
    wanted = practised(given)
    return next((each for each in found if practised_in(each) == wanted), None)


def of_task(found: Iterable[Cycle], given: HeldTask) -> Cycle | None:
    """The first of its kind of work: that with whom it is meant for, or else whosever it is."""
    return of_kind(found, given.person, given.work)


def of_kind(found: Iterable[Cycle], person: str | None, work: str) -> Cycle | None:
    """The first of this kind of work with this person, or else with anybody."""
    alike = [each for each in found if work_key(work) and work_key(each.work) == work_key(work)]
    return next((each for each in alike if each.person == person), next(iter(alike), None))


def practised_in(given: Cycle) -> Practised:
    """What it keeps them from practising."""
    return practised(given.take_backs[-1].history.delegation)


def times_of(given: Cycle) -> list[Entry]:
    """The records by which the work was kept or taken back, in the order of their days."""
    found: list[Entry] = [*(each.touch for each in given.take_backs), *given.kept_again]
    return sorted(found, key=lambda each: (each.date, each.id))


def closed_by(given: Cycle) -> str:
    """The id of the record that closed it last: another one, once it closes again."""
    return times_of(given)[-1].id


def closed_lately(given: Cycle, today: date) -> bool:
    """Whether it runs, and the last of it was in the week before today."""
    return given.is_running(today) and timedelta(0) <= today - given.last_on <= LATELY
