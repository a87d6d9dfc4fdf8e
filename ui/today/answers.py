"""Answers to what was planned: how it went, and one line; each saved as it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.reflections.model import Outcome
from ui import clock
from ui.outbox import Outbox
from ui.session import REFLECTION, Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal


@dataclass(frozen=True, slots=True)
class Answer:
    """How it went; None takes the answer back. A line without an outcome counts as not yet, so that it is kept."""

    outcome: Outcome | None
    note: str


class Answers(QObject):
    """What was answered and is not saved yet, by the id of the commitment."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, Answer] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave

    def give(self, commitment_id: str, answer: Answer) -> None:
        """Answers one of them, or changes the answer."""
        self._outbox.put(commitment_id, answer)

    def _save(self, given: Mapping[str, Answer], done: Callable[[], None], failed: Failed) -> None:
        day = clock.today()

        def work(journal: "Journal") -> None:
            for id, answer in given.items():
                journal.reflections.follow_up(id, answer.outcome, answer.note, day, now())

        self._session.write(self, Change(REFLECTION), work, lambda _: done(), failed)
