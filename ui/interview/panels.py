"""Small panels of the conversation: what the candidate goes by, another day, and who they are once they are hired."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.translation import tr
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.days import Calendar
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Panel, column, row

_WIDTH = 340


class _OneField(Panel):
    """A field, a sentence about it, and a button; Enter is the button."""

    given = Signal(str)

    def __init__(self, parent: QWidget, title: str, said: str, field: str, done: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.field, self.trouble = Field(field, compact=True), FieldError()
        self.field.take_at_most(limits.NAME)
        self.done = Button(done, "secondary")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self.setLayout(
            column(
                *(Label(title, "heading"), 6, Paragraph(said, "small", "ink2"), 12),
                *(Label(field, "caption", "ink2"), 5, self.field, self.trouble, 14, row(..., self.done)),
                margins=20,
            )
        )
        self.field.textEdited.connect(lambda: self.refuse(""))
        self.done.clicked.connect(self.give)

    def open_with(self, words: str, anchor: QWidget) -> None:
        """Opens with what it is now."""
        self.field.setText(words)
        self.field.selectAll()
        self.refuse("")
        self.open_at(anchor)

    def give(self) -> None:
        """Gives away what is typed."""
        self.given.emit(" ".join(self.field.text().split()))

    def refuse(self, why: str) -> None:
        """Says below the field why it cannot be; "" takes that away."""
        self.field.set_error(bool(why))
        self.trouble.say(why)
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        else:
            super().keyPressEvent(event)


class NamePanel(_OneField):
    """What the candidate goes by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            tr("What they go by"),
            tr("A letter or initials are enough: it is the answers that you compare."),
            tr("Letter or initials"),
            tr("Done"),
        )

    def give(self) -> None:
        if self.field.text().strip():
            super().give()
            self.close_panel()
        else:
            self.refuse(tr("One letter is enough, so that they can be told apart."))


class HiredPanel(_OneField):
    """The name that they go by from now on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            tr("They said yes"),
            tr(
                "They get a page among your people. How your practices land with them becomes the start of your "
                "working agreement, to be looked at again after 30, 60 and 90 days."
            ),
            tr("The name they go by"),
            tr("Make their page"),
        )

    def give(self) -> None:
        if self.field.text().strip():
            super().give()
        else:
            self.refuse(tr("A name is needed, if only a first one."))


class DayPanel(Panel):
    """Another day for the conversation."""

    chosen = Signal(object)  # a date

    def __init__(self, parent: QWidget, first_weekday: int, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._first_weekday, self._today = first_weekday, today
        self.calendar = Calendar()
        self.setAccessibleName(tr("The day of the conversation"))
        self.setLayout(column(Label(tr("The day of the conversation"), "heading"), 10, self.calendar, margins=16))
        self.calendar.day_chosen.connect(self._on_chosen)

    def open_with(self, day: date, anchor: QWidget) -> None:
        """Opens on the day that it has now."""
        self.calendar.ask(self._today(), day, self._first_weekday)
        self.open_at(anchor)
        self.calendar.focus_day(day)

    def _on_chosen(self, day: date) -> None:
        self.close_panel()
        self.chosen.emit(day)
