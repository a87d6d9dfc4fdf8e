"""Answers to what was planned: how it went, and one line; each saved as it is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.reflections.model import Outcome
from ui.autosave import Autosave
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
        self._waiting: dict[str, Answer] = {}
        self.autosave = Autosave(self._save, self)

    def give(self, commitment_id: str, answer: Answer) -> None:
        """Answers one of them, or changes the answer."""
        self._waiting[commitment_id] = answer
        self.autosave.touch()

    def _save(self, done: Callable[[], None], failed: Failed) -> None:
        given, day = dict(self._waiting), date.today()  # noqa: DTZ011  the day on the wall

        def work(journal: "Journal") -> None:
            for id, answer in given.items():
                journal.reflections.follow_up(id, answer.outcome, answer.note, day, now())

        def is_saved(_: None) -> None:
            for id, answer in given.items():
                if self._waiting.get(id) == answer:
                    del self._waiting[id]
            done()

        self._session.write(self, Change(REFLECTION), work, is_saved, failed)
