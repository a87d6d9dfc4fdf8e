"""The seven steps below each other, one of them open, in any order."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from app.translation import tr
from ui.clock import today
from ui.handover.fear import FearFields
from ui.handover.fields import DoneFields, EyesFields, StepFields, WordsFields
from ui.handover.meetings import MeetingsFields
from ui.handover.presenter import HandOverPresenter
from ui.handover.step_head import BESIDE, OUT, StepHead
from ui.handover.steps import Step, helper, summary, title
from ui.handover.theirs import TheirsFields
from ui.theme import tokens
from ui.widgets.fields import LineField
from ui.widgets.labels import Line
from ui.widgets.panes import Item, ScrollPage, column, row
from ui.widgets.step_mark import DISC
from ui.widgets.writing import WritingArea

_AROUND = 80  # pixels above and below where one begins to type


class SteppedList(ScrollPage):
    """Heads, and the fields of the open step below its own."""

    gone_on = Signal()

    def __init__(self, presenter: HandOverPresenter, weekday: int | None) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._presenter = presenter
        self.heads = {step: StepHead(step) for step in Step}
        self.fields = self._made(weekday)
        self._bodies: dict[Step, QWidget] = {}
        self._last = Step.DONE  # the one that was open last
        items: list[Item] = []
        for step, head in self.heads.items():
            body = self._bodies[step] = QWidget()
            below = 8 if step is Step.FEAR else 16
            body.setLayout(row(tokens.scaled(DISC) + BESIDE, self.fields[step], margins=(OUT, 3, OUT, below)))
            items += [head, body, *([] if step is Step.FEAR else [row(OUT, Line(), OUT)])]
            head.clicked.connect(lambda _=False, step=step: self._on_pressed(step))
        done = self.fields[Step.DONE]
        assert isinstance(done, DoneFields)  # noqa: S101  made so
        done.gone_on.connect(self.gone_on)
        self.column = column(*items, ...)
        inside.setLayout(self.column)
        presenter.turned.connect(self._on_turned)
        for signal in (presenter.taken, presenter.edited, presenter.loaded):
            signal.connect(self._show)
        self._show()

    def focus_open(self) -> None:
        """Puts the cursor where the open step begins; without one, on the first head."""
        step = self._presenter.step
        stop = self.heads[self._last] if step is None else self.fields[step].start()
        if isinstance(stop, WritingArea):
            stop.moveCursor(QTextCursor.MoveOperation.End)
        # By Tab all of a line would be selected, and the next key would take its place.
        reasons = Qt.FocusReason
        stop.setFocus(reasons.OtherFocusReason if isinstance(stop, LineField | WritingArea) else reasons.TabFocusReason)
        if isinstance(stop, LineField):
            stop.end(False)
        # What has just come into sight has its place only when the layout had its turn.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(stop, 0, _AROUND))

    def _made(self, weekday: int | None) -> dict[Step, StepFields]:
        presenter = self._presenter
        why = tr("Written to them: it stands in the note as you write it here.")
        support = tr("What you do, what you leave alone, and how they reach you.")
        return {
            Step.DONE: DoneFields(presenter),
            Step.WHY: WordsFields(presenter, "why", tr("Why them, and what they will learn"), why),
            Step.SUPPORT: WordsFields(presenter, "support", tr("Support we agreed"), support),
            Step.THEIRS: TheirsFields(presenter),
            Step.MEETINGS: MeetingsFields(presenter, weekday),
            Step.EYES: EyesFields(presenter),
            Step.FEAR: FearFields(presenter),
        }

    def _on_pressed(self, step: Step) -> None:
        self._presenter.turn(None if self._presenter.step is step else step)
        self.focus_open()

    def _on_turned(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # or what is hidden would hand it to whatever comes next
        self._show()
        if had_focus:
            self.focus_open()
        self._last = self._presenter.step or self._last

    def _show(self) -> None:
        at = self._presenter
        given, checklist = at.delegation, at.material.checklist(at.delegation.brief.checklist)
        for step, head in self.heads.items():
            head.setVisible(step in at.steps)
            said = summary(step, given, checklist, today())
            is_open = step is at.step
            self._bodies[step].setVisible(is_open)
            head.show_step(title(step, given.person), said, helper(step), is_open=is_open)
