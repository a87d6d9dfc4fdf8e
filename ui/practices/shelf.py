"""Shelf: the practices, checklists and runs of the journal, as last read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.practices.model import Checklist, Practice, Run
from app.reflections.model import Filter
from ui import clock
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal


class _Read(NamedTuple):
    practices: Sequence[Practice]
    checklists: Sequence[Checklist]
    runs: Sequence[Run]


class Shelf(QObject):
    """What was begun first comes first, runs excepted: their newest is looked at most."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0  # of the newest question: an older answer is dropped
        self.is_loaded = False
        self.today = clock.today()
        self.practices: Sequence[Practice] = ()
        self.checklists: Sequence[Checklist] = ()
        self._runs: Sequence[Run] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the journal has neither practices nor checklists."""
        return not self.practices and not self.checklists

    def refresh(self) -> None:
        """Asks the journal again."""
        self._number += 1
        number = self._number

        def show(found: _Read) -> None:
            if number == self._number:
                self._show(found)

        self._session.read(self, _read, show)

    def practice(self, id: str | None) -> Practice | None:
        """The practice with this id, if there is one."""
        return next((each for each in self.practices if each.id == id), None)

    def checklist(self, id: str | None) -> Checklist | None:
        """The checklist with this id, if there is one."""
        return next((each for each in self.checklists if each.id == id), None)

    def run(self, id: str | None) -> Run | None:
        """The run with this id, if there is one."""
        return next((each for each in self._runs if each.id == id), None)

    def runs_of(self, checklist: str) -> list[Run]:
        """The runs of a checklist, newest first."""
        return [each for each in self._runs if each.checklist == checklist]

    def _show(self, found: _Read) -> None:
        self.practices, self.checklists, self._runs = found
        self.today = clock.today()
        self.is_loaded = True
        self.loaded.emit()


def _read(journal: "Journal") -> _Read:
    everything = Filter()
    practices, checklists = journal.practices.find(everything), journal.checklists.find(everything)
    return _Read(practices[::-1], checklists[::-1], journal.runs.find(everything))
