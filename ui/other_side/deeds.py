"""What is done while getting ready: begun, named, chosen, ordered, answered, and put away; all that goes comes back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.interviews import preparing
from app.interviews.model import Preparation, Prepared
from app.translation import tr
from ui.clock import today
from ui.other_side.presenter import OtherSidePresenter
from ui.session import now


class Deeds(QObject):
    """Does it to the role in hand."""

    said = Signal(str, object)  # something done, and how to undo it
    begun = Signal()  # a new role is there, to be named
    line_added = Signal()  # a question of one's own is there, to be written

    def __init__(self, presenter: OtherSidePresenter) -> None:
        super().__init__(presenter)
        self._at = presenter

    def begin(self) -> None:
        """A new role; one that was begun and left as it was is taken instead."""
        empty = (each for each in self._at.preparations if not (each.role.strip() or each.questions or each.runs))
        made = next(empty, None)
        if made is None:
            made = preparing.new(uuid4().hex, today(), now())
            self._at.kept.put(made)
        self._at.choose_role(made.id)
        self.begun.emit()

    def rename(self, role: str) -> None:
        """What the interview is for."""
        self._change(lambda given: replace(given, role=role), at_once=False)

    def toggle(self, question: str) -> None:
        """Puts a question of the bank in, or takes it out."""
        given, found = self._at.preparation, self._at.questions.get(question)
        if given is None:
            return
        if (at := preparing.place_of(given, question)) is not None:
            self.take_out(at)
        elif found is not None:
            self._add(preparing.with_question(given, found), given)

    def add_line(self) -> None:
        """A question of one's own."""
        given = self._at.preparation
        if given is not None and self._add(preparing.with_line(given), given):
            self.line_added.emit()

    def move(self, at: int, to: int) -> None:
        """Puts a question at another place."""
        given = self._at.preparation
        if given is not None and at != to and 0 <= to < len(given.questions):
            self._at.at = to
            self._change(lambda given: preparing.moved(given, at, to))

    def take_out(self, at: int) -> None:
        """Takes a question out, with its answer."""
        given = self._at.preparation
        if given is None or not 0 <= at < len(given.questions):
            return
        gone, left = given.questions[at], len(given.questions) - 1
        self._at.at = min(at, left - 1) if left else None
        self._change(lambda given: preparing.without(given, at))
        self._at.chosen.emit()
        self.said.emit(tr("Taken out"), lambda: self._put_back(given.id, at, gone))

    def change_part(self, at: int, **fields: object) -> None:
        """Other words or minutes of one question."""
        changed: dict[str, Any] = fields
        self._change_one(at, lambda prepared: replace(prepared, **changed))

    def answer(self, words: str) -> None:
        """What is said to the question in hand."""
        if self._at.at is not None:
            self._change_one(self._at.at, lambda prepared: replace(prepared, answer=words))

    def quote(self, said: str, about: str, source: str) -> None:
        """Puts words of a record below the answer, with the record behind it."""
        before, at, given = self._at.prepared, self._at.at, self._at.preparation
        if before is None or at is None or given is None or not said.strip():
            return
        self._change_one(at, lambda prepared: preparing.quoting(prepared, said, about, source), at_once=True)
        if (after := self._at.prepared) is not None:
            self.said.emit(tr("It stands below the answer"), lambda: self._unquote(given.id, at, before, after))

    def drop_source(self, source: str) -> None:
        """The record is behind the answer no more; its words stay."""
        before, at, given = self._at.prepared, self._at.at, self._at.preparation
        if before is None or at is None or given is None:
            return
        self._change_one(at, lambda prepared: preparing.without_source(prepared, source), at_once=True)
        self.said.emit(tr("Not behind the answer any more"), lambda: self._restore_sources(given.id, at, before))

    def put_away(self) -> None:
        """Moves the role to the trash, with its answers and runs."""
        given = self._at.preparation
        if given is None:
            return
        ids = [each.id for each in self._at.preparations]
        at = ids.index(given.id)
        beside = [*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]
        self._at.kept.put(given, is_away=True)
        self._at.choose_role(next(iter(beside), None))
        self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(given))

    def _bring_back(self, given: Preparation) -> None:
        self._at.kept.put(given)
        self._at.choose_role(given.id)

    def _add(self, changed: Preparation, before: Preparation) -> bool:
        if changed == before:
            self.said.emit(tr("It takes no more questions."), None)
            return False
        self._at.at = len(changed.questions) - 1
        self._at.kept.put(changed)
        self._at.chosen.emit()
        self._at.changed.emit()
        return True

    def _put_back(self, id: str, at: int, prepared: Prepared) -> None:
        if self._in(id, lambda given: preparing.put_back(given, at, prepared)) and id == self._at.id:
            self._at.at = at
            self._at.chosen.emit()
            self._at.changed.emit()

    def _unquote(self, id: str, at: int, before: Prepared, after: Prepared) -> None:
        self._in_one(id, at, before, lambda there: preparing.unquoted(there, before, after))

    def _restore_sources(self, id: str, at: int, before: Prepared) -> None:
        self._in_one(id, at, before, lambda there: replace(there, sources=before.sources))

    def _in_one(self, id: str, at: int, before: Prepared, how: Callable[[Prepared], Prepared]) -> None:
        """In the question that was `before`, wherever it stands by now."""

        def change(given: Preparation) -> Preparation:
            there = preparing.place_of(given, before.question) if before.question else at
            if there is None or there >= len(given.questions):
                return given
            return preparing.with_prepared(given, there, how(given.questions[there]))

        self._in(id, change)

    def _in(self, id: str, how: Callable[[Preparation], Preparation]) -> bool:
        given = next((each for each in self._at.preparations if each.id == id), None)
        if given is None:
            return False
        self._at.kept.put(how(given))
        self._at.changed.emit()
        return True

    def _change_one(self, at: int, how: Callable[[Prepared], Prepared], *, at_once: bool = False) -> None:
        def change(given: Preparation) -> Preparation:
            return preparing.with_prepared(given, at, how(given.questions[at]))

        given = self._at.preparation
        if given is not None and 0 <= at < len(given.questions):
            self._change(change, at_once=at_once)

    def _change(self, how: Callable[[Preparation], Preparation], *, at_once: bool = True) -> None:
        given = self._at.preparation
        if given is not None and (changed := how(given)) != given:
            self._at.kept.put(changed, at_once=at_once)
            self._at.changed.emit()
