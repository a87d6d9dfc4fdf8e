"""Shelf: what the journal has for the page: questions, kits and conversations, as last read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.interviews.model import Kit, Outline, OwnQuestion, Question
from app.reflections.model import Filter
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal


class _Read(NamedTuple):
    built_in: Sequence[Question]
    own: Sequence[OwnQuestion]
    kits: Sequence[Kit]
    interviews: Sequence[Outline]


class Shelf(QObject):
    """As last read; `built_in` are the questions that came with the program, which are loaded with the first answer."""

    loaded = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0  # of the newest question: an older answer is dropped
        self.version = 0  # another one each time that the journal has answered
        self.built_in: Sequence[Question] = ()
        self.own: Sequence[OwnQuestion] = ()
        self.kits: Sequence[Kit] = ()
        self.interviews: Sequence[Outline] = ()

    @property
    def is_loaded(self) -> bool:
        """Whether the journal has answered."""
        return self.version > 0

    def refresh(self) -> None:
        """Asks the journal again."""
        self._number += 1
        number = self._number

        def show(found: _Read) -> None:
            if number == self._number:
                self.built_in, self.own, self.kits, self.interviews = found
                self.version += 1
                self.loaded.emit()

        self._session.read(self, _read, show)


def _read(journal: "Journal") -> _Read:
    from app.interviews.library import load

    everything = Filter()
    return _Read(
        load(),
        journal.questions.find(everything),
        journal.kits.find(everything),
        journal.interviews.outlines(),
    )
