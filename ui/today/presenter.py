"""What Today shows and when: the day, its reflections, the question, and whether it is finished."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import today as of_today
from app.prompts.library import review
from app.prompts.model import Choice, Knowledge, Prompt
from app.prompts.rules import RESTING, choose, is_suitable
from app.reflections import plans
from app.reflections.model import Filter, OpenCommitment, Reflection
from app.today import review_is_due
from ui import clock
from ui.reflection.draft import Draft
from ui.session import PROMPT, Change, Session
from ui.today.answers import Answers

if TYPE_CHECKING:
    from ui.session import Records

WEEKS = 5
_MOST_PLANS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the journal had to say about a day."""

    day: date
    today: date
    asked: Sequence[OpenCommitment] = ()  # planned on the last day with an open plan, or answered today
    waiting: Sequence[OpenCommitment] = ()  # the newest of the others
    number_waiting: int = 0
    written: Sequence[Reflection] = ()  # on that day, newest first
    pulls: Mapping[date, int | None] = field(default_factory=dict)
    known: Knowledge | None = None  # for the choice of a prompt


class TodayPresenter(QObject):
    """Takes a reflection of the day in hand, and knows the question for it."""

    reading = Signal()  # the journal is about to be asked for the day
    shown = Signal()  # what there is to show was read
    asked = Signal()  # the question is another one
    finished = Signal()  # the sheet was closed, or opened again

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.draft = Draft(session, self)
        self.answers = Answers(session, self)
        self.state = Shown(day=clock.today(), today=clock.today())
        self.choice: Choice | None = None
        self._is_wanted_open = False
        self._begun: str | None = None  # the id of the reflection that somebody asked for anew
        self._reviews: bool | None = None  # asked for, or turned away from; None as the day has it
        session.foresee(self, lambda records: _read(records, clock.today(), clock.today()), self._on_read)
        self.draft.replaced.connect(self.asked)
        session.changed.connect(self._on_changed)

    @property
    def is_finished(self) -> bool:
        """Whether the day is closed to its summary."""
        is_closed = self._session.preferences.finished_on == self.state.day and not self.is_reviewing
        return is_closed and not self._is_wanted_open and bool(self.state.written)

    @property
    def is_review_day(self) -> bool:
        """Whether the day shown is today, and the one for the weekly review; there has to be something to review."""
        state = self.state
        has_past = any(day < state.today for day in state.pulls)
        return state.day == state.today and has_past and review_is_due(self._session.preferences, state.today)

    @property
    def is_reviewing(self) -> bool:
        """Whether the review is in the place of the sheet: on its day, and whenever it was asked for."""
        wanted = self.is_review_day if self._reviews is None else self._reviews
        return wanted and self.state.day == self.state.today

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return self.draft.is_settled and self.answers.autosave.is_settled

    @property
    def prompt(self) -> Prompt | None:
        """The question of the reflection in hand; None where it is written freely."""
        id = self.draft.reflection.content.prompt
        # The page is made while the passphrase is typed, when there are no prompts to ask for.
        return None if id is None else self._session.prompts.known.get(id)

    @property
    def can_change_prompt(self) -> bool:
        """Whether the question is one of those that can be seen and changed."""
        prompt = self.prompt
        return prompt is not None and any(each.prompt == prompt for each in self._session.prompts.entries)

    @property
    def has_words(self) -> bool:
        """Whether there is anything of this day to finish."""
        return self.draft.is_kept or not self.draft.is_settled or bool(self.state.written)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.draft.flush()
        self.answers.autosave.flush()

    def ask(self, day: date | None = None) -> None:
        """Reads a day; today's where none is given. What is in hand stays there if it belongs to it."""
        wanted = day or clock.today()
        self.flush()
        self._ask(wanted, self._on_read)

    def review(self) -> None:
        """Puts the review of the week in the place of the sheet, on any day."""
        self._reviews = True
        self.ask()

    def write_instead(self) -> None:
        """Puts the sheet in the place of the review."""
        self._reviews = False
        self.ask()

    def take(self, reflection: Reflection) -> None:
        """Opens a reflection of the day again."""
        self._reviews = _is_of_review(reflection) and reflection.content.date == self.state.today
        self._open_sheet()
        self.draft.load(reflection)
        self.finished.emit()

    def begin(self) -> None:
        """Takes a new reflection in hand, for the day that is shown."""
        self._reviews = False
        self._open_sheet()
        self._begin()
        self._begun = self.draft.reflection.id
        self.finished.emit()

    def ask_something_else(self) -> None:
        """Another question for the reflection in hand."""
        if self.prompt is not None:
            self._pass_over(self.prompt)
        self._choose()
        self._put_question()

    def write_freely(self) -> None:
        """No question for the reflection in hand."""
        self.choice = None
        self.draft.edit(prompt=None, pillar=None)
        self.asked.emit()

    def finish(self) -> None:
        """Closes the day to its summary, once it is saved."""
        self.flush()
        self._is_wanted_open = False
        self._session.prefer(self, finished_on=self.state.day)
        self._ask(self.state.day, self._on_finished)

    def open_again(self) -> None:
        """Opens the latest reflection of the day again."""
        if self.state.written:
            self.take(self.state.written[0])

    def _ask(self, day: date, done: Callable[[Shown], None]) -> None:
        self.reading.emit()
        self._session.read(self, lambda journal: _read(journal, day, clock.today()), done)

    def _open_sheet(self) -> None:
        self._is_wanted_open = True
        if self._session.preferences.finished_on == self.state.day:
            self._session.prefer(self, finished_on=None)

    def _on_finished(self, state: Shown) -> None:
        self.state = state
        self.shown.emit()
        self.finished.emit()

    def _on_read(self, state: Shown) -> None:
        is_another_day, was_read = state.day != self.state.day, self.state.known is not None
        if state.today != self.state.today:
            self._reviews = None
        self.state = state
        is_another_sheet = self.is_reviewing != _is_of_review(self.draft.reflection)
        is_in_hand = self._has_something_in_hand() or self._keeps_question() or self._is_begun()
        if is_another_day or is_another_sheet or not is_in_hand:
            self._is_wanted_open = False
            self._take_up(state)
        elif not was_read and self._is_begun() and not self._has_something_in_hand():
            self.begin()  # now that there is a question for it
        self.shown.emit()
        self.finished.emit()

    def _has_something_in_hand(self) -> bool:
        """Whether what is in hand belongs to the day and was begun here already."""
        in_hand = self.draft.reflection
        if in_hand.content.date != self.state.day:
            return False
        return self.draft.is_kept or not self.draft.is_settled

    def _is_begun(self) -> bool:
        """Whether an empty one was asked for: it is what the next words go into, whatever was written before."""
        return self.draft.reflection.id == self._begun

    def _keeps_question(self) -> bool:
        """Whether a question stands there to be answered: it does not change while nobody asks for another."""
        is_for_today = self.draft.reflection.content.date == self.state.day and not self.state.written
        return is_for_today and self.prompt is not None and self._session.preferences.shows_prompt

    def _on_changed(self, change: Change, origin: QObject) -> None:
        """The question in hand stays, in its new words; one that is gone makes room if it is not answered yet."""
        if change.kind != PROMPT:
            return
        in_hand = self.draft.reflection.content.prompt
        if in_hand is not None and not self._has_something_in_hand():
            if self.prompt is None:
                self._begin()
            else:
                self.draft.edit(pillar=self.prompt.pillar)
        self.asked.emit()

    def _take_up(self, state: Shown) -> None:
        fitting = [each for each in state.written if _is_of_review(each) == self.is_reviewing]
        if fitting:
            self.draft.load(fitting[0])
        elif self.is_reviewing:
            self.draft.begin(state.day, prompt=review().id, pillar=review().pillar)
        else:
            self._begin()

    def _begin(self) -> None:
        self._choose()
        if self.choice is None or not self._session.preferences.shows_prompt:
            self.choice = None
            self.draft.begin(self.state.day)
        else:
            asked = self.choice.prompt
            self.draft.begin(self.state.day, prompt=asked.id, pillar=asked.pillar)

    def _choose(self) -> None:
        if self.state.known is not None:
            self.choice = choose(self._session.prompts.asked, self.state.known, self._not_now())

    def _not_now(self) -> set[str]:
        """In whose place another was asked for on this day."""
        passed_over = self._session.preferences.passed_over
        return {prompt for prompt, day in passed_over.items() if day == self.state.day}

    def _pass_over(self, prompt: Prompt) -> None:
        """It rests as one that was answered does. Once all were passed over on this day they begin anew."""
        day, known = self.state.day, self.state.known
        passed_over = self._session.preferences.passed_over
        left = {each: last for each, last in passed_over.items() if abs(day - last) < RESTING} | {prompt.id: day}
        suitable = {each.id for each in self._session.prompts.asked if known and is_suitable(each, known.occasions)}
        if suitable <= {each for each, last in left.items() if last == day}:
            left = {each: last for each, last in left.items() if last != day}
        self._session.prefer(self, passed_over=left)

    def _put_question(self) -> None:
        if self.choice is not None:
            self.draft.edit(prompt=self.choice.prompt.id, pillar=self.choice.prompt.pillar)
            self.asked.emit()


