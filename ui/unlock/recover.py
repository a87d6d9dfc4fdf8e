"""In with the recovery key: a new passphrase, and a new key in place of the one that was used."""

from pathlib import Path

from PySide6.QtCore import Signal

from app import errors
from app.translation import tr
from ui.keys.below_field import below_field
from ui.keys.new_passphrase import NewPassphrase
from ui.refusals import refusal
from ui.session import Session
from ui.unlock import secret_words
from ui.unlock.form import Form
from ui.widgets.buttons import Button
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Paragraph

_ABOUT_THE_KEY = (errors.MalformedRecoveryKey, errors.WrongRecoveryKey)


class Recover(Form):
    """Takes the recovery key and a new passphrase; `renewed` carries the new key. The journal stays closed."""

    renewed = Signal(str)
    damaged = Signal(object)
    faulted = Signal(object)

    def __init__(self, session: Session, folder: Path) -> None:
        title = tr("Use the recovery key")
        words = tr("It opens the journal once, for a new passphrase. A new recovery key then takes its place.")
        super().__init__(title, words, Button(tr("Continue"), "primary", size="large"), has_way_back=True)
        self._session, self._folder = session, folder
        self.key = PassphraseField(tr("Recovery key"), tr("Eight groups of four"))
        self.key_error = FieldError()
        self.passphrase = NewPassphrase(session, tr("New passphrase"))
        self.fill(
            Label(tr("Recovery key"), "control"),
            6,
            self.key,
            below_field(self.key_error),
            2,
            Paragraph(tr("With or without hyphens, in small letters or capitals."), "small"),
            28,
            self.passphrase,
            above=(28,),
        )
        self.key.show_typed(True)
        self.key.textEdited.connect(self._on_typed)

    def start(self) -> PassphraseField:
        return self.key

    def proceed(self) -> None:
        if not self.key.text().strip():
            self._refuse_key(tr("Type or paste the recovery key first."))
            return
        if not self.passphrase.accepts():
            return
        folder, typed, new = self._folder, self.key.text(), self.passphrase.text()

        def work() -> str:
            from contextlib import closing

            from app.vault.vault import open_vault

            with closing(open_vault(folder, secret_words.recovery_key(typed))) as vault:
                return vault.renew_secrets(new)

        self.set_busy(tr("Changing the keys"))
        self._session.outside(self, work, self._on_renewed, self._on_failed)

    def _on_renewed(self, key: str) -> None:
        self.key.take()
        self.passphrase.clear()
        self.renewed.emit(key)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, errors.DamagedJournal):
            self.damaged.emit(error)
            return
        if not isinstance(error, errors.AppError):
            self.faulted.emit(error)
        if isinstance(error, errors.EmptyPassphrase):
            self.passphrase.refuse(refusal(error))
        else:
            self._refuse_key(refusal(error), is_about_it=isinstance(error, _ABOUT_THE_KEY))

    def _refuse_key(self, said: str, *, is_about_it: bool = True) -> None:
        self.key.set_error(is_about_it)
        self.key_error.say(said)
        self.key.setFocus()
        self.key.selectAll()

    def _on_typed(self) -> None:
        self.key.set_error(False)
        self.key_error.say("")
        self._session.warm_up()
