"""Giving the agenda away: as one page to print, or as plain text to paste. Neither has what only the owner reads."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import AlreadyExists
from app.one_on_ones.sheet import Sheet, as_text, sheet
from app.pack.agenda import page
from app.pack.child import Typesetting, TypesettingStopped
from app.pack.contents import Paper
from app.pack.saving import save
from app.translation import tr
from ui import places
from ui.one_on_ones.presenter import OneOnOnePresenter, today
from ui.one_on_ones.words import person_and_day
from ui.refusals import printable, refusal
from ui.session import Session
from ui.tasks import Worker

_SUFFIX = ".pdf"
_LONGEST = 60  # letters of a name in the name of a file
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


class Sharing(QWidget):
    """Asks where to, and sets the page in a process of its own meanwhile. It is never seen."""

    said = Signal(str, object)

    def __init__(self, session: Session, presenter: OneOnOnePresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._presenter = session, presenter
        self._worker = Worker("agenda")
        self._writing = 0
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return not self._writing

    def sheet(self) -> Sheet:
        """The agenda as both may read it."""
        at = self._presenter
        given = at.meeting
        return sheet(at.person, given.date, given.time, given.minutes, at.agenda(), at.follow_ups())

    def copy(self) -> None:
        """Puts it on the clipboard."""
        QApplication.clipboard().setText(as_text(self.sheet()))
        self.said.emit(tr("Copied, without private notes. What you paste is not encrypted."), None)

    def export(self) -> None:
        """Asks where to, and saves the page there."""
        shared = self.sheet()
        chosen = places.save_file(self, tr("Save the agenda as PDF"), _documents() / _file_name(shared))
        if chosen is None:
            return
        target = chosen if chosen.suffix.lower() == _SUFFIX else chosen.with_name(chosen.name + _SUFFIX)
        if target != chosen and target.exists():  # the dialog has asked about another name
            self.said.emit(refusal(AlreadyExists(target)), None)
            return
        self._writing += 1
        work = partial(_set_and_save, shared, self._paper(), target)
        self._worker.submit(self, work, self._on_saved, self._on_not_saved)

    def _paper(self) -> Paper:
        known = self._session.preferences.pack_paper
        if known in set(Paper):
            return Paper(known)
        american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        return Paper.LETTER if american else Paper.A4

    def _on_saved(self, target: Path) -> None:
        self._writing -= 1
        self.said.emit(tr("Saved as {name}, without private notes").format(name=printable(target.name)), None)

    def _on_not_saved(self, error: Exception) -> None:
        self._writing -= 1
        stopped = tr("The page could not be made. Try once more.")
        self.said.emit(stopped if isinstance(error, TypesettingStopped) else refusal(error), None)


def _set_and_save(shared: Sheet, paper: Paper, target: Path) -> Path:
    save(Typesetting(page(shared, paper, today()), pages=False, ppi=0).wait().pdf, target)
    return target


def _file_name(shared: Sheet) -> str:
    person = printable(shared.person)[:_LONGEST].strip()
    said = tr("One-on-one, {meeting}").format(meeting=person_and_day(person, shared.on))
    return said.translate(_NOT_IN_NAMES) + _SUFFIX


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
