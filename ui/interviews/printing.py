"""A kit as pages to print and to write on: the interviewer's sheet, and the scorecard."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.pack import interviewer, scorecard
from app.pack.contents import Paper
from app.pack.typeset import Sheet
from app.practices.model import Practice
from app.reflections.model import Filter
from app.translation import tr
from ui.clock import today
from ui.interviews.presenter import InterviewsPresenter
from ui.page_file import PageFile, open_to_print
from ui.refusals import printable

if TYPE_CHECKING:
    from ui.session import Journal

_LONGEST = 60  # letters of a title in the name of a file


class Printing(QObject):
    """Of the chosen kit, as it is by now. Says what became of it."""

    said = Signal(str, object)

    def __init__(self, presenter: InterviewsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._at, self._file = presenter, PageFile(presenter.session, "kit", parent)
        self._file.refused.connect(lambda why: self.said.emit(why, None))

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return self._file.is_settled

    def print_sheet(self) -> None:
        """The interviewer's sheet, with the practices that are asked about."""
        kit, questions = self._at.kit, dict(self._at.questions)
        if kit is None:
            return

        def with_practices(practices: Sequence[Practice]) -> None:
            self._save(
                tr("Save the interviewer’s sheet to print it"),
                interviewer.title_of(kit),
                lambda paper: interviewer.sheet_of(kit, questions, practices, paper, today()),
            )

        self._at.session.read(self, _practices, with_practices)

    def print_scorecard(self) -> None:
        """The scorecard, to be filled in for each candidate."""
        kit, questions = self._at.kit, dict(self._at.questions)
        if kit is not None:
            self._save(
                tr("Save the scorecard to print it"),
                scorecard.title_of(kit),
                lambda paper: scorecard.sheet_of(kit, questions, paper, today()),
            )

    def _save(self, title: str, name: str, made: Callable[[Paper], Sheet]) -> None:
        self._file.save(title, printable(name)[:_LONGEST], made, self._on_saved)

    def _on_saved(self, target: Path) -> None:
        self.said.emit(open_to_print(target), None)


def _practices(journal: "Journal") -> Sequence[Practice]:
    return journal.practices.find(Filter())
