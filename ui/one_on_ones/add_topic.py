"""Adding to the agenda: one line, and who raises it. It is kept from the first letters on."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.one_on_ones.model import Topic
from app.people.model import Side
from app.translation import tr
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.one_on_ones.words import side_name
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import LineField
from ui.widgets.keyboard import has_keyboard
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented


class AddTopic(QWidget):
    """A button, and in its place the form: Enter takes the next one, Escape ends it."""

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._topic: Topic | None = None
        self.button = LinkButton(tr("Add to the agenda"), icon="plus", tone="ink2")
        self.text = LineField(tr("What there is to talk about"), tr("What is it about?"))
        self.side = Segmented(((Side.ME, tr("Me")), (Side.THEM, tr("Them"))), tr("Who raises it"))
        self._form = QWidget()
        self._form.setLayout(column(self.text, 8, row(self.side, ...), margins=(8, 0, 8, 8)))
        self.setLayout(column(row(self.button, ..., margins=(8, 0, 8, 0)), self._form))
        self._form.hide()
        self.button.clicked.connect(self.begin)
        self.text.textEdited.connect(self._on_typed)
        self.text.returnPressed.connect(self._go_on)
        self.side.chosen.connect(lambda _: self._on_typed(self.text.text()))

    def begin(self) -> None:
        """Opens the form, with the cursor in it."""
        self.button.hide()
        self._form.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Closes it. What was typed is on the agenda."""
        had_focus = has_keyboard(self._form)
        self._take_up()
        self._form.hide()
        self.button.show()
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person: str) -> None:
        """Whose name stands on the choice."""
        self.side.setAccessibleDescription(side_name(Side.THEM, person))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.end()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        if self._topic is None or self._topic.person != self._presenter.person:
            if not text.strip():
                return
            self._topic = self._deeds.new_topic(Side(self.side.key()))
            self._presenter.typing.add(self._topic.id)
        self._topic = replace(self._topic, text=text, raised_by=Side(self.side.key()))
        self._deeds.write(self._topic)

    def _go_on(self) -> None:
        self._take_up()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self) -> None:
        topic, self._topic = self._topic, None
        self.text.clear()
        if topic is not None:
            self._presenter.typing.discard(topic.id)
            self._presenter.written.flush()
            self._presenter.shown.emit()
