"""What becomes of a conversation: it is finished, put away, or leads to somebody who comes; all of it to be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.interviews.model import Interview
from app.interviews.record import INTERVIEW
from app.interviews.retention import erased_on
from app.translation import tr
from app.undoing import Made, take_back
from ui.clock import today
from ui.interview.presenter import InterviewPresenter
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from app.hiring import Hired
    from ui.session import Journal


class Deeds(QObject):
    """Undo is meant for the conversation that it was said of, whichever is in hand by then."""

    said = Signal(str, object)  # something done, and how to undo it
    gone = Signal(str)  # it is in the trash; the id of its kit
    hired = Signal()  # they have a page among the people
    refused = Signal(object)  # an AppError: why they cannot have it by that name

    def __init__(self, session: Session, presenter: InterviewPresenter) -> None:
        super().__init__(presenter)
        self._session, self._at = session, presenter

    def finish(self) -> None:
        """It is over; the clock stands."""
        given = self._at.interview
        if given is None or self._at.is_over:
            return
        ran = self._at.clock.is_running
        self._at.leave()
        self._at.set_finished(today())
        self.said.emit(tr("The conversation is finished"), lambda: self._go_on_with(given, ran=ran))

    def reopen(self) -> None:
        """It goes on after all."""
        self._at.set_finished(None)

    def move(self, day: date) -> None:
        """It was, or will be, on another day. After one so long ago that it goes at once, that is said."""
        given = self._at.interview
        if given is None:
            return
        self._at.move(day)
        months = self._session.preferences.candidates_kept_months
        if erased_on(day, months) <= today():
            said = tr("After that day it is kept no longer: it is erased when the journal is next opened")
            self.said.emit(said, lambda: self._move_back(given))

    def delete(self) -> None:
        """Puts it in the trash."""
        given = self._at.interview
        if given is None:
            return
        self._at.let_go()
        self._write(given.id, lambda journal: journal.interviews.delete(given.id, now()))

        def undo() -> None:
            self._write(given.id, lambda journal: journal.interviews.restore(given.id, now()))

        self.gone.emit(given.kit)
        self.said.emit(tr("Moved to the trash"), undo)

    def hire(self, name: str) -> None:
        """They came: a person by this name, with the alignment sheet and a first agreement."""
        given = self._at.interview
        if given is None:
            return

        def work(journal: "Journal") -> "Hired":
            from app.hiring import hire

            return hire(journal, given.id, name, today(), now())

        def is_done(made: "Hired") -> None:
            self._tell(made.made)
            if self._is_in_hand(given):
                self._at.came(made.interview.hired, made.person.id)
                self.hired.emit()
            said = tr("{name} has a page among your people").format(name=made.person.name)
            self.said.emit(said, lambda: self._take_back(made))

        self._at.leave()
        self._session.write(self, Change(INTERVIEW.name, given.id), work, is_done, self.refused.emit)

    def _go_on_with(self, given: Interview, *, ran: bool) -> None:
        if self._is_in_hand(given):
            self.reopen()
            if ran and self._at.is_paused:
                self._at.pause()
        else:
            self._put(replace(given, finished_on=None), "finished_on")

    def _move_back(self, given: Interview) -> None:
        if self._is_in_hand(given):
            self._at.move(given.date)
        else:
            self._put(given, "date")

    def _put(self, given: Interview, field: str) -> None:
        self._at.keeping.put(given, field)
        self._at.keeping.flush()

    def _take_back(self, hired: "Hired") -> None:
        def work(journal: "Journal") -> tuple[Made, ...]:
            return take_back(journal, hired.made)

        def is_done(left: tuple[Made, ...]) -> None:
            self._tell(hired.made)
            self._at.look()
            if left:
                self.said.emit(tr("What was changed since stays as it is"), None)

        self._session.write(self, Change(INTERVIEW.name, hired.interview.id), work, is_done)

    def _is_in_hand(self, given: Interview) -> bool:
        return self._at.interview is not None and self._at.interview.id == given.id

    def _tell(self, made: Sequence[Made]) -> None:
        """Other pages show what was made, too."""
        for kind in sorted({each.kind for each in made}):
            self._session.changed.emit(Change(kind), self)

    def _write(self, id: str, work: Any) -> None:
        self._session.write(self, Change(INTERVIEW.name, id), work, lambda _: None)
