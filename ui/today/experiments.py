"""Trust experiments while they are typed: each saved as it is changed, put away while nothing is in it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.experiments import rules
from app.experiments.model import Experiment
from ui.outbox import Outbox
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
        self._outbox: Outbox[str, Experiment] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave

    def keep(self, experiment: Experiment) -> None:
        """Saves it as it is now, in a moment."""
        self._outbox.put(experiment.id, experiment)

    def newest(self, read: Experiment) -> Experiment:
        """The same one as it was last typed, where that is not saved yet."""
        return self._outbox.waiting.get(read.id, read)

    def is_waiting(self, id: str) -> bool:
        """Whether something of it is not saved yet."""
        return id in self._outbox.waiting

    def delete(self, id: str, done: Callable[[], object]) -> None:
        """Moves it to the trash, with the last word that was typed."""
        self._change(id, lambda journal: journal.experiments.delete(id, now()), done)

    def restore(self, id: str, done: Callable[[], object]) -> None:
        """Takes it out of the trash."""
        self._change(id, lambda journal: journal.experiments.restore(id, now()), done)

    def _change(self, id: str, work: "Callable[[Journal], None]", done: Callable[[], object]) -> None:
        # What is typed goes with it: a save of its own, behind one under way, would come after and undo this.
        typed = self._outbox.withdraw(id)

        def with_words(journal: "Journal") -> None:
            if typed is not None:
                _keep(journal, typed)
            work(journal)

        def is_changed(_: None) -> None:
            self.saved.emit()
            done()

        def is_refused(error: Exception) -> None:
            if typed is not None and not self.is_waiting(id):
                self.keep(typed)
            self._session.faulted.emit(error)

        self._session.write(self, Change(EXPERIMENT, id), with_words, is_changed, is_refused)

    def _save(self, given: Mapping[str, Experiment], done: Callable[[], None], failed: Failed) -> None:
        def work(journal: "Journal") -> None:
            for each in given.values():
                _keep(journal, each)

        def is_saved(_: None) -> None:
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
