"""PromptDraft: one prompt while its words are changed. It saves itself."""

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.prompts.model import Moment, Prompt
from app.prompts.own import Entry, OwnPrompt
from app.reflections.model import Pillar
from ui.outbox import Outbox
from ui.session import Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.session import Journal

_BLANKS = re.compile(r"[ \t\r\n\u2028\u2029]+")  # a no-break space stays what it is


@dataclass(frozen=True, slots=True)
class Words:
    """All of a prompt that can be changed, as it is typed."""

    question: str = ""
    purpose: str = ""
    pillar: Pillar = Pillar.RESPECT
    moment: Moment = Moment.NOTICING


class PromptDraft(QObject):
    """The prompt in hand. A question that is empty is not saved: the last one stays, and a new one is not asked."""

    replaced = Signal()  # another prompt is in hand: fields fill themselves anew
    edited = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, _Unsaved] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave
        self.id = ""
        self.words = Words()
        self._question = ""  # the last one that was not empty
        self._original: Prompt | None = None

    @property
    def is_settled(self) -> bool:
        """Whether everything typed is on the disk."""
        return self.autosave.is_settled

    @property
    def is_blank(self) -> bool:
        """Whether there is no word in it."""
        return not self._question and not self.words.question.strip() and not self.words.purpose.strip()

    @property
    def keeps_question(self) -> bool:
        """Whether a question that is empty now has a last one that stays."""
        return bool(self._question)

    def begin(self, pillar: Pillar) -> None:
        """Takes a new one in hand, or the one that was begun before and has no question yet."""
        if unfinished := next(iter(self._session.prompts.unfinished), None):
            words = Words("", unfinished.purpose, unfinished.pillar, unfinished.moment)
            self._take(unfinished.id, words, None)
        else:
            self._take(uuid4().hex, Words(pillar=pillar), None)

    def load(self, entry: Entry) -> None:
        """Takes one in hand that there is."""
        prompt = entry.prompt
        words = Words(prompt.question, prompt.purpose, prompt.pillar, prompt.moment)
        self._take(prompt.id, words, entry.original)

    def edit(self, **changes: Any) -> None:
        """Changes what it says."""
        words = replace(self.words, **changes)
        if words == self.words:
            return
        was_blank, self.words = self.is_blank, words
        self._question = _tidy(words.question) or self._question
        self.edited.emit()
        if not (was_blank and self.is_blank):
            said = replace(words, question=self._question)
            self._outbox.put(self.id, _Unsaved(said, self._original, self.is_blank))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def _take(self, id: str, words: Words, original: Prompt | None) -> None:
        self._outbox.begin_anew()
        if unsaved := self._outbox.waiting.get(id):
            words = unsaved.words
        self.id, self.words, self._original = id, words, original
        self._question = words.question
        self.replaced.emit()

    def _save(self, given: "Mapping[str, _Unsaved]", done: "Callable[[], None]", failed: Failed) -> None:
        def work(journal: "Journal") -> None:
            for id, each in given.items():
                each.save(journal, id)

        self._session.change_prompts(self, work, done, failed)


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """What is on its way to the disk. It is tried again, also when another prompt is in hand by then."""

    words: Words
    original: Prompt | None
    is_blank: bool

    def save(self, journal: "Journal", id: str) -> None:
        said = {each.name: getattr(self.words, each.name) for each in fields(self.words)}
        if self.original is not None:
            journal.prompts.change(self.original, now(), **said)
        elif self.is_blank:
            _forget(journal, id)
        else:
            journal.prompts.save(replace(_kept(journal, id), **said), now())


def _kept(journal: "Journal", id: str) -> OwnPrompt:
    """The owner's prompt with this id, or a new one."""
    try:
        return journal.prompts.get(id)
    except NoSuchRecord:
        blank = Words()
        return OwnPrompt(
            id=id, pillar=blank.pillar, moment=blank.moment, question="", created_at=now(), updated_at=now()
        )


def _forget(journal: "Journal", id: str) -> None:
    """Every word of it was taken back before it had a question."""
    if any(each.id == id for each in journal.prompts.own()):
        journal.prompts.delete(id, now())


def _tidy(question: str) -> str:
    return _BLANKS.sub(" ", question).strip()
