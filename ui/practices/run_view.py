"""One run of a checklist: each step ticked, left out, or not yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.practices import rules
from app.practices.model import Mark, Step
from app.practices.wording import checklist_name, mark_name, progress_in_words
from app.translation import tr
from ui.practices.checklists import ChecklistPresenter
from ui.practices.step_rows import aside, clear
from ui.practices.words import run_name, version_name
from ui.reflection.people import PersonPill
from ui.reflection.saved import SavedLine
from ui.session import Session
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.choices import Check
from ui.widgets.fields import LineField
from ui.widgets.foot_line import FootLine
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.wording import day_name

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Tick(Check):
    """Arrow keys go from step to step, Delete leaves one out."""

    stepped = Signal(int)
    left_out = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Minus):
            self.left_out.emit()
        else:
            super().keyPressEvent(event)


class StepTick(QWidget):
    """One step of a run. A click on its words ticks it, too."""

    marked = Signal(object)  # a Mark; the same again takes it away
    stepped = Signal(int)

    def __init__(self, at: int, step: Step) -> None:
        super().__init__()
        self._number = at + 1
        self._said = step.text or tr("Step {number}").format(number=self._number)
        self.tick = _Tick("", name=self._said)
        self._words = Paragraph(self._said, "readingS", "ink")
        self._state = aside(mark_name(Mark.LEFT_OUT), "caption", "ink2")
        self.leave_out = IconButton("circle-minus", "", size=28, tone="ink3")
        eyes = aside(step.second_eyes, "small", "ink2") if step.second_eyes else None
        height = tokens.line_height("readingS")
        self.tick.setMinimumHeight(height)
        beside = column(*([eyes] if eyes is not None else []), self._state, ...)
        layout = row(self.tick, 8, self._words, 8, beside, 4, self.leave_out, margins=(0, 6, 0, 6))
        layout.setStretch(2, 1)
        for each in (self.tick, self.leave_out):
            layout.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.tick.clicked.connect(lambda: self.marked.emit(Mark.FILLED))
        self.tick.left_out.connect(lambda: self.marked.emit(Mark.LEFT_OUT))
        self.tick.stepped.connect(self.stepped)
        self.leave_out.clicked.connect(lambda: self.marked.emit(Mark.LEFT_OUT))

    def show_mark(self, mark: Mark) -> None:
        """Shows what became of it."""
        is_left_out = mark is Mark.LEFT_OUT
        self.tick.setChecked(mark is Mark.FILLED)
        self.tick.setAccessibleDescription(mark_name(mark))
        self._state.setVisible(is_left_out)
        self._words.set_tone("ink2" if mark is not Mark.NOT_YET else "ink")
        words = tr("Step {number}: not left out after all") if is_left_out else tr("Leave out step {number}")
        self.leave_out.call("arrow-back-up" if is_left_out else "circle-minus", words.format(number=self._number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.click()


class RunView(QWidget):
    """The run in hand, and the way back to its checklist."""

    def __init__(self, presenter: ChecklistPresenter, session: Session) -> None:
        super().__init__()
        self._runs, self._shelf = presenter.runs, presenter.shelf
        self.back = LinkButton("", style="caption", tone="ink2", icon="chevron-left")
        self.back.setMinimumWidth(tokens.scaled(60))  # a long name ends with an ellipsis
        self._name, self._about = Paragraph("", "title", "ink"), Paragraph("", "small", "ink2")
        self.by = PersonPill(session, tr("Who does it"), tr("Me"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.ticks: list[StepTick] = []
        self._steps: tuple[Step, ...] = ()
        self._progress = Label("", "small", "ink2")
        self.note = LineField(tr("A line about this run"), tr("A line about it, if you like"), most=limits.LINE)
        self.put_away = IconButton("trash", tr("Move this run to the trash"))
        self.finish = Button(tr("Finish the run"), "primary")
        self._compose()
        self._wire()

    def set_padding(self, side: int) -> None:
        """So much room at the left and the right."""
        self._body.setContentsMargins(side, 0, side - ScrollPage.ROOM, 24)
        self._foot.setContentsMargins(side, 12, side, 22)

    def focus_start(self) -> QWidget:
        """The first step that is not done."""
        run = self._runs.run
        marks = rules.marks_of(run, len(self.ticks)) if run is not None else ()
        open_ones = [each for each, mark in zip(self.ticks, marks, strict=False) if mark is Mark.NOT_YET]
        return open_ones[0].tick if open_ones else self.finish

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._runs.leave()
        else:
            super().keyPressEvent(event)

    def _compose(self) -> None:
        holder = QWidget()
        who = row(Label(tr("Done by"), "caption", "ink2"), 10, self.by, 12, ..., self._progress)
        self._body = column(
            *(row(self.back, ...), self._name, 2, self._about, 14, who, 12, self._column, 18),
            *(Label(tr("A line about it"), "caption", "ink2"), 2, self.note, ...),
        )
        holder.setLayout(self._body)
        self._foot = row(SavedLine(self._runs.draft.autosave), ..., self.put_away, 8, self.finish)
        foot = QWidget()
        foot.setLayout(self._foot)
        self._scroll = ScrollPage(holder)
        self.setLayout(column(self._scroll, row(1, FootLine(self._scroll)), foot))

    def _wire(self) -> None:
        runs = self._runs
        runs.draft.replaced.connect(self._fill)
        runs.changed.connect(self._show)
        self._shelf.loaded.connect(self._show)
        self.back.clicked.connect(runs.leave)
        self.by.chosen.connect(lambda: runs.do_by(self.by.person()))
        self.note.textEdited.connect(runs.note)
        self.put_away.clicked.connect(runs.put_away)
        self.finish.clicked.connect(self._on_finish)

    def _on_finish(self) -> None:
        run = self._runs.run
        if run is not None and run.finished_on is not None:
            self._runs.open_again()
        else:
            self._runs.finish()

    def _fill(self) -> None:
        run = self._runs.run
        if run is not None:
            self.note.setText(run.note)
            self.by.show_person(run.by)
            self._scroll.verticalScrollBar().setValue(0)
            self._show()

    def _show(self) -> None:
        run = self._runs.run
        if run is None:
            return
        checklist = self._shelf.checklist(run.checklist)
        self.back.say(checklist_name(checklist.name) if checklist is not None else tr("Back"))
        self._name.setText(run_name(run, self._shelf.today))
        said = tr("{version}, begun {day}").format(version=version_name(run.version), day=day_name(run.date))
        if run.finished_on is not None:
            said = tr("{begun}, finished {day}").format(begun=said, day=day_name(run.finished_on))
        self._about.setText(said)
        if self._steps != self._runs.steps:
            self._list(self._runs.steps)
        for each, mark in zip(self.ticks, rules.marks_of(run, len(self.ticks)), strict=True):
            each.show_mark(mark)
        self._progress.setText(progress_in_words(rules.progress(run, len(self.ticks))))
        self.finish.say(tr("Open it again") if run.finished_on is not None else tr("Finish the run"))

    def _list(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        clear(self._column)
        self.ticks = [StepTick(at, step) for at, step in enumerate(steps)]
        before: QWidget = self.by
        for at, each in enumerate(self.ticks):
            each.marked.connect(lambda mark, at=at: self._runs.mark(at, mark))
            each.stepped.connect(lambda by, at=at: self._step(at + by))
            self._column.addWidget(each)
            self._column.addWidget(Line())
            each.show()
            for stop in (each.tick, each.leave_out):
                QWidget.setTabOrder(before, stop)
                before = stop
        QWidget.setTabOrder(before, self.note)

    def _step(self, at: int) -> None:
        if 0 <= at < len(self.ticks):
            self.ticks[at].tick.setFocus(Qt.FocusReason.TabFocusReason)
