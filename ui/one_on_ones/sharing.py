"""Giving the agenda away: as one page to print, or as plain text to paste. Neither has what only the owner reads."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.one_on_ones.sheet import Sheet, as_text, sheet
from app.pack.agenda import page
from app.translation import tr
from ui.clock import today
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.one_on_ones.words import person_and_day
from ui.page_file import PageFile
from ui.refusals import printable
from ui.session import Session

_LONGEST = 60  # letters of a name in the name of a file, so that the day still stands behind it


class Sharing(QWidget):
    """Says what became of it. It is never seen."""

    said = Signal(str, object)

    def __init__(self, session: Session, presenter: OneOnOnePresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._file = presenter, PageFile(session, "agenda", self)
        self._file.refused.connect(lambda why: self.said.emit(why, None))
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Whether no file is half written."""
        return self._file.is_settled

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
        title = tr("Save the agenda as PDF")
        self._file.save(title, _name(shared), lambda paper: page(shared, paper, today()), self._on_saved)

    def _on_saved(self, target: Path) -> None:
        self.said.emit(tr("Saved as {name}, without private notes").format(name=printable(target.name)), None)


def _name(shared: Sheet) -> str:
    person = printable(shared.person)[:_LONGEST].strip()
    return tr("One-on-one, {meeting}").format(meeting=person_and_day(person, shared.on))
