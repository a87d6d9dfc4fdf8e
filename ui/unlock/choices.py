"""What is chosen before a new journal is used: its name, how it opens, and how it looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app import limits
from app.settings import Look
from app.translation import tr
from ui.keys.below_field import below_field
from ui.widgets.choices import LookCard, OptionCard
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label
from ui.widgets.panes import column

_BETWEEN = 8  # pixels from one card to the next


class Choices(QWidget):
    """Stands in the form, or in the panel beside it where the form is low."""

    look_chosen = Signal(object)

    def __init__(self, look: Look, name: str, *, opens_by_computer: bool) -> None:
        super().__init__()
        self.name = Field(tr("Name your journal"), placeholder=tr("Maya’s journal"))
        self.name.take_at_most(limits.JOURNAL_NAME)
        self.name.setText(name)
        self.asks = OptionCard(
            tr("Ask for the passphrase each time"), tr("Safest. You type it each time the journal opens.")
        )
        self.computer = OptionCard(
            tr("Unlock with this computer"),
            tr("Your system keeps a key while you are signed in. Other programs you run could use it too."),
        )
        self.computer_error = FieldError()
        self.looks = QButtonGroup(self)
        self._cards = QGridLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(_BETWEEN)
        (self.computer if opens_by_computer else self.asks).setChecked(True)
        for each in Look:
            card = LookCard(each)
            card.setChecked(each is look)
            self.looks.addButton(card)
        self.setLayout(
            column(
                Label(tr("Name your journal"), "control"),
                6,
                self.name,
                16,
                Label(tr("How it opens"), "control"),
                6,
                column(self.asks, self.computer, spacing=8),
                below_field(self.computer_error),
                12,
                Label(tr("How it looks"), "control"),
                6,
                self._cards,
                16,
            )
        )
        self.arrange(across=len(Look))
        self.computer.toggled.connect(lambda: self.computer_error.say(""))
        self.looks.buttonClicked.connect(lambda card: self.look_chosen.emit(card.look))

    def arrange(self, *, across: int) -> None:
        """Puts so many looks beside each other."""
        self._across = across
        for at, card in enumerate(self.looks.buttons()):
            self._cards.addWidget(card, at // across, at % across)

    def height_at(self, width: int) -> int:
        """How high it is at this width with all looks beside each other."""
        layout = self.layout()
        assert layout is not None  # noqa: S101  made with it
        cards = self.looks.buttons()
        more_rows = (len(cards) - 1) // self._across
        return layout.totalHeightForWidth(width) - more_rows * (cards[0].sizeHint().height() + _BETWEEN)
