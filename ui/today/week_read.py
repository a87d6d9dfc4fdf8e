"""What the journal has for the review of a week: its numbers, its experiments and its plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app import today as of_today
from app.experiments import rules
from app.experiments.model import Experiment, Pulls
from app.reflections.model import Filter, OpenCommitment, Outcome
from app.today import Week

if TYPE_CHECKING:
    from ui.session import Records

_NEWEST = 12
_MOST_PLANS = 8
_DAY = timedelta(days=1)


class Compared(NamedTuple):
    """The log of the two weeks before an experiment, and of the days of it so far."""

    before: Pulls
    during: Pulls
    days: int  # so far


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One look at a week. Without its review only the experiments are known."""

    today: date
    current: Experiment | None = None  # to look back on
    coming: Experiment | None = None  # begun today, or waiting
    compared: Compared | None = None
    week: Week | None = None
    plans: Sequence[OpenCommitment] = ()  # open ones, the newest last; then those answered in the week
    number_left_out: int = 0

    @property
    def next(self) -> Experiment | None:
        """The one that comes, if there is a word in it."""
        return self.coming if self.coming is not None and not rules.is_empty(self.coming) else None


def compare(journal: "Records", experiment: Experiment, today: date) -> Compared:
    """What the log has of the person of an experiment, or of everybody where it has none."""
    pulls = journal.experiments.pulls
    since, until = rules.during(experiment, today)
    days = (until - since).days + 1
    return Compared(
        pulls(*rules.before(experiment), experiment.person), pulls(since, until, experiment.person), max(1, days)
    )


def look(journal: "Records", today: date, *, reviews: bool) -> Looked:
    """Looks at the seven days that end today."""
    current, coming = rules.of_review(journal.experiments.find(Filter(), _NEWEST), today)
    looked = Looked(today=today, current=current, coming=coming)
    if not reviews:
        return looked
    plans, number_left_out = _plans(journal, today)
    return Looked(
        today=today,
        current=current,
        coming=coming,
        compared=compare(journal, current, today) if current is not None else None,
        week=of_today.week(journal, today),
        plans=plans,
        number_left_out=number_left_out,
    )


def _plans(journal: "Records", today: date) -> tuple[list[OpenCommitment], int]:
    newest, number = journal.reflections.latest_open_commitments(today + _DAY, _MOST_PLANS)
    left = set(journal.preferences.get().not_carried)
    opened = list(reversed(newest))
    known = {each.commitment.id for each in opened}
    answered = [
        each
        for ago in range(6, -1, -1)
        for each in journal.reflections.answered_on(today - ago * _DAY)
        if each.commitment.id not in known and not each.commitment.is_open
    ]
    # One that was let go is over, unless that was done by this review and can be undone by it.
    shown = [each for each in answered if each.commitment.outcome is not Outcome.LET_GO or each.commitment.id in left]
    shown.sort(key=lambda each: each.commitment.outcome is Outcome.DONE)
    return [*opened, *shown], number - len(opened)
