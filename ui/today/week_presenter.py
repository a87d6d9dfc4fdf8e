"""The review of a week: what was seen of the experiment, what is carried on, what comes next, and its close."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.experiments import rules
from app.experiments.model import Experiment, Finding
from app.reflections.model import OpenCommitment, Outcome
from app.reflections.rules import outcome_after_week
from ui import clock
from ui.session import REFLECTION, Change, Session, now
from ui.today.experiments import Experiments
from ui.today.week_read import Looked, look

if TYPE_CHECKING:
    from ui.session import Journal

ONE_MORE_WEEK = "more"


class WeekPresenter(QObject):
    """Looks at the week that ends today, and keeps what is said about it."""

    shown = Signal()  # the week was looked at
    edited = Signal()  # an experiment is another one than before
    closed = Signal()  # the week was closed, or opened again

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.experiments = Experiments(session, self)
        self.experiments.saved.connect(self.look)
        self.looked = Looked(today=clock.today())
        self.reviews = False  # whether there is a review to look for
        session.foresee(self, lambda records: look(records, clock.today(), reviews=False), self._on_looked)

    @property
    def is_closed(self) -> bool:
        """Whether the week was closed today."""
        return self._session.preferences.week_closed_on == self.looked.today

    @property
    def current(self) -> Experiment | None:
        """The experiment to look back on."""
        return self.looked.current

    @property
    def coming(self) -> Experiment | None:
        """The one that begins today, or waits."""
        return self.looked.coming

    def look(self, day: date | None = None) -> None:
        """Asks the journal what there is; on the day that is looked at already where none is given.

        A review that goes on over midnight stays that of its day, with what was ticked in it.
        """
        today, reviews = day or self.looked.today, self.reviews
        self._session.read(self, lambda journal: look(journal, today, reviews=reviews), self._on_looked)

    def look_back(self, seen: str, note: str) -> None:
        """Says what was seen of the experiment: a finding, one more week, or nothing yet; and a line about it."""
        if self.current is not None:
            self._take(current=seen_of(self.current, seen, note, self.looked.today))
            self._place()

    def plan_next(self, **fields: Any) -> None:
        """Changes the experiment that comes next; the first word begins it."""
        given = self.coming or new_experiment(self.looked.today)
        changed = replace(given, **fields)
        if changed != given:
            self._take(coming=changed)
            self._place()

    def carry(self, id: str, *, is_carried: bool) -> None:
        """Whether this plan goes on into the next week."""
        left = self._left()
        left = {each: day for each, day in left.items() if each != id}
        self._session.prefer(self, not_carried=left if is_carried else {**left, id: self.looked.today})

    def is_carried(self, id: str) -> bool:
        """Whether it goes on as things stand."""
        return id not in self._left()

    def has_let_go(self, plan: OpenCommitment) -> bool:
        """Whether this plan ended because the week was closed without it."""
        return plan.commitment.outcome is Outcome.LET_GO and not self.is_carried(plan.commitment.id)

    def close(self, done: Callable[[Callable[[], None]], None]) -> None:
        """Closes the week. What is not carried is let go; `done` gets what undoes all of it."""
        before, today = self._session.preferences.week_closed_on, self.looked.today
        changed = [each for each in self.looked.plans if _after(each, self) != each.commitment.outcome]
        after = [(each, _after(each, self)) for each in changed]

        def undo() -> None:
            self._answer([(each, each.commitment.outcome) for each in changed], before, lambda: None)

        self._answer(after, today, lambda: done(undo))

    def open_again(self) -> None:
        """Shows the sheet of a week that was closed."""
        self._session.prefer(self, week_closed_on=None)
        self.closed.emit()

    def _answer(
        self,
        outcomes: Sequence[tuple[OpenCommitment, Outcome | None]],
        closed_on: date | None,
        done: Callable[[], None],
    ) -> None:
        today = self.looked.today

        def work(journal: "Journal") -> None:
            for each, outcome in outcomes:
                plan = each.commitment
                day = today if outcome is Outcome.LET_GO else plan.followed_up_on or today
                journal.reflections.follow_up(plan.id, outcome, plan.outcome_note, day, now())

        def is_done(_: None) -> None:
            self._session.prefer(self, week_closed_on=closed_on)
            self.look()
            self.closed.emit()
            done()

        self._session.write(self, Change(REFLECTION), work, is_done)

    def _left(self) -> dict[str, date]:
        kept = self._session.preferences.not_carried
        return {id: day for id, day in kept.items() if day == self.looked.today}

    def _place(self) -> None:
        """The next one begins today, or after the one that still runs."""
        if self.coming is not None:
            running = self.current if self.current is not None and self.current.is_running else None
            placed = rules.begin(self.coming, running, self.looked.today)
            if placed != self.coming:
                self._take(coming=placed)

    def _take(self, **experiments: Experiment) -> None:
        self.looked = replace(self.looked, **experiments)  # type: ignore[arg-type]  # by name
        for each in experiments.values():
            self.experiments.keep(each)
        self.edited.emit()

    def _on_looked(self, looked: Looked) -> None:
        newest = self.experiments.newest
        coming = newest(looked.coming) if looked.coming is not None else self._typed_meanwhile()
        current = newest(looked.current) if looked.current is not None else None
        self.looked = replace(looked, current=current, coming=coming)
        if current is not None and current.closed_on == looked.today:
            self._place()  # it may have been answered elsewhere
        self.shown.emit()

    def _typed_meanwhile(self) -> Experiment | None:
        """One whose first word came while the journal was asked; or whose last word went, and it may get another."""
        typed = self.coming
        stays = typed is not None and (self.experiments.is_waiting(typed.id) or rules.is_empty(typed))
        return typed if stays else None


def seen_of(experiment: Experiment, seen: str, note: str, today: date) -> Experiment:
    """The experiment with what was chosen of the four answers, or of none."""
    finding = Finding(seen) if seen in set(Finding) else None
    return rules.look_back(experiment, finding, note, today, goes_on=seen == ONE_MORE_WEEK)


def said_of(experiment: Experiment, today: date) -> str:
    """Which of the answers is chosen."""
    if experiment.outcome is not None:
        return experiment.outcome
    return ONE_MORE_WEEK if rules.has_one_more_week(experiment, today) else ""


def new_experiment(today: date) -> Experiment:
    """One without a word in it, for the two weeks from today on."""
    return Experiment(
        id=uuid4().hex,
        begun_on=today,
        ends_on=rules.end_of(today),
        when="",
        will="",
        created_at=now(),
        updated_at=now(),
    )


def _after(plan: OpenCommitment, presenter: WeekPresenter) -> Outcome | None:
    return outcome_after_week(plan.commitment, is_carried=presenter.is_carried(plan.commitment.id))
