"""Which one-on-one is in hand and which item of its agenda, and what is read of both."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.agenda import Between, Source, between
from app.one_on_ones import changes, rules
from app.one_on_ones.model import FollowUp, Involvement, OneOnOne, State, Topic
from app.one_on_ones.record import FOLLOW_UP, ONE_ON_ONE, TOPIC
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Feedback, Side
from app.people.record import AGREEMENT, FEEDBACK
from app.records.entry import Entry
from ui.clock import today
from ui.one_on_ones.written import Fate, Written
from ui.session import Session, now

_FIELDS = {
    TOPIC.name: "topics",
    FOLLOW_UP.name: "follow_ups",
    ONE_ON_ONE.name: "one_on_ones",
    FEEDBACK.name: "feedback",
}
_ALL = {*_FIELDS, AGREEMENT.name}
_LATELY = timedelta(weeks=6)  # how far back what they said is shown


class OneOnOnePresenter(QObject):
    """Nothing is kept of a meeting before something is written or marked in it.

    What is written is seen at once: the journal is asked again only for what was done elsewhere.
    """

    shown = Signal()  # there is something else to see
    said = Signal(str, object)  # something done, and how to undo it
    left = Signal()  # something else will be in hand: whatever is being typed is what it is
    arrived = Signal()  # what was asked for is in hand
    missed = Signal()  # what was meant is not there any more
    gone = Signal()  # nor is the person with whom it was

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.written = Written(session, self)
        self.found: Between | None = None
        self.meeting = changes.begun(
            uuid4().hex, "", Meeting(on=today(), time=None, minutes=30, planned_for=None), now()
        )
        self.item_id: str | None = None
        self.typing: set[str] = set()  # ids of what is still being typed, and listed once that is over
        self._decided: set[str] = set()  # ids of meetings that are kept even without a word in them
        self._opening: str | None = None  # until the journal has answered: the id of what is to be taken in hand
        self._number = 0  # of the newest question
        self._made_of: tuple[object, object, object] = None, None, None  # what the agenda was made of the last time
        self._agenda: Sequence[Item] = ()

    # What there is to see

    @property
    def person(self) -> str:
        """With whom it is."""
        return self.found.person.name if self.found is not None else ""

    @property
    def person_id(self) -> str:
        """The id of that person."""
        return self.found.person.id if self.found is not None else ""

    @property
    def is_kept(self) -> bool:
        """Whether the journal has the meeting that is in hand."""
        return self.found is not None and any(each.id == self.meeting.id for each in self.found.one_on_ones)

    @property
    def is_nothing_yet(self) -> bool:
        """Whether there was never anything between the two to talk about."""
        found = self.found
        return found is not None and not (found.one_on_ones or found.topics or found.follow_ups or self.items())

    def agenda(self) -> Sequence[Item]:
        """What there is to talk about."""
        found, given = self.found, self.meeting
        if found is None:
            return ()
        held = tuple(each.date for each in found.one_on_ones if each.state is State.HELD)
        made_of = (found.agreement, held, given.id, given.date, today(), frozenset(self.typing))
        before, topics, follow_ups = self._made_of
        # At every key that is typed: of months of topics, nothing else is another one then.
        if made_of != before or topics is not found.topics or follow_ups is not found.follow_ups:
            self._made_of = made_of, found.topics, found.follow_ups
            listed = found.items(given.date, today(), given.id)
            self._agenda = [each for each in listed if each.of.id not in self.typing]
        return self._agenda

    def items(self) -> Sequence[Item]:
        """The agenda, and whatever else there are notes about."""
        if self.found is None:
            return ()
        listed = self.agenda()
        return [*listed, *rules.noted_besides(self.meeting, listed, self.found.topics, self.found.follow_ups)]

    def item(self) -> Item | None:
        """The one that is in hand."""
        return next((each for each in self.items() if each.of.id == self.item_id), None)

    def next_item(self) -> Item | None:
        """The next on the list that is still open."""
        items = list(self.items())
        at = next((at for at, each in enumerate(items) if each.of.id == self.item_id), -1)
        others = items[at + 1 :] + items[: max(at, 0)]
        return next((each for each in others if not each.is_closed), None)

    def source(self, item: Item) -> Source | None:
        """Where a topic came from."""
        about = item.of.about if isinstance(item.of, Topic) else None
        return self.found.sources.get(about) if self.found is not None and about is not None else None

    def follow_ups(self) -> Sequence[FollowUp]:
        """What was promised in this meeting, in the order in which it was."""
        listed = self.found.follow_ups if self.found is not None else ()
        return [each for each in reversed(listed) if each.one_on_one == self.meeting.id and each.id not in self.typing]

    def feedback(self) -> Sequence[Feedback]:
        """What they said to the owner in the last weeks, newest first."""
        until = max(self.meeting.date, today())
        listed = self.found.feedback if self.found is not None else ()
        theirs = (each for each in listed if each.giver is Side.THEM and each.id not in self.typing)
        return [each for each in theirs if until - _LATELY <= each.date <= until]

    def unanswered(self) -> Meeting | None:
        """An earlier one, not in hand, of which nobody said whether it took place: the latest."""
        asked = self.found.unanswered(today()) if self.found is not None else ()
        return next((each for each in asked if each.on != self.meeting.date), None)

    def lately(self) -> Sequence[Involvement]:
        """What they said about my involvement before, latest first."""
        return rules.lately(self.found.one_on_ones, self.meeting.date) if self.found is not None else ()

    def is_mostly_mine(self) -> bool:
        """Whether more than half of what is open to talk about is the owner's."""
        return self.meeting.state is State.PLANNED and rules.is_mostly_mine(self.items())

    # Where it goes

    def open(self, id: str) -> None:
        """Takes in hand what is meant: a meeting, the next one with a person, or the one that an item stands on."""
        self.leave()
        self._opening = id
        self._read(id, lambda found: self._arrive(found, id), self._on_missed)

    def look(self) -> None:
        """Asks again for what was done elsewhere, and for what is to be taken in hand where that is not here yet."""
        if self._opening is not None:
            self.open(self._opening)
        elif self.found is not None:
            self._read(self.found.person.id, self._show_anew, self._on_gone)

    def take(self, given: Meeting) -> None:
        """Takes another meeting in hand."""
        self.leave()
        record = given.record
        self.meeting = record or changes.begun(uuid4().hex, self.person, given, now())
        if record is not None and changes.is_blank(record):
            self._decided.add(record.id)
        self.item_id = None
        self.item_id = first.of.id if (first := self.next_item()) is not None else None
        self.shown.emit()

    def take_next(self) -> None:
        """Takes the next one in hand; without any, one of today."""
        assert self.found is not None  # noqa: S101  only what was read has a next one
        ahead = self.found.next_meeting(today())
        self.take(ahead or _of_today())

    def select(self, id: str | None) -> None:
        """Takes an item in hand, or the meeting as a whole."""
        if id != self.item_id:
            self.item_id = id
            self.shown.emit()

    def leave(self) -> None:
        """Whatever is being typed is what it is, and is saved."""
        self.left.emit()
        self.typing.clear()
        self.written.flush()

    # What is written

    def write_note(self, text: str) -> None:
        """What is noted for both, about the item in hand or in general."""
        self.change_meeting(changes.noted(self.meeting, self.item_id, text), at_once=False)

    def write_private(self, text: str) -> None:
        """What only the owner reads."""
        self.change_meeting(replace(self.meeting, private_notes=text), at_once=False)

    def change_meeting(self, given: OneOnOne, *, decided: bool = False, at_once: bool = True) -> None:
        """The meeting in hand becomes another one; `decided` keeps it even where there is no word in it."""
        if decided:
            self._decided.add(given.id)
        if given == self.meeting and self.is_kept == (self._fate(given) is Fate.KEPT):
            return
        if given.id == self.meeting.id:
            self.meeting = given
        self.put(ONE_ON_ONE.name, given, self._fate(given), at_once=at_once)

    def put(self, kind: str, record: Entry, fate: Fate = Fate.KEPT, *, at_once: bool = True) -> None:
        """A record becomes another one, is put away, or taken away. With `at_once` it is saved without waiting."""
        self.written.put(kind, record, fate)
        if self.found is not None:
            self.found = self._overlaid(self.found, {kind})
        if at_once:
            self.written.flush()
        self.shown.emit()

    def begin_if_needed(self) -> None:
        """What belongs to a meeting needs the record of it; where nothing belongs to it any more, there is none."""
        if self.is_kept or self._fate(self.meeting) is Fate.KEPT:
            self.put(ONE_ON_ONE.name, self.meeting, self._fate(self.meeting))

    def forget(self, id: str) -> None:
        """A meeting is not decided about any more: without a word in it, it goes."""
        self._decided.discard(id)

    def _fate(self, given: OneOnOne) -> Fate:
        promised = self.found is not None and any(each.one_on_one == given.id for each in self.found.follow_ups)
        is_needed = promised or given.id in self._decided or not changes.is_blank(given)
        return Fate.KEPT if is_needed else Fate.GONE

    def _read(self, id: str, done: Any, failed: Any) -> None:
        self._number += 1
        number = self._number

        def show(found: Between) -> None:
            if number == self._number:
                done(self._overlaid(found))

        self._session.read(self, lambda journal: between(journal, id), show, failed)

    def _on_missed(self, _: Exception) -> None:
        self._opening = None
        self.missed.emit()

    def _on_gone(self, _: Exception) -> None:
        """Somebody was erased: nothing of them stays here, either."""
        self.found = None
        self.meeting = changes.begun(uuid4().hex, "", _of_today(), now())
        self.gone.emit()

    def _overlaid(self, found: Between, kinds: set[str] = _ALL) -> Between:
        name = found.person.name
        listed: dict[str, Any] = {
            field: self.written.over(kind, getattr(found, field), name)
            for kind, field in _FIELDS.items()
            if kind in kinds
        }
        if AGREEMENT.name in kinds:
            in_force = (found.agreement,) if found.agreement is not None else ()
            listed["agreement"] = next(iter(self.written.over(AGREEMENT.name, in_force, name)), None)
        return replace(found, **listed)

    def _arrive(self, found: Between, id: str) -> None:
        self.found, self._opening = found, None
        meant = next((each for each in found.one_on_ones if each.id == id), None)
        if meant is not None:
            self.take(recorded(meant))
        else:
            self.take_next()
        if any(each.of.id == id for each in self.items()):
            self.select(id)
        self.arrived.emit()

    def _show_anew(self, found: Between) -> None:
        was_kept = self.is_kept
        self.found = found
        kept = next((each for each in found.one_on_ones if each.id == self.meeting.id), None)
        if kept is not None:
            self.meeting = kept
        elif was_kept or self.meeting.person != found.person.name:
            self.take_next()
            return
        self.shown.emit()


def recorded(given: OneOnOne) -> Meeting:
    """A meeting that has a record."""
    return Meeting(on=given.date, time=given.time, minutes=given.minutes, planned_for=given.planned_for, record=given)


def _of_today() -> Meeting:
    return Meeting(on=today(), time=None, minutes=30, planned_for=None)
