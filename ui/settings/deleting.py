"""The end of a journal: asked for with its passphrase and with a word."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.translation import tr
from ui.keys.below_field import below_field
from ui.session import Session
from ui.settings.key_form import KeyForm, prove
from ui.theme import tokens
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label, Paragraph

if TYPE_CHECKING:
    from ui.session import Journal


class DeleteJournal(KeyForm):
    """`departure_asked` carries what the vault thread does once the journal is closed."""

    departure_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Delete it for good"), "danger")
        self.word = Field(tr("The word to type"))
        self.word.setMaximumWidth(tokens.scaled(200))
        self.word_error = FieldError()
        warning = tr(
            "Everything you wrote and every backup beside it is deleted. Nobody can bring it back. Backups on a drive "
            "stay."
        )
        asked = tr("Type “{word}” to say that you mean it").format(word=_word())
        self.fill(
            16, Paragraph(warning, "small"), 14, Label(asked, "control"), 6, self.word, below_field(self.word_error)
        )
        self.word.textEdited.connect(lambda: self.word_error.say(""))

    def proceed(self) -> None:
        if self.word.text().strip().casefold() != _word().casefold():
            self.word_error.say(tr("Type that word first."))
            self.word.setFocus()
            return
        folder, passphrase = self.session.folder, self.old.text()
        assert folder is not None  # noqa: S101  only pages of an open journal ask

        def work(journal: "Journal") -> None:
            prove(journal, passphrase)

        self.set_busy(tr("Looking at the passphrase"))
        leave = lambda: delete(folder, passphrase)  # noqa: E731  two words for one call
        self.session.manage(self, work, lambda _: self.departure_asked.emit(leave), self.refuse)


def delete(folder: Path, passphrase: str) -> Path:
    """Deletes the closed journal and forgets it; answers where a new one would be."""
    from app import paths, settings
    from app.vault import deleting
    from app.vault.slots import Passphrase

    deleting.delete(folder, Passphrase(passphrase))
    settings.keep(journal=None, name="")
    return paths.journal_folder()


def _word() -> str:
    return tr("delete")
