"""What becomes of a one-on-one and of what is talked about: a record in place of the one before. Pure."""

from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from app.one_on_ones.model import FollowUp, Note, OneOnOne, State, Topic
from app.one_on_ones.rules import Meeting, moved

_Talked = TypeVar("_Talked", bound=Topic | FollowUp)


def begun(id: str, person: str, meeting: Meeting, now: datetime) -> OneOnOne:
    """The record of a meeting that has none so far."""
    return OneOnOne(
        id=id,
        date=meeting.on,
        person=person,
        time=meeting.time,
        minutes=meeting.minutes,
        planned_for=meeting.planned_for,
        created_at=now,
        updated_at=now,
    )


def is_blank(given: OneOnOne) -> bool:
    """Whether there is no word in it and nothing was decided about it: it says no more than that it was begun."""
    is_decided = given.state is not State.PLANNED or given.moved_from or given.involvement is not None
    is_written = given.private_notes.strip() or any(each.text.strip() for each in given.notes)
    return not is_decided and not is_written


def note_about(given: OneOnOne, about: str | None) -> str:
    """What was noted about the record with this id, or about nothing in particular."""
    return next((each.text for each in given.notes if each.about == about), "")


def noted(given: OneOnOne, about: str | None, text: str) -> OneOnOne:
    """The same with this note, in the place of the one before; without a word in it there is none."""
    notes = [replace(each, text=text) if each.about == about else each for each in given.notes]
    if all(each.about != about for each in notes):
        notes.append(Note(about=about, text=text))
    return replace(given, notes=tuple(each for each in notes if each.text.strip()))


def held(given: OneOnOne, today: date) -> OneOnOne:
    """It took place: on its day, or today where that is still to come."""
    on = moved(given, today, given.time) if given.date > today else given
    return replace(on, state=State.HELD)


def closed(given: _Talked, on: date, today: date) -> _Talked:
    """There is nothing left to say about it since the meeting of that day, or since today.

    A meeting to come has not closed anything yet, and nothing is closed before it was raised.
    """
    return ended(given, max(min(on, today), given.date))


def reopened(given: _Talked) -> _Talked:
    """There is more to say about it. The line on how it ended stays, and is shown again when it is closed."""
    return ended(given, None)


def is_open(given: Topic | FollowUp) -> bool:
    """Whether there is something left to say about it."""
    return (given.closed_on if isinstance(given, Topic) else given.done_on) is None


def ended(given: _Talked, day: date | None) -> _Talked:
    """There is nothing left to say about it since that day; with None there is."""
    if isinstance(given, Topic):
        return replace(given, closed_on=day)
    return replace(given, done_on=day)
