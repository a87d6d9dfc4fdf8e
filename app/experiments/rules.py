"""What a trust experiment means: pure functions of days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app import limits
from app.experiments.model import Experiment, Finding
from app.moments import shifted
from app.titles import one_line

LENGTH = timedelta(days=14)
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def end_of(begun_on: date) -> date:
    """The last of its fourteen days."""
    return shifted(begun_on, LENGTH - _DAY)


def day_number(experiment: Experiment, today: date) -> tuple[int, int]:
    """Which day of it today is, from 1, and how many it has; after its end, its last."""
    days = (experiment.ends_on - experiment.begun_on).days + 1
    return max(1, min((today - experiment.begun_on).days + 1, days)), days


def is_over(experiment: Experiment, today: date) -> bool:
    """Whether its last day has come."""
    return today >= experiment.ends_on


def one_more_week(experiment: Experiment) -> Experiment:
    """It goes on for seven more days."""
    return replace(experiment, ends_on=shifted(experiment.ends_on, _WEEK))


def has_one_more_week(experiment: Experiment, today: date) -> bool:
    """Whether it was given more days than it began with, and seven of them at least are still to come."""
    return experiment.ends_on > end_of(experiment.begun_on) and experiment.ends_on - today >= _WEEK


def one_week_less(experiment: Experiment) -> Experiment:
    """What one more week gave it is taken back; it keeps the days that it began with."""
    return replace(experiment, ends_on=max(end_of(experiment.begun_on), shifted(experiment.ends_on, -_WEEK)))


def begin(experiment: Experiment, running: Experiment | None, today: date) -> Experiment:
    """It has its fourteen days from today on, or from the day after the one that is still running."""
    begun_on = today if running is None else shifted(max(running.ends_on, today), _DAY)
    return replace(experiment, begun_on=begun_on, ends_on=end_of(begun_on))


def of_review(newest: Sequence[Experiment], today: date) -> tuple[Experiment | None, Experiment | None]:
    """Of the newest, the latest begun first: the one to look back on, and the one that comes after it.

    Looked back on is one that was begun before today and runs, or was answered in the last seven days.
    """
    begun = [each for each in newest if each.begun_on < today]
    fresh = [each for each in begun if each.closed_on is None or today - each.closed_on < _WEEK]
    coming = [each for each in newest if each.begun_on >= today and each.is_running]
    return next(iter(fresh), None), next(iter(coming), None)


def close(experiment: Experiment, outcome: Finding | None, note: str, today: date) -> Experiment:
    """It ends with this; with None the answer is taken back, and the line about it stays."""
    return replace(experiment, outcome=outcome, outcome_note=note, closed_on=today if outcome else None)


def look_back(
    experiment: Experiment, outcome: Finding | None, note: str, today: date, *, goes_on: bool = False
) -> Experiment:
    """What was seen of it, in place of what was said before; or it goes on for one more week."""
    if outcome is not None and outcome == experiment.outcome:
        return replace(experiment, outcome_note=note)
    if goes_on and has_one_more_week(experiment, today):
        return replace(experiment, outcome_note=note)
    given = one_week_less(experiment) if has_one_more_week(experiment, today) else experiment
    closed = close(given, outcome, note, today)
    return one_more_week(closed) if goes_on else closed


def before(experiment: Experiment) -> tuple[date, date]:
    """The fourteen days to compare it with, both inclusive."""
    return shifted(experiment.begun_on, -LENGTH), shifted(experiment.begun_on, -_DAY)


def during(experiment: Experiment, today: date) -> tuple[date, date]:
    """The days of it that are past or today, both inclusive; to its end, or to the day it was closed on."""
    last = experiment.closed_on or today
    return experiment.begun_on, max(experiment.begun_on, min(last, experiment.ends_on))


def is_empty(experiment: Experiment) -> bool:
    """Whether nothing was said."""
    said = (experiment.when, experiment.will, experiment.sign, experiment.stop)
    return not any(each.strip() for each in said)


def check_lengths(experiment: Experiment) -> None:
    """Raises TooLong for what is longer than its field takes."""
    lines = ("when", "will", "sign", "stop", "outcome_note")
    limits.check((name, getattr(experiment, name), limits.LINE) for name in lines)
    limits.check([("person", experiment.person, limits.NAME)])


def title(experiment: Experiment) -> str:
    """What is done, or else when; in one line of at most 120 characters."""
    return one_line(experiment.will) or one_line(experiment.when)
