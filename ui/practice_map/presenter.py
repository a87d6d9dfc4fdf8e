"""What the map shows: over which time, and what there is to say of the cell that is looked at."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app import work_map
from app.delegation.model import HeldTask
from app.delegation.period import EVER, Period, last_months
from app.delegation.practice_map import Cell, Row
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.translation import tr
from app.work_map import Between
from ui.clock import today
from ui.practice_map import words
from ui.practice_map.cells import Cells
from ui.reference import HANDOVER, Reference
from ui.session import TOPIC, Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal

_NOTHING = Between(None, ())


class Stretch(StrEnum):
    """The time that is looked at; all of them end today."""

    THREE = "3"
    SIX = "6"
    TWELVE = "12"
    EVER = "ever"

    def period(self, today: date) -> Period:
        """Its days."""
        return EVER if self is Stretch.EVER else last_months(int(self.value), today)


class Look(NamedTuple):
    """A cell that is looked at: one person's, or the owner's where there is none."""

    row: Row
    cell: Cell | None
    between: Between = _NOTHING
    is_archived: bool = False

    @property
    def waiting(self) -> Topic | None:
        """The topic that asks them already."""
        wanted = words.to_ask(self.row.work)
        return next((each for each in self.between.open_topics if each.text == wanted), None)


class MapPresenter(QObject):
    """Asks the journal for all of the map at once, and for what is said on a card when it opens."""

    shown = Signal()
    looked = Signal(object)  # a Look, once the journal has answered
    said = Signal(str, object)  # something done, and how to undo it
    referred = Signal(object)  # a Reference to go to

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.cells = Cells(self)
        self.stretch = Stretch.TWELVE
        self.is_loaded = False
        self._number = self._looks = 0  # of the newest questions: an older answer is dropped

    @property
    def is_empty(self) -> bool:
        """Whether no kind of work was named anywhere."""
        return not self.cells.map.rows

    def ask(self) -> None:
        """Asks the journal again."""
        self._number += 1
        number, day = self._number, today()
        period = self.stretch.period(day)

        def show(found: work_map.WorkMap) -> None:
            if number == self._number:
                self.is_loaded = True
                self.cells.show_map(found, day)
                self.shown.emit()

        self._session.read(self, lambda journal: work_map.read(journal, day, period), show)

    def choose(self, stretch: Stretch) -> None:
        """Looks at another time."""
        self.stretch = stretch
        self.ask()

    def look(self, row: Row, cell: Cell | None) -> None:
        """Asks what there is to say of a cell; of what the owner does all of it is known."""
        self._looks += 1
        number = self._looks
        if cell is None:
            self.looked.emit(Look(row, None))
            return
        person = cell.person

        def show(found: Between) -> None:
            if number == self._looks:
                self.looked.emit(Look(row, cell, found, person in self.cells.map.archived))

        self._session.read(self, lambda journal: work_map.between(journal, person, row.work), show)

    def look_away(self) -> None:
        """Nothing is looked at: what was asked is not waited for."""
        self._looks += 1

    def hand_over(self, row: Row, person: str) -> None:
        """Begins with what is known: the work that the owner keeps of this kind, or the kind alone."""
        held = _to_begin_with(row.held, person)
        if held is not None:
            self.referred.emit(Reference(HANDOVER, id=held.id, person=person))
        else:
            self.referred.emit(Reference(HANDOVER, person=person, work=row.work))

    def ask_first(self, row: Row, person: str) -> None:
        """Puts it on the agenda of the next one-on-one with them."""
        day, at = today(), now()
        made = Topic(
            id=uuid4().hex,
            date=day,
            person=person,
            raised_by=Side.ME,
            text=words.to_ask(row.work),
            created_at=at,
            updated_at=at,
        )
        change = Change(TOPIC, made.id)

        def keep(journal: "Journal") -> None:
            journal.topics.save(made, at)

        def take_away(journal: "Journal") -> None:
            journal.topics.delete(made.id, now())

        def undo() -> None:
            self._session.write(self, change, take_away, lambda _: None)

        said = tr("On the agenda with {person}").format(person=person)
        self._session.write(self, change, keep, lambda _: self.said.emit(said, undo))


def _to_begin_with(held: Sequence[HeldTask], person: str) -> HeldTask | None:
    """Of several tasks the one that is meant for them, or else for nobody yet; of those the one kept longest."""
    meant = [each for each in held if each.person in (person, None)] or list(held)
    return min(meant, key=lambda each: (each.person != person, each.date, each.id), default=None)
