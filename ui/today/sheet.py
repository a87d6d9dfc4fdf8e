"""The sheet of work: Notice, Reflect and Commit, each a short step, none of them mandatory."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSpacerItem, QVBoxLayout, QWidget

from app.prompts.wording import reason
from app.translation import tr
from ui.reflection.fields import NoticeField, PrivateToggle, PullField, TextField
from ui.reflection.margin_note import MarginNote
from ui.reflection.people import PullKindPill
from ui.reflection.plan import PlanFields
from ui.reflection.saved import SavedLine
from ui.reflection.tags import TagsField
from ui.session import Session
from ui.theme import tokens
from ui.today.presenter import TodayPresenter
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.chips import PillarChip
from ui.widgets.labels import ElidedLabel, Label, Line, Paragraph
from ui.widgets.panes import Card, column, row
from ui.widgets.step_mark import DISC, StepMark

_REFLECT = 1
_BESIDE = 16  # from a step's mark to its words


class Sheet(Card):
    """Three steps around one reflection."""

    finish_asked = Signal()
    prompt_asked = Signal()  # to be changed

    def __init__(self, presenter: TodayPresenter, session: Session) -> None:
        super().__init__()
        self._presenter, draft = presenter, presenter.draft
        self._lines = 4
        self._marks = [StepMark(each) for each in (1, 2, 3)]
        self._worked_on = _REFLECT  # Today opens with the cursor there
        self.notice, self.text = NoticeField(draft), TextField(draft)
        self.note = MarginNote(self.text, draft, session)
        self._chip_place = QVBoxLayout()
        self._reason, self._question = ElidedLabel("", "small", "ink2"), Paragraph("", "title", "ink")
        self._question.setObjectName("question")
        self._another = LinkButton(tr("Another prompt"), icon="refresh")
        self._change = IconButton("pencil", tr("Edit this prompt"), size=26, tone="ink3")
        self.finish = Button(tr("Finish for today"), "primary", keys=tr("Ctrl ↵"))
        self._lay_out(session)
        self._another.clicked.connect(presenter.ask_something_else)
        self._change.clicked.connect(self.prompt_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.note.shown.connect(self._fit_text)
        presenter.asked.connect(self._show_question)
        for signal in (draft.edited, draft.replaced):
            signal.connect(self._mark_steps)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)
        self._show_question()
        self._mark_steps()

    def set_compact(self, compact: bool) -> None:
        """Where there is little room, steps stand closer and the last one takes a row less."""
        across, above, between = (21, 12, 13) if compact else (25, 18, 25)
        self._steps.setContentsMargins(across, above, across, above)
        for gap, more in zip(self._gaps, (0, 0, -4, -2), strict=True):
            gap.changeSize(0, between + more)
        for at, share in zip((0, 2), (534, 270) if compact else (348, 284), strict=True):
            self._notice_row.setStretch(at, share)
        self._lines = 3 if compact else 4
        self._fit_text()
        if compact:
            self._commit_head.insertWidget(self._commit_head.count() - 2, self.plan.asks)
            self._plan_row.addWidget(self.finish)
        else:
            self._commit_foot.insertWidget(0, self.plan.asks)
            self._commit_foot.addWidget(self.finish)
        self._steps.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        """A second line of the question, and the note, come from the room to write: the last step stays in sight."""
        room = self.width() - 2 * self._steps.contentsMargins().left() - tokens.scaled(DISC) - _BESIDE
        is_long = self._question.heightForWidth(room) > tokens.line_height("title")
        self.text.set_minimum_lines(max(2, self._lines - is_long - (not self.note.isHidden())))

    def _lay_out(self, session: Session) -> None:
        self._gaps: list[QSpacerItem] = []
        self._steps = column(
            self._step(0, self._notice_step(session)),
            self._parting(),
            self._step(1, self._reflect_step(session)),
            self._parting(),
            self._step(2, self._commit_step(session), 4),
        )
        self.setLayout(self._steps)

    def _step(self, at: int, content: QVBoxLayout, above_mark: int = 1) -> QVBoxLayout:
        mark = column(above_mark, self._marks[at], ...)
        return column(row(mark, _BESIDE, content))

    def _parting(self) -> QVBoxLayout:
        parting = column()
        for each in (None, row(tokens.scaled(DISC) + _BESIDE, Line()), None):
            if each is None:
                gap = QSpacerItem(0, 0)
                self._gaps.append(gap)
                parting.addItem(gap)
            else:
                parting.addLayout(each)
        return parting

    def _notice_step(self, session: Session) -> QVBoxLayout:
        draft = self._presenter.draft
        helper = ElidedLabel(tr("What pulled you to step in?"), "small", "ink2")
        head = row(Label(tr("Notice"), "heading"), 8, helper, ..., 12, PullKindPill(draft, session))
        head.setStretch(head.count() - 1, 1000)  # so it is the names that give way, not the question
        words = QWidget()
        words.setLayout(column(head, 9, self.notice, ...))
        pull = PullField(draft, between=16)
        self._notice_row = row(words, 24, column(4, pull))
        return column(self._notice_row)

    def _reflect_step(self, session: Session) -> QVBoxLayout:
        draft = self._presenter.draft
        head = row(
            Label(tr("Reflect"), "heading"), 12, self._chip_place, 12, self._reason, ..., self._another, 6, self._change
        )
        foot = row(SavedLine(draft.autosave), 16, ..., TagsField(draft, session), 16, PrivateToggle(draft))
        return column(head, 11, self._question, 13, self.text, self.note, 9, foot)

    def _commit_step(self, session: Session) -> QVBoxLayout:
        self.plan = PlanFields(self._presenter.draft, session)
        self._commit_head = row(Label(tr("Commit"), "heading"), 8, self.plan.hint, ..., 16, self.plan.person)
        self._plan_row = row(self.plan, spacing=20)
        # All of it stands here from the start: Tab goes in the order in which the sheet got its parts.
        self._commit_foot = row(self.plan.asks, ..., self.finish)
        return column(self._commit_head, 4, self._plan_row, 13, self._commit_foot)

    def _show_question(self) -> None:
        prompt, choice = self._presenter.prompt, self._presenter.choice
        while (old := self._chip_place.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        if prompt is None:
            self._reason.setText(tr("In your own words"))
            self._question.setText("")
            self._another.say(tr("Use a prompt"))
        else:
            self._chip_place.addWidget(PillarChip(self._presenter.draft.reflection.content.pillar or prompt.pillar))
            is_chosen = choice is not None and choice.prompt.id == prompt.id
            self._reason.setText(reason(choice) if is_chosen and choice is not None else "")
            self._question.setText(prompt.question)
            self._another.say(tr("Another prompt"))
        self._change.setVisible(self._presenter.can_change_prompt)
        self._question.setVisible(prompt is not None)
        self._fit_text()

    def _mark_steps(self) -> None:
        content = self._presenter.draft.reflection.content
        plan = self._presenter.draft.commitment
        done = [bool(part.strip()) for part in (content.notice, content.text, plan.will if plan else "")]
        for at, mark in enumerate(self._marks):
            mark.show_state("open" if at == self._worked_on else "done" if done[at] else "to come")

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self.finish and self.isAncestorOf(now):
            self._worked_on = self._step_of(now)
            self._mark_steps()

    def _step_of(self, part: QWidget) -> int:
        """Each step begins where its mark stands."""
        bottom = part.mapTo(self, part.rect().bottomLeft()).y()
        return max((at for at, mark in enumerate(self._marks) if mark.y() <= bottom), default=0)
