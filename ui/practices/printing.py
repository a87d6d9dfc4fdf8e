"""Saves a checklist as a page to print: set in a process of its own, and written where its owner says."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.pack.checklist import sheet_of
from app.pack.child import Typesetting, TypesettingStopped
from app.pack.contents import Paper
from app.pack.saving import save
from app.pack.typeset import Sheet
from app.practices.model import Checklist
from app.practices.wording import checklist_name
from app.translation import tr
from ui.paper import usual_paper
from ui.practices.shelf import Shelf
from ui.refusals import printable, refusal
from ui.session import Session
from ui.tasks import Worker

SUFFIX = ".pdf"


class Printing(QObject):
    """The thread of the window waits for nothing here."""

    said = Signal(str, object)

    def __init__(self, session: Session, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._shelf = session, shelf
        self._worker = Worker("checklist")
        self._under_way = 0

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return not self._under_way

    def save(self, checklist: Checklist, number: int, target: Path) -> None:
        """Saves the version of this number there; `said` follows."""
        chosen = self._session.preferences.pack_paper
        paper = Paper(chosen) if chosen in {each.value for each in Paper} else usual_paper()
        sheet = sheet_of(checklist, number, paper, self._shelf.today)
        self._under_way += 1
        self._worker.submit(self, lambda: _set_and_save(sheet, target), self._on_saved, self._on_failed)

    def _on_saved(self, target: Path) -> None:
        self._under_way -= 1
        self.said.emit(tr("Saved as {name}").format(name=printable(target.name)), None)

    def _on_failed(self, error: Exception) -> None:
        self._under_way -= 1
        stopped = tr("The page could not be set. Close other programs, then try again.")
        self.said.emit(stopped if isinstance(error, TypesettingStopped) else refusal(error), None)


def file_name(checklist: Checklist) -> str:
    """What the file is called at first: the name of the checklist, without what no file name can have."""
    name = "".join(each for each in checklist_name(checklist.name) if each.isalnum() or each in " -_,()")
    return (name.strip()[:80] or tr("Checklist")) + SUFFIX


def _set_and_save(sheet: Sheet, target: Path) -> Path:
    save(Typesetting(sheet, pages=False, ppi=0).wait().pdf, target)
    return target
