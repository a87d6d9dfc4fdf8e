"""The first step: a passphrase, typed twice, and where the journal lives; at its end the journal exists."""

from pathlib import Path

from PySide6.QtCore import Signal

from app import errors
from app.translation import tr
from ui import places
from ui.keys.below_field import below_field
from ui.keys.new_passphrase import NewPassphrase
from ui.refusals import refusal
from ui.session import Session
from ui.unlock.form import Form
from ui.unlock.steps import StepHeader
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import Field, FieldError, PassphraseField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import row

_ABOUT_THE_FOLDER = (
    errors.FolderNotEmpty,
    errors.CannotWrite,
    errors.CannotRead,
    errors.DiskFull,
    errors.NotAJournal,
    errors.AlreadyExists,
)


class ChoosePassphrase(Form):
    """Step 1. `made` carries the recovery key of a journal that is open now."""

    made = Signal(str)
    faulted = Signal(object)
    restore_asked = Signal()
    another_asked = Signal()
    sample_asked = Signal()

    def __init__(self, session: Session, folder: Path, *, has_way_back: bool = False) -> None:
        title = tr("Choose a passphrase")
        words = tr(
            "Four or five unrelated words work well. We cannot reset it for you, so the next step gives you a "
            "recovery key."
        )
        super().__init__(title, words, Button(tr("Continue"), "primary", size="large"), has_way_back=has_way_back)
        self._session = session
        self.passphrase = NewPassphrase(session, tr("Passphrase"))
        self.folder = Field(tr("Where your journal lives"), leading_icon="folder")
        self.folder.setText(str(folder))
        self.change = Button(tr("Change…"), size="large")
        self.folder_error = FieldError()
        about = tr(
            "This folder holds one encrypted database and its encrypted backups. If you move it, keep it out of a "
            "folder that syncs while you work."
        )
        self.another = LinkButton(tr("Open a journal I have"))
        self.restore = LinkButton(tr("Restore a backup"))
        self.sample = LinkButton(tr("Explore a sample journal first"))
        self.sample_error = FieldError()
        lives = row(Label(tr("Where your journal lives"), "control"), ...)
        if not has_way_back:
            for each in (self.another, self.restore):
                lives.addSpacing(20)
                lives.addWidget(each)
        self.fill(
            self.passphrase,
            25 if has_way_back else 22,  # links are higher than a label
            lives,
            7 if has_way_back else 3,
            row(self.folder, self.change, spacing=8),
            below_field(self.folder_error),
            2,
            Paragraph(about, "small"),
            below_field(self.sample_error),
            above=(StepHeader(0), 39),
            lead=() if has_way_back else (self.sample,),
            before_foot=26,
        )
        self.folder.textEdited.connect(self._forget_folder_error)
        self.another.clicked.connect(self.another_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.sample.clicked.connect(self._on_sample)
        self.change.clicked.connect(self._on_change)

    def start(self) -> PassphraseField:
        return self.passphrase.first

    def proceed(self) -> None:
        if not self.passphrase.accepts():
            return
        folder = whole_path(self.folder.text())
        if folder is None:
            self._refuse_folder(tr("Give the whole path of the folder, from its drive or root on."))
            return
        self.set_busy(tr("Making your journal"))
        self._session.create(folder, self.passphrase.text(), self._on_made, self._on_failed)

    def _on_made(self, key: str) -> None:
        self.set_busy("")
        self.passphrase.clear()
        self.made.emit(key)

    def say_no_sample(self, said: str) -> None:
        """Why the sample could not be opened."""
        self.sample_error.say(said)

    def _on_sample(self) -> None:
        self.sample_error.say("")
        self.sample.say(tr("Opening the sample"))
        self.set_busy(self.go.words())
        self.sample_asked.emit()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if not isinstance(error, errors.AppError):
            self.faulted.emit(error)
        if isinstance(error, _ABOUT_THE_FOLDER):
            self._refuse_folder(refusal(error))
        else:
            self.passphrase.refuse(refusal(error))

    def _refuse_folder(self, said: str) -> None:
        self.folder.set_error(True)
        self.folder_error.say(said)
        self.folder.setFocus()
        self.folder.selectAll()

    def _forget_folder_error(self) -> None:
        self.folder.set_error(False)
        self.folder_error.say("")

    def _on_change(self) -> None:
        start = whole_path(self.folder.text()) or Path.home()
        near = next((each for each in (start, *start.parents) if each.is_dir()), Path.home())
        chosen = places.choose_folder(self, tr("Where your journal lives"), near)
        if chosen is not None:
            # A journal wants a folder of its own: in one that holds something it gets one inside.
            holds_something = any(chosen.iterdir())
            self.folder.setText(str(chosen / "courage-journal" if holds_something else chosen))
            self._forget_folder_error()
        self.folder.setFocus()


def whole_path(typed: str) -> Path | None:
    """The place that was typed, if it is a place: from its root on, or from one's home (~)."""
    try:
        path = Path(typed.strip()).expanduser()
    except RuntimeError:  # the home of nobody
        return None
    return path if path.is_absolute() and "\0" not in typed else None
