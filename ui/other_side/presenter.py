"""Which role and which question is in hand, and what there is of them, with what was just typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.interviews import bank, preparing
from app.interviews.bank import Entry
from app.interviews.kits import Questions
from app.interviews.model import OwnQuestion, Preparation, Prepared, Question
from app.interviews.record import PREPARATION
from app.reflections.model import Filter
from ui.kept import Kept
from ui.questions.wanted import Wanted
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal


class _Read(NamedTuple):
    built_in: Sequence[Question]
    own: Sequence[OwnQuestion]
    preparations: Sequence[Preparation]


class OtherSidePresenter(QObject):
    """A role is chosen as long as there are any, and a question of it. `is_choosing` says that the bank is open."""

    changed = Signal()  # of what is shown, something
    loaded = Signal()  # the journal has answered
    role_chosen = Signal()  # another role, or none
    chosen = Signal()  # another question is in hand, or none

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kept = Kept(session, {Preparation: PREPARATION.name}, self)
        self.id: str | None = None
        self.at: int | None = None
        self.question_id: str | None = None  # the question of the bank that is looked at
        self.is_choosing = self.is_filled = False
        self.wanted = Wanted()
        self._read: _Read = _Read((), (), ())
        self._entries: list[Entry] = []
        self._questions: Questions = {}
        self._awaited: str | None = None  # a role to be shown once it is there
        self._number = 0  # of the newest question to the journal: an older answer is dropped
        self.kept.saved.connect(self.ask)

    @property
    def preparations(self) -> list[Preparation]:
        """All of them as they are by now, the oldest first."""
        there = self.kept.over(PREPARATION.name, self._read.preparations)
        return sorted(there, key=lambda each: (each.created_at, each.id))

    @property
    def preparation(self) -> Preparation | None:
        """The chosen one."""
        there = self.kept.over(PREPARATION.name, self._read.preparations)
        return next((each for each in there if each.id == self.id), None)

    @property
    def prepared(self) -> Prepared | None:
        """The question in hand."""
        given = self.preparation
        if given is None or self.at is None or self.at >= len(given.questions):
            return None
        return given.questions[self.at]

    @property
    def questions(self) -> Questions:
        """The bank by ids."""
        return self._questions

    @property
    def entry(self) -> Entry | None:
        """The question of the bank that is looked at."""
        return next((each for each in self._entries if each.question.id == self.question_id), None)

    @property
    def listed(self) -> list[Entry]:
        """What the bank shows: what is looked for, and what is looked at."""
        return [each for each in self._entries if each.question.id == self.question_id or self.wanted.matches(each)]

    @property
    def picked(self) -> frozenset[str]:
        """The ids of the questions that were chosen."""
        given = self.preparation
        return preparing.in_bank(given) if given is not None else frozenset()

    @property
    def asks(self) -> Question | None:
        """The question of the bank that is seen: the one in hand, or, while choosing, the one that is looked at."""
        if self.is_choosing:
            return self.entry.question if self.entry is not None else None
        prepared = self.prepared
        return self._questions.get(prepared.question or "") if prepared is not None else None

    def ask(self) -> None:
        """Asks the journal again."""
        self._number += 1
        number, asked = self._number, self.kept.saved_by_now()

        def show(found: _Read) -> None:
            if number == self._number:
                self._on_read(found, asked)

        self.session.read(self, _read, show)

    def want(self, id: str) -> None:
        """This role is to be shown, at once or when the journal knows it."""
        if not self._show(id):
            self._awaited = id
            self.ask()

    def look_for(self, **changes: Any) -> None:
        """Narrows the bank."""
        self.wanted = replace(self.wanted, **changes)
        self.changed.emit()

    def choose_role(self, id: str | None) -> None:
        """This role is in hand, and its first question."""
        if id != self.id:
            self.kept.flush()
            self.id = id
            given = self.preparation
            self.at = 0 if given is not None and given.questions else None
            self.role_chosen.emit()
            self.chosen.emit()
        self.changed.emit()

    def choose_part(self, at: int) -> None:
        """This question is in hand."""
        given = self.preparation
        if given is None or not 0 <= at < len(given.questions):
            return
        is_other, self.at = at != self.at, at
        if is_other:
            self.kept.flush()
            self.chosen.emit()
        self.changed.emit()

    def step(self, by: int) -> bool:
        """The next question is in hand, or the one before; whether there is one."""
        given, at = self.preparation, (self.at or 0) + by
        if given is None or self.at is None or not 0 <= at < len(given.questions):
            return False
        self.choose_part(at)
        return True

    def choose(self, id: str | None) -> None:
        """This question of the bank is looked at; one that was chosen is in hand, too."""
        given = self.preparation
        at = preparing.place_of(given, id) if given is not None else None
        self.question_id = id
        if at is not None and at != self.at:
            self.at = at
        self.chosen.emit()
        self.changed.emit()

    def open_bank(self, *, is_open: bool) -> None:
        """Whether questions are being chosen."""
        if is_open != self.is_choosing:
            self.is_choosing = is_open
            if is_open and self.entry is None and self.listed:
                self.question_id = self.listed[0].question.id
            self.chosen.emit()
        self.changed.emit()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.kept.flush()

    def _on_read(self, found: _Read, asked: Mapping[tuple[str, str], object]) -> None:
        is_other = (found.built_in, found.own) != (self._read.built_in, self._read.own)
        self._read = found
        self.kept.is_read(asked)
        if is_other or not self.is_filled:
            self._entries = bank.entries(found.built_in, found.own)
            self._questions = {each.question.id: each.question for each in self._entries}
        self.is_filled = True
        awaited, self._awaited = self._awaited, None
        if awaited is None or not self._show(awaited):
            self._choose_again()
        self.changed.emit()
        self.loaded.emit()

    def _choose_again(self) -> None:
        """Where what was in hand is gone, something else is."""
        given = self.preparation
        if given is None:
            there = self.preparations
            self.choose_role(there[-1].id if there else None)
        elif self.at is None or self.at >= len(given.questions):
            at = len(given.questions) - 1 if given.questions else None
            if at != self.at:
                self.at = at
                self.chosen.emit()

    def _show(self, id: str) -> bool:
        if not any(each.id == id for each in self.preparations):
            return False
        self.choose_role(id)
        return True


def _read(journal: "Journal") -> _Read:
    from app.interviews.library import load

    everything = Filter()
    return _Read(load(), journal.questions.find(everything), journal.preparations.find(everything))
