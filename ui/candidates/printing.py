"""What was said in conversations, as pages to print: they leave the journal, and are not erased with it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.interviews.model import Interview, Kit
from app.pack.summaries import summaries_of, title_of
from app.translation import tr
from ui.page_file import PageFile, open_to_print
from ui.refusals import printable
from ui.session import Session

_LONGEST = 60  # letters of a title in the name of a file


class Summaries(QObject):
    """Says what became of it."""

    said = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._file = session, PageFile(session, "summaries", parent)
        self._file.refused.connect(lambda why: self.said.emit(why, None))

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return self._file.is_settled

    def print(self, interviews: Sequence[Interview], kit: Kit | None, today: date) -> None:
        """Asks where to, saves those of these conversations there, and has them opened to be printed."""
        months = self._session.preferences.candidates_kept_months
        title = tr("Save the summary to print it") if len(interviews) == 1 else tr("Save the summaries to print them")
        name = printable(title_of(interviews, kit))[:_LONGEST]
        self._file.save(title, name, lambda paper: summaries_of(interviews, kit, months, paper, today), self._on_saved)

    def _on_saved(self, target: Path) -> None:
        said = tr("{saved} It is not encrypted, and does not erase itself.")
        self.said.emit(said.format(saved=open_to_print(target)), None)