def _read(journal: "Records", day: date, today: date) -> Shown:
    store = journal.reflections
    first = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1) + 6)
    newest, number = store.latest_open_commitments(today, _MOST_PLANS)
    answered = [each for each in store.answered_on(today) if each.made_on < today]
    silent = plans.one_to_let_go(store.stale_commitments(today, 1), answered, today)
    asked, waiting = asked_first(newest, answered, silent)
    return Shown(
        day=day,
        today=today,
        asked=asked,
        waiting=waiting,
        number_waiting=number - sum(each.commitment.is_open for each in asked),
        written=tuple(store.find(Filter(since=day, until=day))),
        pulls={each.date: each.pull for each in store.days(first, today)},
        known=of_today.knowledge(journal, day),
    )


def asked_first(
    newest: Sequence[OpenCommitment], answered: Sequence[OpenCommitment], silent: Sequence[OpenCommitment]
) -> tuple[list[OpenCommitment], list[OpenCommitment]]:
    """Of the open plans, newest first, those of the last day, with those answered today and the one that was silent
    for weeks; and the rest. Oldest first."""
    last = newest[0].made_on if newest else None
    brought = {each.commitment.id: each for each in (*answered, *silent)}
    left = [each for each in reversed(newest) if each.commitment.id not in brought]
    of_last_day = [each for each in left if each.made_on == last]
    asked = sorted((*brought.values(), *of_last_day), key=lambda each: each.made_on)
    return asked, [each for each in left if each.made_on != last]


def _is_of_review(reflection: Reflection) -> bool:
    """Whether it answers the question of the weekly review."""
    return reflection.content.prompt == review().id
