"""Which two people are one, which of their names stays, and the joining of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.people.model import Person
from app.search.words import folded
from ui.session import Session, now

if TYPE_CHECKING:
    from app.joining import Joining
    from ui.session import Journal


class JoinPresenter(QObject):
    """Begins with one of the two; the other is chosen among everybody else."""

    listed = Signal()
    read = Signal()  # what joining the two would do, or nothing any more
    refused = Signal(object)
    done = Signal(object)  # who stays

    def __init__(self, session: Session, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.name = session, name
        self.others: Sequence[Person] = ()
        self.joining: Joining | None = None
        self._first: Person | None = None
        self._other: Person | None = None
        self._first_stays = True
        self.is_busy = False

    @property
    def both(self) -> tuple[Person, Person] | None:
        """The one it began with, and the other one, once that is chosen."""
        return None if self._first is None or self._other is None else (self._first, self._other)

    def ask(self) -> None:
        """Reads who there is; whose name shares a word with the first one's comes first."""
        self._session.read(self, lambda journal: journal.people.everyone(), self._on_listed, self.refused.emit)

    def choose(self, other: Person) -> None:
        """This is the other one."""
        self._other = other
        self.ask_what_comes()

    def let_stay(self, *, first: bool) -> None:
        """The first one's name stays, or the other's."""
        self._first_stays = first
        self.ask_what_comes()

    def ask_what_comes(self) -> None:
        """Reads what joining them would do."""
        if (ids := self._ids()) is None:
            return
        gone, stays = ids

        def work(journal: "Journal") -> "Joining":
            from app.joining import look_ahead

            return look_ahead(journal, gone, stays)

        def is_read(joining: "Joining") -> None:
            if ids == self._ids():
                self.joining = joining
                self.read.emit()

        self._session.read(self, work, is_read, self.refused.emit)

    def join(self) -> None:
        """Does it; `done` follows, or `refused` with nothing changed."""
        if self.is_busy or (ids := self._ids()) is None:
            return
        self.is_busy = True
        gone, stays = ids

        def work(journal: "Journal") -> Person:
            from app.joining import join

            return journal.write(lambda journal: join(journal, gone, stays, now()))

        self._session.change_anything(self, work, self._on_joined, self._on_refused)

    def _ids(self) -> tuple[str, str] | None:
        if self.both is None:
            return None
        first, other = self.both
        return (other.id, first.id) if self._first_stays else (first.id, other.id)

    def _on_listed(self, everyone: Sequence[Person]) -> None:
        self._first = next((each for each in everyone if each.name == self.name), None)
        words = set(folded(self.name).split())
        others = [each for each in everyone if each.name != self.name]
        self.others = sorted(others, key=lambda each: words.isdisjoint(folded(each.name).split()))
        self.listed.emit()

    def _on_joined(self, kept: Person) -> None:
        self.is_busy = False
        self.done.emit(kept)

    def _on_refused(self, error: Exception) -> None:
        self.is_busy = False
        self.refused.emit(error)
