"""What was just logged, below the actions: a line about it, another day, the minutes, or undo."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.delegation.model import Touch, TouchKind
from app.translation import tr
from ui.clock import today
from ui.delegation.deeds import Deeds
from ui.delegation.touch_fields import TouchFields
from ui.rope.words import touch_name
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import Label
from ui.widgets.messages import announce
from ui.widgets.panes import column, row


class JustLogged(QWidget):
    """Nothing has to be said; it goes when something else is looked at."""

    closed = Signal()

    def __init__(self, deeds: Deeds, first_weekday: int | None) -> None:
        super().__init__()
        self._deeds = deeds
        self.id: str | None = None  # of the touch
        self._title = Label("", "control")
        self.undo = LinkButton(tr("Undo"))
        self.close_button = IconButton("x", tr("Close"), size=24, tone="ink3")
        self.fields = TouchFields(first_weekday)
        head = row(self._title, 14, self.undo, ..., self.close_button)
        self.setLayout(column(head, 4, self.fields, margins=(14, 8, 14, 12)))
        self.hide()
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self._on_close)
        self.fields.noted.connect(lambda text: self._change(note=text))
        self.fields.timed.connect(lambda minutes: self._change(minutes=minutes))
        self.fields.moved.connect(self._move)

    def open_for(self, given: Touch) -> None:
        """Shows this one; the keyboard stays where it is, but for a note: that is its line."""
        self.id = given.id
        self._title.setText(tr("Logged: {what}").format(what=touch_name(given.what)))
        self.fields.note.clear()
        self.fields.show_touch(given, today(), self._deeds.first_day())
        self.setAccessibleName(self._title.text())
        self.show()
        announce(self)
        if given.what is TouchKind.NOTE:
            self.fields.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Shows it as it is by now; goes where it is gone."""
        given = self._deeds.touch(self.id) if self.id else None
        if given is None:
            self.leave()
        else:
            self.fields.show_touch(given, today(), self._deeds.first_day())

    def leave(self) -> None:
        """There is nothing more to say about it."""
        self.id = None
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        area, ground = QRectF(self.rect()), tokens.color("sunk")
        drawing.box(QPainter(self), area, tokens.radius("l"), ground, tokens.color("line"))

    def _move(self, on: date) -> None:
        if self.id is not None:
            self._deeds.move_touch(self.id, on)

    def _change(self, **fields: object) -> None:
        if self.id is not None:
            self._deeds.change_touch(self.id, **fields)

    def _on_undo(self) -> None:
        if self.id is not None:
            self._deeds.remove_touch(self.id)
        self._on_close()

    def _on_close(self) -> None:
        self.leave()
        self.closed.emit()
