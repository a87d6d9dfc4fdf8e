"""A suggestion whole: what it comes from, what it offers and why, and the way to put it off."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.advising import Advice
from app.delegation.suggesting import Offer
from app.translation import tr
from ui.advice import words
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row


class AdviceBlock(QWidget):
    """Shows one at a time; there may be none."""

    taken = Signal(object, object)  # an Offer, and the Advice
    put_off = Signal(object)  # an Advice
    opened = Signal(str)  # the id of a debrief

    def __init__(self) -> None:
        super().__init__()
        self._given: Advice | None = None
        self.offers: dict[Offer, Button] = {}
        self.behind: list[LinkButton] = []
        self.later = LinkButton(tr("Not now"), tone="ink2")
        self._title, self._reason = Label("", "heading"), Paragraph("", "small", "ink2")
        self._links, self._ways = QVBoxLayout(), QVBoxLayout()
        for each in (self._links, self._ways):
            each.setSpacing(0)
        foot = row(self.later, ...)
        self.setLayout(column(self._title, 6, self._reason, 4, self._links, 12, self._ways, foot))
        self.later.clicked.connect(self._on_later)

    def show_advice(self, given: Advice | None) -> None:
        """Shows this one, or that there is none."""
        self.setVisible(given is not None)
        if given is None or given == self._given:
            self._given = given
            return
        self._given = given
        focused = next((offer for offer, button in self.offers.items() if button.hasFocus()), None)
        self._title.setText(words.heading(given))
        self._reason.setText(words.reason(given))
        for each in (self._links, self._ways):
            _empty(each)
        self.behind = []
        for told, id in zip(given.suggestion.histories, given.debriefs, strict=True):
            link = LinkButton(words.behind(told))
            link.clicked.connect(partial(self.opened.emit, id))
            self.behind.append(link)
            self._links.addWidget(_line(link))
        self.offers = {}
        for offer in given.suggestion.offers:
            self._ways.addWidget(self._way(offer, given))
        wide = max(button.sizeHint().width() for button in self.offers.values())
        for button in self.offers.values():
            button.setFixedWidth(wide)
        if focused in self.offers:
            self.offers[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> QWidget:
        """Where the keyboard comes to first."""
        return next(iter(self.offers.values()), self.later)

    def _way(self, offer: Offer, given: Advice) -> QWidget:
        button, why = Button(words.offer_name(offer), size="small"), words.why(offer, given)
        button.setAccessibleDescription(why)
        button.clicked.connect(self._on_taken(offer))
        self.offers[offer] = button
        made, said = QWidget(), Paragraph(why, "small", "ink")
        line = row(column(button, ...), 12, said, margins=(0, 0, 0, 12))
        line.setStretch(2, 1)
        line.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
        made.setLayout(line)
        return made

    def _on_taken(self, offer: Offer) -> Callable[[], None]:
        def take() -> None:
            if self._given is not None:
                self.taken.emit(offer, self._given)

        return take

    def _on_later(self) -> None:
        if self._given is not None:
            self.put_off.emit(self._given)


def _line(widget: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(row(widget, ...))
    return made


def _empty(lines: QVBoxLayout) -> None:
    while (old := lines.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()
