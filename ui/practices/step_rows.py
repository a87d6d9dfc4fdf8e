"""The steps of a checklist as they are read: number, words, whose second eyes, and what is new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.practices.model import Step
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

_NUMBER, _ASIDE = 26, 110


class StepRows(QWidget):
    """Only read. What is beside a step wraps below itself, and never cuts it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.setLayout(column(self._rows))
        self._shown: tuple[object, ...] = ()

    def show_steps(self, steps: Sequence[Step], added: frozenset[int], number: int) -> None:
        """Shows the steps of the version with this number, in which those with these indexes are new."""
        shown = (tuple(steps), added, number)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        for at, step in enumerate(steps):
            self._rows.addWidget(_row(at, step, tr("new in {number}").format(number=number) if at in added else ""))
            self._rows.addWidget(Line())


def clear(layout: QVBoxLayout) -> None:
    """Lets go of all that is in it."""
    while (old := layout.takeAt(0)) is not None:
        if (widget := old.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def number_label(at: int, tone: str = "ink2") -> Label:
    """The number of a step, as wide for each."""
    label = Label(str(at + 1), "control", tone, tabular=True)
    label.setFixedWidth(tokens.scaled(_NUMBER))
    label.setFixedHeight(tokens.line_height("readingS"))
    return label


def aside(words: str, style: str, tone: str) -> QWidget:
    """What stands at the right of a step, at most so wide; its first line is in the middle of the step's."""
    said = Paragraph(words, style, tone)
    said.setFixedWidth(min(drawing.width_of(words, tokens.font(style)) + 1, tokens.scaled(_ASIDE)))
    above = (tokens.line_height("readingS") - tokens.line_height(style)) // 2
    made = QWidget()
    made.setLayout(column(said, margins=(0, above, 0, 0)))
    return made


def _row(at: int, step: Step, new: str) -> QWidget:
    made = QWidget()
    words = Paragraph(step.text, "readingS", "ink")
    parts = [aside(step.second_eyes, "small", "ink2")] if step.second_eyes else []
    parts += [aside(new, "caption", "teal")] if new else []
    spoken = tr("Step {number}: {step}").format(number=at + 1, step=step.text)
    eyes = tr("second pair of eyes: {person}").format(person=step.second_eyes) if step.second_eyes else ""
    made.setAccessibleName(", ".join(filter(None, (spoken, eyes, new))))
    beside = column(*parts, 0, ...) if parts else column(...)
    number = number_label(at)
    layout = row(number, words, 10 if parts else 0, beside, margins=(0, 7, 0, 7))
    layout.setAlignment(number, Qt.AlignmentFlag.AlignTop)
    layout.setStretch(1, 1)
    made.setLayout(layout)
    return made
