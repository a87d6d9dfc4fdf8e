"""Locking and ending: everything typed is saved first; a save that fails keeps the words, behind the curtain."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.translation import tr
from ui.page import Keeper
from ui.session import Session
from ui.shell.curtain import Curtain

if TYPE_CHECKING:
    from ui.session import Journal

_AGAIN = 3000


class Leaving(QObject):
    """Lets go of the open journal: flushes all fields, waits for the writes to report, closes it, then goes on.

    `then` runs once, after the journal is closed. It never asks whether to discard anything;
    of the sample alone nothing is kept, whether it could be saved or not.
    """

    def __init__(self, session: Session, curtain: Curtain, keepers: Callable[[], Sequence[Keeper]]) -> None:
        super().__init__(curtain)
        self._session, self._curtain, self._keepers = session, curtain, keepers
        self._then: Callable[[], object] | None = None
        self._is_second_try = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self._flush)
        curtain.retried.connect(self._flush)
        curtain.passphrase_given.connect(self._on_passphrase)

    @property
    def is_under_way(self) -> bool:
        """Whether the journal is being left."""
        return self._then is not None

    def leave(self, title: str, then: Callable[[], object]) -> None:
        """Begins; a second call while it is under way changes only what comes after."""
        is_new, self._then = self._then is None, then
        if is_new:
            if self._session.is_sample:
                self._curtain.fall(tr("Closing the sample"), tr("Nothing of it is kept."))
            else:
                self._curtain.fall(title, tr("Saving the last words first."))
            # One turn of the event loop, so that the curtain is painted before anything else happens.
            QTimer.singleShot(0, self._flush)

    def _flush(self) -> None:
        if self._then is not None:
            self._again.stop()
            self._is_second_try = False
            self._try()

    def _try(self) -> None:
        for each in self._keepers():
            each.flush()
        # Work is done in the order given: when this comes back, every save before it has reported.
        self._session.outside(self, lambda: None, self._on_reported)

    def _on_reported(self, _: None) -> None:
        if self._then is None:
            return
        if self._session.is_sample or all(each.is_settled for each in self._keepers()):
            self._session.close(self._then)
        elif not self._is_second_try:
            # What was typed while a save was under way is saved after it, and so after what has just come back.
            self._is_second_try = True
            self._try()
        else:
            self._curtain.say_not_saved()
            self._again.start()

    def _on_passphrase(self, passphrase: str) -> None:
        def is_right(journal: "Journal") -> bool:
            from app.vault.slots import Passphrase

            return journal.vault.is_opened_by(Passphrase(passphrase))

        self._session.manage(self, is_right, self._on_judged)

    def _on_judged(self, is_right: bool) -> None:
        if not is_right:
            self._curtain.say(tr("That passphrase does not open this journal."))
            return
        self._then = None
        self._again.stop()
        self._curtain.lift()
