"""How a practice reads to each person, in their words: added, changed and taken away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.practices.model import Reaction, Reading
from app.practices.wording import reading_name
from app.translation import tr
from ui import clock
from ui.reflection.flow import Flow
from ui.reflection.people import PersonPill
from ui.session import Session
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import LineField
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after, stop_before


class ReactionFields(QWidget):
    """Who, how it reads to them, and what they said."""

    changed = Signal()
    removed = Signal()

    def __init__(self, session: Session, given: Reaction) -> None:
        super().__init__()
        self.reaction = given
        self.person = PersonPill(session, tr("Who said it"), tr("Nobody in particular"))
        options = [(each.value, reading_name(each)) for each in Reading]
        self.reading = Segmented(options, tr("How it reads to them"))
        self.words = LineField(tr("In their words"), tr("In their words"), most=limits.LINE)
        self.remove = IconButton("x", tr("Take this reaction away"), size=28, tone="ink3")
        above = QWidget()
        above.setLayout(Flow(self.person, self.reading, across=10, between=6))
        first = row(above, 6, self.remove)
        first.setStretch(0, 1)
        first.setAlignment(self.remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(first, 2, self.words))
        self.person.show_person(given.person)
        self.reading.choose(given.reading.value)
        self.words.setText(given.words)
        self.words.setCursorPosition(0)
        self.person.chosen.connect(lambda: self._change(person=self.person.person()))
        self.reading.chosen.connect(lambda key: self._change(reading=Reading(key)))
        self.words.textEdited.connect(lambda words: self._change(words=words))
        self.remove.clicked.connect(self.removed)

    def _change(self, **changes: Any) -> None:
        today = clock.today()
        self.reaction = replace(self.reaction, date=today, **changes)
        self.changed.emit()


class Reactions(QWidget):
    """All of them. A new one has no words yet, and counts as not asked."""

    changed = Signal(object)  # the reactions, a tuple

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self.fields: list[ReactionFields] = []
        self.add = Button(tr("Add how it reads to somebody"), "quiet", icon="plus", size="small")
        self.add.clicked.connect(self._on_add)
        self.setLayout(column(self._rows, row(self.add, ...), spacing=10))

    def show_reactions(self, given: Sequence[Reaction]) -> None:
        """Shows these; fields that say the same already stay as they are."""
        if [each.reaction for each in self.fields] == list(given):
            return
        for each in self.fields:
            self._take_out(each)
        self.fields = []
        for reaction in given:
            self._put(reaction)

    def _on_add(self) -> None:
        today = clock.today()
        fields = self._put(Reaction(reading=Reading.NOT_ASKED, date=today))
        fields.show()  # a layout would do so only in a while
        fields.person.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _put(self, reaction: Reaction) -> ReactionFields:
        fields = ReactionFields(self._session, reaction)
        fields.changed.connect(self._tell)
        fields.removed.connect(lambda: self._on_removed(fields))
        before = stop_before(self.add)
        self.fields.append(fields)
        self._rows.addWidget(fields)
        self.add.raise_()  # so that it is the last that is heard
        put_after(before, fields)
        return fields

    def _on_removed(self, fields: ReactionFields) -> None:
        self.fields.remove(fields)
        self._take_out(fields)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _take_out(self, fields: ReactionFields) -> None:
        self._rows.removeWidget(fields)
        fields.hide()
        fields.deleteLater()

    def _tell(self) -> None:
        self.changed.emit(tuple(each.reaction for each in self.fields))
