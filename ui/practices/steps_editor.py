"""The steps of a checklist while they are changed, as one new version with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.practices import rules
from app.practices.model import Checklist, Step
from app.translation import tr
from ui.practices.checklists import ChecklistPresenter, Showing
from ui.practices.step_rows import number_label
from ui.reflection.people import PersonPill
from ui.reflection.saved import SavedLine
from ui.session import Session
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import Field, LineField
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Paragraph
from ui.widgets.moving import claims_move, move_of
from ui.widgets.panes import ScrollPage, column, row


class StepField(LineField):
    """The words of one step. Enter goes on to a new one, Backspace takes an empty one away, Alt and arrows move it."""

    gone_on = Signal()
    emptied = Signal()
    moved = Signal(int)

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_on.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif (by := move_of(event)) is not None:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


class StepFields(QWidget):
    """One step: its words, whose second eyes, and its place."""

    changed = Signal()

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__()
        self.words = StepField(tr("Step"), tr("What is done"), most=limits.LINE)
        self.words.setText(step.text)
        self.words.setCursorPosition(0)
        self.eyes = PersonPill(session, tr("Second pair of eyes"), tr("Nobody"))
        self.eyes.show_person(step.second_eyes)
        self.up = IconButton("chevron-up", "", size=28, tone="ink3")
        self.down = IconButton("chevron-down", "", size=28, tone="ink3")
        self.remove = IconButton("x", "", size=28, tone="ink3")
        self._number = number_label(0)
        below = row(Label(tr("Second eyes"), "caption", "ink3"), 8, self.eyes, ..., self.up, self.down, self.remove)
        layout = row(self._number, column(self.words, 4, below))
        layout.setAlignment(self._number, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.words.textEdited.connect(self.changed)
        self.eyes.chosen.connect(self.changed)

    def step(self) -> Step:
        """As it is typed now."""
        return Step(text=self.words.text(), second_eyes=self.eyes.person())

    def show_number(self, at: int) -> None:
        """It has this index now."""
        number = at + 1
        self._number.setText(str(number))
        self.words.setAccessibleName(tr("Step {number}").format(number=number))
        self.up.call("chevron-up", tr("Move step {number} up").format(number=number))
        self.down.call("chevron-down", tr("Move step {number} down").format(number=number))
        self.remove.call("x", tr("Take step {number} away").format(number=number))


class StepsEditor(QWidget):
    """Name, owner, steps and the reason. Everything saves itself."""

    def __init__(self, presenter: ChecklistPresenter, session: Session) -> None:
        super().__init__()
        self._presenter, self._session = presenter, session
        self.name = Field(tr("Name of the checklist"), placeholder=tr("Monthly report"), compact=True)
        self.name.take_at_most(limits.NAME)
        self.owner = PersonPill(session, tr("Who looks after it"), tr("Me"))
        self.fields: list[StepFields] = []
        self._steps = QVBoxLayout()
        self._steps.setSpacing(10)
        self.add = Button(tr("Add a step"), "quiet", icon="plus", size="small")
        self.hint = Paragraph("", "small", "ink2")
        self.reason = LineField(tr("Why it changes"), tr("After the debrief of 13 February"), most=limits.LINE)
        self.put_away = IconButton("trash", tr("Move the checklist to the trash"))
        self.done = Button(tr("Done"), "primary", keys=tr("Ctrl ↵"), size="small")
        self._compose()
        self._wire()

    def set_padding(self, side: int) -> None:
        """So much room at the left and the right."""
        self._body.setContentsMargins(side, 8, side - ScrollPage.ROOM, 24)
        self._foot.setContentsMargins(side, 12, side, 22)

    def focus_start(self) -> QWidget:
        """Where the keyboard comes to first."""
        checklist: Checklist | None = self._presenter.draft.record
        is_new = checklist is None or not checklist.versions
        return self.name if is_new or not self.fields else self.fields[0].words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.finish()
        else:
            super().keyPressEvent(event)

    def _compose(self) -> None:
        holder = QWidget()
        self._body = column(
            *(Label(tr("Checklist"), "caption", "ink2"), 6, self.name, 12),
            *(row(Label(tr("Looked after by"), "caption", "ink2"), 10, self.owner, ...), 20),
            *(Label(tr("Steps"), "caption", "ink2"), 8, self._steps, 8, row(self.add, ...), 6, self.hint, 18),
            *(Label(tr("Why it changes"), "caption", "ink2"), 2, self.reason, ...),
        )
        holder.setLayout(self._body)
        self._foot = row(SavedLine(self._presenter.draft.autosave), ..., self.put_away, 8, self.done)
        foot = QWidget()
        foot.setLayout(self._foot)
        self._scroll = ScrollPage(holder)
        self.setLayout(column(self._scroll, row(1, FootLine(self._scroll)), foot))

    def _wire(self) -> None:
        draft = self._presenter.draft
        draft.replaced.connect(self._fill)
        self.name.textEdited.connect(lambda words: draft.edit(name=words))
        self.name.returnPressed.connect(lambda: self._focus(0))
        self.owner.chosen.connect(lambda: draft.edit(owner=self.owner.person()))
        self.reason.textEdited.connect(self._tell)
        self.add.clicked.connect(lambda: self._insert(len(self.fields)))
        self.put_away.clicked.connect(self._presenter.put_away)
        self.done.clicked.connect(self._presenter.finish)

    def _fill(self) -> None:
        checklist: Checklist | None = self._presenter.draft.record
        if checklist is None:
            return
        self.name.setText(checklist.name)
        self.owner.show_person(checklist.owner)
        self.reason.setText("")
        self._scroll.verticalScrollBar().setValue(0)
        newest = checklist.versions[-1] if checklist.versions else None
        if newest is not None and newest.date == self._presenter.shelf.today:
            self.reason.setText(newest.reason)  # what is of today changes in place
        while self.fields:
            self._drop(self.fields.pop())
        for step in rules.steps_of(checklist) or (Step(text=""),):
            self._put(len(self.fields), step)
        self._number()

    def _put(self, at: int, step: Step) -> StepFields:
        made = StepFields(self._session, step)
        made.changed.connect(self._tell)
        made.words.gone_on.connect(lambda: self._go_on(made))
        made.words.emptied.connect(lambda: self._take_away(made))
        made.words.moved.connect(lambda by: self._move(made, by))
        made.up.clicked.connect(lambda: self._move(made, -1))
        made.down.clicked.connect(lambda: self._move(made, 1))
        made.remove.clicked.connect(lambda: self._take_away(made))
        self.fields.insert(at, made)
        self._steps.insertWidget(at, made)
        made.show()  # a layout would do so only in a while
        return made

    def _insert(self, at: int) -> None:
        if len(self.fields) < limits.STEPS:
            self._put(at, Step(text=""))
            self._number()
        self._focus(at)

    def _go_on(self, fields: StepFields) -> None:
        """To the next step where that is empty, else to a new one below."""
        at = self.fields.index(fields) + 1
        if at < len(self.fields) and not self.fields[at].words.text():
            self._focus(at)
        else:
            self._insert(at)

    def _take_away(self, fields: StepFields) -> None:
        if len(self.fields) == 1:
            return
        at = self.fields.index(fields)
        self._drop(self.fields.pop(at))
        self._number()
        self._focus(max(at - 1, 0))
        self._tell()

    def _move(self, fields: StepFields, by: int) -> None:
        at = self.fields.index(fields)
        to = at + by
        if 0 <= to < len(self.fields):
            self.fields.insert(to, self.fields.pop(at))
            self._steps.insertWidget(to, fields)
            self._number()
            self._tell()

    def _drop(self, fields: StepFields) -> None:
        self._steps.removeWidget(fields)
        fields.hide()
        fields.deleteLater()

    def _focus(self, at: int) -> None:
        if self.fields:
            self.fields[min(at, len(self.fields) - 1)].words.setFocus(Qt.FocusReason.TabFocusReason)

    def _number(self) -> None:
        """Numbers, what can be moved where, the order for Tab, and what is asked for."""
        before: QWidget = self.owner
        for at, each in enumerate(self.fields):
            each.show_number(at)
            each.up.setEnabled(at > 0)
            each.down.setEnabled(at + 1 < len(self.fields))
            for stop in (each.words, each.eyes, each.up, each.down, each.remove):
                QWidget.setTabOrder(before, stop)
                before = stop
        QWidget.setTabOrder(before, self.add)
        self.add.setEnabled(len(self.fields) < limits.STEPS)
        self._hint()

    def _hint(self) -> None:
        count = len(_worded(self.fields))
        said = ""
        if count > rules.MOST:
            said = tr(
                "More than nine are seldom read to the end. Perhaps two of them are one, or it is two checklists."
            )
        elif count < rules.FEWEST:
            said = tr("Five to nine steps are usual: few enough to be read, and none that everybody remembers anyway.")
        self.hint.setText(said)

    def _tell(self) -> None:
        self._hint()
        if self._presenter.showing is Showing.EDITING:
            self._presenter.change_steps(_worded(self.fields), self.reason.text())


def _worded(fields: Sequence[StepFields]) -> list[Step]:
    return [each.step() for each in fields if each.step().text.strip() or each.step().second_eyes]
