"""The second step: the recovery key, shown once, to be stored somewhere else."""

from PySide6.QtCore import Signal

from app.translation import tr
from ui.keys.keep_key import KeepKey
from ui.session import Session
from ui.unlock.form import Form
from ui.unlock.steps import StepHeader
from ui.widgets.buttons import Button
from ui.widgets.fields import Field


class StoreKey(Form):
    """Step 2, and the end of a recovery. There is no way back: the journal exists, with the passphrase it was given."""

    stored = Signal()

    def __init__(self, session: Session, key: str, *, is_first_run: bool = True) -> None:
        title = tr("Your recovery key") if is_first_run else tr("Your new recovery key")
        words = tr("Put it where you keep a passport, or in a password manager. Not on this computer.")
        if not is_first_run:
            words = tr(
                "It replaces the one you used, which opens nothing but older backups now. Store it away from this "
                "computer."
            )
        super().__init__(title, words, Button(tr("Continue"), "primary", size="large"), has_way_back=False)
        self.keep = KeepKey(session, key)
        self.fill(self.keep, above=(StepHeader(1), 39) if is_first_run else (28,))

    def start(self) -> Field:
        return self.keep.group

    def proceed(self) -> None:
        if self.keep.accepts():
            self.stored.emit()
