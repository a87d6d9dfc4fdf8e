"""Giving the note away: as text to paste, as pages to print, as a file. None of them has what only the owner sees."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.delegation.note import HandOverNote, as_text, heading
from app.pack.hand_over import pages_of
from app.translation import tr
from ui.clock import today
from ui.page_file import PageFile, open_to_print
from ui.refusals import printable
from ui.session import Session

_LONGEST = 60  # letters of a title in the name of a file


class Giving(QWidget):
    """Says what became of it. It is never seen."""

    said = Signal(str, object)

    def __init__(self, session: Session, note: Callable[[], HandOverNote], parent: QWidget) -> None:
        """`note` answers the note as it is now."""
        super().__init__(parent)
        self._note, self._file = note, PageFile(session, "note", self)
        self._file.refused.connect(lambda why: self.said.emit(why, None))
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return self._file.is_settled

    def copy(self) -> None:
        """Puts it on the clipboard."""
        QApplication.clipboard().setText(as_text(self._note()))
        self.said.emit(tr("Copied, without what you fear. What you paste is not encrypted."), None)

    def save(self) -> None:
        """Asks where to, and saves the pages there."""
        self._save(tr("Save the note as PDF"), self._on_saved)

    def print(self) -> None:
        """The same, and has the system open them: from there they are printed."""
        self._save(tr("Save the note as a page to print"), self._on_saved_to_print)

    def _save(self, title: str, done: Callable[[Path], None]) -> None:
        given = self._note()
        name = printable(heading(given))[:_LONGEST]
        self._file.save(title, name, lambda paper: pages_of(given, paper, today()), done)

    def _on_saved(self, target: Path) -> None:
        said = tr("Saved as {name}, without what you fear. It is not encrypted.")
        self.said.emit(said.format(name=printable(target.name)), None)

    def _on_saved_to_print(self, target: Path) -> None:
        self.said.emit(open_to_print(target), None)
