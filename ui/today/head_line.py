"""Below the date: how long this takes, and the way between the day's sheet and the review of the week."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.today.presenter import Shown
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import row

_BETWEEN = 5


class HeadLine(QWidget):
    """A sentence, and where there are two ways to write the other one as a link."""

    followed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_compact, self._room = False, 0
        self._about, self._link = ElidedLabel("", "small", "ink2"), LinkButton("", style="small")
        self._link.setFixedHeight(tokens.line_height("small"))
        self._link.clicked.connect(self.followed)
        self.setLayout(row(self._about, self._link, ..., spacing=_BETWEEN))
        self._link.hide()

    def show_state(self, state: Shown, is_review_day: bool, *, reviews: bool, is_closed: bool) -> None:
        """Says it for this day."""
        if reviews:
            self._about.setText("" if is_closed else tr("The week in review, about twenty minutes."))
            self._link.say("" if is_closed else tr("A prompt is still there if you would rather write."))
        elif state.day == state.today:
            self._about.setText(tr("Three small steps, about eight minutes."))
            self._link.say(tr("Back to the week in review") if is_review_day else "")
        else:
            self._about.setText(tr("Written later, kept under this day."))
            self._link.say("")
        self._link.setVisible(bool(self._link.words()))
        self._fit()

    def set_compact(self, compact: bool) -> None:
        """Where there is little room, a line stays only if something in it leads somewhere."""
        self._is_compact = compact
        self._fit()

    def set_room(self, width: int) -> None:
        """So many pixels there are; if not for both, what leads somewhere stays."""
        self._room = width
        self._fit()

    def _fit(self) -> None:
        leads = not self._link.isHidden()
        both = self._about.sizeHint().width() + _BETWEEN + self._link.sizeHint().width()
        self._about.setVisible(not self._is_compact or (leads and both <= self._room))
        self.setVisible(not self._is_compact or leads)
