"""What is done with a suggestion, each with a way back: a level, a topic, a checklist, or nothing for now."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.advising import Advice, make_checklist, raise_topic
from app.delegation.suggesting import Offer
from app.one_on_ones.model import Topic
from app.one_on_ones.record import TOPIC
from app.people.record import LEVEL
from app.people.wording import authority_name
from app.practices.model import Checklist
from app.practices.record import CHECKLIST
from app.titles import one_line
from app.translation import tr
from app.undoing import Made, take_back
from ui import clock
from ui.reference import HANDOVER, ONE_ON_ONE, PRACTICES, Reference
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal

_T = TypeVar("_T")


class AdviceDeeds(QObject):
    """Asks nothing more: each of them can be undone."""

    said = Signal(str, object)  # something done, and how to undo it
    referred = Signal(object)  # a Reference
    done = Signal()  # something may be suggested no more, or again

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def take(self, offer: Offer, given: Advice) -> None:
        """Begins what is offered."""
        if offer is Offer.CLARIFY:
            self.referred.emit(Reference(HANDOVER, person=given.of.person, work=one_line(given.of.work)))
        elif offer is Offer.LEVEL_UP:
            self._raise_level(given)
        elif offer is Offer.TRAIN:
            self._raise_topic(given)
        else:
            self._open_checklist(given)

    def put_off(self, given: Advice) -> None:
        """It does not come back before a further debrief."""
        self._prefer({**self._session.preferences.suggestions_put_off, given.key: clock.today()})
        self.said.emit(tr("Put off until a further debrief"), lambda: self._bring_back(given))

    def _bring_back(self, given: Advice) -> None:
        kept = self._session.preferences.suggestions_put_off
        self._prefer({key: day for key, day in kept.items() if key != given.key})

    def _prefer(self, put_off: dict[str, date]) -> None:
        self._session.prefer(self, lambda _: self.done.emit(), suggestions_put_off=put_off)

    def _raise_level(self, given: Advice) -> None:
        to = given.suggestion.to
        if to is None:
            return

        def work(journal: "Journal") -> tuple[Made, ...]:
            from app.debriefing import raise_level

            return raise_level(journal, given.of, to, clock.today(), now())

        def is_raised(made: tuple[Made, ...]) -> None:
            said = tr("{work} with {person}: now “{level}”")
            words = said.format(work=one_line(given.of.work), person=given.of.person, level=authority_name(to))
            self.said.emit(words, lambda: self._take_back(made))
            self.done.emit()

        self._session.write(self, Change(LEVEL.name), work, is_raised)

    def _take_back(self, made: tuple[Made, ...]) -> None:
        def is_back(left: tuple[Made, ...]) -> None:
            if left:
                self.said.emit(tr("What was changed since by hand stays as it is."), None)
            self.done.emit()

        self._session.write(self, Change(LEVEL.name), lambda journal: take_back(journal, made), is_back)

    def _raise_topic(self, given: Advice) -> None:
        if given.topic is not None:
            self.referred.emit(Reference(ONE_ON_ONE, id=given.topic.id))
            return

        def is_raised(made: Topic) -> None:
            said = tr("On the agenda of your next one-on-one with {person}").format(person=made.person)
            self.said.emit(said, partial(self._put_away, TOPIC.name, made.id))
            self.done.emit()

        self._write(TOPIC.name, lambda journal: raise_topic(journal, given, clock.today(), now()), is_raised)

    def _open_checklist(self, given: Advice) -> None:
        if given.checklist is not None:
            self.referred.emit(Reference(PRACTICES, id=given.checklist.id))
            return

        def is_made(made: Checklist) -> None:
            self.referred.emit(Reference(PRACTICES, id=made.id))
            said = tr("A checklist for {work}").format(work=one_line(made.name))
            self.said.emit(said, partial(self._put_away, CHECKLIST.name, made.id))
            self.done.emit()

        self._write(CHECKLIST.name, lambda journal: make_checklist(journal, given, clock.today(), now()), is_made)

    def _put_away(self, kind: str, id: str) -> None:
        def work(journal: "Journal") -> None:
            store: Any = journal.stores[kind]
            store.delete(id, now())

        self._write(kind, work, lambda _: self.done.emit())

    def _write(self, kind: str, work: "Callable[[Journal], _T]", done: Callable[[_T], None]) -> None:
        self._session.write(self, Change(kind), work, done)
