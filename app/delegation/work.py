"""Which work is the same: of one kind, and of one kind from one person. Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.delegation.history import History, Stage
from app.delegation.model import Delegation, HeldTask, TouchKind


def work_key(name: str) -> str:
    """What is the same for the same kind of work: neither capital letters nor the width of gaps make another one.

    Empty where no kind was named.
    """
    return " ".join(name.split()).casefold()


class Practised(NamedTuple):
    """A kind of work from one person. Where one of both was not said, a delegation is alike to itself alone."""

    person: str
    work: str
    alone: str = ""


def practised(given: Delegation) -> Practised:
    """What this delegation gives practice in."""
    work = work_key(given.work)
    if given.person is None or not work:
        return Practised("", "", given.id)
    return Practised(given.person, work)


def alike(given: Iterable[History], to: Delegation) -> list[History]:
    """Those that give practice in the same, itself among them."""
    wanted = practised(to)
    return [each for each in given if practised(each.delegation) == wanted]


def by_id(given: Iterable[History]) -> dict[str, History]:
    """The histories by the ids of their delegations."""
    return {each.delegation.id: each for each in given}


def was_handed_over(task: HeldTask, known: Mapping[str, History]) -> History | None:
    """The history in which a held task was handed over; None while it was not, and where it is only a draft."""
    found = known.get(task.delegation) if task.delegation is not None else None
    return found if found is not None and found.strands else None


def is_done_by_owner(task: HeldTask, known: Mapping[str, History]) -> bool:
    """Whether it takes the owner's time now: it was not handed over, or taken back and not handed back since."""
    found = was_handed_over(task, known)
    return found is None or came_back(found)


def came_back(given: History) -> bool:
    """Whether the work was taken back, for whatever reason, and not handed back since, whoever delivered it."""
    turns = [
        each.after is Stage.TAKEN_BACK
        for each in given.events
        if each.after is not each.before and each.touch.what is not TouchKind.DELIVERED
    ]
    return bool(turns) and turns[-1]
