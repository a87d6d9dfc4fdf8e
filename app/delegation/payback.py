"""The minutes spent on work that was handed over, against those that it hands back each month. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.delegation.history import History, Stage
from app.delegation.model import HeldTask, Touch
from app.delegation.work import by_id, is_done_by_owner, practised, was_handed_over

# A month is the twelfth of 365 days, and all sums are kept in 1/365 of a minute, so that nothing is rounded.
_YEAR = 365
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class HandedBack:
    """A held task that was handed over, with the minutes that it took each month."""

    task: HeldTask
    history: History
    minutes_a_month: int
    is_now: bool  # and not taken back since


@dataclass(frozen=True, slots=True)
class Payback:
    """The touches on which minutes were `spent` until today, the tasks that hand minutes back, the minutes that came
    back until today, and the day on which they make up for all that was spent: past, or to come if all stays as it is.
    """

    touches: tuple[Touch, ...]
    tasks: tuple[HandedBack, ...]
    saved: float
    even_on: date | None

    @property
    def spent(self) -> int | None:
        """The minutes that were spent; None where none were logged."""
        return sum(each.minutes or 0 for each in self.touches) if self.touches else None

    @property
    def minutes_a_month(self) -> int:
        """The minutes that it hands back each month now."""
        return sum(each.minutes_a_month for each in self.tasks if each.is_now)


def payback(given: Iterable[History], held: Iterable[HeldTask], today: date) -> Payback | None:
    """The payback of these delegations; None where no held task with an estimate was handed over in any of them.

    All minutes count that the owner logged on work like that, coaching or not: of the same kind with the same person.
    """
    known = by_id(given)
    tasks = tuple(_handed_back(held, known))
    if not tasks:
        return None
    alike = {practised(each.history.delegation) for each in tasks}
    touches = tuple(
        touch
        for history in known.values()
        if practised(history.delegation) in alike
        for touch in history.touches
        if touch.minutes is not None and touch.date <= today
    )
    steps = sorted(step for each in tasks for step in _steps(each))
    spent = sum(each.minutes or 0 for each in touches)
    return Payback(touches, tasks, _saved(steps, today) / _YEAR, _even_on(steps, spent * _YEAR) if touches else None)


def _handed_back(held: Iterable[HeldTask], known: dict[str, History]) -> Iterator[HandedBack]:
    for task in held:
        history = was_handed_over(task, known)
        if history is not None and task.minutes_a_month:
            yield HandedBack(task, history, task.minutes_a_month, not is_done_by_owner(task, known))


Step = tuple[date, int]  # from this day on so much more comes back each day, or less


def _steps(given: HandedBack) -> Iterator[Step]:
    """The time of the owner is their own from handing over to a take-back, and again from handing back."""
    rate, is_away = given.minutes_a_month * _MONTHS, True
    yield given.history.strands[0].begins, rate
    for event in given.history.events:
        goes_back = event.took_back
        goes_away = event.after is Stage.HANDED_OVER and event.before in (Stage.TAKEN_BACK, Stage.AWAITING_DEBRIEF)
        if is_away and goes_back:
            yield event.touch.date, -rate
        elif not is_away and goes_away:
            yield event.touch.date, rate
        is_away = (is_away and not goes_back) or goes_away


def _saved(steps: Sequence[Step], today: date) -> int:
    return sum((today - day).days * rate for day, rate in steps if day <= today)


def _even_on(steps: Sequence[Step], spent: int) -> date | None:
    """The first day on which as much has come back as was spent, which is more than nothing."""
    saved, rate = 0, 0
    for (day, change), (until, _) in zip(steps, [*steps[1:], (date.max, 0)], strict=True):
        rate += change
        if saved + rate * (until - day).days >= spent:
            return day + timedelta(days=-(-(spent - saved) // rate))
        saved += rate * (until - day).days
    return None
