"""Pages as PDF: asks where to, sets them in a process of its own meanwhile, and saves them there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.errors import AlreadyExists
from app.pack.child import Typesetting, TypesettingStopped
from app.pack.contents import Paper
from app.pack.saving import save
from app.pack.typeset import Sheet
from app.translation import tr
from ui import places
from ui.paper import usual_paper
from ui.refusals import printable, refusal
from ui.session import Session
from ui.tasks import Worker

_SUFFIX = ".pdf"
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


class PageFile(QObject):
    """The thread of the window waits for nothing here. `refused` says in a sentence why there is no file."""

    refused = Signal(str)

    def __init__(self, session: Session, worker: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._over = session, parent
        self._worker = Worker(worker)
        self._under_way = 0

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return not self._under_way

    def save(self, title: str, name: str, made: Callable[[Paper], Sheet], done: Callable[[Path], None]) -> None:
        """Asks with this title, and proposes a file of this name; `done` is told where it is."""
        proposed = printable(name).translate(_NOT_IN_NAMES).strip() + _SUFFIX
        chosen = places.save_file(self._over, title, _documents() / proposed)
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == _SUFFIX else chosen.with_name(chosen.name + _SUFFIX)
        if target != chosen and target.exists():  # the dialog has asked about another name
            self.refused.emit(refusal(AlreadyExists(target)))
            return
        known = self._session.preferences.pack_paper
        sheet = made(Paper(known) if known in set(Paper) else usual_paper())

        def is_saved(_: None) -> None:
            self._under_way -= 1
            done(target)

        self._under_way += 1
        self._worker.submit(self, lambda: _set_and_save(sheet, target), is_saved, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        stopped = tr("The page could not be made. Try once more.")
        self.refused.emit(stopped if isinstance(error, TypesettingStopped) else refusal(error))


def open_to_print(target: Path) -> str:
    """Has the system open the file, from where it is printed, and says so.

    Qt's own way to print would ask for printers over the network.
    """
    is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
    said = tr("Saved as {name}, and opened: print it from there.")
    alone = tr("Saved as {name}. Open it to print it.")
    return (said if is_open else alone).format(name=printable(target.name))


def _set_and_save(sheet: Sheet, target: Path) -> None:
    save(Typesetting(sheet, pages=False, ppi=0).wait().pdf, target)


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
