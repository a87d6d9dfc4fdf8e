"""What stands above the bank: a field to find by words, and a button for what it is narrowed to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.interviews.model import Competency
from app.interviews.wording import competency_name
from app.translation import tr
from ui.questions.choosing import Choosing
from ui.questions.wanted import State, Wanted
from ui.questions.words import state_of_questions
from ui.reflection.one_of import OneOf
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.fields import Field
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.panes import Panel, column, row

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finding(QWidget):
    """Narrows what a presenter lists. Where that leaves something out it says so, with the way back."""

    left_down = Signal()  # from the field on to the list

    def __init__(self, presenter: Choosing) -> None:
        super().__init__()
        self._presenter = presenter
        self.field = _Find()
        self.narrow = IconButton("adjustments-horizontal", tr("What the bank shows"), size=36, bordered=True)
        self.panel: _Narrowing | None = None
        self._said = ElidedLabel("", "small", "ink2")
        self.show_all = LinkButton(tr("Show all"))
        self._line = QWidget()
        line = row(self._said, 10, self.show_all, margins=(0, 8, 0, 0))
        line.setStretch(0, 1)
        self._line.setLayout(line)
        self._line.hide()
        self.setLayout(column(row(self.field, 8, self.narrow), self._line))
        self.field.textChanged.connect(lambda text: presenter.look_for(text=text))
        self.field.left_down.connect(self.left_down)
        self.narrow.clicked.connect(self._open)
        self.show_all.clicked.connect(self.clear)
        presenter.changed.connect(self._show)

    def clear(self) -> None:
        """Looks for nothing in particular any more."""
        self.field.setText("")
        wanted = Wanted()
        self._presenter.look_for(text=wanted.text, competency=wanted.competency, state=wanted.state)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.panel is None:
            self.panel = _Narrowing(self, self._presenter)
        self.panel.open_at(self.narrow)

    def _show(self) -> None:
        wanted = self._presenter.wanted
        competency = [competency_name(wanted.competency)] if wanted.competency is not None else []
        state = [state_of_questions(wanted.state)] if wanted.state is not State.OFFERED else []
        self._said.setText(tr("Only: {what}").format(what=", ".join([*competency, *state])))
        self._line.setVisible(wanted.is_narrow)
        self.narrow.setAccessibleDescription(self._said.text() if wanted.is_narrow else "")


class _Find(Field):
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Find a question"), placeholder=tr("Find a question"), compact=True, leading_icon="search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _Narrowing(Panel):
    """One competency or all of them, and what has become of the questions."""

    def __init__(self, parent: QWidget, presenter: Choosing) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What the bank shows"))
        names: list[tuple[object, str]] = [(each, competency_name(each)) for each in Competency]
        self.competencies = OneOf([(None, tr("Every competency")), *names])
        self.states = OneOf([(each, state_of_questions(each)) for each in State])
        self.competencies.choose(presenter.wanted.competency)
        self.states.choose(presenter.wanted.state)
        left = column(Label(tr("Competency"), "caption", "ink2"), 10, self.competencies, ...)
        right = column(Label(tr("Questions"), "caption", "ink2"), 10, self.states, ...)
        self.setLayout(row(left, 36, right, margins=18))
        self.competencies.chosen.connect(lambda chosen: presenter.look_for(competency=chosen))
        self.states.chosen.connect(lambda chosen: presenter.look_for(state=chosen))
        presenter.changed.connect(lambda: self._show(presenter.wanted))

    def _show(self, wanted: Wanted) -> None:
        self.competencies.choose(wanted.competency)
        self.states.choose(wanted.state)
