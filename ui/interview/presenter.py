"""The conversation that is in hand: which part, what is noted and rated, and how long it took."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.interviews import conversation
from app.interviews.model import Asked, Interview, Kit, Landed, Landing, PartKind, Recommendation
from app.interviews.record import SECONDS
from ui.autosave import Saving
from ui.candidates.keeping import Keeping
from ui.candidates.words import is_of
from ui.clock import today
from ui.interview.found import Found, is_begun, read
from ui.session import Session
from ui.widgets.clock import Clock

_EVERY = 2  # seconds: more than that, and a program that is killed loses time of the clock


class InterviewPresenter(QObject):
    """What is typed and done is seen at once; the journal is asked again only for what was done elsewhere."""

    arrived = Signal()  # what was asked for is in hand
    shown = Signal()  # there is something else to see
    counted = Signal()  # the clock went on, or stands
    missed = Signal()  # what was meant is not there any more

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.keeping = Keeping(session, self)
        self.clock = Clock(self)
        self.interview: Interview | None = None
        self.kit: Kit | None = None
        self.others = 0
        self.person: str | None = None  # the id of who was hired
        self.is_paused = True
        self.is_typed = False  # whether there is something of a person that is not saved yet
        self.looks_at_part = False  # of one that is finished: whether a part of it is in hand, and not all of it
        self._is_open = False
        self._unsaved_seconds = 0
        self._opening: str | None = None  # until the journal has answered: the id of what is to be taken in hand
        self._number = 0  # of the newest question: an older answer is dropped
        self.clock.counted.connect(self._on_counted)
        self.keeping.autosave.changed.connect(self._on_saving)

    # What there is to see

    @property
    def is_settled(self) -> bool:
        """Whether everything is on the disk."""
        return self.keeping.is_settled

    @property
    def is_over(self) -> bool:
        """Whether the conversation is finished."""
        return self.interview is not None and self.interview.finished_on is not None

    @property
    def can_run(self) -> bool:
        """Whether there is a clock to run: the conversation goes on, and today."""
        return self.interview is not None and is_of(self.interview, today())

    @property
    def part(self) -> Asked | None:
        """The part that is in hand."""
        given = self.interview
        return given.parts[given.at] if given is not None and given.parts else None

    @property
    def minutes(self) -> int:
        """How long it is meant to be."""
        if self.kit is not None:
            return self.kit.minutes
        return conversation.planned(self.interview) if self.interview is not None else 0

    # Where it goes

    def open(self, id: str, at: int | None = None) -> None:
        """Takes a conversation in hand, at the part where it was left, or at this one."""
        self.leave()
        if self.interview is not None and self.interview.id != id:
            self.clock.run(False)
            self.interview = None  # what is done until the journal has answered is not done to this one
        self._read(id, at, is_new=True)

    def look(self) -> None:
        """Asks again for what was done elsewhere, and for what is to be taken in hand where that is not here yet."""
        if self._opening is not None:
            self._read(self._opening, None, is_new=True)
        elif self.interview is not None:
            self._read(self.interview.id, None, is_new=False)

    def be_open(self, is_open: bool) -> None:
        """Whether somebody sees the page: else the clock stands."""
        self._is_open = is_open
        self._run()

    def go(self, at: int) -> None:
        """Takes another part in hand."""
        given = self.interview
        if given is not None and 0 <= at < len(given.parts):
            self.looks_at_part = True
            self._keep_seconds()
            self._change(at=at)
            self.keeping.flush()
            self.shown.emit()

    def go_on(self, step: int) -> None:
        """Takes the next part in hand, or the one before; at the ends nothing."""
        if self.interview is not None:
            self.go(self.interview.at + step)

    def look_at_all(self) -> None:
        """Of one that is finished: all of it again."""
        self.looks_at_part = False
        self.shown.emit()

    def leave(self) -> None:
        """Saves what is not saved yet, the clock, too."""
        if self.clock.is_running:
            self.clock.look()
        self._keep_seconds()
        self.keeping.flush()

    def let_go(self) -> None:
        """Nothing is in hand any more."""
        self.leave()
        self.clock.run(False)
        self.interview = None

    # The clock

    def pause(self) -> None:
        """Has the clock stand, or go on."""
        self.is_paused = not self.is_paused
        self._run()
        self._keep_seconds()
        self.keeping.flush()

    def _run(self) -> None:
        self.clock.run(self._is_open and not self.is_paused and self.can_run)
        self.counted.emit()

    def _on_counted(self, seconds: int) -> None:
        given, part = self.interview, self.part
        if given is None or part is None or not self.can_run:  # it was yesterday's at midnight
            self.clock.run(False)
            self.shown.emit()
            return
        longer = replace(part, seconds=min(part.seconds + seconds, SECONDS[1]))
        self.interview = conversation.with_part(given, given.at, longer)
        self._unsaved_seconds += seconds
        if self._unsaved_seconds >= _EVERY:
            self._keep_seconds()
            self.keeping.flush()
        self.counted.emit()

    def _keep_seconds(self) -> None:
        if self._unsaved_seconds and self.interview is not None:
            self._unsaved_seconds = 0
            self.keeping.put(self.interview, "parts")

    # What is noted

    def write_notes(self, text: str) -> None:
        """What was said and done, of the part in hand."""
        self._change_part(notes=text)

    def tick(self, number: int) -> None:
        """A follow-up question was asked, or was not after all."""
        part = self.part
        if part is not None and number < len(part.follow_ups):
            self._change_part(at_once=True, follow_ups=conversation.ticked(part, number).follow_ups)
            self.shown.emit()

    def rate(self, rating: int | None) -> None:
        """By the anchors of the part in hand; the same again lets go."""
        part = self.part
        if part is not None and part.what is PartKind.QUESTION:
            given = None if rating == part.rating else rating
            self._change_part(at_once=True, rating=given, not_asked=part.not_asked and given is None)
            self.shown.emit()

    def leave_out(self, is_left_out: bool) -> None:
        """The question in hand was not asked, or was after all."""
        part = self.part
        if part is not None and part.what is PartKind.QUESTION:
            self._change_part(at_once=True, not_asked=is_left_out, rating=None if is_left_out else part.rating)
            self.shown.emit()

    def land(self, at: int, landing: Landing | None) -> None:
        """How one of our practices lands with them."""
        self._change_row(at, at_once=True, landing=landing)
        self.shown.emit()

    def word(self, at: int, words: str) -> None:
        """What they said about it."""
        self._change_row(at, words=words)

    def rename(self, candidate: str) -> None:
        """What they go by."""
        self._change(candidate=candidate)
        self.keeping.flush()
        self.shown.emit()

    def move(self, day: date) -> None:
        """It was, or will be, on another day."""
        self._change(date=day)
        self.keeping.flush()
        self._run()
        self.shown.emit()

    def recommend(self, given: Recommendation | None) -> None:
        """What is recommended, or nothing yet."""
        self._change(recommendation=given)
        self.keeping.flush()

    def reason(self, text: str) -> None:
        """Why."""
        self._change(reason=text)

    def set_finished(self, day: date | None) -> None:
        """It was finished on this day, or goes on; the clock stands."""
        self.looks_at_part = False
        self._change(finished_on=day)
        self.keeping.flush()
        self.is_paused = True
        self._run()
        self.shown.emit()

    def came(self, name: str | None, person: str) -> None:
        """Who they are in the journal by now; it is kept already."""
        if self.interview is not None:
            self.interview, self.person = replace(self.interview, hired=name), person
            self.shown.emit()

    def _change_row(self, at: int, *, at_once: bool = False, **changes: Any) -> None:
        given = self.interview
        if given is not None and at < len(given.sheet):
            row: Landed = replace(given.sheet[at], **changes)
            self._change(sheet=conversation.with_row(given, at, row).sheet)
            if at_once:
                self.keeping.flush()

    def _change_part(self, *, at_once: bool = False, **changes: Any) -> None:
        given, part = self.interview, self.part
        if given is not None and part is not None:
            self._change(parts=conversation.with_part(given, given.at, replace(part, **changes)).parts)
            if at_once:
                self.keeping.flush()

    def _change(self, **changes: Any) -> None:
        before = self.interview
        if before is None:
            return
        self.interview = replace(before, **changes)
        if self.interview != before:
            self.is_typed = True
            self._unsaved_seconds = 0 if "parts" in changes else self._unsaved_seconds
            self.keeping.put(self.interview, *changes)

    def _on_saving(self, saving: Saving) -> None:
        if saving is Saving.SAVED:
            self.is_typed = False

    # What is read

    def _read(self, id: str, at: int | None, *, is_new: bool) -> None:
        self._number += 1
        self._opening = id if is_new else None
        number = self._number

        def show(found: Found) -> None:
            if number == self._number:
                self._opening = None
                self._show(found, at, is_new=is_new)

        self._session.read(self, lambda journal: read(journal, id), show, self._on_missed)

    def _on_missed(self, _: Exception) -> None:
        self._opening = None
        self.clock.run(False)
        self.interview = None
        self.missed.emit()

    def _show(self, found: Found, at: int | None, *, is_new: bool) -> None:
        was = self.interview.id if self.interview is not None else None
        if was != found.interview.id:
            self.keeping.begin_anew()
        self.interview, self.kit, self.others = self._newest(found.interview), found.kit, found.others
        self.person = found.person
        if is_new and was != found.interview.id:
            # What was begun a moment ago runs; what was left by a lock or worse waits for a sign.
            self.is_paused = is_begun(found.interview)
            self.looks_at_part = False
        if at is not None:
            self.go(at)
        self._run()
        self.shown.emit()
        if is_new:
            self.arrived.emit()

    def _newest(self, read: Interview) -> Interview:
        """What was read, with what was typed meanwhile; the clock is never set back by what it has not saved yet."""
        given = self.keeping.over(read)
        mine = self.interview
        if self._unsaved_seconds and mine is not None and mine.id == read.id and mine.at < len(given.parts):
            part = given.parts[mine.at]
            return conversation.with_part(given, mine.at, replace(part, seconds=mine.parts[mine.at].seconds))
        return given
