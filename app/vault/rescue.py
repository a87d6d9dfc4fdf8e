"""What can truthfully be told of a journal without its key: its backups, and what is known of its damage."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import CannotRead, DamagedBackup, NewerVersion, NoSuchBackup
from app.vault import backup, continuity
from app.vault.files import reading


@dataclass(frozen=True, slots=True)
class Restorable:
    """A backup as its own header tells it; whether it is sealed by this journal only a secret proves."""

    path: Path
    created_at: datetime
    records: int
    size: int


@dataclass(frozen=True, slots=True)
class Damage:
    """The facts about a journal that is damaged: `finding` is the code of DamagedJournal.

    `size` and `changed_at` are those of the database and its log; None where neither is there. `last_backup` is the
    newest whose content was read and is what its header says.
    """

    finding: str
    size: int | None
    changed_at: datetime | None
    last_backup: Restorable | None

    @property
    def may_lose(self) -> bool:
        """Whether something may have been written that is not in the last backup."""
        if self.last_backup is None or self.changed_at is None:
            return True
        return self.changed_at > self.last_backup.created_at


def restorable(folder: Path) -> list[Restorable]:
    """The backups of the journal in `folder`, newest first, from their headers alone; unreadable ones are skipped."""
    return _all_restorable(backup.newest_first(folder / backup.FOLDER))


def restorable_beside(path: Path) -> list[Restorable]:
    """The same of the folder that a backup on a drive is in: those of its journal, itself among them.

    Raises NoSuchBackup, CannotRead, DamagedBackup or NewerVersion where it is no whole backup.
    """
    header = backup.read_header(path)
    with reading(path):
        if not backup.is_complete(path, header):
            raise DamagedBackup(path, "content")
    return _all_restorable(each for each in backup.newest_first(path.parent) if _journal_of(each) == header.journal_id)


def is_whole(path: Path) -> bool:
    """Whether the content of a backup is what its header says; all of it is read."""
    with suppress(DamagedBackup, NewerVersion, NoSuchBackup, CannotRead), reading(path):
        return backup.is_whole(path, backup.read_header(path))
    return False


def damage(folder: Path, finding: str) -> Damage:
    """What there is to tell of the damaged journal in `folder`. Reads backups until one is whole."""
    times: list[float] = []
    size = 0
    for path in (folder / continuity.DATABASE, folder / continuity.LOG):
        with suppress(OSError):
            state = path.stat()
            times.append(state.st_mtime)
            size += state.st_size
    return Damage(
        finding=finding,
        size=size if times else None,
        changed_at=datetime.fromtimestamp(max(times), UTC).replace(microsecond=0) if times else None,
        last_backup=next((each for each in restorable(folder) if is_whole(each.path)), None),
    )


def _restorable(path: Path) -> Restorable | None:
    with suppress(DamagedBackup, NewerVersion, NoSuchBackup, CannotRead), reading(path):
        header = backup.read_header(path)
        if backup.is_complete(path, header):
            return Restorable(path, header.created_at, header.rows.get("reflection", 0), path.stat().st_size)
    return None


def _all_restorable(paths: Iterable[Path]) -> list[Restorable]:
    found = [each for path in paths if (each := _restorable(path))]
    return sorted(found, key=lambda each: each.created_at, reverse=True)


def _journal_of(path: Path) -> str | None:
    with suppress(DamagedBackup, NewerVersion, NoSuchBackup, CannotRead):
        return backup.read_header(path).journal_id
    return None
