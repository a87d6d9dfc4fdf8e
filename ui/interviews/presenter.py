"""Which kit and which question are looked at, and what there is of them, with what was just done and typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.interviews import bank
from app.interviews.bank import Entry
from app.interviews.kits import Questions
from app.interviews.model import Kit, Outline, OwnQuestion
from app.interviews.record import KIT, OWN_QUESTION
from ui.candidates.words import is_of
from ui.clock import today
from ui.interviews.shelf import Shelf
from ui.kept import Kept
from ui.questions.wanted import Wanted
from ui.session import Session

_KINDS = {Kit: KIT.name, OwnQuestion: OWN_QUESTION.name}


class InterviewsPresenter(QObject):
    """A kit is chosen as long as there are any. `at` is the part of it in hand, where one is."""

    changed = Signal()  # of what is shown, something
    chosen = Signal()  # another question is looked at, or none
    kit_chosen = Signal()  # another kit, or none
    editing_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.shelf = session, Shelf(session, self)
        self.kept = Kept(session, _KINDS, self)
        self.kit_id: str | None = None
        self.question_id: str | None = None
        self.at: int | None = None
        self.draft: OwnQuestion | None = None  # the question that is being edited
        self.wanted = Wanted()
        self._asked: Mapping[tuple[str, str], object] = {}  # what was on the disk when the journal was asked last
        self._awaited: str | None = None  # a kit, a question or a conversation to be shown once it is there
        self._is_taking_in = False
        self._state: tuple[int, int] = (0, 0)  # of which the entries were made
        self._entries: list[Entry] = []
        self._questions: Questions = {}
        self.shelf.loaded.connect(self._on_loaded)
        self.kept.saved.connect(self.ask)

    @property
    def is_filled(self) -> bool:
        """Whether the journal has answered."""
        return self.shelf.is_loaded

    @property
    def kits(self) -> list[Kit]:
        """All of them as they are by now, the oldest first."""
        return sorted(self.kept.over(KIT.name, self.shelf.kits), key=lambda each: (each.created_at, each.id))

    @property
    def kit(self) -> Kit | None:
        """The chosen one."""
        return next((each for each in self.kept.over(KIT.name, self.shelf.kits) if each.id == self.kit_id), None)

    @property
    def interviews(self) -> list[Outline]:
        """The conversations by the chosen kit, in the order of their days."""
        return [each for each in self.shelf.interviews if each.kit == self.kit_id]

    @property
    def under_way(self) -> Outline | None:
        """The conversation of today by the chosen kit that is not finished: of several the newest."""
        return next((each for each in reversed(self.interviews) if is_of(each, today())), None)

    @property
    def own(self) -> list[OwnQuestion]:
        """What the owner wrote or changed, as it is by now."""
        return self.kept.over(OWN_QUESTION.name, self.shelf.own)

    @property
    def entries(self) -> Sequence[Entry]:
        """The whole bank, the retired included."""
        self._look_up()
        return self._entries

    @property
    def questions(self) -> Questions:
        """All of them by their ids."""
        self._look_up()
        return self._questions

    @property
    def listed(self) -> list[Entry]:
        """What the bank shows: what is looked for; where that is nothing in particular, what is looked at, too."""
        kept = self.question_id if not self.wanted.text and not self.wanted.is_narrow else None
        return [each for each in self.entries if each.question.id == kept or self.wanted.matches(each)]

    @property
    def picked(self) -> frozenset[str]:
        """The ids of the questions that the chosen kit has."""
        parts = self.kit.parts if self.kit is not None else ()
        return frozenset(each.question for each in parts if each.question)

    @property
    def entry(self) -> Entry | None:
        """The question that is looked at."""
        return next((each for each in self.entries if each.question.id == self.question_id), None)

    @property
    def is_editing(self) -> bool:
        """Whether a question is being edited."""
        return self.draft is not None

    def ask(self) -> None:
        """Asks the journal again."""
        self._asked = self.kept.saved_by_now()
        self.shelf.refresh()

    def want(self, id: str) -> None:
        """This kit, question, or kit of a conversation is to be shown, at once or when the journal knows it."""
        if not self._show(id):
            self._awaited = id
            self.ask()

    def look_for(self, **changes: Any) -> None:
        """Narrows the bank."""
        self.wanted = replace(self.wanted, **changes)
        self.tell()

    def choose_kit(self, id: str | None) -> None:
        """This kit is looked at, and its first question."""
        if id != self.kit_id:
            self.kept.flush()
            self.kit_id, self.at = id, None
            self.kit_chosen.emit()
            self.tell()

    def choose(self, id: str | None) -> None:
        """This question is looked at; what was being edited is kept."""
        self.at = self.place_of(id)
        if id != self.question_id:
            self.finish()
            self.question_id = id
            self.chosen.emit()
        self.tell()

    def choose_first(self) -> None:
        """The first question of the kit is looked at, if it has one."""
        self.choose(self._first_question())

    def choose_part(self, at: int) -> None:
        """This part of the kit is in hand, and its question is looked at, where it is one of the bank."""
        kit = self.kit
        if kit is None or not 0 <= at < len(kit.parts):
            return
        if (question := kit.parts[at].question) in self.questions:
            self.choose(question)
        elif at != self.at:
            self.at = at
            self.tell()

    def place_of(self, question: str | None) -> int | None:
        """Where in the chosen kit the question with this id stands."""
        parts = self.kit.parts if self.kit is not None else ()
        return next((at for at, each in enumerate(parts) if question and each.question == question), None)

    def edit(self, draft: OwnQuestion) -> None:
        """Takes a question in hand to change it."""
        self.draft = draft
        self.editing_changed.emit()
        self.tell()

    def finish(self) -> None:
        """Saves what is being edited, and reads it again; without words another one is looked at."""
        if self.draft is None:
            return
        self.kept.flush()
        self.draft = None
        if self.entry is None:
            self.question_id = self._first_question()
            self.at = self.place_of(self.question_id)
        self.editing_changed.emit()
        self.chosen.emit()
        self.tell()

    def tell(self) -> None:
        """Something of what is shown is otherwise. While an answer is taken in it is said once, at the end."""
        if not self._is_taking_in:
            self.changed.emit()

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.kept.flush()

    def _likely_kit(self) -> str | None:
        """That of a conversation that goes on, else the newest."""
        ids = [each.id for each in self.kits]
        going = {each.kit for each in self.shelf.interviews if is_of(each, today())}
        return next((id for id in reversed(ids) if id in going), ids[-1] if ids else None)

    def _first_question(self) -> str | None:
        """The first of the kit that the bank knows, if there is a kit."""
        parts = self.kit.parts if self.kit is not None else ()
        return next((each.question for each in parts if each.question in self.questions), None)

    def _look_up(self) -> None:
        state = (self.kept.version, self.shelf.version)
        if state != self._state:
            self._state = state
            self._entries = bank.entries(self.shelf.built_in, self.own)
            self._questions = {each.question.id: each.question for each in self._entries}

    def _on_loaded(self) -> None:
        self.kept.is_read(self._asked)
        awaited, self._awaited = self._awaited, None
        self._is_taking_in = True
        if awaited is None or not self._show(awaited):
            self._choose_again()
        self._is_taking_in = False
        self.tell()

    def _choose_again(self) -> None:
        """Where what was chosen is gone, something else is."""
        if self.kit is None:
            self.choose_kit(self._likely_kit())
        if self.entry is None and self.draft is None:
            self.choose_first()

    def _show(self, id: str) -> bool:
        """Shows it if it is known; whether it is."""
        conversation = next((each for each in self.shelf.interviews if each.id == id), None)
        kit = conversation.kit if conversation is not None else id
        if any(each.id == kit for each in self.kits):
            self.choose_kit(kit)
            self.choose_first()
            return True
        own = next((each for each in self.own if each.id == id), None)
        question = (own.replaces or own.id) if own is not None else id
        if question in self.questions:
            self._choose_again()
            self.choose(question)
            return True
        return False
