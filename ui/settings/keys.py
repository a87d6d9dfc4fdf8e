"""Keys: another passphrase, another recovery key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import AppError, WrongPassphrase
from app.translation import tr
from ui.keys.below_field import below_field
from ui.keys.keep_key import KeepKey
from ui.keys.new_passphrase import NewPassphrase
from ui.refusals import refusal
from ui.session import Session
from ui.settings.section import Section, Setting
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Item, column, row

if TYPE_CHECKING:
    from ui.session import Journal

WIDTH = 480


class KeysSection(Section):
    """Each change asks for the passphrase that opens the journal now."""

    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Keys"), "key")
        self._session = session
        self.change = Button(tr("Change…"), size="small")
        self.renew = Button(tr("Make a new one…"), size="small")
        old = tr("Backups made before still open with the old one.")
        lost = tr("If it is lost or somebody saw it. The old one then opens nothing but older backups.")
        self._form: QWidget | None = None
        self._place = column()
        self.add(
            Setting(tr("Passphrase"), old, self.change),
            Setting(tr("Recovery key"), lost, self.renew, line=False),
        )
        self.body.addLayout(self._place)
        self.change.clicked.connect(lambda: self._open(ChangePassphrase(session)))
        self.renew.clicked.connect(lambda: self._open(RenewKey(session)))

    @property
    def form(self) -> QWidget | None:
        """What is open below."""
        return self._form

    def _open(self, form: "KeyForm") -> None:
        self._close()
        self._form = form
        form.closed.connect(self._close)
        form.done.connect(self._on_done)
        self._place.addWidget(form)
        form.show()
        form.old.setFocus()

    def _close(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _on_done(self, said: str) -> None:
        self._close()
        self.said.emit(said)


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


class ChangePassphrase(KeyForm):
    """Another passphrase for the same journal."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Change the passphrase"))
        self.new = NewPassphrase(session, tr("New passphrase"))
        self.fill(20, self.new)

    def proceed(self) -> None:
        if not self.new.accepts():
            return
        old, new = self.old.text(), self.new.text()

        def work(journal: "Journal") -> None:
            prove(journal, old)
            journal.vault.change_passphrase(new)

        self.set_busy(tr("Changing it"))
        self.session.manage(self, work, self._on_changed, self.refuse)

    def _on_changed(self, _: object) -> None:
        self.old.take()
        self.new.clear()
        self.done.emit(tr("The passphrase is changed. Older backups still open with the old one."))


class RenewKey(KeyForm):
    """Another recovery key, shown and typed back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Make a new recovery key"))
        self.keep: KeepKey | None = None
        self._place = column()
        self.fill(self._place)

    def proceed(self) -> None:
        if self.keep is not None:
            if self.keep.accepts():
                self.done.emit(tr("The new recovery key is in force."))
            return
        passphrase = self.old.text()

        def work(journal: "Journal") -> str:
            prove(journal, passphrase)
            return journal.vault.renew_secrets(passphrase)

        self.set_busy(tr("Making it"))
        self.session.manage(self, work, self._on_made, self.refuse)

    def _on_made(self, key: str) -> None:
        self.old.take()
        self._words = tr("It is stored")
        self.set_busy("")
        self.old.setEnabled(False)
        # The old key opens nothing any more: there is no way but on.
        self.cancel.hide()
        self.keep = KeepKey(self.session, key)
        words = tr("Put it where you keep a passport, or in a password manager. Not on this computer.")
        for each in (Paragraph(words, "small"), self.keep):
            self._place.addSpacing(18)
            self._place.addWidget(each)
            each.show()
        self.keep.group.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keep is None or event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


def prove(journal: "Journal", passphrase: str) -> None:
    """Raises WrongPassphrase unless it opens this journal."""
    from app.vault.slots import Passphrase

    if not journal.vault.is_opened_by(Passphrase(passphrase)):
        raise WrongPassphrase
