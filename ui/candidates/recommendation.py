"""The recommendation: one of five, in words, or none yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.interviews.model import Recommendation
from app.interviews.wording import recommendation_name
from ui.theme import tokens
from ui.widgets.choices import Radio

_COLUMNS = 2
_CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Choice(Radio):
    stepped = Signal(int)
    is_reached = False  # by an arrow key, which has chosen it: Space then says the same and lets go of nothing

    def __init__(self, meant: Recommendation, of: str) -> None:
        super().__init__(recommendation_name(meant), style="small", tone="ink2")
        self.meant = meant
        self.setAccessibleDescription(of)

    def show_chosen(self, chosen: bool) -> None:
        self.setAutoExclusive(False)  # so that it can be let go
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # by which a screen reader knows it for one of several
        self._tone = "ink" if chosen else "ink2"
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif self.is_reached and event.key() in _CHOOSING:
            self.is_reached = False
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.is_reached = False


class RecommendationChoice(QWidget):
    """One stop for Tab; arrow keys choose; what is chosen is let go by choosing it again. No colour, no number."""

    chosen = Signal(object)  # a Recommendation, or None

    def __init__(self, name: str, *, columns: int = _COLUMNS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chosen: Recommendation | None = None
        self.choices = [_Choice(each, name) for each in Recommendation]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(tokens.scaled(8))
        for at, each in enumerate(self.choices):
            is_alone = at == len(self.choices) - 1 and at % columns == 0
            grid.addWidget(each, at // columns, at % columns, 1, columns if is_alone else 1)
            each.clicked.connect(lambda _=False, each=each: self._on_clicked(each.meant))
            each.stepped.connect(lambda step, at=at: self._on_stepped(at + step))
        grid.setColumnStretch(columns, 1)
        self.choose(None)

    def choose(self, given: Recommendation | None) -> None:
        """Shows this as chosen, without a signal."""
        self._chosen = given
        for each in self.choices:
            each.show_chosen(each.meant is given)
        stop = self.stop()
        for each in self.choices:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)

    def stop(self) -> QWidget:
        """Where Tab stops in it."""
        return next((each for each in self.choices if each.meant is self._chosen), self.choices[0])

    def _on_clicked(self, meant: Recommendation) -> None:
        self._say(None if meant is self._chosen else meant)

    def _on_stepped(self, to: int) -> None:
        reached = self.choices[to % len(self.choices)]
        self._say(reached.meant)
        reached.setFocus(Qt.FocusReason.TabFocusReason)
        reached.is_reached = True

    def _say(self, given: Recommendation | None) -> None:
        self.choose(given)
        self.chosen.emit(given)
