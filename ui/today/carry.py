"""What to carry into next week: each plan with a tick, and how it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections.model import Commitment, OpenCommitment, Outcome
from app.reflections.wording import intention
from app.translation import tr, trn
from ui.theme import tokens
from ui.today.numbers import waiting
from ui.today.week_presenter import WeekPresenter
from ui.widgets.choices import Check
from ui.widgets.labels import Label, Paragraph
from ui.widgets.marks import MARK, paint_check
from ui.widgets.panes import column, row


def standing(outcome: Outcome | None) -> str:
    """How a plan stands, beside it."""
    names = {
        Outcome.DONE: tr("done"),
        Outcome.PARTLY: tr("partly kept"),
        Outcome.NOT_YET: tr("not yet"),
        Outcome.LET_GO: tr("let go"),
        None: tr("open"),
    }
    return names[outcome]


class CarryCheck(Check):
    """The box of a plan; its words stand beside it, where they have as many lines as they need."""

    def __init__(self, plan: Commitment) -> None:
        super().__init__(name=f"{intention(plan.when, plan.will)}, {standing(plan.outcome)}")


class _Sentence(Paragraph):
    """The words of a plan. Pressing them ticks the box."""

    pressed = Signal()

    def __init__(self, plan: Commitment, tone: str) -> None:
        super().__init__(intention(plan.when, plan.will), "readingS", tone)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()


class _EmptyBox(QWidget):
    """Beside a plan that is done: there is nothing to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(tokens.scaled(MARK), tokens.scaled(MARK))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_check(QPainter(self), self.rect().toRectF(), False, False)


class CarryList(QWidget):
    """The plans of the week. What is not ticked ends when the week is closed."""

    def __init__(self, presenter: WeekPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._shown: list[OpenCommitment] = []
        self.checks: dict[str, CarryCheck] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(7)
        self._about = Paragraph("", "small", "ink3")
        self.setLayout(column(self._rows, self._about))

    def show_plans(self) -> None:
        """Shows those of the week; a tick that has the focus keeps it where the plans are the same."""
        looked = self._presenter.looked
        if self._shown != list(looked.plans):
            self._shown = list(looked.plans)
            self._fill()
        for id, check in self.checks.items():
            check.setChecked(self._presenter.is_carried(id))
        self._rows.setContentsMargins(0, 0, 0, 6 if self._shown else 0)
        self._about.set_tone("ink3" if self._shown else "ink2")  # alone, it is the answer
        self._about.setText(self._said_about(len(self._shown), looked.number_left_out))

    def _fill(self) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.checks = {}
        for each in self._shown:
            self._rows.addWidget(self._row(each))

    def _row(self, planned: OpenCommitment) -> QWidget:
        plan = planned.commitment
        is_done = plan.outcome is Outcome.DONE
        how = Label(standing(plan.outcome), "small", "ink2")
        how.setFixedHeight(tokens.line_height("readingS"))  # on the first line of the sentence
        sentence = _Sentence(plan, "ink2" if is_done else "ink")
        beside = row(column(3, _EmptyBox() if is_done else self._check(plan, sentence), ...), 12, sentence, 16, how)
        beside.setStretch(2, 1)
        beside.setAlignment(how, Qt.AlignmentFlag.AlignTop)
        shown = QWidget()
        shown.setLayout(beside)
        return shown

    def _check(self, plan: Commitment, sentence: _Sentence) -> CarryCheck:
        id = plan.id
        check = self.checks[id] = CarryCheck(plan)
        check.clicked.connect(lambda on: self._presenter.carry(id, is_carried=on))
        sentence.pressed.connect(check.click)
        return check

    def _said_about(self, number: int, left_out: int) -> str:
        if not number:
            return tr("No plan is open. The next week begins without one.")
        said = tr("What is not ticked ends here when the week is closed.")
        if left_out:
            more = trn("{count} older one stays open.", "{count} older ones stay open.", left_out)
            said = f"{said} {more.format(count=waiting(left_out))}"
        return said
