"""What was planned the last time, each with how it went and one line."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.day_names import weekday_name
from app.reflections.model import Commitment, OpenCommitment, Outcome
from app.reflections.plans import may_be_let_go
from app.reflections.wording import intention, outcome_name
from app.translation import tr
from ui.autosave import Saving
from ui.today.answers import Answer, Answers
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import SaveState
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.wording import day_name


def plan_sentence(plan: Commitment) -> str:
    """ "When Jonas sends the draft, I will ask two questions." """
    said = intention(plan.when, plan.will)
    return said if said[-1:] in ".!?…" else said + "."


def planned_heading(made_on: date, today: date) -> str:
    """ "Yesterday you planned", or the day on which it was."""
    if made_on == today - timedelta(days=1):
        return tr("Yesterday you planned")
    if today - made_on < timedelta(days=7):
        return tr("On {day} you planned").format(day=weekday_name(made_on.weekday()))
    return tr("On {day} you planned").format(day=day_name(made_on))


class PlannedRow(QWidget):
    """One plan: the sentence, how it went, one line."""

    answered = Signal(str, object)  # the id, and an Answer

    def __init__(self, planned: OpenCommitment, today: date, *, compact: bool, is_first: bool) -> None:
        super().__init__()
        plan = planned.commitment
        self.id = plan.id
        sentence = plan_sentence(plan)
        is_old = may_be_let_go(planned.made_on, today)
        question = tr("Is it still yours to do?") if is_old else tr("How did it go?")
        outcomes = [each for each in Outcome if is_old or each is not Outcome.LET_GO]
        self._choice = Segmented(
            [(each, tr("Let it go") if each is Outcome.LET_GO else outcome_name(each)) for each in outcomes],
            f"{question} {sentence}",
            allows_none=True,
        )
        self._note = LineField(tr("One line about it"), tr("One line, if it helps"))
        if plan.outcome is not None:
            self._choice.choose(plan.outcome)
        self._note.setText(plan.outcome_note)
        self._choice.chosen.connect(self._tell)
        self._note.textEdited.connect(self._on_note)
        heading = Label(planned_heading(planned.made_on, today), "caption", "ink3")
        words = Paragraph(sentence, "readingS", "ink")
        if compact:
            answer = row(column(heading, 2, words), 24, self._choice)
            answer.setStretch(0, 1)
            self.setLayout(column(answer, self._note, spacing=4))
            self._note.setVisible(plan.outcome is not None)
        else:
            asked = row(Label(question, "control"), self._choice, self._note, spacing=12)
            asked.setStretch(2, 1)
            self.setLayout(column(heading, 4, words, 11, asked))
        heading.setVisible(is_first)  # one heading for all the plans of a day

    def _on_note(self) -> None:
        if not self._choice.key() and self._note.text().strip():
            self._choice.choose(Outcome.NOT_YET)
        self._tell()

    def _tell(self) -> None:
        self._note.show()
        key = self._choice.key()
        self.answered.emit(self.id, Answer(Outcome(key) if key else None, self._note.text()))


class Planned(QWidget):
    """The plans that are asked about. A row stays as it is while something is typed into it."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self._rows: list[PlannedRow] = []
        self._state = SaveState()
        self._inner = QVBoxLayout()
        self._inner.setSpacing(20)
        self.setLayout(column(self._inner, 4, self._state, 18))
        self._state.retried.connect(answers.autosave.flush)
        answers.autosave.changed.connect(self._on_saving)
        self._state.hide()

    def show_plans(self, plans: Sequence[OpenCommitment], today: date, *, compact: bool) -> None:
        """Shows these; those that stand there already are left alone."""
        shown = [each.id for each in self._rows]
        if shown != [each.commitment.id for each in plans]:
            for each in self._rows:
                each.deleteLater()
            days = [each.made_on for each in plans]
            self._rows = [
                PlannedRow(each, today, compact=compact, is_first=each.made_on not in days[:at])
                for at, each in enumerate(plans)
            ]
            for each in self._rows:
                each.answered.connect(self._answers.give)
                self._inner.addWidget(each)
        self.setVisible(bool(plans))

    def _on_saving(self, saving: Saving) -> None:
        match saving:
            case Saving.FAILED:
                self._state.show_failed()
            case Saving.UNDER_WAY:
                self._state.show_saving()
            case Saving.SAVED if self._answers.autosave.saved_at is not None:
                self._state.show_saved(self._answers.autosave.saved_at)
            case _:
                self._state.show_nothing()
        self._state.setVisible(saving is not Saving.NOTHING)
