"""What is done with questions of the bank: written, changed, retired, given back the words with which they came."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.interviews import bank
from app.interviews.bank import Entry
from app.interviews.model import Competency, OwnQuestion, Question
from app.translation import tr
from ui.clock import today
from ui.interviews.presenter import InterviewsPresenter
from ui.session import now


class QuestionDeeds(QObject):
    """Does it to the question that is looked at; what came with the program is never changed itself."""

    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, presenter: InterviewsPresenter) -> None:
        super().__init__(presenter)
        self._at = presenter

    def begin(self) -> None:
        """A new one, or the one that was begun before and has no words yet. It is kept from its first word on."""
        self._at.finish()
        competency = self._at.wanted.competency or Competency.TRUST
        unfinished = (each for each in self._at.own if each.replaces is None and not each.text.strip())
        made = next(unfinished, None) or bank.new(uuid4().hex, competency, today(), now())
        self._at.choose(made.id)
        self._at.edit(made)

    def edit(self) -> None:
        """Turns the one that is looked at into its fields."""
        if (entry := self._at.entry) is not None and not self._at.is_editing:
            self._at.edit(_own(entry))

    def change(self, **fields: Any) -> None:
        """Changes what is being edited."""
        if self._at.draft is None or (changed := replace(self._at.draft, **fields)) == self._at.draft:
            return
        self._at.draft = changed
        self._keep(changed, at_once=False)

    def retire(self, *, retired: bool = True) -> None:
        """Has it offered no more, or again."""
        if (entry := self._at.entry) is not None:
            own = self._at.draft or _own(entry)
            said = tr("Retired. Kits that have it keep it.") if retired else tr("It is in the bank again.")
            self._set_retired(own, retired)
            self.said.emit(said, lambda: self._set_retired(own, not retired))

    def restore(self) -> None:
        """Gives one that was changed the words with which it came."""
        entry = self._at.entry
        if entry is None or entry.original is None or entry.own is None:
            return
        before = entry.own
        self._at.finish()
        self._keep(replace(bank.in_place_of(entry.original, now()), retired=before.retired))
        self.said.emit(tr("It is as it came."), lambda: self._keep(before))

    def put_away(self) -> None:
        """Moves one of the owner's own to the trash; the one beside it is looked at then."""
        entry = self._at.entry
        if entry is None or not entry.is_own or entry.own is None:
            return
        self._at.finish()
        own, ids = entry.own, [each.question.id for each in self._at.listed]
        at = ids.index(own.id) if own.id in ids else len(ids)
        beside = next(iter([*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]), None)
        self._at.kept.put(own, is_away=True)
        if beside is not None:
            self._at.choose(beside)
        else:
            self._at.choose_first()
        self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(own))

    def original(self) -> Question | None:
        """What the one in hand was when it came with the program."""
        draft = self._at.draft
        replaces = draft.replaces if draft is not None else None
        return next((each for each in self._at.shelf.built_in if each.id == replaces), None)

    def _set_retired(self, own: OwnQuestion, retired: bool) -> None:
        newest = next((each for each in self._at.own if each.id == own.id), own)
        changed = replace(newest, retired=retired)
        if self._at.draft is not None and self._at.draft.id == own.id:
            self._at.draft = changed
        self._keep(changed)

    def _bring_back(self, own: OwnQuestion) -> None:
        self._at.kept.put(own)
        self._at.choose(own.id)

    def _keep(self, own: OwnQuestion, *, at_once: bool = True) -> None:
        """Saves it; what says no more than what it stands for, or nothing at all, is no record."""
        original = next((each for each in self._at.shelf.built_in if each.id == own.replaces), None)
        is_needed = bank.says_more(own, original) if original is not None else _says_anything(own)
        self._at.kept.put(own, is_gone=not is_needed, at_once=at_once)
        self._at.tell()


def _own(entry: Entry) -> OwnQuestion:
    if entry.own is not None:
        return entry.own
    assert entry.original is not None  # noqa: S101  an entry has one of both
    return bank.in_place_of(entry.original, now())


def _says_anything(own: OwnQuestion) -> bool:
    anchors = (words for each in own.anchors for words in (each.text, each.short))
    lines = (*own.follow_ups, *own.listen_for, *own.watch_for)
    return any(each.strip() for each in (own.text, own.why, *lines, *anchors))
