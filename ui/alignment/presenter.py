"""The sheet that is in hand: what landed how, what was looked at, and what begins with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.interviews import alignment
from app.interviews.model import Alignment, Landing
from app.interviews.record import ALIGNMENT
from app.one_on_ones.model import Topic
from app.one_on_ones.record import TOPIC
from app.people.model import Agreement, Person, Side
from app.people.record import AGREEMENT
from app.people.rules import is_blank
from app.reflections.model import Filter
from app.translation import tr
from ui.alignment.words import topic
from ui.clock import today
from ui.kept import Kept
from ui.session import Session, now

if TYPE_CHECKING:
    from app.records.entry import Entry
    from ui.session import Journal

_KINDS: dict[type["Entry"], str] = {Alignment: ALIGNMENT.name, Topic: TOPIC.name, Agreement: AGREEMENT.name}


@dataclass(frozen=True, slots=True)
class Found:
    """What the journal has of somebody; a sheet that was not saved yet is one, too."""

    person: Person
    sheet: Alignment
    is_new: bool
    topics: Sequence[Topic]
    agreements: Sequence[Agreement]


class AlignmentPresenter(QObject):
    """Everything done here is seen at once, and saved."""

    shown = Signal()
    missed = Signal()  # whoever was meant is not in the journal any more
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kept = Kept(session, _KINDS, self)
        self.found: Found | None = None
        self._number = 0  # of the newest question: an older answer is dropped
        self.kept.saved.connect(self.ask)

    @property
    def sheet(self) -> Alignment | None:
        """As it is by now."""
        if self.found is None:
            return None
        read = self.found.sheet
        return next(iter(self.kept.over(ALIGNMENT.name, [read], lambda each: each.id == read.id)), read)

    @property
    def is_read_only(self) -> bool:
        """Whether they are archived."""
        return self.found is not None and self.found.person.archived_on is not None

    @property
    def says_anything(self) -> bool:
        """Whether anything was said yet that could be looked at again."""
        sheet = self.sheet
        return sheet is not None and any(each.landing is not None or each.words.strip() for each in sheet.rows)

    @property
    def agreement(self) -> Agreement | None:
        """Their working agreement, if there is one."""
        if self.found is None:
            return None
        name = self.found.person.name
        there = self.kept.over(AGREEMENT.name, self.found.agreements, lambda each: each.person == name)
        return max(there, key=lambda each: (each.date, each.created_at), default=None)

    @property
    def can_begin(self) -> bool:
        """Whether there is anything that an agreement could begin with."""
        sheet = self.sheet
        return sheet is not None and any(each.landing in (Landing.WELCOMES, Landing.DISTRUST) for each in sheet.rows)

    def open(self, *, person: str | None = None, id: str | None = None) -> None:
        """Takes the sheet of somebody in hand, by their name or id, or by the id of a sheet."""
        self.kept.flush()
        self._read(lambda journal: _person(journal, person) if person is not None else _of(journal, id or ""))

    def ask(self) -> None:
        """Asks the journal again."""
        if self.found is not None:
            id = self.found.person.id
            self._read(lambda journal: journal.people.get(id))

    def land(self, at: int, landing: Landing) -> None:
        """It lands like that; what was chosen already is let go."""
        sheet = self.sheet
        if sheet is not None and not self.is_read_only:
            row = sheet.rows[at]
            chosen = None if row.landing is landing else landing
            self.kept.put(alignment.with_row(sheet, at, replace(row, landing=chosen)))
        self.shown.emit()

    def word(self, at: int, words: str) -> None:
        """What they said about it."""
        sheet = self.sheet
        if sheet is not None and at < len(sheet.rows) and not self.is_read_only:
            self.kept.put(alignment.with_row(sheet, at, replace(sheet.rows[at], words=words)), at_once=False)
            self.shown.emit()

    def note(self, words: str) -> None:
        """What is noticed while it is looked at again."""
        sheet = self.sheet
        at = alignment.at_next(sheet, today()) if sheet is not None else None
        if sheet is not None and at is not None:
            looks = tuple(replace(each, note=words) if n == at else each for n, each in enumerate(sheet.looks))
            self.kept.put(replace(sheet, looks=looks), at_once=False)

    def look(self) -> None:
        """It was looked at together, today."""
        before = self.sheet
        if before is None:
            return
        at = alignment.at_next(before, today())
        self.kept.put(alignment.looked_at(before, today(), before.looks[at].note if at is not None else ""))
        self.shown.emit()
        self.said.emit(tr("Looked at today"), lambda: self._put_back(before))

    def raised(self, at: int) -> bool:
        """Whether a practice is on the agenda of the next one-on-one."""
        return self._topic(at) is not None

    def talk(self, at: int) -> None:
        """Puts a practice on the agenda of the next one-on-one."""
        sheet = self.sheet
        if sheet is None or self.found is None or self.raised(at):
            return
        name = self.found.person.name
        made = Topic(
            id=uuid4().hex,
            date=today(),
            person=name,
            raised_by=Side.ME,
            text=topic(sheet.rows[at].practice),
            created_at=now(),
            updated_at=now(),
        )
        self.kept.put(made)
        self.shown.emit()
        self.said.emit(tr("On the agenda for next time"), lambda: self._take_away(made))

    def begin_agreement(self) -> None:
        """Their working agreement begins with what was said."""
        from app.hiring import draft  # once in a while

        sheet = self.sheet
        if sheet is None or self.agreement is not None:
            return
        made = draft(uuid4().hex, sheet, today(), now())
        if not is_blank(made):
            self.kept.put(made)
            self.shown.emit()
            self.said.emit(tr("Their working agreement has begun"), lambda: self._take_away(made))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.kept.flush()

    def _topic(self, at: int) -> Topic | None:
        sheet, found = self.sheet, self.found
        if sheet is None or found is None or at >= len(sheet.rows):
            return None
        name, words = found.person.name, topic(sheet.rows[at].practice)
        there = self.kept.over(TOPIC.name, found.topics, lambda each: each.person == name)
        return next((each for each in there if each.text == words and each.closed_on is None), None)

    def _put_back(self, before: Alignment) -> None:
        """Only what was done about the looks: what was said meanwhile stays."""
        sheet = self.sheet
        if sheet is not None and sheet.id == before.id:
            self.kept.put(replace(sheet, looks=before.looks))
            self.shown.emit()

    def _take_away(self, made: Topic | Agreement) -> None:
        self.kept.put(made, is_away=True)
        self.shown.emit()

    def _read(self, whose: "Callable[[Journal], Person]") -> None:
        self._number += 1
        number, asked = self._number, self.kept.saved_by_now()

        def work(journal: "Journal") -> Found:
            from app.hiring import alignment_for

            person, practices = whose(journal), journal.practices.find(Filter())
            sheet = alignment_for(journal, person.name, today(), now())
            return Found(
                person,
                alignment.brought_up(sheet, practices, today()),
                sheet.id not in {each.id for each in journal.alignments.where(person=person.name)},
                journal.topics.where(person=person.name, closed_on=None),
                journal.agreements.where(person=person.name),
            )

        def is_read(found: Found) -> None:
            if number == self._number:
                self._take(found)
                self.kept.is_read(asked)
                self.shown.emit()

        def is_gone(error: Exception) -> None:
            if number != self._number:
                return
            if not isinstance(error, NoSuchRecord):
                self._session.faulted.emit(error)
                return
            self.found = None
            self.missed.emit()

        self._session.read(self, work, is_read, is_gone)

    def _take(self, found: Found) -> None:
        """One that is not saved yet is a new one each time that it is read: the first stays."""
        before = self.found
        is_same = before is not None and before.person.id == found.person.id
        if before is not None and is_same and before.is_new and found.is_new:
            found = replace(found, sheet=replace(before.sheet, rows=found.sheet.rows))
        self.found = found


def _person(journal: "Journal", named: str) -> Person:
    found = next((each for each in journal.people.everyone() if named in (each.name, each.id)), None)
    if found is None:
        raise NoSuchRecord(named)
    return found


def _of(journal: "Journal", id: str) -> Person:
    found = journal.get(id)
    return found if isinstance(found, Person) else _person(journal, getattr(found, "person", ""))
