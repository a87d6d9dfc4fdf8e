"""When to save what is being typed: soon after a pause, and in between while the typing goes on."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from ui.tasks import Failed

PAUSE = 800
LONGEST = 2000
AGAIN = 5000

Save = Callable[[Callable[[], None], Failed], None]


class Saving(Enum):
    """What a person is told about their words."""

    NOTHING = auto()
    UNDER_WAY = auto()
    SAVED = auto()
    FAILED = auto()


class Autosave(QObject):
    """Calls `save(done, failed)` at the right moments, never twice at once. Times are in milliseconds."""

    changed = Signal(object)  # Saving

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._is_dirty = self._is_saving = False
        self.state = Saving.NOTHING
        self.saved_at: datetime | None = None
        self._pause, self._longest, self._again = (self._timer(each) for each in (PAUSE, LONGEST, AGAIN))

    @property
    def is_settled(self) -> bool:
        """Whether everything that was typed is on the disk."""
        return not self._is_dirty and not self._is_saving

    def touch(self) -> None:
        """Something was typed."""
        self._is_dirty = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        if self.state is not Saving.FAILED:
            self._say(Saving.UNDER_WAY)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._stop()
        if self._is_dirty and not self._is_saving:
            self._is_dirty, self._is_saving = False, True
            self._save(self._on_saved, self._on_failed)

    def forget(self) -> None:
        """Begins anew with something else, which is saved already."""
        self._stop()
        self._is_dirty = False
        self.saved_at = None
        self._say(Saving.NOTHING)

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after)
        timer.timeout.connect(self.flush)
        return timer

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._again):
            timer.stop()

    def _on_saved(self) -> None:
        self._is_saving = False
        self.saved_at = datetime.now()  # noqa: DTZ005  the clock on the wall, to be shown
        if self._is_dirty:
            self._resume()
        else:
            self._say(Saving.SAVED)

    def _on_failed(self, _: Exception) -> None:
        self._is_saving, self._is_dirty = False, True
        self._again.start()
        self._say(Saving.FAILED)

    def _resume(self) -> None:
        """Typing went on during the save; its timers may have come and gone meanwhile."""
        self._say(Saving.UNDER_WAY)
        if not self._pause.isActive() and not self._longest.isActive():
            self.flush()

    def _say(self, state: Saving) -> None:
        if state is not self.state or state is Saving.SAVED:
            self.state = state
            self.changed.emit(state)
