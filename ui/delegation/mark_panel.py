"""A mark of the rope, opened beside it: its line, its day and its minutes; what was agreed can be logged from here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegation.model import TouchKind
from app.translation import tr
from ui.clock import today
from ui.delegation.deeds import Deeds
from ui.delegation.touch_fields import TouchFields
from ui.rope.layout import Sign
from ui.rope.view import MarkButton
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row

_WIDTH = 364
_PADDING = 11  # of the quiet buttons, whose words begin where the others do


class MarkPanel(Panel):
    """Saves as it is typed."""

    brief_asked = Signal()  # what was agreed is to be changed

    def __init__(self, parent: QWidget, deeds: Deeds, first_weekday: int | None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._mark: MarkButton | None = None
        self._id: str | None = None
        self._title = Label("", "heading", wraps=True)
        self.fields = TouchFields(first_weekday)
        self.log = Button(tr("Log it for that day"), size="small")
        self.brief = Button(tr("Change what was agreed"), "quiet", icon="pencil", size="small")
        self.trash = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        inside = column(self._title, 8, self.fields, 8, row(self.log, ...), margins=(_PADDING, 0, 0, 0))
        sides = (20 - _PADDING, 16, 20, 12)
        self.setLayout(column(inside, row(self.brief, ...), row(self.trash, ...), margins=sides))
        self.fields.noted.connect(lambda text: self._change(note=text))
        self.fields.timed.connect(lambda minutes: self._change(minutes=minutes))
        self.fields.moved.connect(self._move)
        self.fields.note.returnPressed.connect(self.close_panel)
        self.log.clicked.connect(self._on_log)
        self.brief.clicked.connect(self._on_brief)
        self.trash.clicked.connect(self._on_trash)

    def open_for(self, mark: MarkButton) -> None:
        """Opens on it."""
        given = mark.mark.of
        self._mark, self._id = mark, given.touch
        touch = self._deeds.touch(given.touch) if given.touch else None
        self._title.setText(given.name)
        self.setAccessibleName(given.name)
        self.fields.setVisible(touch is not None)
        self.trash.setVisible(touch is not None)
        self.brief.setVisible(touch is None)
        is_agreed = given.sign in (Sign.PLANNED, Sign.DUE_NOW)
        self.log.setVisible(is_agreed and given.on <= today())
        if touch is not None:
            self.fields.note.clear()
            self.fields.show_touch(touch, today(), self._deeds.first_day())
        self.open_at(mark)
        self.fields.note.end(False)

    def _move(self, on: date) -> None:
        if self._id is not None:
            self._deeds.move_touch(self._id, on)

    def _change(self, **fields: object) -> None:
        if self._id is not None:
            self._deeds.change_touch(self._id, **fields)

    def _on_log(self) -> None:
        mark = self._mark
        self.close_panel()
        if mark is not None:
            self._deeds.log(TouchKind.AGREED_CHECK_IN, on=mark.mark.of.on)

    def _on_brief(self) -> None:
        self.close_panel()
        self.brief_asked.emit()

    def _on_trash(self) -> None:
        id = self._id
        self.close_panel()
        if id is not None:
            self._deeds.remove_touch(id)
