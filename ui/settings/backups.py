"""Backups: each day, now, on a drive, listed; and the journal as a folder that can move or go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance

from app.errors import AppError
from app.translation import tr, trn
from ui import places
from ui.keeping import Keeping, said_of_failure
from ui.keys.below_field import below_field
from ui.refusals import printable, refusal
from ui.session import Session
from ui.settings.backup_list import BackupList
from ui.settings.second_place import SecondPlace
from ui.settings.section import Section, Setting
from ui.settings.sides import Measured
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choices import Toggle
from ui.widgets.fields import FieldError
from ui.widgets.labels import Paragraph
from ui.widgets.panes import row

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
            "Encrypted copies beside your journal. They guard against a damaged file, not against a lost laptop: a "
            "second place does, or a copy on a drive now and then."
        )
        super().__init__(tr("Backups"), "history", words)
        self._session = session
        self._folder = _folder_of(session)
        self.daily = Toggle(tr("A backup each day"))
        kept = tr("7 daily, 4 weekly and 12 monthly are kept. Older ones go.")
        self.day = Setting(tr("A backup each day"), kept, self.daily)
        self.now = Button(tr("Back up now"), "primary", size="small")
        self.copy = Button(tr("Copy all to a drive…"), icon="device-usb", size="small")
        self.second = SecondPlace(session)
        self.told = Paragraph(style="small", tone="ink2")
        self.told.hide()
        self.error = FieldError()
        self.list = BackupList(session)
        self.rows = self.list.rows
        self.move_away = Button(tr("Move…"), icon="folder", size="small")
        self.delete = LinkButton(tr("Delete this journal for good…"), tone="brick")
        self.where = Setting(tr("Where"), printable(str(self._folder / "backups")), self.copy, self.now)
        self.restoring = Setting(
            tr("To restore one"),
            tr("The journal locks first. On the unlock window, Restore a backup shows this list again."),
            _linked(tr("Lock now"), self.lock_asked),
        )
        self.restoring.hide()
        self.add(self.day, self.where, self.second, self.told, below_field(self.error))
        self.add(self.rows, self.restoring, 10)
        self.add(Measured(tr("A backup opens with the passphrase it was made with, also after you change it.")), 14)
        moving = tr("It is closed, moved with its backups, and opened there again with your passphrase.")
        self.add(Setting(tr("The journal’s folder"), moving, self.move_away, line=False))
        self.add(Paragraph(printable(str(self._folder)), "small", "ink2"), 10, row(self.delete, ...))
        self._connect()

    def refresh(self) -> None:
        self.daily.setChecked(self._session.preferences.daily_backup)
        failed = self._keeping().failed
        self.error.say(said_of_failure(failed) if failed is not None else "")
        self.list.refresh()

    def back_up(self) -> None:
        """Makes one now."""
        self._say("")
        self.now.say(tr("Backing up"))
        self.now.setEnabled(False)
        self._keeping().back_up(self, self._on_backed_up, self._on_failed)

    def _connect(self) -> None:
        self.daily.clicked.connect(self._on_daily)
        self.now.clicked.connect(self.back_up)
        self.copy.clicked.connect(self._on_copy)
        self.move_away.clicked.connect(self._on_move)
        self.delete.clicked.connect(self.delete_asked)
        self.second.said.connect(self._say)
        self.second.failed.connect(self._on_failed)
        self.list.looked.connect(self._on_looked)
        self.list.failed.connect(self._on_failed)
        self.rows.restore_asked.connect(self._on_restore)
        if self._session.keeping is not None:
            self._session.keeping.changed.connect(self.refresh)

    def _keeping(self) -> Keeping:
        keeping = self._session.keeping
        assert keeping is not None  # noqa: S101  there is one wherever there is this section
        return keeping

    def _on_daily(self, on: bool) -> None:
        self._session.prefer(self, daily_backup=on)
        self._keeping().begin()

    def _on_looked(self) -> None:
        self.second.show_place(self.list.last_copied)

    def _on_backed_up(self) -> None:
        self._rest()
        self._say(tr("Backed up, opened and checked."))

    def _on_copy(self) -> None:
        target = places.choose_folder(self, tr("Copy all backups to"), Path.home())
        if target is None:
            return
        self._say("")
        self.copy.setEnabled(False)
        keeper = self._keeping().keeper
        self._session.beside(
            self, lambda vault, stop: keeper(vault, stop).copy_all(target), self._on_copied, self._on_failed
        )

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
