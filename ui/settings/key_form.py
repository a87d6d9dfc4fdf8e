"""What every form that changes a key has in common: the present passphrase, asked for and proven."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import AppError, WrongPassphrase
from app.translation import tr
from ui.keys.below_field import below_field
from ui.refusals import refusal
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label
from ui.widgets.panes import Item, column, row

if TYPE_CHECKING:
    from ui.session import Journal

WIDTH = 480


class KeyForm(QWidget):
    """Asks for the present passphrase first. Enter goes on, Escape closes; `done` says what was done."""

    done = Signal(str)
    closed = Signal()

    def __init__(self, session: Session, go: str, kind: str = "secondary") -> None:
        super().__init__()
        self.session = session
        self.old = PassphraseField(tr("Present passphrase"))
        self.old_error = FieldError()
        self.go = Button(go, kind)
        self.cancel = Button(tr("Cancel"), "quiet")
        self._words = go
        self.old.textEdited.connect(self._forget_error)
        self.go.clicked.connect(self.proceed)
        self.cancel.clicked.connect(self.closed)

    def proceed(self) -> None:
        """Does it, or says what is missing."""
        raise NotImplementedError

    def fill(self, *items: Item) -> None:
        """Puts the form together below the present passphrase."""
        inner = QWidget()
        inner.setMaximumWidth(tokens.scaled(WIDTH))
        foot = row(self.go, self.cancel, ..., spacing=8)
        asked = Label(tr("Present passphrase"), "control")
        inner.setLayout(column(asked, 6, self.old, below_field(self.old_error), *items, 20, foot))
        across = row(inner, ..., margins=(0, 14, 0, 6))
        across.setStretch(0, 1000)  # up to its greatest width
        self.setLayout(across)

    def set_busy(self, said: str) -> None:
        """Takes no more input; with "" as before."""
        self.go.say(said or self._words)
        self.setEnabled(not said)

    def refuse(self, error: Exception) -> None:
        """Says what went wrong."""
        self.set_busy("")
        if not isinstance(error, AppError):
            self.session.faulted.emit(error)
        self.old.set_error(isinstance(error, WrongPassphrase))
        self.old_error.say(refusal(error))
        self.old.setFocus()
        self.old.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _forget_error(self) -> None:
        self.old.set_error(False)
        self.old_error.say("")


def prove(journal: "Journal", passphrase: str) -> None:
    """Raises WrongPassphrase unless it opens this journal."""
    from app.vault.slots import Passphrase

    if not journal.vault.is_opened_by(Passphrase(passphrase)):
        raise WrongPassphrase
