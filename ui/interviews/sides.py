"""How many of the three panes stand beside each other, and which of them is in front where not all have room."""

from enum import Enum, auto

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.interviews.bank_pane import BankPane
from ui.interviews.kit_pane import KitPane
from ui.interviews.nothing import Nothing
from ui.interviews.question_pane import QuestionPane
from ui.theme import tokens
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import row

_THREE_FROM, _TWO_FROM = 1060, 660  # pixels
_BANK, _BANK_SHARE = 320, 0.4
_KIT, _KIT_SHARE = 392, 0.34
_UNBOUNDED = 16777215


class Side(Enum):
    """One of the panes."""

    BANK = auto()
    KIT = auto()
    QUESTION = auto()


class Sides(QWidget):
    """All three where there is room; else the questions beside one of the others, else one alone.

    While there is no kit, what says so stands in its place.
    """

    covered = Signal(object)  # the pane with the keyboard went out of sight: the Side that is over it

    def __init__(self, bank: BankPane, kit: KitPane, question: QuestionPane, nothing: Nothing) -> None:
        super().__init__()
        self._bank, self._kit, self._question, self._nothing = bank, kit, question, nothing
        self.front = Side.KIT
        self.count = 3
        self._has_kit = self._has_question = True
        layout = row(bank, kit, question, nothing)
        for at in (1, 2, 3):
            layout.setStretch(at, 1)
        self.setLayout(layout)
        nothing.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # where there is less room there are fewer panes

    def is_shown(self, side: Side) -> bool:
        """Whether it is in sight."""
        return side in self._shown()

    def bring_forward(self, side: Side) -> None:
        """This one is in sight from now on."""
        self.front = side
        self.fit()

    def take(self, *, has_kit: bool, has_question: bool) -> None:
        """What there is to show."""
        self._has_kit, self._has_question = has_kit, has_question
        self.fit()

    def fit(self) -> None:
        """Puts the panes where they have room now."""
        width = self.width()
        self.count = 3 if width >= tokens.scaled(_THREE_FROM) else 2 if width >= tokens.scaled(_TWO_FROM) else 1
        shown = self._shown()
        panes = (self._bank, self._kit, self._nothing, self._question)
        held = next((each for each in panes if not each.isHidden() and has_keyboard(each)), None)
        self._bank.setVisible(Side.BANK in shown)
        self._kit.setVisible(Side.KIT in shown and self._has_kit)
        self._nothing.setVisible(Side.KIT in shown and not self._has_kit)
        self._question.setVisible(Side.QUESTION in shown)
        _fix(self._bank, None if len(shown) == 1 else min(tokens.scaled(_BANK), round(width * _BANK_SHARE)))
        _fix(self._kit, min(tokens.scaled(_KIT), round(width * _KIT_SHARE)) if len(shown) == 3 else None)
        self._question.be_over(Side.KIT not in shown)
        for pane in (self._kit, self._nothing, self._bank):
            pane.be_alone(self.count == 1)
        if held is not None and held.isHidden():
            self.covered.emit(next(each for each in reversed(Side) if each in shown))

    def _shown(self) -> set[Side]:
        if self.count == 3 and self._has_kit:
            return {*Side}
        front = Side.KIT if self.front is Side.QUESTION and not self._has_question else self.front
        if self.count == 3:
            front = Side.QUESTION if self._has_question else Side.KIT
        if self.count == 1:
            return {front}
        return {Side.BANK, Side.KIT if front is Side.BANK else front}


def _fix(pane: QWidget, width: int | None) -> None:
    """So wide, or as wide as there is room."""
    if width is not None:
        pane.setFixedWidth(width)
    else:
        pane.setMinimumWidth(0)
        pane.setMaximumWidth(_UNBOUNDED)
