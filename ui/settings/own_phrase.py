"""A phrase of the owner's own and the question behind it, while they are written."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.errors import PhraseUnclear
from app.phrasing.model import OwnPhrase
from app.phrasing.pattern import parse
from app.translation import tr
from ui.keys.below_field import below_field
from ui.refusals import refusal
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class OwnPhraseForm(QWidget):
    """Enter keeps it, Escape leaves it as it was."""

    kept = Signal(object)  # an OwnPhrase
    cancelled = Signal()

    def __init__(self, before: OwnPhrase | None = None) -> None:
        super().__init__()
        self._id = before.id if before else uuid4().hex
        self.phrase = Field(tr("Phrase"), placeholder=tr("as it is said"), compact=True)
        self.question = Field(tr("The question behind it"), placeholder=tr("What was agreed?"), compact=True)
        self.phrase.take_at_most(limits.PHRASE)
        self.question.take_at_most(limits.BEHIND)
        self.phrase.setText(before.phrase if before else "")
        self.question.setText(before.question if before else "")
        self.phrase_error, self.question_error = FieldError(room_below=6), FieldError(room_below=6)
        self.keep, self._cancel = Button(tr("Keep it"), size="small"), Button(tr("Cancel"), "quiet", size="small")
        self._lay_out()
        self.phrase.textEdited.connect(lambda: self._refuse(self.phrase, self.phrase_error, ""))
        self.question.textEdited.connect(lambda: self._refuse(self.question, self.question_error, ""))
        self.keep.clicked.connect(self.proceed)
        self._cancel.clicked.connect(self.cancelled)

    def proceed(self) -> None:
        """Says `kept`, or what is missing."""
        phrase, question = self.phrase.text().strip(), self.question.text().strip()
        try:
            parse(phrase)
        except PhraseUnclear as error:
            said = refusal(error) if phrase else tr("There is no phrase yet. Write it as it is said.")
            self._refuse(self.phrase, self.phrase_error, said)
            return
        if not question:
            said = tr("There is no question yet. Write the one that is behind it.")
            self._refuse(self.question, self.question_error, said)
            return
        self.kept.emit(OwnPhrase(self._id, phrase, question))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.proceed()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        notation = tr(
            "Plain words are enough. (he / she) is one of these, [so / very] may be missing, … is up to two words of "
            "any kind, NAME is any name."
        )
        self.setLayout(
            column(
                Label(tr("Phrase"), "control"),
                6,
                self.phrase,
                below_field(self.phrase_error),
                2,
                Paragraph(notation, "caption", "ink3"),
                12,
                Label(tr("The question behind it"), "control"),
                6,
                self.question,
                below_field(self.question_error),
                8,
                row(self.keep, 8, self._cancel, ...),
                margins=(0, 12, 0, 4),
            )
        )

    def _refuse(self, field: Field, error: FieldError, said: str) -> None:
        field.set_error(bool(said))
        error.say(said)
        if said:
            field.setFocus()
