"""Backups: made now, copied to a drive, listed; and the journal as a folder that can move or go."""

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance

from app.errors import AppError
from app.translation import tr, trn
from ui import places
from ui.keys.below_field import below_field
from ui.refusals import printable, refusal
from ui.session import Session
from ui.settings.backup_rows import BackupRows
from ui.settings.section import Section, Setting
from ui.settings.sides import Measured
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import FieldError
from ui.widgets.labels import Paragraph
from ui.widgets.panes import row

if TYPE_CHECKING:
    from app.vault.backup import Backup
    from ui.session import Journal

Departure = Callable[[], Path]


class BackupsSection(Section):
    """`departure_asked` carries what the vault thread does once the journal is closed; it answers which folder to open
    then.
    """

    lock_asked = Signal()
    departure_asked = Signal(object)
    delete_asked = Signal()

    def __init__(self, session: Session) -> None:
        words = tr(
            "Encrypted copies beside your journal. They guard against a damaged file, not against a lost laptop: copy "
            "them to a drive now and then."
        )
        super().__init__(tr("Backups"), "history", words)
        self._session = session
        self._folder = _folder_of(session)
        self.now = Button(tr("Back up now"), "primary", size="small")
        self.copy = Button(tr("Copy all to a drive…"), icon="device-usb", size="small")
        self.told = Paragraph(style="small", tone="ink2")
        self.told.hide()
        self.error = FieldError()
        self.rows = BackupRows()
        self.move_away = Button(tr("Move…"), icon="folder", size="small")
        self.delete = LinkButton(tr("Delete this journal for good…"), tone="brick")
        self.where = Setting(tr("Where"), printable(str(self._folder / "backups")), self.copy, self.now)
        self.restoring = Setting(
            tr("To restore one"),
            tr("The journal locks first. On the unlock window, Restore a backup shows this list again."),
            _linked(tr("Lock now"), self.lock_asked),
        )
        self.restoring.hide()
        self.add(self.where, self.told, below_field(self.error), self.rows, self.restoring, 10)
        self.add(Measured(tr("A backup opens with the passphrase it was made with, also after you change it.")), 14)
        moving = tr("It is closed, moved with its backups, and opened there again with your passphrase.")
        self.add(Setting(tr("The journal’s folder"), moving, self.move_away, line=False))
        self.add(Paragraph(printable(str(self._folder)), "small", "ink2"), 10, row(self.delete, ...))
        self.now.clicked.connect(self.back_up)
        self.copy.clicked.connect(self._on_copy)
        self.move_away.clicked.connect(self._on_move)
        self.delete.clicked.connect(self.delete_asked)
        self.rows.restore_asked.connect(self._on_restore)

    def refresh(self) -> None:
        self._session.manage(self, lambda journal: journal.vault.backups(), self.rows.show_backups, self._on_failed)

    def back_up(self) -> None:
        """Makes one now."""
        self._say("")
        self.now.say(tr("Backing up"))
        self.now.setEnabled(False)

        def work(journal: "Journal") -> "Sequence[Backup]":
            journal.vault.back_up(datetime.now(UTC))
            return journal.vault.backups()

        self._session.manage(self, work, self._on_backed_up, self._on_failed)

    def _on_backed_up(self, found: "Sequence[Backup]") -> None:
        self._rest()
        self.rows.show_backups(found)
        self._say(tr("Backed up, opened and checked."))

    def _on_copy(self) -> None:
        target = places.choose_folder(self, tr("Copy all backups to"), Path.home())
        if target is None:
            return
        source = self._folder / "backups"
        self.copy.setEnabled(False)
        self._session.outside(self, lambda: copy_all(source, target), self._on_copied, self._on_failed)

    def _on_copied(self, count: int) -> None:
        self._rest()
        copied = trn("{count} backup copied.", "{count} backups copied.", count).format(count=count)
        self._say(copied if count else tr("All of them are there already."))

    def _on_restore(self) -> None:
        self.restoring.show()

    def _on_move(self) -> None:
        chosen = places.choose_folder(self, tr("Move the journal to"), self._folder.parent)
        if chosen is None:
            return
        target = chosen if not any(chosen.iterdir()) else chosen / self._folder.name
        self._say("")
        # Looked at now, while somebody can still be told; the move itself looks again.
        self._session.outside(self, lambda: check_target(target), lambda _: self._leave_for(target), self._on_failed)

    def _leave_for(self, target: Path) -> None:
        folder = self._folder
        self.departure_asked.emit(lambda: move(folder, target))

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, AppError):
            self._session.faulted.emit(error)
        self.error.say(refusal(error))

    def _rest(self) -> None:
        self.now.say(tr("Back up now"))
        for each in (self.now, self.copy):
            each.setEnabled(True)

    def _say(self, said: str) -> None:
        self.error.say("")
        self.told.setText(said)
        self.told.setVisible(bool(said))


def copy_all(source: Path, target: Path) -> int:
    """Copies the backups that are not there yet; how many those were. Raises DiskFull, CannotWrite or CannotRead."""
    from app.vault.files import complete_file, reading, writing

    copied = 0
    with reading(source):
        found = sorted(source.glob("*.backup"))
    for each in found:
        copy = target / each.name
        with writing(target):
            if copy.exists() and copy.stat().st_size == each.stat().st_size:
                continue
            with complete_file(copy) as partial:
                shutil.copyfile(each, partial)
            copied += 1
    return copied


def check_target(target: Path) -> None:
    """Raises FolderNotEmpty, CannotWrite or the like where the journal could not be moved to."""
    from app.vault import founding

    founding.check_vacant(target)


def move(folder: Path, target: Path) -> Path:
    """Moves the closed journal and remembers where it is; answers that."""
    from app import settings
    from app.vault import moving

    def remember() -> None:
        settings.keep(journal=target)

    moving.move(folder, target, remember)
    return target


def _folder_of(session: Session) -> Path:
    assert session.folder is not None  # noqa: S101  only pages of an open journal ask
    return session.folder


def _linked(words: str, asked: SignalInstance) -> Button:
    button = Button(words, icon="lock", size="small")
    button.clicked.connect(asked)
    return button
