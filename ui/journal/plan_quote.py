"""A plan as it stands in an entry that is read: the if-then, and how it went."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.reflections.model import Commitment, Outcome
from app.reflections.wording import intention, outcome_name
from app.translation import tr
from ui.theme import tokens
from ui.widgets.labels import Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row

_ICONS = {
    Outcome.DONE: "circle-check",
    Outcome.PARTLY: "circle-half-2",
    Outcome.NOT_YET: "circle",
    Outcome.LET_GO: "circle-minus",
}


class PlanQuote(QWidget):
    """Set off by a line at its left."""

    def __init__(self, plan: Commitment) -> None:
        super().__init__()
        lead = tr("Planned with {person}").format(person=plan.person) if plan.person else tr("Planned for the next day")
        words = Paragraph(intention(plan.when, plan.will), "readingS", "ink", selectable=True)
        words.setAccessibleName(lead)
        parts = column(Paragraph(lead, "caption", "ink2"), 2, words)
        if plan.outcome is not None or plan.asked:
            parts.addSpacing(10)
            parts.addLayout(_answer(plan))
        parts.setContentsMargins(20, 2, 0, 2)
        self.setLayout(parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, 2, self.height()), tokens.color("lineStrong"))


def _answer(plan: Commitment) -> QHBoxLayout:
    if plan.outcome is None:
        return row(Icon("circle-dashed"), Label(tr("Not asked yet"), "control", "ink2"), ..., spacing=6)
    said = Label(outcome_name(plan.outcome), "control")
    beside = row(Icon(_ICONS[plan.outcome], tone="ink"), said, spacing=6)
    if plan.outcome_note.strip():
        note = Paragraph(tr("“{note}”").format(note=plan.outcome_note.strip()), "small", "ink2")
        beside.addSpacing(3)
        beside.addWidget(note, 1)
    else:
        beside.addStretch(1)
    return beside
