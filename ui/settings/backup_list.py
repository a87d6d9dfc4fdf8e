"""Which backups there are, found and read through in the thread beside, one after the other, so that nothing waits."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.translation import tr
from ui import wording
from ui.keeping import clock_on_the_wall
from ui.session import Session
from ui.settings.backup_rows import BackupRows

if TYPE_CHECKING:
    from app.vault.backup import Backup
    from app.vault.stopping import Stop
    from ui.session import Vault


class BackupList(QObject):
    """Fills `rows`, then reads those that are shown to their end, once as long as the journal is open.

    Where a backup is sealed as the program seals what it has opened and checked, that is said before it is read again.
    """

    looked = Signal()  # there is more to say
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        rows = BackupRows()
        super().__init__(rows)  # no answer comes any more once they are gone
        self._session, self.rows = session, rows
        self.last_copied: datetime | None = None
        self._found: Sequence[Backup] = ()
        self._read: dict[Path, _Reading] = {}
        self._is_reading = False
        self.rows.widened.connect(self._read_next)

    def refresh(self) -> None:
        """Looks what there is now."""
        keeping = self._session.keeping
        if keeping is None:
            return
        keeper, instant = keeping.keeper, clock_on_the_wall()

        def work(vault: "Vault", stop: "Stop") -> _Look:
            return _Look(vault.backups(reads_all=False), keeper(vault, stop).last_copied(instant))

        self._session.beside(self, work, self._on_found, self.failed.emit)

    def _heading(self) -> str:
        """How old the last one is, and its last proof."""
        if not self._found:
            return tr("Latest")
        instant = clock_on_the_wall()
        today = instant.date()
        # What a wrong clock has dated ahead stands first, and is not what was made last.
        last = next((each for each in self._found if each.created_at <= instant), self._found[0])
        made, read = wording.moment_name(last.created_at, today), self._read.get(last.path)
        if read is None:
            return tr("Latest, from {made}").format(made=made)
        said = tr("Latest, from {made}; read through again {read}") if read.is_whole else _damaged()
        return said.format(made=made, read=wording.moment_name(read.at, today))

    def _on_found(self, look: "_Look") -> None:
        self._found, self.last_copied = look.found, look.last_copied
        self._show()
        self._read_next()

    def _show(self) -> None:
        self.rows.heading.setText(self._heading())
        self.rows.show_backups([self._as_read(each) for each in self._found])
        self.looked.emit()

    def _as_read(self, each: "Backup") -> "Backup":
        from dataclasses import replace

        read = self._read.get(each.path)
        return each if read is None else replace(each, proven=each.proven and read.is_whole)

    def _read_next(self) -> None:
        left = [each.path for each in self.rows.shown() if each.proven and each.path not in self._read]
        if not left or self._is_reading or not self.rows.isVisible():
            return
        path, self._is_reading = left[0], True

        def is_read(is_whole: bool) -> None:
            self._is_reading = False
            self._read[path] = _Reading(is_whole, clock_on_the_wall())
            self._show()
            self._read_next()

        def is_unread(error: Exception) -> None:
            self._is_reading = False
            self.failed.emit(error)

        self._session.beside(self, lambda vault, stop: _is_whole(vault, stop, path), is_read, is_unread)


def _damaged() -> str:
    return tr("Latest, from {made}; it was damaged when it was read {read}")


def _is_whole(vault: "Vault", stop: "Stop", path: Path) -> bool:
    with suppress(OSError):  # it may have gone since
        return vault.backup_at(path, stop=stop).proven
    return False


class _Look(NamedTuple):
    found: "Sequence[Backup]"
    last_copied: datetime | None


class _Reading(NamedTuple):
    is_whole: bool
    at: datetime
