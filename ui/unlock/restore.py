"""A backup takes the journal's place: which one, and the secret it was made with."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from app import errors
from app.translation import tr
from ui import places
from ui.keys.backup_words import name_of
from ui.keys.below_field import below_field
from ui.refusals import printable, refusal
from ui.session import Session
from ui.unlock import secret_words, whereabouts
from ui.unlock.backup_choice import BackupChoice
from ui.unlock.form import Form
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row

if TYPE_CHECKING:
    from app.vault.rescue import Restorable

_SHOWN = 5
_ABOUT_THE_SECRET = (errors.WrongPassphrase, errors.WrongRecoveryKey, errors.EmptyPassphrase)


class Restore(Form):
    """Restores into `folder`; what is in it is kept beside it. `restored` says what was done, in words."""

    restored = Signal(str)
    faulted = Signal(object)

    def __init__(self, session: Session, folder: Path, chosen: Path | None = None) -> None:
        title = tr("Restore a backup")
        super().__init__(title, _words(folder), Button(tr("Restore"), "primary", size="large"), has_way_back=True)
        self._session, self._folder = session, folder
        self._found: Sequence[Restorable] = ()
        self._wanted = chosen
        self._is_reading = False
        self.choices = QButtonGroup(self)
        self._rows = column(spacing=10)
        self.none = Paragraph(tr("Looking for backups beside this journal."), "small")
        self.more = LinkButton("")
        self.more.hide()
        self.other = Button(tr("Choose a file…"), icon="folder")
        self.choice_error = FieldError()
        self.secret = PassphraseField(tr("The passphrase or recovery key it was made with"))
        self.secret_error = FieldError()
        self.fill(
            Label(tr("Which backup"), "control"),
            8,
            self.none,
            self._rows,
            14,
            row(self.other, 14, self.more, ...),
            below_field(self.choice_error),
            20,
            Label(tr("The passphrase or recovery key it was made with"), "control"),
            6,
            self.secret,
            below_field(self.secret_error),
            2,
            Paragraph(tr("A backup opens with the passphrase of its day, also after you changed it."), "small"),
            above=(28,),
        )
        self.more.clicked.connect(self._on_more)
        self.other.clicked.connect(self._on_other)
        self.secret.textEdited.connect(self._on_typed)
        session.outside(self, lambda: _look(folder), self._on_found, self._on_unlisted)

    def start(self) -> PassphraseField:
        return self.secret

    def proceed(self) -> None:
        choice = self.choices.checkedButton()
        if not isinstance(choice, BackupChoice):
            self.choice_error.say(tr("Choose a backup first. Choose a file… finds one on a drive."))
            self.other.setFocus()
            return
        if not self.secret.text().strip():
            self._refuse_secret(tr("Type the passphrase or the recovery key of that backup."))
            return
        source, folder, typed, clock = choice.path, self._folder, self.secret.text(), datetime.now(UTC)

        def work() -> Path | None:
            from app.vault import founding

            aside = None if whereabouts.is_vacant(folder) else founding.aside_name(folder, clock)
            founding.restore(source, folder, secret_words.either(typed), aside=aside)
            return aside if aside is not None and aside.exists() else None

        self.set_busy(tr("Restoring"))
        self._session.outside(self, work, lambda aside: self._on_restored(choice, aside), self._on_failed)

    def _on_found(self, found: "Sequence[Restorable]") -> None:
        self._found = found
        self.none.setText(tr("There are none beside this journal. One on a drive can be chosen as a file."))
        self.none.setVisible(not found)
        self._show(found[:_SHOWN])
        self.more.say(tr("Show all {count}").format(count=len(found)))
        self.more.setVisible(len(found) > _SHOWN)
        if self._wanted is not None:
            self._choose(self._wanted)
        self._read_next()

    def _on_more(self) -> None:
        self._show(self._found)
        self._read_next()

    def _read_next(self) -> None:
        """Reads those that can be chosen to their end, one after the other; restoring one proves it in any case."""
        choice = next((each for each in self._choices() if not each.is_judged), None)
        if choice is None or self._is_reading or self.is_busy:
            return
        self._is_reading, path = True, choice.path

        def is_read(is_whole: bool) -> None:
            self._is_reading = False
            choice.judge(is_whole=is_whole)
            self._read_next()

        self._session.outside(self, lambda: _is_whole(path), is_read)

    def _on_unlisted(self, error: Exception) -> None:
        self._on_found(())
        self.choice_error.say(refusal(error))

    def _show(self, found: "Sequence[Restorable]") -> None:
        self.more.hide()
        known = {each.path for each in self._choices()}
        for each in found:
            if each.path not in known:
                self._add(BackupChoice(each.path, name_of(each)))
        if self.choices.checkedButton() is None and self._choices():
            self._choices()[0].setChecked(True)

    def _add(self, choice: BackupChoice) -> None:
        self.choices.addButton(choice)
        self._rows.addWidget(choice)

    def _choices(self) -> list[BackupChoice]:
        return [each for each in self.choices.buttons() if isinstance(each, BackupChoice)]

    def _choose(self, path: Path) -> None:
        known = next((each for each in self._choices() if each.path == path), None)
        if known is None:
            known = BackupChoice(path, printable(path.name))
            self._add(known)
        known.setChecked(True)
        self.choice_error.say("")

    def _on_other(self) -> None:
        kinds = tr("Backups of Courage Journal") + " (*.backup)"
        chosen = places.choose_file(self, tr("Choose a backup"), Path.home(), kinds)
        if chosen is not None:
            self._choose(chosen)
            self.secret.setFocus()
            self._session.outside(self, lambda: _look_beside(chosen), self._on_found_beside, self._on_unreadable)

    def _on_found_beside(self, found: "Sequence[Restorable]") -> None:
        """What lies beside the chosen one may be chosen, too: a second place has more than one."""
        known = {each.path: each for each in self._choices()}
        for each in found:
            if each.path in known:
                known[each.path].rename(name_of(each))
        for each in [each for each in found if each.path not in known][: _SHOWN - 1]:
            self._add(BackupChoice(each.path, name_of(each)))
        self._read_next()

    def _on_unreadable(self, error: Exception) -> None:
        self.choice_error.say(refusal(error))

    def _on_restored(self, choice: BackupChoice, aside: Path | None) -> None:
        self.secret.take()
        said = tr("Restored: {backup}.").format(backup=choice.words)
        if aside is not None:
            said += " " + tr("What was there before is now in {folder}.").format(folder=printable(str(aside)))
        self.restored.emit(said)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if not isinstance(error, errors.AppError):
            self.faulted.emit(error)
        if isinstance(error, errors.WrongPassphrase):
            self._refuse_secret(tr("That does not open this backup. Try the passphrase you used on its day."))
        elif isinstance(error, _ABOUT_THE_SECRET):
            self._refuse_secret(refusal(error))
        else:
            self.choice_error.say(refusal(error))

    def _refuse_secret(self, said: str) -> None:
        self.secret.set_error(True)
        self.secret_error.say(said)
        self.secret.setFocus()
        self.secret.selectAll()

    def _on_typed(self) -> None:
        self.secret.set_error(False)
        self.secret_error.say("")
        self._session.warm_up()


def _words(folder: Path) -> str:
    if whereabouts.is_vacant(folder):
        return tr("It is restored into {folder}.").format(folder=printable(str(folder)))
    return tr("It takes the place of the journal that is there now, which is renamed and kept beside it.")


def _look_beside(path: Path) -> "list[Restorable]":
    from app.vault.rescue import restorable_beside

    return restorable_beside(path)


def _is_whole(path: Path) -> bool:
    from app.vault.rescue import is_whole

    return is_whole(path)


def _look(folder: Path) -> "list[Restorable]":
    from app.vault.rescue import restorable

    return restorable(folder)
