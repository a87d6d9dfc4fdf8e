"""Backups by themselves, as the window has them: when to look whether one is due, and what came of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.translation import tr
from ui.refusals import refusal
from ui.retention import erase_due
from ui.tasks import Failed

if TYPE_CHECKING:
    from app.errors import AppError
    from app.vault.keeping import Keeper, Kept
    from app.vault.stopping import Stop
    from ui.session import Session, Vault

_AFTER = 3000  # milliseconds: what Today has to load is loaded by then
_TOO_OLD = timedelta(days=7)


def clock_on_the_wall() -> datetime:
    """This instant, where its day is that of whoever sits here."""
    return datetime.now(UTC).astimezone()


def said_of_failure(error: Exception) -> str:
    """Why there is no backup of today, and what to do."""
    return tr("The daily backup could not be made. {reason}").format(reason=refusal(error))


class Keeping(QObject):
    """Looks once there has been time for Today, and again on the first change of another day.

    `failed` is why the last backup could not be made, and `trouble` why the second place did not get it.
    """

    changed = Signal()  # there are other backups now, or other troubles
    # Once: why there is no backup, where the last good one is more than a week old or the journal is not sound.
    unprotected = Signal(object)

    def __init__(self, session: "Session", clock: Callable[[], datetime] = clock_on_the_wall) -> None:
        super().__init__(session)
        self._session, self._clock = session, clock
        self.failed: AppError | None = None
        self.trouble: AppError | None = None
        self._looked_on: date | None = None
        self._has_told = False
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._on_changed)

    def begin(self) -> None:
        """There is something to see now: looks in a while."""
        self._timer.start()

    def look(self) -> None:
        """Erases candidates whose time is over, so that the backup of the day is without them; then makes that if there
        is none yet, and brings it to the second place.
        """
        now = self._clock()
        self._looked_on = now.date()
        erase_due(self._session, self, now.date(), lambda _: self._look(now))

    def _look(self, now: datetime) -> None:
        if not self._session.preferences.daily_backup:
            self._session.beside(self, lambda vault, stop: self.keeper(vault, stop).clear(), _ignore, _ignore)
            return
        keeper = self.keeper

        def work(vault: "Vault", stop: "Stop") -> _Came:
            from app.errors import AppError, DamagedJournal

            try:
                return _Came(kept=keeper(vault, stop).keep(now, only_if_due=True))
            except AppError as error:
                return _Came(None, error, keeper(vault, stop).last(now), isinstance(error, DamagedJournal))

        self._session.beside(self, work, self._on_looked)

    def back_up(self, owner: QObject, done: Callable[[], None], failed: Failed) -> None:
        """Makes one now, whether one is due or not."""
        now, keeper = self._clock(), self.keeper

        def is_made(kept: "Kept") -> None:
            self._take(kept)
            done()

        self._session.beside(
            owner, lambda vault, stop: keeper(vault, stop).keep(now, only_if_due=False), is_made, failed
        )

    def use_second_place(self, owner: QObject, folder: Path, done: Callable[[], None], failed: Failed) -> None:
        """Copies the newest backup there; once it has one, the journal remembers the place."""
        now, keeper = self._clock(), self.keeper

        def is_used(_: object) -> None:
            self.trouble = None
            self._session.prefer(owner, second_place=str(folder))
            done()
            self.changed.emit()

        self._session.beside(owner, lambda vault, stop: keeper(vault, stop).begin_second(folder, now), is_used, failed)

    def forget_second_place(self, owner: QObject) -> None:
        """Nothing more is copied there; what is there stays."""
        self.trouble = None
        self._session.prefer(owner, second_place="")

    def keeper(self, vault: "Vault", stop: "Stop") -> "Keeper":
        """Who does it, in the thread beside."""
        from app.vault.keeping import Keeper

        kept = self._session.preferences
        return Keeper(vault, Path(kept.second_place) if kept.second_place else None, stop, lets_go=kept.daily_backup)

    def _on_changed(self) -> None:
        if self._looked_on not in (None, self._clock().date()) and not self._timer.isActive():
            self._timer.start()

    def _on_looked(self, came: "_Came") -> None:
        if came.kept is not None:
            self._take(came.kept)
            return
        self.failed = came.failed
        is_old = came.last is None or self._clock() - came.last > _TOO_OLD
        if (is_old or came.finds_damage) and not self._has_told:
            self._has_told = True
            self.unprotected.emit(came.failed)
        self.changed.emit()

    def _take(self, kept: "Kept") -> None:
        self.failed, self.trouble = None, kept.trouble
        self.changed.emit()


class _Came(NamedTuple):
    """What came of looking: what was kept, or why nothing could be, and when the last good backup was made."""

    kept: "Kept | None"
    failed: "AppError | None" = None
    last: datetime | None = None
    finds_damage: bool = False


def _ignore(_: object) -> None:
    pass
