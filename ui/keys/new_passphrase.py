"""A new passphrase, typed twice: suggested if wanted, judged in words, and compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.keys.below_field import below_field
from ui.keys.strength_meter import StrengthMeter
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import FieldError, PassphraseField
from ui.widgets.labels import Label
from ui.widgets.panes import column, row


class NewPassphrase(QWidget):
    """Two fields. Whoever shows them asks `accepts` before going on."""

    typed = Signal()

    def __init__(self, session: Session, label: str) -> None:
        super().__init__()
        self._session = session
        self.suggest = LinkButton(tr("Suggest one"), icon="refresh")
        self.first = PassphraseField(label)
        self.meter = StrengthMeter(session)
        self.first_error = FieldError()
        self.second = PassphraseField(tr("Type it again"))
        self.second_error = FieldError()
        self.setLayout(
            column(
                row(Label(label, "control"), ..., self.suggest),
                3,
                self.first,
                10,
                self.meter,
                below_field(self.first_error),
                24,
                Label(tr("Type it again"), "control"),
                7,
                self.second,
                below_field(self.second_error),
            )
        )
        self.first.textChanged.connect(self._on_typed)
        self.second.textChanged.connect(self._on_typed)
        self.suggest.clicked.connect(self._on_suggest)

    def text(self) -> str:
        """The passphrase, as typed first."""
        return self.first.text()

    def accepts(self) -> bool:
        """Whether it can be used; if not, says why and goes to the field."""
        if not self.text().strip():
            self.refuse(tr("Choose a passphrase first. Four or five unrelated words work well."))
            return False
        if self.second.text() != self.text():
            empty = not self.second.text()
            said = tr("Type the passphrase once more here.") if empty else tr("The two differ. Type it once more.")
            self._refuse(self.second, self.second_error, said)
            return False
        return True

    def refuse(self, said: str) -> None:
        """Says what is wrong with it."""
        self._refuse(self.first, self.first_error, said)

    def clear(self) -> None:
        """Forgets what was typed."""
        self.first.take()
        self.second.take()

    def _refuse(self, field: PassphraseField, error: FieldError, said: str) -> None:
        field.set_error(True)
        error.say(said)
        field.setFocus()
        field.selectAll()

    def _on_typed(self) -> None:
        self._session.warm_up()
        for field, error in ((self.first, self.first_error), (self.second, self.second_error)):
            field.set_error(False)
            error.say("")
        self.meter.judge(self.text())
        self.second.mark_matching(bool(self.text()) and self.text() == self.second.text())
        self.typed.emit()

    def _on_suggest(self) -> None:
        from app.strength import suggest

        self.second.clear()
        self.first.setText(suggest())
        self.first.show_typed(True)
        self.second.setFocus()
