"""What trust looks like to somebody, in their words; changed in place."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.people.model import Person
from app.roster import Whole
from app.translation import tr
from ui.clock import today
from ui.people.block import Block
from ui.people.keeping import Typed
from ui.reflection.fields import show_line
from ui.reflection.saved import SavedLine
from ui.theme import tokens
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.day_pill import DayPill
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.writing import WritingArea
from ui.wording import day_name

_MEASURE = 640


class TrustBlock(Block):
    """Reading, and behind a link the fields. Everything saves itself."""

    turned = Signal()  # from reading to the fields, or back

    def __init__(self, typed: Typed, weekday: int | None) -> None:
        self.change = LinkButton(tr("Change"))
        super().__init__("", self.change)
        self._typed = typed
        self._person: Person | None = None
        self._quote = Paragraph("", "title", "ink", weight=400)
        self._quote.setMaximumWidth(tokens.scaled(_MEASURE))
        self._about = Paragraph("", "caption", "ink3")
        self._reading, self.fields = QWidget(), QWidget()
        self._reading.setLayout(column(11, self._quote, 9, self._about))
        self.words = WritingArea(tr("In their words"), tr("In their words, as they said them"), 2, most=limits.WORDS)
        self.note = LineField(tr("How it came to be said"), tr("You asked, and they took a day to answer"))
        self.day = DayPill(tr("Said on"), weekday, tr("Day not noted"))
        self.done = Button(tr("Done"), size="small")
        line = row(Label(tr("How it came to be said"), "caption", "ink2"), 12, self.note, 16, self.day)
        foot = row(SavedLine(typed.autosave), ..., self.done)
        self.fields.setLayout(column(10, self.words, 12, line, 12, foot))
        self.inner.addLayout(column(self._reading, self.fields))
        self.fields.hide()
        self._wire()

    @property
    def is_editing(self) -> bool:
        """Whether the fields are there."""
        return not self.fields.isHidden()

    def show_whole(self, whole: Whole) -> None:
        is_other = self._person is None or whole.person.id != self._person.id
        self._person = self._typed.newest(whole.person)
        if is_other:
            self._turn(False)
        self._show(is_read_only=whole.person.archived_on is not None)

    def edit(self) -> None:
        """Goes on to the fields."""
        self._turn(True)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Back to reading; what was typed is kept."""
        if self.is_editing:
            self._typed.flush()
            self._turn(False)
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.change.clicked.connect(self.edit)
        self.done.clicked.connect(self.finish)
        self.words.textChanged.connect(self._on_typed)
        self.note.textEdited.connect(lambda typed: self._keep(trust_note=typed))
        self.day.chosen.connect(lambda day: self._keep(trust_on=day))

    def _show(self, *, is_read_only: bool) -> None:
        assert self._person is not None  # noqa: S101  whoever is shown
        person, has_words = self._person, bool(self._person.trust.strip())
        title = tr("What trust looks like to {name}").format(name=person.name)
        self.title.setText(title)
        self._quote.setText(_quoted(person.trust) if has_words else "")
        self._quote.setVisible(has_words)
        self._about.setText(_about(person) if has_words else _asking(person, is_read_only=is_read_only))
        self.change.set_tone("ink2" if has_words else "teal")
        self.change.say(tr("Change") if has_words else tr("Write it down"))
        self.name_after(self.change, title)
        self.change.setVisible(not is_read_only and not self.is_editing)
        if self.words.text() != person.trust:
            self.words.replace_text(person.trust)
        show_line(self.note, person.trust_note)
        self.day.show_day(person.trust_on)

    def _turn(self, editing: bool) -> None:
        self.fields.setVisible(editing)
        self._reading.setVisible(not editing)
        self.change.setVisible(not editing)
        self.turned.emit()

    def _on_typed(self) -> None:
        if self._person is not None and self.words.text() != self._person.trust:
            day = (self._person.trust_on or today()) if self.words.text().strip() else None
            self._keep(trust=self.words.text(), trust_on=day)
            self.day.show_day(day)

    def _keep(self, **changes: Any) -> None:
        assert self._person is not None  # noqa: S101  the fields are filled with somebody
        self._person = replace(self._typed.newest(self._person), **changes)
        self._typed.keep(self._person)
        self._show(is_read_only=False)


def _quoted(words: str) -> str:
    said = words.strip()
    return said if said[0] in "“\"„«‘'" else tr("“{words}”").format(words=said)


def _about(person: Person) -> str:
    day = person.trust_on
    when = tr("In their words, {day}.").format(day=day_name(day)) if day else tr("In their words.")
    return f"{when} {person.trust_note.strip()}".strip()


def _asking(person: Person, *, is_read_only: bool) -> str:
    note = person.trust_note.strip()
    if note or is_read_only:
        return note or tr("Nothing noted.")
    return tr("The same act reads as care to one person and as distrust to another. Ask, and write down their words.")
