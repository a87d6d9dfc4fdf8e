"""The row of actions below the rope: one press logs a touch of today."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.delegation.dues import Due, due_now
from app.delegation.history import History, Stage
from app.delegation.model import TouchKind
from app.translation import tr
from ui.clock import today
from ui.delegation.glyphs import GlyphButton
from ui.reflection.flow import Flow
from ui.rope.words import touch_name
from ui.widgets.buttons import Button, IconButton
from ui.widgets.panes import Panel, column, row
from ui.widgets.rope_marks import Mark

_STEPPED_IN = (TouchKind.DROPPED_IN, TouchKind.EDITED, TouchKind.OVERRULED)


class ActionsRow(QWidget):
    """Shows what can happen next at the stage that the work is in."""

    happened = Signal(object)  # a TouchKind
    take_back_asked = Signal()
    debrief_asked = Signal()
    copy_asked = Signal()
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.check_in = GlyphButton(tr("Agreed check-in"), Mark.AGREED)
        self.held = GlyphButton(tr("Felt the pull, held"), Mark.HELD)
        self.stepped_in = GlyphButton(tr("Stepped in"), Mark.PEEK, opens=True)
        self.took_back = GlyphButton(tr("Took it back"), Mark.TOOK_BACK)
        self.hand_back = GlyphButton(tr("Hand it back"), "transfer")
        self.go_on = Button(tr("Go on with the hand-over"), "primary")
        self.debrief = Button(tr("Debrief"), "primary")
        self.read = Button(tr("Read the debrief"))
        self.more = IconButton("dots", tr("More about this"))
        self.delivered = GlyphButton(tr("Delivered"), "package")
        self.steps = Menu(self, tr("Stepped in"))
        self.menu = Menu(self, tr("More about this"))
        for kind in _STEPPED_IN:
            self.steps.add(touch_name(kind), "eye", self._log(kind))
        self.asked = self.menu.add(tr("They asked me"), "messages", self._log(TouchKind.ASKED))
        self.mistake = self.menu.add(tr("A mistake"), "alert-circle", self._log(TouchKind.MISTAKE))
        self.note = self.menu.add(tr("A note"), "pencil", self._log(TouchKind.NOTE))
        self.back = self.menu.add(tr("Handed back to them"), "transfer", self._log(TouchKind.HANDED_BACK))
        self.menu.add(tr("Copy the history as text"), "copy", self.copy_asked.emit)
        self.menu.add(tr("Move to the trash"), "trash", self.trash_asked.emit)
        kinds = ((self.check_in, TouchKind.AGREED_CHECK_IN), (self.held, TouchKind.HELD))
        for button, kind in (*kinds, (self.hand_back, TouchKind.HANDED_BACK), (self.delivered, TouchKind.DELIVERED)):
            button.clicked.connect(self._log(kind))
        self.took_back.clicked.connect(self.take_back_asked)
        for each in (self.debrief, self.read):
            each.clicked.connect(self.debrief_asked)
        self.stepped_in.clicked.connect(lambda: self.steps.open_at(self.stepped_in))
        self.more.clicked.connect(lambda: self.menu.open_at(self.more))
        left, last = QWidget(), QWidget()
        with_owner = (self.hand_back, self.go_on, self.debrief, self.read)
        last.setLayout(row(self.took_back, *with_owner, self.more, spacing=8))  # the dots stand on no line alone
        left.setLayout(Flow(self.check_in, self.held, self.stepped_in, last))
        right = QWidget()
        right.setLayout(column(self.delivered, ...))
        line = row(left, 8, right)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_history(self, told: History) -> None:
        """What can be logged now."""
        with_them, is_back = told.stage is Stage.HANDED_OVER, told.stage is Stage.TAKEN_BACK
        for each in (self.check_in, self.held, self.stepped_in, self.took_back):
            each.setVisible(with_them)
        self.hand_back.setVisible(is_back)
        self.delivered.setVisible(with_them or is_back)
        self.go_on.setVisible(told.stage is Stage.DRAFT)
        self.debrief.setVisible(told.stage is Stage.AWAITING_DEBRIEF)
        self.read.setVisible(told.stage is Stage.DEBRIEFED)
        is_begun = told.stage is not Stage.DRAFT
        for line in (self.asked, self.mistake, self.note):
            line.setVisible(is_begun)
        self.back.setVisible(told.stage in (Stage.AWAITING_DEBRIEF, Stage.DEBRIEFED))
        due = {each.what for each in due_now(told, today())} if with_them else set()
        self.check_in.show_due(Due.CHECK_IN in due)
        self.delivered.show_due(Due.DELIVERY in due and Due.CHECK_IN not in due)

    def _log(self, kind: TouchKind) -> Callable[[], None]:
        return lambda: self.happened.emit(kind)


class Menu(Panel):
    """A few things to choose from, below the button that they belong to."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lines = column(margins=8, spacing=2)
        self.setLayout(self._lines)
        self.buttons: list[Button] = []

    def add(self, words: str, icon: str, do: Callable[[], object]) -> Button:
        """One more line."""
        made = Button(words, "quiet", icon=icon)

        def chosen() -> None:
            self.close_panel()
            do()

        made.clicked.connect(chosen)
        self._lines.addLayout(row(made, ...))
        self.buttons.append(made)
        return made
