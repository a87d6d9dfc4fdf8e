"""Who is in the list, who is looked at, and what is done to a person as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app import roster
from app.delegation.history import History
from app.delegation.model import Debrief, Touch
from app.delegation.numbers import OfPerson, of_person
from app.errors import NameTaken, NoSuchRecord
from app.people.model import Person
from app.reflections.model import Filter
from app.roster import Known, Whole
from app.search.words import folded
from app.translation import tr
from ui.clock import today
from ui.people.keeping import Typed
from ui.session import PERSON, Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal


class Handed(NamedTuple):
    """What somebody was handed, drafts included, and what is true of it."""

    person: str
    histories: Sequence[History]
    numbers: OfPerson


class PeoplePresenter(QObject):
    """Asks the journal for the list and for who is looked at. What is typed is kept by `typed`."""

    listed = Signal()  # the list is another one, or says something else
    shown = Signal()  # somebody else is looked at, or the same one anew
    handed_read = Signal()  # what they were handed, which is asked for behind all else
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.typed = Typed(session, self)
        self.known: Sequence[Known] = ()
        self.whole: Whole | None = None
        self.handed: Handed | None = None  # of who is looked at, once that was read
        self.id: str | None = None
        self.is_filled = False
        self.typed.saved.connect(self._ask_again)

    def ask(self) -> None:
        """Reads all there is to show."""
        self._ask_again()
        self._ask_handed()

    def open(self, id: str, then: Callable[[], object] = lambda: None) -> None:
        """Looks at somebody, by their own id or by that of anything that is kept with them; `then` once they show."""
        self.typed.flush()

        def work(journal: "Journal") -> Whole:
            found = journal.get(id)
            person = found if isinstance(found, Person) else _named(journal, _whom(journal, found))
            return roster.whole(journal, person.id, today())

        def is_read(whole: Whole) -> None:
            self.id = whole.person.id
            self._on_read(whole)
            then()

        self._session.read(self, work, is_read, self._on_gone)

    def leave(self) -> None:
        """Looks at nobody."""
        self.typed.flush()
        self.id = self.whole = self.handed = None

    def add(self, name: str, role: str, since: str, done: Callable[[], object], refused: Failed) -> None:
        """Adds somebody. Refused with NameTaken where somebody is called so already, in whatever letters."""
        made = Person(
            id=uuid4().hex, date=today(), name=name, role=role, since=since, created_at=now(), updated_at=now()
        )

        def work(journal: "Journal") -> Person:
            for each in journal.people.everyone():
                if folded(each.name) == folded(name):
                    raise NameTaken(each.name)
            return _added(journal, made)

        def is_added(kept: Person) -> None:
            done()
            self.open(kept.id)
            self.ask()
            said = tr("{name} is in the list now").format(name=kept.name)
            self.said.emit(said, lambda: self._write(kept.id, lambda journal: journal.people.delete(kept.id, now())))

        self._session.write(self, Change(PERSON, made.id), work, is_added, refused)

    def change(self, person: Person, done: Callable[[], object], refused: Failed) -> None:
        """Gives somebody another name, role or time. Refused with NameTaken."""
        self.typed.flush()  # before it, so that what was typed under the old name goes first

        def is_changed(_: object) -> None:
            done()
            self.ask()

        def work(journal: "Journal") -> None:
            kept = journal.people.get(person.id)
            changed = replace(kept, name=person.name, role=person.role, since=person.since)
            journal.people.save(changed, now())

        self._session.write(self, Change(PERSON, person.id), work, is_changed, refused)

    def archive(self, person: Person) -> None:
        """Takes somebody out of the lists of today; all that is kept of them stays to be read."""
        until = person.until or today().isoformat()[:7]
        self._set(person, tr("{name} is archived"), archived_on=today(), until=until)

    def bring_back(self, person: Person) -> None:
        """Somebody is in the lists of today again."""
        self._set(person, tr("{name} is back"), archived_on=None, until="")

    def person(self, id: str) -> Person | None:
        """The one in the list with this id."""
        return next((each.person for each in self.known if each.person.id == id), None)

    def _set(self, person: Person, said: str, *, archived_on: date | None, until: str) -> None:
        self.typed.flush()
        before = (person.archived_on, person.until)

        def put(archived_on: date | None, until: str) -> "Callable[[Journal], object]":
            def work(journal: "Journal") -> None:
                kept = journal.people.get(person.id)
                journal.people.save(replace(kept, archived_on=archived_on, until=until), now())

            return work

        def undo() -> None:
            self._write(person.id, put(*before))

        def is_done() -> None:
            self.said.emit(said.format(name=person.name), undo)

        self._write(person.id, put(archived_on, until), is_done)

    def _write(self, id: str, work: "Callable[[Journal], object]", done: Callable[[], object] = lambda: None) -> None:
        def is_written(_: object) -> None:
            self.ask()
            done()

        self._session.write(self, Change(PERSON, id), work, is_written)

    def _ask_again(self) -> None:
        """Nothing that is typed here changes what anybody was handed."""
        self._session.read(self, lambda journal: roster.everyone(journal, today()), self._on_listed)
        self._ask_whole()

    def _ask_handed(self) -> None:
        whole = self.whole
        if whole is None:
            return
        person = whole.person

        def work(journal: "Journal") -> Handed:
            found = journal.delegations.histories(person.id)
            return Handed(person.name, found, of_person(found, journal.held_tasks.find(Filter()), today()))

        self._session.read(self, work, self._on_handed)

    def _on_handed(self, handed: Handed) -> None:
        if self.whole is not None and handed.person == self.whole.person.name and handed != self.handed:
            self.handed = handed
            self.handed_read.emit()

    def _ask_whole(self) -> None:
        id = self.id

        def is_gone(error: Exception) -> None:
            # Somebody else may be looked at by now: who was joined with another is gone, and the other is shown.
            if self.id == id or not isinstance(error, NoSuchRecord):
                self._on_gone(error)

        if id is not None:
            self._session.read(self, lambda journal: roster.whole(journal, id, today()), self._on_read, is_gone)

    def _on_listed(self, known: Sequence[Known]) -> None:
        self.known, self.is_filled = known, True
        self.listed.emit()

    def _on_read(self, whole: Whole) -> None:
        if whole.person.id != self.id:
            return
        if whole.person.deleted_at is not None:
            self._on_gone(NoSuchRecord(whole.person.id))
            return
        name = whole.person.name
        if self.handed is not None and self.handed.person != name:
            self.handed = None
        if whole != self.whole:
            self.whole = whole
            self.shown.emit()
        if self.handed is None:
            self._ask_handed()

    def _on_gone(self, error: Exception) -> None:
        if not isinstance(error, NoSuchRecord):
            self._session.faulted.emit(error)
            return
        self.id = self.whole = self.handed = None
        self.shown.emit()


def _added(journal: "Journal", made: Person) -> Person:
    """Somebody new; whoever is called so in the trash comes out of it, since a name is that of one person."""
    same = next((each for each in journal.people.trash() if each.name == made.name), None)
    if same is None:
        return journal.people.save(made, now())
    kept = journal.people.save(replace(made, id=same.id), now())
    journal.people.restore(kept.id, now())
    return journal.people.get(kept.id)


def _whom(journal: "Journal", given: object) -> str | None:
    """With whom it is kept: a touch and a debrief with whoever has the delegation."""
    if isinstance(given, Touch | Debrief):
        return journal.delegations.get(given.delegation).person
    name: str | None = getattr(given, "person", None)
    return name


def _named(journal: "Journal", name: str | None) -> Person:
    found = next((each for each in journal.people.everyone() if each.name == name), None)
    if found is None:
        raise NoSuchRecord(name or "")
    return found
