"""Name, role and since when: to add somebody, and to change what is said of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.people.model import Person
from app.people.wording import read_roughly, roughly
from app.translation import tr
from ui.clock import today
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, FieldError
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row

_WIDTH = 360


class DetailsPanel(Panel):
    """Gives away what is typed when it is closed with the button, with Enter, or because the journal is left."""

    given = Signal(str, str, str)  # name, role, since as much of YYYY-MM-DD as is known

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label("", "heading")
        self.name, self.role = Field(tr("Name")), Field(tr("Role"), placeholder=tr("Data analyst"))
        self.since = Field(tr("With you since"), placeholder=tr("April 2025, or 2023"))
        self.name.take_at_most(limits.NAME)
        self.role.take_at_most(limits.LINE)
        self.name_error, self.since_error = FieldError(), FieldError()
        self.done = Button("", "primary")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        self.setLayout(
            column(
                *(self._title, 16),
                *(_caption(tr("Name")), 5, self.name, self.name_error, 14),
                *(_caption(tr("Role")), 5, self.role, 14),
                *(_caption(tr("With you since")), 5, self.since, self.since_error, 20),
                row(..., self.done),
                margins=20,
            )
        )
        self.name.textEdited.connect(lambda: self._refuse(self.name, self.name_error, ""))
        self.since.textEdited.connect(lambda: self._refuse(self.since, self.since_error, ""))
        self.done.clicked.connect(self.give)

    def open_new(self, anchor: QWidget) -> None:
        """Opens empty."""
        self._open(anchor, tr("Add a person"), tr("Add"), ("", "", ""))

    def open_for(self, person: Person, anchor: QWidget) -> None:
        """Opens with what is known of somebody."""
        said = (person.name, person.role, roughly(person.since, today()))
        self._open(anchor, tr("Name, role and since when"), tr("Done"), said)

    def give(self) -> None:
        """Gives away what is typed; without a name, or with a day that is none, it says so and stays."""
        since = read_roughly(self.since.text(), today())
        name = " ".join(self.name.text().split())
        if not name:
            self._refuse(self.name, self.name_error, tr("A name is needed, if only a first one."))
        elif since is None:
            said = tr("A year, a month or a day, such as 2024, April 2024 or 12 April 2024.")
            self._refuse(self.since, self.since_error, said)
        else:
            self.given.emit(name, " ".join(self.role.text().split()), since)

    def refuse_name(self, why: str) -> None:
        """Says below the name why it cannot be."""
        self._refuse(self.name, self.name_error, why)
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        else:
            super().keyPressEvent(event)

    def _open(self, anchor: QWidget, title: str, done: str, said: tuple[str, str, str]) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self.done.say(done)
        for field, words in zip((self.name, self.role, self.since), said, strict=True):
            field.setText(words)
            field.setCursorPosition(0)
        for field, error in ((self.name, self.name_error), (self.since, self.since_error)):
            self._refuse(field, error, "")
        self.open_at(anchor)

    def _refuse(self, field: Field, error: FieldError, why: str) -> None:
        field.set_error(bool(why))
        error.say(why)
        if why:
            field.setFocus()
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.adjustSize()


def _caption(words: str) -> Label:
    return Label(words, "caption", "ink2")
