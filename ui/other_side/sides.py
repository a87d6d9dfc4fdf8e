"""How many of the three panes stand beside each other, and which of them is in front where not all have room."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.other_side.answer_pane import AnswerPane
from ui.other_side.beside import Beside
from ui.other_side.nothing import Nothing
from ui.other_side.presenter import OtherSidePresenter
from ui.other_side.role_pane import RolePane
from ui.theme import tokens
from ui.widgets.panes import row

_THREE_FROM, _TWO_FROM = 1060, 660  # pixels
_ROLE, _ROLE_SHARE, _BESIDE = 320, 0.4, 320
_UNBOUNDED = 16777215


class Front(Enum):
    """Which pane is in sight where not all have room."""

    ROLE = auto()
    ANSWER = auto()
    BESIDE = auto()


class Sides(QWidget):
    """All three where there is room; else the role beside one of the others, else one alone.

    While there is no role, what says so stands in their place.
    """

    def __init__(
        self, presenter: OtherSidePresenter, role: RolePane, answer: AnswerPane, beside: Beside, nothing: Nothing
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._role, self._answer, self._beside, self._nothing = role, answer, beside, nothing
        self.front, self.count = Front.ANSWER, 3
        layout = row(role, answer, beside, nothing)
        layout.setStretch(1, 1)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        nothing.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def bring_forward(self, front: Front) -> None:
        """This one is in sight from now on."""
        self.front = front
        self.fit()

    def go_to(self, front: Front) -> None:
        """Brings a pane into sight, and the keyboard to it."""
        self.bring_forward(front)
        start = {
            Front.ROLE: self._role.focus_widget,
            Front.ANSWER: self._answer.focus_widget,
            Front.BESIDE: self._beside.focus_widget,
        }[front]()
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Puts the panes where they have room now."""
        width = self.width()
        self.count = 3 if width >= tokens.scaled(_THREE_FROM) else 2 if width >= tokens.scaled(_TWO_FROM) else 1
        has_role = self._presenter.preparation is not None
        has_question = has_role and (self._presenter.is_choosing or self._presenter.prepared is not None)
        front = self._front(has_question=has_question)
        shows_role = self.count > 1 or front is Front.ROLE
        shows_beside = has_question and (self.count == 3 or front is Front.BESIDE)
        self._role.setVisible(shows_role)
        self._answer.setVisible(has_role and (self.count == 3 or front is Front.ANSWER))
        self._beside.setVisible(shows_beside)
        self._nothing.setVisible(self._presenter.is_filled and not has_role and front is Front.ANSWER)
        self._nothing.back.setVisible(not shows_role)
        self._role.be_alone(is_alone=self.count == 1)
        self._answer.arrange(has_list=shows_role, has_beside=shows_beside)
        self._beside.arrange(has_answer=self.count == 3)
        _fix(self._role, None if self.count == 1 else min(tokens.scaled(_ROLE), round(width * _ROLE_SHARE)))
        _fix(self._beside, tokens.scaled(_BESIDE) if self.count == 3 else None)

    def _front(self, *, has_question: bool) -> Front:
        is_there_anyway = self.count > 1 and self.front is Front.ROLE
        has_nothing_beside = self.front is Front.BESIDE and not has_question
        return Front.ANSWER if is_there_anyway or has_nothing_beside else self.front


def _fix(pane: QWidget, width: int | None) -> None:
    """So wide, or as wide as there is room."""
    if width is not None:
        pane.setFixedWidth(width)
    else:
        pane.setMinimumWidth(0)
        pane.setMaximumWidth(_UNBOUNDED)
