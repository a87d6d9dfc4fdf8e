"""Backups by themselves: one a day, a copy of it in a second place, and what is superseded goes.

Nothing else is ever deleted.

All of it reads the journal through a connection of its own, so it may run in another thread than the vault's.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.errors import AppError, BesideJournal, CannotWrite, DamagedBackup, DiskFull, SecondPlaceAway
from app.moments import stamp
from app.vault import backup, rotation
from app.vault.backup import SUFFIX, Backup
from app.vault.files import complete_file, reading, remove_partials, writing
from app.vault.stopping import Stop
from app.vault.vault import Vault

# A backup is written twice, and leaves more than this for the words of the day.
_ROOM = 32 * 2**20
# A day adds one. Whatever a clock says, no more than this go at a time.
_MOST = 5


class Kept(NamedTuple):
    """What came of it: the backup that was made, and why the second place has no copy of the newest one."""

    made: Path | None
    trouble: AppError | None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Keeps the backups of an open vault. `second` is the second place, if there is one."""

    vault: Vault
    second: Path | None
    stop: Stop
    lets_go: bool = True

    def keep(self, now: datetime, *, only_if_due: bool) -> Kept:
        """Makes a backup, with `only_if_due` not a second one on a day, and brings the newest to the second place.

        `now` is on the clock of whoever lives its days. Raises DamagedJournal, DiskFull, CannotWrite, CannotRead or
        Stopped; nothing is deleted before a new backup is proven.
        """
        self.clear()
        made = None
        if not only_if_due or rotation.is_due([each.created_at for each in self._known(self._home)], now):
            with writing(self._home):
                _check_room(self._home, 2 * self.vault.size() + _ROOM)
            made = self.vault.back_up(now, stop=self.stop)
            self._let_go(self._home, now)
        return Kept(made, self._serve_second(now))

    def clear(self) -> None:
        """Takes away what is left of backups that were cut off. Raises CannotWrite."""
        with writing(self._home):
            remove_partials(self._home, f"*{SUFFIX}")

    def last(self, now: datetime) -> datetime | None:
        """When the last backup was made; of those of days to come nobody knows. Raises CannotRead."""
        return next((each.created_at for each in self._known(self._home) if each.created_at <= now), None)

    def last_copied(self, now: datetime) -> datetime | None:
        """Of when the newest backup in the second place is; None where there is none of this journal's."""
        known = self._known(self.second) if self.second is not None and self.second.is_absolute() else []
        return _newest(known, now).created_at if known else None

    def begin_second(self, folder: Path, now: datetime) -> None:
        """Makes `folder` a second place: from now on it has a backup of this journal.

        Raises what `keep` does, and BesideJournal.
        """
        if folder.resolve().is_relative_to(self.vault.folder.resolve()):
            raise BesideJournal(folder)
        self.keep(now, only_if_due=True)
        self._bring_newest(folder, now)

    def copy_all(self, folder: Path) -> int:
        """Brings every proven backup there that is not there yet; how many those were. Raises what `keep` does."""
        count = 0
        for each in reversed(self._known(self._home)):
            with suppress(DamagedBackup):
                count += self._bring(each, folder)
        return count

    def all_there_are(self) -> list[Backup]:
        """Every backup of this journal here and in the second place, newest first. Raises CannotRead."""
        places = [self._home, *([self.second] if self.second is not None and self.second.is_absolute() else [])]
        found = [each for place in places if place.is_dir() for each in self._known(place)]
        return sorted(found, key=lambda each: each.created_at, reverse=True)

    def replace(self, old: Iterable[Path], now: datetime) -> list[Path]:
        """Deletes these backups of this journal once a new one is proven, and those of the second place once that has
        it, too; which of them are still there. Raises what `keep` does.
        """
        kept = self.keep(now, only_if_due=False)
        wanted = set(old) - {kept.made}
        for each in self.all_there_are():
            if each.path in wanted and (each.path.parent == self._home or kept.trouble is None):
                with suppress(OSError):
                    each.path.unlink()
        return sorted(path for path in wanted if path.exists())

    @property
    def _home(self) -> Path:
        return self.vault.folder / backup.FOLDER

    def _serve_second(self, now: datetime) -> AppError | None:
        if self.second is None:
            return None
        try:
            # A mount point without its drive, or another drive of the same name, has none of this journal's backups.
            if self.last_copied(now) is None:
                raise SecondPlaceAway(self.second)
            with writing(self.second):
                remove_partials(self.second, f"*{SUFFIX}")
            if self._bring_newest(self.second, now):
                self._let_go(self.second, now)
        except AppError as error:
            return error
        return None

    def _bring_newest(self, folder: Path, now: datetime) -> bool:
        return self._bring(_newest(self._known(self._home), now), folder)

    def _bring(self, each: Backup, folder: Path) -> bool:
        """Whether it had to be copied: complete and read back, or not at all. Raises DamagedBackup if it is itself."""
        alike = self._described(folder.glob(f"{stamp(each.created_at)}*{SUFFIX}"))
        if any((found.created_at, found.size) == (each.created_at, each.size) for found in alike):
            return False
        if not self._is_proven(each.path):
            raise DamagedBackup(each.path, "content")
        with writing(folder):
            remove_partials(folder, f"*{SUFFIX}")
            _check_room(folder, each.size)
            with complete_file(backup.free_name(folder, each.created_at)) as partial:
                with each.path.open("rb") as source, partial.open("wb") as out:
                    backup.copy_pieces(source, out, self.stop)
                _leave_memory(partial)
                if not self._is_proven(partial):
                    raise CannotWrite(folder)
        return True

    def _let_go(self, folder: Path, now: datetime) -> None:
        """Deletes what is superseded: proven backups of this journal whose heirs are proven, and nothing else."""
        found = {each.created_at: each.path for each in self._known(folder)} if self.lets_go else {}
        gone = 0
        while gone < _MOST and (going := sorted(found.keys() - rotation.kept(found, now))):
            old = going[0]
            judged = {old, *rotation.heirs(old, found, now)}
            damaged = [each for each in judged if not self._is_proven(found[each])]
            for each in damaged:  # it neither goes nor counts
                del found[each]
            if not damaged:
                with writing(folder):
                    found.pop(old).unlink()
                gone += 1

    def _known(self, folder: Path) -> list[Backup]:
        """Those of this journal in `folder`, whole by their length, newest first."""
        with reading(folder):
            return sorted(
                self._described(folder.glob(f"*{SUFFIX}")), key=lambda each: (each.created_at, each.path), reverse=True
            )

    def _described(self, paths: Iterable[Path]) -> list[Backup]:
        found = [self.vault.backup_at(path, reads_all=False) for path in paths]
        return [each for each in found if each.proven]

    def _is_proven(self, path: Path) -> bool:
        with suppress(OSError):
            return self.vault.backup_at(path, stop=self.stop).proven
        return False


def _newest(known: Sequence[Backup], now: datetime) -> Backup:
    """The first of them that is not dated ahead by a clock that was wrong, if there is one."""
    return next((each for each in known if each.created_at <= now), known[0])


def _check_room(folder: Path, size: int) -> None:
    """A backup never takes the last space, which the words of the day need. Raises DiskFull or OSError."""
    if folder.exists() and shutil.disk_usage(folder).free < size:
        raise DiskFull(folder)


def _leave_memory(path: Path) -> None:
    """What is read of it from now on comes from the drive."""
    if sys.platform == "linux":
        with path.open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
