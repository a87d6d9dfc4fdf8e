"""The conversations of one kit, by their day, and what is recommended after each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.interviews.comparing import Compared, side_by_side
from app.interviews.model import Interview, Kit, Recommendation
from ui.candidates.keeping import Keeping
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal


@dataclass(frozen=True, slots=True)
class Found:
    """What the journal has: the kit, and its conversations."""

    kit: Kit
    interviews: Sequence[Interview]


class SideBySidePresenter(QObject):
    """Only the recommendation is changed here; all else is read."""

    shown = Signal()  # there is something else to see
    missed = Signal()  # what was meant is not there any more

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.keeping = Keeping(session, self)
        self.kit: Kit | None = None
        self.compared: Compared | None = None
        self._opening: str | None = None  # until the journal has answered
        self._number = 0  # of the newest question

    def open(self, kit: str) -> None:
        """Reads those of this kit."""
        self.keeping.flush()
        self._read(kit)

    def look(self) -> None:
        """Asks again for what was done elsewhere."""
        id = self._opening or (self.kit.id if self.kit is not None else None)
        if id is not None:
            self._read(id)

    def recommend(self, column: int, given: Recommendation | None) -> None:
        """What is recommended after the conversation in this column, or nothing yet."""
        if self.compared is None:
            return
        columns = list(self.compared.columns)
        columns[column] = replace(columns[column], recommendation=given)
        self.keeping.put(columns[column], "recommendation")
        self.keeping.flush()
        self.compared = side_by_side(columns)

    def _read(self, kit: str) -> None:
        self._number += 1
        self._opening, number = kit, self._number

        def show(found: Found) -> None:
            if number == self._number:
                self._opening = None
                self.kit = found.kit
                self.compared = side_by_side(map(self.keeping.over, found.interviews))
                self.shown.emit()

        self._session.read(self, lambda journal: _found(journal, kit), show, self._on_missed)

    def _on_missed(self, _: Exception) -> None:
        self._opening = self.kit = self.compared = None
        self.missed.emit()


def _found(journal: "Journal", id: str) -> Found:
    kit = journal.kits.get(id)
    if kit.deleted_at is not None:
        raise NoSuchRecord(id)
    return Found(kit, journal.interviews.where(kit=id))
