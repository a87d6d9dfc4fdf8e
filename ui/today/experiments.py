"""Trust experiments while they are typed: each saved as it is changed, put away while nothing is in it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.experiments import rules
from app.experiments.model import Experiment
from ui.autosave import Autosave
from ui.session import EXPERIMENT, Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from ui.session import Journal


class Experiments(QObject):
    """What was changed and is not saved yet, by id."""

    saved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, Experiment] = {}
        self.autosave = Autosave(self._save, self)

    def keep(self, experiment: Experiment) -> None:
        """Saves it as it is now, in a moment."""
        self._waiting[experiment.id] = experiment
        self.autosave.touch()

    def newest(self, read: Experiment) -> Experiment:
        """The same one as it was last typed, where that is not saved yet."""
        return self._waiting.get(read.id, read)

    def is_waiting(self, id: str) -> bool:
        """Whether something of it is not saved yet."""
        return id in self._waiting

    def delete(self, id: str, done: Callable[[], object]) -> None:
        """Moves it to the trash, with the last word that was typed."""
        self._change(id, lambda journal: journal.experiments.delete(id, now()), done)

    def restore(self, id: str, done: Callable[[], object]) -> None:
        """Takes it out of the trash."""
        self._change(id, lambda journal: journal.experiments.restore(id, now()), done)

    def _change(self, id: str, work: "Callable[[Journal], None]", done: Callable[[], object]) -> None:
        # What is typed goes with it: a save of its own, behind one under way, would come after and undo this.
        typed = self._waiting.pop(id, None)

        def with_words(journal: "Journal") -> None:
            if typed is not None:
                _keep(journal, typed)
            work(journal)

        def is_changed(_: None) -> None:
            self.saved.emit()
            done()

        def is_refused(error: Exception) -> None:
            if typed is not None and id not in self._waiting:
                self.keep(typed)
            self._session.faulted.emit(error)

        self._session.write(self, Change(EXPERIMENT, id), with_words, is_changed, is_refused)

    def _save(self, done: Callable[[], None], failed: Failed) -> None:
        given = dict(self._waiting)

        def work(journal: "Journal") -> None:
            for each in given.values():
                _keep(journal, each)

        def is_saved(_: None) -> None:
            for id, each in given.items():
                if self._waiting.get(id) == each:
                    del self._waiting[id]
            done()
            self.saved.emit()

        self._session.write(self, Change(EXPERIMENT), work, is_saved, failed)


def _keep(journal: "Journal", given: Experiment) -> None:
    """One without a word is none: it waits in the trash until there is one again."""
    if rules.is_empty(given):
        with suppress(NoSuchRecord):
            journal.experiments.delete(given.id, now())
    elif journal.experiments.save(given, now()).deleted_at is not None and given.deleted_at is None:
        journal.experiments.restore(given.id, now())
