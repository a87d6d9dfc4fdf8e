"""Keys: another passphrase, another recovery key, and whether this computer is a key, too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.keys.keep_key import KeepKey
from ui.keys.new_passphrase import NewPassphrase
from ui.session import Session
from ui.settings.key_form import KeyForm, prove
from ui.settings.section import Section, Setting
from ui.widgets.buttons import Button
from ui.widgets.choices import Toggle
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column

if TYPE_CHECKING:
    from ui.session import Journal


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
        kept = tr("Your system keeps a key while you are signed in. Other programs you run could use it too.")
        self.computer = Toggle(tr("Unlock with this computer"))
        self.computer.setAccessibleDescription(kept)
        self._form: QWidget | None = None
        self._opener: QWidget | None = None
        self._place = column()
        self.add(
            Setting(tr("Passphrase"), old, self.change),
            Setting(tr("Recovery key"), lost, self.renew),
            Setting(tr("Unlock with this computer"), kept, self.computer, line=False),
        )
        self.body.addLayout(self._place)
        self.change.clicked.connect(lambda: self._open(ChangePassphrase(session), self.change))
        self.renew.clicked.connect(lambda: self._open(RenewKey(session), self.renew))
        self.computer.clicked.connect(self._on_computer)

    @property
    def form(self) -> QWidget | None:
        """What is open below."""
        return self._form

    def refresh(self) -> None:
        self._session.manage(self, lambda journal: journal.vault.allows_computer, self.computer.setChecked)

    def _on_computer(self, is_wanted: bool) -> None:
        self._close()
        if is_wanted:
            self.computer.setChecked(False)  # until it is so
            self._open(AllowComputer(self._session), self.computer)
        else:
            self._session.manage(self, lambda journal: journal.vault.forbid_computer(), self._on_forbidden)

    def _on_forbidden(self, is_gone: bool) -> None:
        said = tr("This computer does not open it any more.")
        if not is_gone:
            said += " " + tr("Its keyring did not answer: the key may still be there, and opens nothing.")
        self.said.emit(said)

    def _open(self, form: "KeyForm", opener: QWidget) -> None:
        self._close()
        self._form, self._opener = form, opener
        form.closed.connect(self._on_closed)
        form.done.connect(self._on_done)
        self._place.addWidget(form)
        form.show()
        form.old.setFocus()

    def _close(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _on_closed(self) -> None:
        self._close()
        if self._opener is not None:
            self._opener.setFocus()

    def _on_done(self, said: str) -> None:
        self._on_closed()
        self.refresh()
        self.said.emit(said)


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


class AllowComputer(KeyForm):
    """This computer opens the journal, too."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Turn it on"))
        about = tr(
            "A random key goes into the keyring of your system, which opens it when you sign in. Whoever sits at this "
            "computer while you are signed in can then open the journal, and so can other programs that you run. "
            "Passphrase and recovery key stay as they are, and backups open with these alone."
        )
        self.fill(16, Paragraph(about, "small"))

    def proceed(self) -> None:
        passphrase = self.old.text()

        def work(journal: "Journal") -> None:
            prove(journal, passphrase)
            journal.vault.allow_computer()

        self.set_busy(tr("Asking this computer"))
        self.session.manage(self, work, self._on_allowed, self.refuse)

    def _on_allowed(self, _: object) -> None:
        self.old.take()
        self.done.emit(tr("From now on this computer opens it, too."))


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
            return journal.vault.renew_recovery_key()

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
