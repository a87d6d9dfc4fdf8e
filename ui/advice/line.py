"""A suggestion in one quiet line: what it comes from, the way to see it whole, and the way to put it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.advising import Advice
from app.translation import tr
from ui.advice import words
from ui.reflection.flow import Flow
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Paragraph
from ui.widgets.panes import column


class AdviceLine(QWidget):
    """Not there where nothing is suggested."""

    opened = Signal(str)  # the id of the later debrief, beside which it stands whole
    put_off = Signal(object)  # an Advice

    def __init__(self) -> None:
        super().__init__()
        self._given: Advice | None = None
        self._reason = Paragraph("", "small", "ink2")
        self.look = LinkButton(tr("See what is suggested"))
        self.later = LinkButton(tr("Not now"), tone="ink2")
        ways = QWidget()
        ways.setLayout(Flow(self.look, self.later, across=20, between=0))
        self.setLayout(column(self._reason, ways, margins=(0, 4, 0, 0)))
        self.look.clicked.connect(self._on_look)
        self.later.clicked.connect(self._on_later)
        self.hide()

    def show_advice(self, given: Advice | None) -> None:
        """Shows this one, or that there is none."""
        self._given = given
        self.setVisible(given is not None)
        if given is not None:
            self._reason.setText(words.reason(given))

    def _on_look(self) -> None:
        if self._given is not None:
            self.opened.emit(self._given.debriefs[-1])

    def _on_later(self) -> None:
        if self._given is not None:
            self.put_off.emit(self._given)
