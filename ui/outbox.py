"""Outbox: what was typed and is not on the disk yet. It stays here until it is there, whatever is in hand by then."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from ui.autosave import Autosave
from ui.tasks import Failed

_K = TypeVar("_K")
_V = TypeVar("_V")

Send = Callable[[Mapping[_K, _V], Callable[[], None], Failed], None]


class Outbox(Generic[_K, _V]):
    """The newest state of each thing, by its key; `send(given, done, failed)` brings all of them to the disk.

    What could not be saved is tried again, together with what came meanwhile.
    """

    def __init__(self, send: Send[_K, _V], parent: QObject) -> None:
        self._send = send
        self._waiting: dict[_K, _V] = {}
        self._sent: Mapping[_K, _V] = {}
        self.autosave = Autosave(self._save, parent)

    @property
    def waiting(self) -> Mapping[_K, _V]:
        """What is not on the disk yet, or not known to be."""
        return self._waiting

    def put(self, key: _K, newest: _V) -> None:
        """This is how it is now; it is saved after a moment."""
        self._waiting[key] = newest
        self.autosave.touch()

    def withdraw(self, key: _K) -> _V | None:
        """It is not to be saved from here any more; what was waiting. A save under way is not taken back."""
        return self._waiting.pop(key, None)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.autosave.flush()

    def begin_anew(self) -> None:
        """Something else is in hand from now on, of which nothing was typed; what was before is saved."""
        self.autosave.flush()
        self.autosave.forget()
        if any(each is not self._sent.get(key) for key, each in self._waiting.items()):
            self.autosave.touch()  # it came while another save was under way

    def _save(self, done: Callable[[], None], failed: Failed) -> None:
        sent = self._sent = dict(self._waiting)

        def is_saved() -> None:
            self._sent = {}
            for key, each in sent.items():
                if self._waiting.get(key) is each:
                    del self._waiting[key]
            done()

        def is_refused(error: Exception) -> None:
            self._sent = {}
            failed(error)

        if sent:
            self._send(sent, is_saved, is_refused)
        else:
            done()
