"""What stands above the list of prompts: a field to find by words, the pillars, and what has become of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr, trn
from ui.prompts.pillar_choice import PillarFilter
from ui.prompts.presenter import PromptsPresenter
from ui.prompts.wanted import State
from ui.reflection.one_of import OneOf
from ui.widgets.chips import Pill
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Filters(QWidget):
    """Narrows what a presenter lists."""

    left_down = Signal()  # from the field on to the list

    def __init__(self, presenter: PromptsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.field = _Find()
        self.pillars = PillarFilter()
        self.state = Pill("", name=tr("Show"), boxed=True)
        self._states = OneOf([(each, _state_name(each)) for each in State])
        self._panel = Panel(self)
        self._panel.setLayout(column(self._states, margins=18))
        self._count = Label("", "caption", "ink3", tabular=True)
        self.setLayout(column(self.field, 12, self.pillars, 10, row(self.state, ..., self._count)))
        self.field.textChanged.connect(lambda text: presenter.look_for(text=text))
        self.field.left_down.connect(self.left_down)
        self.pillars.chosen.connect(lambda pillars: presenter.look_for(pillars=pillars))
        self.state.clicked.connect(lambda: self._panel.open_at(self.state))
        self._states.chosen.connect(self._on_state)
        presenter.listed.connect(self._show)
        self._show()

    def _on_state(self, state: State) -> None:
        self._panel.close_panel()
        self._presenter.look_for(state=state)

    def _show(self) -> None:
        wanted, number = self._presenter.wanted, len(self._presenter.shown)
        if self.field.text() != wanted.text:
            self.field.setText(wanted.text)
        self.pillars.choose(wanted.pillars)
        self._states.choose(wanted.state)
        self.state.say(_state_name(wanted.state))
        self._count.setText(trn("{count} prompt", "{count} prompts", number).format(count=number))


class _Find(Field):
    left_down = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Find a prompt"), placeholder=tr("Find a prompt"), compact=True, leading_icon="search")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


def _state_name(state: State) -> str:
    return {
        State.ANY: tr("All prompts"),
        State.ASKED: tr("Asked"),
        State.RETIRED: tr("Retired"),
        State.OWN: tr("My own"),
        State.EDITED: tr("Edited"),
    }[state]
