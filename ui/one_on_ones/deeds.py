"""What is done in a one-on-one, each so that it can be undone: closing, promising, finishing, moving, putting away."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.one_on_ones import changes, rules
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.one_on_ones.rules import Meeting
from app.people.model import Agreement, Feedback, Side
from app.people.record import AGREEMENT, FEEDBACK
from app.translation import tr
from ui.clock import today
from ui.one_on_ones.presenter import OneOnOnePresenter, recorded
from ui.one_on_ones.words import long_day, stays_open
from ui.one_on_ones.written import Fate
from ui.session import now

_Talked = TypeVar("_Talked", bound=Topic | FollowUp)


class Deeds(QObject):
    """Does them to what the presenter has in hand."""

    said = Signal(str, object)  # something done, and how to undo it
    finished = Signal()  # the meeting is over

    def __init__(self, presenter: OneOnOnePresenter) -> None:
        super().__init__(presenter)
        self._at = presenter

    # Items of the agenda

    def close(self, given: Topic | FollowUp) -> None:
        """There is nothing left to say about it."""
        at = self._at
        self._change(changes.closed(given, at.meeting.date, today()))
        done = tr("Closed") if isinstance(given, Topic) else tr("Done")
        self.said.emit(done, lambda: self._change(changes.reopened(self._now(given))))

    def reopen(self, given: Topic | FollowUp) -> None:
        """There is more to say about it."""
        self._change(changes.reopened(given))
        day = given.closed_on if isinstance(given, Topic) else given.done_on
        self.said.emit(tr("Open again"), lambda: self._change(changes.ended(self._now(given), day)))

    def answer(self, given: Topic, text: str) -> None:
        """How it ended, as it is typed."""
        self._at.put(TOPIC.name, replace(given, answer=text), at_once=False)

    def look_again(self, given: Agreement, on: date | None) -> None:
        """The agreement was looked at, and will be again on that day."""
        self._at.put(AGREEMENT.name, replace(given, look_again_on=on))
        said = tr("Looked at. The next time is on {day}.").format(day=long_day(on)) if on else tr("Looked at")
        self.said.emit(said, lambda: self._at.put(AGREEMENT.name, given))

    def write(self, given: Topic | FollowUp | Feedback) -> None:
        """Its words, as they are typed. One without a word is not kept."""
        at, kind = self._at, _kind(given)
        at.put(kind, given, Fate.KEPT if given.text.strip() else Fate.GONE, at_once=False)
        if isinstance(given, FollowUp):
            at.begin_if_needed()

    def new_topic(self, side: Side) -> Topic:
        """One that is about to be typed."""
        return Topic(**self._new(), raised_by=side, text="")

    def new_follow_up(self, owner: Side, due_on: date | None) -> FollowUp:
        """One that is about to be typed, promised in this meeting."""
        return FollowUp(**self._new(), owner=owner, due_on=due_on, text="", one_on_one=self._at.meeting.id)

    def new_feedback(self) -> Feedback:
        """What they say to me, about to be typed."""
        return Feedback(**self._new(), giver=Side.THEM, text="")

    def put_away(self, given: Topic | FollowUp | Feedback) -> None:
        """Moves it to the trash."""
        at, kind = self._at, _kind(given)
        at.put(kind, given, Fate.TRASHED)
        if isinstance(given, FollowUp):
            at.begin_if_needed()
        self.said.emit(tr("Moved to the trash"), lambda: at.put(kind, given))

    # The meeting

    def involve(self, said: Involvement | None) -> None:
        """What they say about my involvement."""
        self._at.change_meeting(replace(self._at.meeting, involvement=said))

    def finish(self) -> None:
        """It took place; what is left open is said."""
        at = self._at
        before, was_kept = at.meeting, at.is_kept
        at.change_meeting(changes.held(before, today()))
        left = [each.of for each in at.items() if not each.is_closed]
        topics = sum(isinstance(each, Topic) for each in left)
        promises = sum(isinstance(each, FollowUp) for each in left)
        self.said.emit(stays_open(topics, promises), lambda: self._take_back(before, was_kept=was_kept))
        self.finished.emit()

    def miss(self) -> None:
        """It did not take place."""
        at = self._at
        before, was_kept = at.meeting, at.is_kept
        at.change_meeting(replace(before, state=State.MISSED))
        said = tr("It did not take place. What is open stays on the agenda.")
        self.said.emit(said, lambda: self._take_back(before, was_kept=was_kept))

    def plan_again(self) -> None:
        """Nothing is said any more about whether it took place."""
        at, before = self._at, self._at.meeting
        at.change_meeting(replace(before, state=State.PLANNED), decided=True)
        self.said.emit(tr("It is open again"), lambda: self._take_back(before, was_kept=True))

    def move(self, to: date, time: str | None, minutes: int) -> None:
        """It takes place on another day, or at another time."""
        at = self._at
        before, was_kept = at.meeting, at.is_kept
        state = State.HELD if before.state is State.HELD and to <= today() else State.PLANNED  # a day put right
        at.change_meeting(replace(rules.moved(before, to, time), minutes=minutes, state=state), decided=True)
        said = tr("Moved to {day}").format(day=long_day(to))
        self.said.emit(said, lambda: self._take_back(before, was_kept=was_kept))

    def plan(self, on: date, time: str | None, minutes: int) -> None:
        """One outside the rhythm."""
        at = self._at
        at.leave()
        meeting = Meeting(on=on, time=time, minutes=minutes, planned_for=None)
        made = changes.begun(uuid4().hex, at.person, meeting, now())
        at.change_meeting(made, decided=True)
        at.take(recorded(made))
        words = tr("Planned for {day}") if on >= today() else tr("Added: {day}")
        self.said.emit(words.format(day=long_day(on)), lambda: self._remove(made))

    def delete(self) -> None:
        """Moves the meeting to the trash; what was raised and promised in it stays."""
        at, given = self._at, self._at.meeting
        if not at.is_kept:
            return
        at.put(ONE_ON_ONE.name, given, Fate.TRASHED)
        at.take_next()
        self.said.emit(tr("Moved to the trash"), lambda: self._have_back(given))

    def _new(self) -> dict[str, Any]:
        at, instant = self._at, now()
        on = min(at.meeting.date, today())  # what is written up afterwards was said then
        return {"id": uuid4().hex, "date": on, "person": at.person, "created_at": instant, "updated_at": instant}

    def _change(self, given: Topic | FollowUp) -> None:
        self._at.put(_kind(given), given)

    def _now(self, given: _Talked) -> _Talked:
        """What it is by now: what was written since stays, whatever is undone."""
        found = self._at.found
        listed: tuple[Any, ...] = (*found.topics, *found.follow_ups) if found is not None else ()
        return next((each for each in listed if each.id == given.id), given)

    def _take_back(self, given: OneOnOne, *, was_kept: bool) -> None:
        """When it is and whether it took place are as they were; what was written since stays."""
        at = self._at
        listed = at.found.one_on_ones if at.found is not None else ()
        now = next((each for each in listed if each.id == given.id), given)
        before = replace(
            now,
            state=given.state,
            date=given.date,
            time=given.time,
            minutes=given.minutes,
            moved_from=given.moved_from,
        )
        if was_kept:
            at.change_meeting(before, decided=True)
        else:
            at.forget(before.id)
            at.change_meeting(before)

    def _remove(self, given: OneOnOne) -> None:
        at = self._at
        at.forget(given.id)
        at.change_meeting(given)
        if at.meeting.id == given.id:
            at.take_next()

    def _have_back(self, given: OneOnOne) -> None:
        at = self._at
        at.put(ONE_ON_ONE.name, given)
        if at.person == given.person:
            at.take(recorded(given))


def _kind(given: Topic | FollowUp | Feedback) -> str:
    if isinstance(given, Topic):
        return TOPIC.name
    return FOLLOW_UP.name if isinstance(given, FollowUp) else FEEDBACK.name
