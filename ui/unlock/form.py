"""What every form before the journal is open has in common: one column, a title, a way on and perhaps a way back."""

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.theme import tokens
from ui.unlock.closeness import Closeness
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Item, ScrollPage, column, row

WIDTH = 480
_MEASURE = 436


class Form(QWidget):
    """Enter goes on, Escape goes back where that is possible; while `busy` nothing can be pressed.

    Where all of it would not be in sight, the large spaces are halved.
    """

    went_back = Signal()

    def __init__(self, title: str, words: str, go: Button, *, has_way_back: bool, aside: QWidget | None = None) -> None:
        super().__init__()
        self._title, self._words, self._aside = title, words, aside
        self.go = go
        self.back = LinkButton(tr("Back"), icon="arrow-left", tone="ink2")
        if not has_way_back:
            self.back.hide()
        self._has_way_back = has_way_back
        self._go_words = go.words()
        self.go.clicked.connect(self.proceed)
        self.back.clicked.connect(self.went_back)

    def proceed(self) -> None:
        """Goes on, or says what is missing."""
        raise NotImplementedError

    def start(self) -> QWidget:
        """Where typing begins."""
        return self.go

    def focus_start(self) -> None:
        """Puts the cursor there."""
        self.start().setFocus()

    def fill(
        self, *items: Item, above: tuple[Item, ...] = (), lead: tuple[Item, ...] = (), before_foot: int = 32
    ) -> None:
        """Puts it together, at the end of a constructor: `above` the title, `lead` where the way back would be."""
        title = Label(self._title, "page")
        words = row(Paragraph(self._words, "small"), margins=(0, 0, tokens.scaled(WIDTH - _MEASURE), 0))
        last: list[Item] = [self.back, *lead, ...]
        if self._aside is not None:
            last += [self._aside, 20]
        self._body = QWidget()
        self._body.setMaximumWidth(tokens.scaled(WIDTH))
        foot = row(*last, self.go)
        self._column = column(*above, title, 5, words, 26, *items, before_foot, foot, 32, ...)
        self._body.setLayout(self._column)
        across = row(..., self._body, ..., margins=(24 + ScrollPage.ROOM, 44, 24, 0))
        across.setStretch(1, 1000)  # up to its greatest width
        holder = QWidget()
        holder.setLayout(across)
        page = ScrollPage(holder)
        self._closeness = Closeness(page, across, self._column)
        self.setLayout(column(page))

    def needed_height(self) -> int:
        """How high it has to be for all of it to be in sight."""
        return self._closeness.needed_height()

    def set_busy(self, said: str) -> None:
        """Says what is being done and takes no more input; with "" the form is as before."""
        self.go.say(said or self._go_words)
        focused = self.focusWidget()
        self._body.setEnabled(not said)
        if not said and focused is not None:
            focused.setFocus()

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return not self._body.isEnabled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not self.is_busy:
            self.go.click()
        elif event.key() == QtCore.Qt.Key.Key_Escape and self._has_way_back and not self.is_busy:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)
