"""The sheet of the weekly review: the experiment, the plans, one question, the next experiment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.prompts.library import review
from app.translation import tr
from ui.reflection.draft import Draft
from ui.reflection.fields import PrivateToggle, TextField
from ui.reflection.margin_note import MarginNote
from ui.reflection.saved import SavedLine
from ui.reflection.tags import TagsField
from ui.session import Session
from ui.theme import tokens
from ui.today.carry import CarryList
from ui.today.experiment_fields import ExperimentFields
from ui.today.look_back import LookBack
from ui.today.week_presenter import WeekPresenter, said_of
from ui.today.week_words import day_of
from ui.widgets.buttons import Button
from ui.widgets.chips import PillarChip
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import Card, column, row
from ui.widgets.step_mark import StepMark
from ui.widgets.tab_loop import put_after
from ui.wording import day_name

_DISC, _BESIDE = 22, 16  # as on the sheet of a day
_LOOK_BACK, _CARRY, _QUESTION, _NEXT = range(4)


class WeekSheet(Card):
    """Four steps, none of them mandatory, in any order."""

    close_asked = Signal()

    def __init__(self, presenter: WeekPresenter, draft: Draft, session: Session) -> None:
        super().__init__()
        self._presenter, self._draft = presenter, draft
        self._marks = [StepMark(each) for each in (1, 2, 3, 4)]
        self._worked_on, self._visited = _LOOK_BACK, {_LOOK_BACK}
        self._day = Label("", "small", "ink2")
        self.look_back, self.carry = LookBack(), CarryList(presenter)
        self._nothing_runs = Paragraph(
            tr("No trust experiment is running. The last step has room for one, if you want it."), "small", "ink2"
        )
        self.text = TextField(draft, minimum_lines=3)
        self.note = MarginNote(self.text, draft, session)
        self._question = Paragraph(review().question, "title", "ink")
        self.next = ExperimentFields(session)
        self._waits = Paragraph("", "small", "ink2")
        self.close_week = Button(tr("Close the week"), "primary", keys=tr("Ctrl ↵"))
        self._lay_out(session)
        self._wire()

    def set_compact(self, compact: bool) -> None:
        """Where there is little room, the margins are smaller."""
        across, above = (21, 14) if compact else (25, 18)
        self._steps.setContentsMargins(across, above, across, above)

    def focus_start(self) -> None:
        """Puts the focus where the review begins."""
        if self._presenter.current is not None:
            self.look_back.choice.stop().setFocus()
        else:
            next(iter(self.carry.checks.values()), self.text).setFocus()

    def _wire(self) -> None:
        presenter, draft = self._presenter, self._draft
        self.look_back.answered.connect(presenter.look_back)
        self.next.edited.connect(lambda fields: presenter.plan_next(**fields))
        self.close_week.clicked.connect(self.close_asked)
        presenter.shown.connect(self._show_week)
        presenter.edited.connect(self._show_experiments)
        for signal in (draft.edited, draft.replaced, presenter.edited):
            signal.connect(self._mark_steps)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)
        self._show_week()

    def _lay_out(self, session: Session) -> None:
        heading = row(Label(tr("This week’s trust experiment"), "heading"), 8, self._day, ...)
        look_back = column(heading, 6, self.look_back, self._nothing_runs)
        self._leave = ElidedLabel(tr("Leave the rest here."), "small", "ink2")
        carry = column(row(Label(tr("What to carry into next week"), "heading"), 8, self._leave, ...), 9, self.carry)
        self._steps = column(
            self._step(_LOOK_BACK, look_back),
            self._parting(),
            self._step(_CARRY, carry),
            self._parting(),
            self._step(_QUESTION, self._question_step(session)),
            self._parting(),
            self._step(_NEXT, self._next_step(), above_mark=4),
        )
        self.setLayout(self._steps)

    def _question_step(self, session: Session) -> QVBoxLayout:
        draft = self._draft
        head = row(Label(tr("Reflect"), "heading"), 12, PillarChip(review().pillar), ...)
        foot = row(..., TagsField(draft, session), 16, PrivateToggle(draft))
        return column(head, 9, self._question, 11, self.text, self.note, 9, foot)

    def _next_step(self) -> QVBoxLayout:
        helper = ElidedLabel(tr("Two weeks, one small act."), "small", "ink2")
        head = row(
            Label(tr("The next experiment"), "heading"), 8, helper, ..., 16, self.next.ideas, 12, self.next.person
        )
        self.saved = SavedLine(self._draft.autosave, self._presenter.experiments.autosave)
        return column(head, 6, self.next, 6, self._waits, 14, row(self.saved, ..., self.close_week))

    def _step(self, at: int, content: QVBoxLayout, above_mark: int = 0) -> QVBoxLayout:
        return column(row(column(above_mark, self._marks[at], ...), _BESIDE, content))

    def _parting(self) -> QVBoxLayout:
        return column(18, row(tokens.scaled(_DISC) + _BESIDE, Line()), 18)

    def _show_week(self) -> None:
        self.carry.show_plans()
        self._leave.setVisible(bool(self._presenter.looked.plans))
        put_after(self.look_back.note, self.carry)
        self._show_experiments()
        self._mark_steps()

    def _show_experiments(self) -> None:
        looked = self._presenter.looked
        current, coming = looked.current, looked.coming
        if current is not None:
            self.look_back.show_experiment(current, looked.compared, looked.today)
        self._day.setText(day_of(current, looked.today) if current is not None else "")
        self.look_back.setVisible(current is not None)
        self._nothing_runs.setVisible(current is None)
        self.next.show_experiment(coming)
        said = self._said_about_waiting()
        self._waits.setText(said)
        self._waits.setVisible(bool(said))

    def _said_about_waiting(self) -> str:
        """Two do not run at once."""
        looked = self._presenter.looked
        current, coming = looked.current, looked.next
        if coming is None or current is None or coming.begun_on <= looked.today:
            return ""
        begins = day_name(coming.begun_on)
        if said_of(current, looked.today):
            return tr("It begins on {day}, when the other one has ended.").format(day=begins)
        said = tr("The first one has no answer yet. Say above what you saw, and this one begins today; else on {day}.")
        return said.format(day=begins)

    def _mark_steps(self) -> None:
        current, coming = self._presenter.current, self._presenter.coming
        done = (
            current is not None and bool(said_of(current, self._presenter.looked.today)),
            _CARRY in self._visited,
            bool(self._draft.reflection.content.text.strip()),
            coming is not None and bool(coming.will.strip()),
        )
        for at, mark in enumerate(self._marks):
            mark.show_state("open" if at == self._worked_on else "done" if done[at] else "to come")

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.close_week and self.isAncestorOf(now):
            bottom = now.mapTo(self, now.rect().bottomLeft()).y()
            self._worked_on = max((at for at, mark in enumerate(self._marks) if mark.y() <= bottom), default=0)
            self._visited.add(self._worked_on)
            self._mark_steps()
