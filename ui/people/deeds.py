"""What is done to the things that are kept with one person: each at once, and each with a way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.one_on_ones import rules
from app.one_on_ones.model import FollowUp, OneOnOne, State, Topic
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Person, Rhythm, Side
from app.records.entry import Entry
from app.translation import tr
from ui.clock import today
from ui.people.keeping import Typed
from ui.session import now
from ui.wording import day_name


class Deeds(QObject):
    """Writes through the same keeper as what is typed, so that neither overtakes the other."""

    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, typed: Typed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = typed

    def close(self, item: Item, *, closed: bool = True) -> None:
        """Ticks a topic or a promise of an agenda, or opens it again."""
        of, day = item.of, today() if closed else None
        if isinstance(of, Topic):
            self._put(of, replace(of, closed_on=day), tr("Closed"), says=closed)
        elif isinstance(of, FollowUp):
            self._put(of, replace(of, done_on=day), tr("Done"), says=closed)

    def add_topic(self, person: str, text: str, by: Side) -> None:
        """Puts something on the agenda from today on."""
        made = Topic(
            id=uuid4().hex, date=today(), person=person, raised_by=by, text=text, created_at=now(), updated_at=now()
        )
        self._typed.put(made)

    def say_of(self, meeting: Meeting, person: str, state: State) -> None:
        """Says of a meeting that is over whether it took place."""
        said = tr("Noted: held") if state is State.HELD else tr("Noted: it did not take place")
        before = meeting.record
        self._put(before, replace(_record_of(meeting, person), state=state), said)

    def move(self, meeting: Meeting, person: str, day: date, time: str | None) -> None:
        """Puts a meeting on another day; the day it was moved from is kept."""
        said = tr("Moved to {day}").format(day=day_name(day))
        self._put(meeting.record, rules.moved(_record_of(meeting, person), day, time), said)

    def stop_rhythm(self, person: Person) -> None:
        """One-on-ones are no longer planned by themselves."""
        self.set_rhythm(person, None)
        self.said.emit(tr("The rhythm is stopped"), lambda: self.set_rhythm(person, person.rhythm))

    def set_rhythm(self, person: Person, rhythm: Rhythm | None) -> None:
        """When one-on-ones are from now on."""
        self._typed.put(replace(self._typed.newest(person), rhythm=rhythm))

    def delete(self, record: Entry) -> None:
        """Moves something to the trash."""
        newest = self._typed.newest(record)
        self._typed.delete(record, lambda: self.said.emit(tr("Moved to the trash"), lambda: self._typed.put(newest)))

    def _put(self, before: Entry | None, after: Entry, said: str, *, says: bool = True) -> None:
        def undo() -> None:
            if before is not None:
                self._typed.put(before)
            else:
                self._typed.delete(after)

        done: Callable[[], object] = (lambda: self.said.emit(said, undo)) if says else (lambda: None)
        self._typed.put(after, done)


def _record_of(meeting: Meeting, person: str) -> OneOnOne:
    """The record of a meeting; of one that only the rhythm has, a new one."""
    return meeting.record or OneOnOne(
        id=uuid4().hex,
        date=meeting.on,
        person=person,
        time=meeting.time,
        minutes=meeting.minutes,
        planned_for=meeting.planned_for,
        created_at=now(),
        updated_at=now(),
    )
