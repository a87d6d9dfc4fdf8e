"""Giving the note away: as text to paste, as pages to print, as a file. None of them has what only the owner sees."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from app.delegation.note import HandOverNote, as_text, heading
from app.errors import AlreadyExists
from app.pack.child import Typesetting, TypesettingStopped
from app.pack.contents import Paper
from app.pack.hand_over import pages_of
from app.pack.saving import save
from app.translation import tr
from ui import places
from ui.handover.presenter import today
from ui.paper import usual_paper
from ui.refusals import printable, refusal
from ui.session import Session
from ui.tasks import Worker

_SUFFIX = ".pdf"
_LONGEST = 60  # letters of a title in the name of a file
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


class Giving(QWidget):
    """Asks where to, and sets the pages in a process of its own meanwhile. It is never seen."""

    said = Signal(str, object)

    def __init__(self, session: Session, note: Callable[[], HandOverNote], parent: QWidget) -> None:
        """`note` answers the note as it is now."""
        super().__init__(parent)
        self._session, self._note = session, note
        self._worker = Worker("note")
        self._under_way = 0
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return not self._under_way

    def copy(self) -> None:
        """Puts it on the clipboard."""
        QApplication.clipboard().setText(as_text(self._note()))
        self.said.emit(tr("Copied, without what you fear. What you paste is not encrypted."), None)

    def save(self) -> None:
        """Asks where to, and saves the pages there."""
        self._save(tr("Save the note as PDF"), self._on_saved)

    def print(self) -> None:
        """The same, and has the system open them: from there they are printed.

        Qt's own way to print would ask for printers over the network.
        """
        self._save(tr("Save the note as a page to print"), self._on_saved_to_print)

    def _save(self, title: str, done: Callable[[Path], None]) -> None:
        given = self._note()
        chosen = places.save_file(self, title, _documents() / _file_name(given))
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == _SUFFIX else chosen.with_name(chosen.name + _SUFFIX)
        if target != chosen and target.exists():  # the dialog has asked about another name
            self.said.emit(refusal(AlreadyExists(target)), None)
            return
        known = self._session.preferences.pack_paper
        paper = Paper(known) if known in set(Paper) else usual_paper()
        self._under_way += 1
        self._worker.submit(self, partial(_set_and_save, given, paper, target), done, self._on_failed)

    def _on_saved(self, target: Path) -> None:
        self._under_way -= 1
        said = tr("Saved as {name}, without what you fear. It is not encrypted.")
        self.said.emit(said.format(name=printable(target.name)), None)

    def _on_saved_to_print(self, target: Path) -> None:
        self._under_way -= 1
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        said = tr("Saved as {name}, and opened: print it from there.")
        alone = tr("Saved as {name}. Open it to print it.")
        self.said.emit((said if is_open else alone).format(name=printable(target.name)), None)

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        stopped = tr("The page could not be made. Try once more.")
        self.said.emit(stopped if isinstance(error, TypesettingStopped) else refusal(error), None)


def _set_and_save(given: HandOverNote, paper: Paper, target: Path) -> Path:
    save(Typesetting(pages_of(given, paper, today()), pages=False, ppi=0).wait().pdf, target)
    return target


def _file_name(given: HandOverNote) -> str:
    return printable(heading(given)).translate(_NOT_IN_NAMES)[:_LONGEST].strip() + _SUFFIX


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
