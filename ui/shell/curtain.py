"""The curtain: covers everything while the journal locks, and as long as a last save does not succeed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.widgets import tab_loop
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class Curtain(QWidget):
    """Nothing of the journal shows through. Only the passphrase lifts it; `retried` asks for another try at saving."""

    lifted = Signal()
    passphrase_given = Signal(str)
    retried = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._title = Label("", "display")
        self._words = Paragraph("", "reading", "ink2")
        self._retry = Button(tr("Try to save again"), "primary", size="large")
        self._passphrase = PassphraseField(tr("Passphrase"))
        self._error = FieldError()
        self._lift = LinkButton(tr("Open it again to copy your words"))
        self._retry.clicked.connect(self.retried)
        self._lift.clicked.connect(self._give)
        self._passphrase.returnPressed.connect(self._give)
        self._help = QWidget()
        self._compose()
        self.hide()

    def fall(self, title: str, words: str = "") -> None:
        """Covers everything at once, and says what is being done."""
        self._title.setText(title)
        self._words.setText(words)
        self._help.hide()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def say_not_saved(self) -> None:
        """The last words could not be saved, and wait here."""
        self._title.setText(tr("Not saved yet"))
        self._words.setText(
            tr(
                "Your last words are still here, and nobody can read them behind this page. Saving is tried"
                " again every few seconds: room on the disk is usually all that is missing."
            )
        )
        if self._help.isHidden():
            self._help.show()
            self._passphrase.setFocus()

    def say(self, sentence: str) -> None:
        """What is wrong with the passphrase given."""
        self._error.say(sentence)

    def lift(self) -> None:
        """Shows everything again."""
        self._error.say("")
        self.hide()
        self.lifted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens.color("paper"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_loop.go_round(self._help, forward=next)

    def _give(self) -> None:
        self.passphrase_given.emit(self._passphrase.take())

    def _compose(self) -> None:
        caption = Label(tr("Passphrase"), "control")
        caption.setBuddy(self._passphrase)
        self._help.setLayout(
            column(
                row(self._retry, ...),
                28,
                caption,
                6,
                self._passphrase,
                4,
                self._error,
                8,
                row(self._lift, ...),
            )
        )
        middle = column(..., self._title, 8, self._words, 24, self._help, ...)
        holder = QWidget()
        holder.setFixedWidth(tokens.scaled(420))
        holder.setLayout(middle)
        self.setLayout(row(..., holder, ...))
