"""Which cycle is looked at and where it is broken; what a move makes is made at once, with a way back."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app import limits
from app.delegation.cycle import Arrow
from app.experiments import rules
from app.experiments.model import KIND as EXPERIMENT
from app.experiments.model import Experiment
from app.one_on_ones.model import Topic
from app.one_on_ones.record import TOPIC
from app.people.model import Side
from app.practices.model import Checklist, Step, Version
from app.practices.record import CHECKLIST
from app.reflections.model import Pillar
from app.translation import tr
from ui.clock import today
from ui.cycle import moves
from ui.cycle.moves import Makes, Move
from ui.cycle.reading import Found, read, work_name
from ui.reference import CYCLE, PRACTICES, TODAY, Reference
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal

Made = Topic | Experiment | Checklist


class CyclePresenter(QObject):
    """Nothing is typed here: whatever there is to know is asked of the journal."""

    shown = Signal()  # the journal has answered
    turned = Signal()  # it is broken elsewhere
    said = Signal(str, object)  # something done, and how to undo it
    went = Signal(object)  # a Reference: on to what was made, or is there

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = Reference(CYCLE)
        self.found: Found | None = None
        self.arrow = Arrow.PRACTICE_TO_WORK
        self._number = 0  # of the newest question: an older answer is dropped
        self._is_making = False

    @property
    def move(self) -> Move | None:
        """What comes next where it is broken; None where there is no cycle."""
        if self.found is None or self.found.cycle is None:
            return None
        return moves.move(self.arrow, self.found)

    def open(self, wanted: Reference) -> None:
        """Looks at the cycle of this work."""
        if wanted != self.wanted:
            self.wanted, self.arrow = wanted, Arrow.PRACTICE_TO_WORK
        self.look()

    def look(self) -> None:
        """Asks the journal again."""
        self._number += 1
        number = self._number

        def show(found: Found) -> None:
            if number == self._number:
                self.found = found
                self.shown.emit()

        self._session.read(self, partial(read, wanted=self.wanted, today=today()), show)

    def choose(self, arrow: Arrow) -> None:
        """It is broken here."""
        if arrow is not self.arrow:
            self.arrow = arrow
            self.turned.emit()

    def take(self, step: moves.Step) -> None:
        """Goes where the step leads, or makes what it makes."""
        found = self.found
        if isinstance(step.does, Reference):
            self.went.emit(step.does)
        elif found is not None and found.cycle is not None and not self._is_making:
            self._make(step.does, found)

    def _make(self, what: Makes, found: Found) -> None:
        if what is Makes.TOPIC:
            self._keep(TOPIC.name, _topic(found), tr("It is on the agenda for your next one-on-one"), None)
        elif what is Makes.EXPERIMENT:
            self._keep(EXPERIMENT, _experiment(found), tr("The experiment begins today"), TODAY)
        else:
            self._keep(CHECKLIST.name, _checklist(found), tr("The checklist is there"), PRACTICES)

    def _keep(self, kind: str, made: Made, words: str, page: str | None) -> None:
        self._is_making = True

        def is_over(error: Exception | None) -> None:
            self._is_making = False
            self.look()
            if error is not None:
                self._session.faulted.emit(error)
                return
            self.said.emit(words, lambda: self._undo(kind, made.id))
            if page is not None:
                self.went.emit(Reference(page, id=made.id))

        def work(journal: "Journal") -> None:
            store: Any = journal.stores[kind]
            store.save(made, now())

        self._session.write(self, Change(kind, made.id), work, lambda _: is_over(None), is_over)

    def _undo(self, kind: str, id: str) -> None:
        def work(journal: "Journal") -> None:
            store: Any = journal.stores[kind]
            store.delete(id, now())

        # Whoever shows what was made hears of it, and so does this page: the session is in neither.
        self._session.write(self._session, Change(kind, id), work, lambda _: None)


def _topic(found: Found) -> Topic:
    assert found.cycle is not None  # noqa: S101  it is about one
    assert found.person is not None  # noqa: S101  with somebody
    instant = now()
    return Topic(
        id=uuid4().hex,
        date=today(),
        person=found.person,
        raised_by=Side.ME,
        text=moves.topic_text(found),
        about=found.cycle.take_backs[-1].history.delegation.id,
        created_at=instant,
        updated_at=instant,
    )


def _experiment(found: Found) -> Experiment:
    instant = now()
    return Experiment(
        id=uuid4().hex,
        begun_on=today(),
        ends_on=rules.end_of(today()),
        when=moves.occasion(found),
        will=moves.act(),
        sign=tr("they finish it, and I have not touched it"),
        pillar=Pillar.TRUST,
        person=found.person,
        created_at=instant,
        updated_at=instant,
    )


def _checklist(found: Found) -> Checklist:
    assert found.cycle is not None  # noqa: S101  it is of one
    steps = tuple(Step(text=each) for each in moves.points(found))
    instant = now()
    return Checklist(
        id=uuid4().hex,
        date=today(),
        name=work_name(found.cycle)[: limits.NAME],
        versions=(Version(date=today(), steps=steps),) if steps else (),
        created_at=instant,
        updated_at=instant,
    )
