"""The debrief that is in hand: what is known of the work, what is said of it, and what it changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app import limits
from app.delegation.lasting import Decided
from app.delegation.model import Change, ChangeKind, Debrief, Lasted, Score
from app.delegation.record import DEBRIEF
from app.people.model import Authority
from app.people.wording import authority_name
from app.translation import tr
from app.undoing import Made
from ui.clock import today
from ui.debrief.found import Found, begun, read
from ui.outbox import Outbox
from ui.session import Change as Touched
from ui.session import Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from app.debriefing import Closed
    from ui.session import Journal


class DebriefPresenter(QObject):
    """A debrief is kept from the first thing that is said in it, and goes on until it is closed."""

    taken = Signal()  # another one is in hand
    edited = Signal()
    missed = Signal()  # what was meant is not there any more
    closed = Signal(object)  # it, and what it made: a Closed
    reopened = Signal(object)  # what was changed since, and stays: a tuple of Made

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, tuple[Debrief, bool]] = Outbox(self._send, self)
        self.autosave = self._outbox.autosave
        self.found: Found | None = None
        self.debrief: Debrief | None = None
        self._blank: Debrief | None = None
        self._opening: str | None = None  # until the journal has answered: the id of what is to be taken in hand
        self._number = 0  # of the newest question: an older answer is dropped

    @property
    def is_settled(self) -> bool:
        """Whether everything that was said is on the disk."""
        return self.autosave.is_settled

    @property
    def is_scored(self) -> bool:
        """Whether each point has its score: only then the question comes how involved one was."""
        return self.debrief is not None and all(each.score is not None for each in self.debrief.points)

    @property
    def changes(self) -> tuple[Change | None, ...]:
        """The two slots."""
        said = self.debrief.changes if self.debrief is not None else ()
        return (*said, *(None for _ in range(limits.CHANGES - len(said))))

    def open(self, id: str) -> None:
        """Takes in hand the debrief of the delegation with this id, or the debrief with it."""
        self.flush()
        self._read(id, is_new=True)

    def look(self) -> None:
        """Asks again for what was done elsewhere, and for what is to be taken in hand where that is not here yet."""
        if self._opening is not None:
            self._read(self._opening, is_new=True)
        elif self.debrief is not None:
            self._read(self.debrief.delegation, is_new=False)

    def edit(self, **changes: Any) -> None:
        """Changes fields of it."""
        before = self.debrief
        if before is None:
            return
        self.debrief = replace(before, **changes)
        if self.debrief != before:
            self._outbox.put(before.id, (self.debrief, self.debrief == self._blank))
            self.edited.emit()

    def score(self, at: int, score: Score | None) -> None:
        """How far the point with this index was met."""
        if self.debrief is not None:
            points = list(self.debrief.points)
            points[at] = replace(points[at], score=score)
            self.edit(points=tuple(points))

    def change(self, at: int, what: ChangeKind | None, text: str, about: str | None) -> None:
        """What the slot with this index says; None lets go of it."""
        slots = list(self.changes)
        slots[at] = Change(what=what, text=text, about=about) if what is not None else None
        self.edit(changes=tuple(each for each in slots if each is not None))

    def answer(self, asked: Decided, lasted: Lasted | None) -> None:
        """Whether a change of the last debrief held."""

        def work(journal: "Journal") -> None:
            from app.debriefing import answer

            answer(journal, asked, lasted, today(), now())

        self._session.write(self, Touched(DEBRIEF.name, asked.debrief.id), work, lambda _: self.look())

    def close(self) -> None:
        """Closes it, and makes what changes where it belongs."""
        self.flush()
        given = self.debrief
        if given is None:
            return

        def work(journal: "Journal") -> "tuple[Closed, Found]":
            from app.debriefing import close

            made = close(journal, given, _level(given), today(), now())
            return made, read(journal, given.id, made.debrief)

        def is_closed(done: "tuple[Closed, Found]") -> None:
            made, found = done
            self._tell(made.made)
            if self._has(made.debrief):
                self._number += 1  # what was asked before is older
                self._opening = None
                self.found, self.debrief = found, made.debrief
                self.taken.emit()
            self.closed.emit(made)

        self._session.write(self, Touched(DEBRIEF.name, given.id), work, is_closed)

    def reopen(self, closed: "Closed") -> None:
        """As if it had not been closed."""

        def work(journal: "Journal") -> tuple[Made, ...]:
            from app.debriefing import reopen

            return reopen(journal, closed, now())

        def is_open(left: tuple[Made, ...]) -> None:
            self._tell(closed.made)
            if self._has(closed.debrief):
                self._read(closed.debrief.delegation, is_new=True)
            self.reopened.emit(left)

        self.flush()
        self._session.write(self, Touched(DEBRIEF.name, closed.debrief.id), work, is_open)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def _has(self, given: Debrief) -> bool:
        """Whether it is the one in hand."""
        return self.debrief is not None and self.debrief.id == given.id

    def _tell(self, made: Sequence[Made]) -> None:
        """Other pages show what was made, too."""
        for kind in sorted({each.kind for each in made}):
            self._session.changed.emit(Touched(kind), self)

    def _send(self, given: Mapping[str, tuple[Debrief, bool]], done: Any, failed: Failed) -> None:
        def work(journal: "Journal") -> None:
            for debrief, is_blank in given.values():
                if is_blank:
                    journal.debriefs.discard(debrief.id)
                else:
                    journal.debriefs.save(debrief, now())

        changed = next(iter(given)) if len(given) == 1 else None
        self._session.write(self, Touched(DEBRIEF.name, changed), work, lambda _: done(), failed)

    def _read(self, id: str, *, is_new: bool) -> None:
        self._number += 1
        self._opening = id if is_new else None
        number, given = self._number, None if is_new else self.debrief

        def show(found: Found) -> None:
            if number == self._number:
                self._opening = None
                self._show(found, is_new=is_new)

        self._session.read(self, lambda journal: read(journal, id, given), show, self._on_missed)

    def _on_missed(self, _: Exception) -> None:
        self._opening = None
        self.missed.emit()

    def _show(self, found: Found, *, is_new: bool) -> None:
        self.found = found
        if self.debrief is None or (is_new and not self._is_in_hand(found)):
            self._outbox.begin_anew()
            self._blank = begun(found.history)
            self.debrief = found.debrief or self._blank
        self.taken.emit()

    def _is_in_hand(self, found: Found) -> bool:
        """Whether it is the one that is in hand, in which something may have been said since it was asked for."""
        given = self.debrief
        if given is None or given.closed_on is not None or given.delegation != found.history.delegation.id:
            return False
        return found.debrief is None or found.debrief.id == given.id


def _level(given: Debrief) -> Authority | None:
    """The level that a change of it says: its line is the name of one."""
    said = [each.text.strip() for each in given.changes if each.what is ChangeKind.LEVEL]
    return next((each for each in Authority if authority_name(each) in said), None)


def kind_name(kind: ChangeKind) -> str:
    """ "Checklist"."""
    return {
        ChangeKind.CHECKLIST: tr("Checklist"),
        ChangeKind.PRACTICE: tr("Practice"),
        ChangeKind.AGREEMENT: tr("Agreement"),
        ChangeKind.LEVEL: tr("Level"),
    }[kind]
