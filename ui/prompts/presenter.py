"""Which prompts are listed, which is in hand, and what is done to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.prompts.own import Entry, OwnPrompt
from app.reflections.model import Pillar
from app.translation import tr
from ui import clock
from ui.prompts.draft import PromptDraft
from ui.prompts.wanted import Wanted
from ui.session import PROMPT, Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal


class PromptsPresenter(QObject):
    """The owner's own come first, the newest of them at the top; then those that came along, in their order.

    What is in hand stays in the list, whatever is done to it, until something else is looked for.
    """

    listed = Signal()  # the list is another one, or says something else
    taken = Signal()  # another prompt is in hand, or none
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.draft = PromptDraft(session, self)
        self.wanted = Wanted()
        self.shown: Sequence[Entry] = ()
        self.used: Mapping[str, date] = {}
        self.id: str | None = None
        self.is_new = False
        session.changed.connect(self._on_changed)
        self._list()

    @property
    def entries(self) -> Sequence[Entry]:
        """All prompts there are."""
        return self._session.prompts.entries

    @property
    def entry(self) -> Entry | None:
        """The one in hand; None while there is none, or it is new and has no question yet."""
        return self._find(self.id)

    @property
    def all_are_retired(self) -> bool:
        """Whether all are asked, because none would be left."""
        return all(each.is_retired for each in self.entries)

    def read_use(self) -> None:
        """Asks the journal when each was last written about."""
        tomorrow = clock.today() + timedelta(days=1)

        def show(used: Mapping[str, date]) -> None:
            if used != self.used:
                self.used = used
                self.taken.emit()

        self._session.read(self, lambda journal: journal.reflections.prompt_use(tomorrow)[0], show)

    def look_for(self, **changes: Any) -> None:
        """Narrows the list by something else. What is in hand stays there if it is in it, else the first is."""
        wanted = replace(self.wanted, **changes)
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._list()
        if not self.is_new and self.id not in [each.prompt.id for each in self.shown]:
            self.take(self._first())

    def take(self, id: str | None) -> None:
        """Takes another prompt in hand."""
        self.draft.flush()
        self.id, self.is_new = id, False
        if (entry := self.entry) is not None:
            self._bring_into_list(entry)
            self.draft.load(entry)
        self.taken.emit()

    def begin(self) -> None:
        """Takes a new one in hand."""
        self.draft.begin(next((each for each in Pillar if each in self.wanted.pillars), Pillar.RESPECT))
        self.id, self.is_new = self.draft.id, True
        self.taken.emit()

    def finish(self) -> None:
        """Saves what is in hand; without a question something else is."""
        self.draft.flush()
        if self.is_new and not self.draft.words.question.strip() and self.entry is None:
            self.take(self._first())

    def retire(self, id: str, *, retired: bool = True) -> None:
        """Has it asked no more, or again."""
        said = tr("Retired. It is not asked any more.") if retired else tr("It is asked again.")

        def done() -> None:
            self.said.emit(said, lambda: self._change(id, _nothing, retired=not retired))

        self._change(id, done, retired=retired)

    def restore(self, id: str) -> None:
        """Gives one that was edited the words with which it came along."""
        entry = self._find(id)
        if entry is None or entry.original is None or entry.own is None:
            return
        original, own_id, before = entry.original, entry.own.id, list[OwnPrompt]()

        def work(journal: "Journal") -> None:
            before[:] = [journal.prompts.get(own_id)]
            words = {name: getattr(original, name) for name in ("question", "purpose", "pillar", "moment")}
            journal.prompts.change(original, now(), **words)

        self._do(work, lambda: self.said.emit(tr("The original is back."), lambda: self._save(before[0])))

    def put_away(self, id: str) -> None:
        """Moves one of the owner's own to the trash; the one beside it is in hand then."""
        entry = self._find(id)
        if entry is None or not entry.is_own:
            return
        before, beside = list[OwnPrompt](), self._beside(id)

        def work(journal: "Journal") -> None:
            before[:] = [journal.prompts.get(id)]
            journal.prompts.delete(id, now())

        def done() -> None:
            if self.id == id:
                self.take(beside)
            self.said.emit(tr("Moved to the trash"), lambda: self._save(before[0], self.take))

        self._do(work, done)

    def _change(self, id: str, done: Callable[[], object], **changes: Any) -> None:
        entry = self._find(id)
        if entry is None:
            return
        original = entry.original

        def work(journal: "Journal") -> None:
            if original is not None:
                journal.prompts.change(original, now(), **changes)
            else:
                journal.prompts.save(replace(journal.prompts.get(id), **changes), now())

        self._do(work, done)

    def _save(self, own: OwnPrompt, then: Callable[[str], object] | None = None) -> None:
        self._do(lambda journal: journal.prompts.save(own, now()), lambda: then and then(own.prompt_id))

    def _do(self, work: "Callable[[Journal], object]", done: Callable[[], object]) -> None:
        self.draft.flush()  # so that what is typed is there before it
        self._session.change_prompts(self, work, done)

    def _list(self, keeps: str | None = None) -> None:
        found = [each for each in self.entries if each.prompt.id == keeps or self.wanted.matches(each)]
        own = [each for each in found if each.is_own]
        self.shown = [*own[::-1], *(each for each in found if not each.is_own)]
        self.listed.emit()

    def _bring_into_list(self, entry: Entry) -> None:
        """Looks for nothing in particular any more where the list has no place for it."""
        if all(each.prompt.id != entry.prompt.id for each in self.shown):
            if not self.wanted.matches(entry):
                self.wanted = Wanted()
            self._list()

    def _first(self) -> str | None:
        return next((each.prompt.id for each in self.shown), None)

    def _find(self, id: str | None) -> Entry | None:
        return next((each for each in self.entries if each.prompt.id == id), None)

    def _beside(self, id: str) -> str | None:
        ids = [each.prompt.id for each in self.shown]
        at = ids.index(id) if id in ids else 0
        return next(iter(ids[at + 1 : at + 2] or ids[:at][-1:]), None)

    def _on_changed(self, change: Change, origin: QObject) -> None:
        if change.kind != PROMPT:
            return
        self._list(keeps=self.id)
        entry = self.entry
        self.is_new = self.is_new and entry is None
        if entry is None and not self.is_new:
            self.take(self._first())
            return
        if entry is not None and origin is not self.draft and self.draft.is_settled:
            self.draft.load(entry)
        self.taken.emit()


def _nothing() -> None:
    pass
