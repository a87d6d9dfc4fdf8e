"""Which practice is chosen, which is being edited, and what is done to it."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.one_on_ones.model import Topic
from app.one_on_ones.record import TOPIC
from app.oversight import Kept, keep_practice
from app.practices.model import Decision, Practice
from app.practices.record import PRACTICE
from app.translation import tr
from ui.practices.draft import Draft
from ui.practices.shelf import Shelf
from ui.practices.words import decided, raised
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal


class PracticesPresenter(QObject):
    """One practice is chosen as long as there are any; one at most is being edited, and that is the chosen one."""

    chosen = Signal()  # another practice, or none
    editing_changed = Signal()
    changed = Signal()  # of what is shown of practices, something
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.shelf = session, shelf
        self.draft = Draft(session, PRACTICE.name, self._keep, self)
        self.id: str | None = None
        self.is_editing = False
        self._wanted: str | None = None  # to be chosen once it is there
        shelf.loaded.connect(self._on_loaded)
        self.draft.edited.connect(self.changed)
        self.draft.kept.connect(self._on_kept)

    @property
    def practice(self) -> Practice | None:
        """The chosen one, as it is in hand."""
        return next((each for each in self.shown if each.id == self.id), None)

    @property
    def shown(self) -> list[Practice]:
        """All of them in their order, the one that is being edited as it is typed; a new one comes last."""
        if not self.is_editing:
            return list(self.shelf.practices)
        mine: Practice = self.draft.record
        found = [mine if each.id == mine.id else each for each in self.shelf.practices]
        return found if self.shelf.practice(mine.id) is not None else [*found, mine]

    def choose(self, id: str) -> None:
        """This one is looked at; what was being edited is saved and closed."""
        if id != self.id:
            self.finish()
            self._choose(id)

    def step(self, by: int) -> None:
        """Chooses the next one (1) or the one before (-1)."""
        ids = [each.id for each in self.shown]
        if self.id in ids and 0 <= (at := ids.index(self.id) + by) < len(ids):
            self.choose(ids[at])

    def begin(self) -> None:
        """Takes a new one in hand. It is kept from the first word on."""
        self.finish()
        now_ = now()
        blank = Practice(id=uuid4().hex, date=self.shelf.today, name="", created_at=now_, updated_at=now_)
        self._edit(blank)

    def edit(self) -> None:
        """Turns the chosen one into its fields."""
        if self.practice is not None and not self.is_editing:
            self._edit(self.practice)

    def finish(self) -> None:
        """Saves, and goes back to the list."""
        if not self.is_editing:
            return
        practice: Practice = self.draft.record
        self.draft.flush()
        is_kept = self.shelf.practice(practice.id) is not None or _has_words(practice)
        self.is_editing = False
        self._wanted = practice.id if is_kept else None
        if not is_kept:
            self._choose(self.shelf.practices[-1].id if self.shelf.practices else None)
        self.editing_changed.emit()
        self.changed.emit()
        self.shelf.refresh()

    def decide(self, id: str, decision: Decision | None) -> None:
        """Keep, loosen, explain, or nothing decided; with a way back."""
        if self.shelf.practice(id) is None:  # it has no word yet
            self.draft.edit(decision=decision)
            return
        self.draft.flush()
        self._session.write(
            self,
            Change(PRACTICE.name, id),
            lambda journal: self._decide(journal, id, decision),
            lambda kept: self._on_decided(kept, decision),
        )

    def put_away(self) -> None:
        """Moves the chosen one to the trash; the next one takes its place."""
        practice = self.practice
        if practice is None:
            return
        self.finish()
        ids = [each.id for each in self.shelf.practices]
        if practice.id not in ids and not _has_words(practice):
            return  # it was never kept
        at = ids.index(practice.id) if practice.id in ids else len(ids)
        beside = [*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]
        self._choose(next(iter(beside), None))

        def work(journal: "Journal") -> None:
            journal.practices.delete(practice.id, now())

        def is_away(_: None) -> None:
            self.shelf.refresh()
            self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(practice.id))

        self._session.write(self, Change(PRACTICE.name, practice.id), work, is_away)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.draft.flush()

    def _edit(self, practice: Practice) -> None:
        self.draft.take(practice)
        self.is_editing = True
        self._choose(practice.id)
        self.editing_changed.emit()
        self.changed.emit()

    def _choose(self, id: str | None) -> None:
        if id != self.id:
            self.id = id
            self.chosen.emit()

    def _on_loaded(self) -> None:
        if self._wanted is not None and self.shelf.practice(self._wanted) is not None:
            self.finish()
            self._choose(self._wanted)
            self._wanted = None
        elif self.practice is None and self._wanted is None:
            self._choose(self.shelf.practices[0].id if self.shelf.practices else None)
        if self.is_editing and self.draft.is_settled:
            as_kept = self.shelf.practice(self.id)
            if as_kept is not None and replace(as_kept, updated_at=self.draft.record.updated_at) != self.draft.record:
                self.draft.take(as_kept)
        self.changed.emit()

    def _keep(self, journal: "Journal", practice: Practice) -> Kept:
        return keep_practice(journal, practice, self.shelf.today, now())

    def _on_kept(self, kept: Kept) -> None:
        self.shelf.refresh()
        if kept.raised:
            self._tell_others_of_topics()
            self.said.emit(raised(kept.raised), lambda: self._take_back(kept.raised))

    def _decide(self, journal: "Journal", id: str, decision: Decision | None) -> tuple[Practice, Kept]:
        before = journal.practices.get(id)
        return before, self._keep(journal, replace(before, decision=decision))

    def _on_decided(self, found: tuple[Practice, Kept], decision: Decision | None) -> None:
        before, kept = found
        self._adopt(kept.practice)
        self.shelf.refresh()
        if kept.raised:
            self._tell_others_of_topics()

        def undo() -> None:
            self._undecide(before, kept.raised)

        self.said.emit(decided(decision, kept.raised), undo)

    def _undecide(self, before: Practice, topics: tuple[Topic, ...]) -> None:
        def work(journal: "Journal") -> Practice:
            _put_away_topics(journal, topics)
            return journal.practices.save(replace(journal.practices.get(before.id), decision=before.decision), now())

        def is_undone(practice: Practice) -> None:
            self._adopt(practice)
            self.shelf.refresh()
            if topics:
                self._tell_others_of_topics()

        self._session.write(self, Change(PRACTICE.name, before.id), work, is_undone)

    def _take_back(self, topics: tuple[Topic, ...]) -> None:
        self._session.write(self, Change(TOPIC.name), lambda journal: _put_away_topics(journal, topics), _nothing_more)

    def _bring_back(self, id: str) -> None:
        def work(journal: "Journal") -> None:
            journal.practices.restore(id, now())

        self._wanted = id
        self._session.write(self, Change(PRACTICE.name, id), work, lambda _: self.shelf.refresh())

    def _adopt(self, practice: Practice) -> None:
        """What is being edited is decided otherwise now; its fields stay as they are typed."""
        if self.is_editing and self.draft.record.id == practice.id:
            self.draft.record = replace(self.draft.record, decision=practice.decision)
            self.draft.edited.emit()

    def _tell_others_of_topics(self) -> None:
        """They were written together with the practice: whoever shows topics has not heard of it yet."""
        self._session.changed.emit(Change(TOPIC.name), self)


def _put_away_topics(journal: "Journal", topics: tuple[Topic, ...]) -> None:
    for each in topics:
        journal.topics.delete(each.id, now())


def _has_words(practice: Practice) -> bool:
    said = (practice.name, practice.rhythm, practice.serves, practice.decision_note)
    return any(each.strip() for each in said) or bool(practice.reactions)


def _nothing_more(_: object) -> None:
    pass
