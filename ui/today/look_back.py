"""Looking back on a trust experiment: its sentence, what was seen, a line about it, and the log before and since."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.experiments.model import Experiment
from app.translation import tr
from ui.reflection.fields import show_line
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.today.week_presenter import said_of
from ui.today.week_read import Compared
from ui.today.week_words import comparison, findings, sentence_of
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column
from ui.widgets.segmented import Segmented


class Agreed(QWidget):
    """What the owner wrote when it began, below what it answers; not there without words."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._words = Paragraph("", "readingS", "ink")
        self.setLayout(column(6, Label(caption, "caption", "ink2"), 2, self._words, 3))

    def say(self, words: str) -> None:
        """Shows these words."""
        self._words.setText(words)
        self.setVisible(bool(words))


class LookBack(QWidget):
    """Says what is chosen and typed, and keeps nothing itself."""

    answered = Signal(str, str)  # which of the answers, or "", and the line

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Paragraph("", "reading", "ink")
        self._sign = Agreed(tr("I will know it works when"))
        self.choice = Segmented(findings(), tr("What did you see?"), allows_none=True)
        self.note = LineField(tr("One line about what you saw"), tr("One line, if it helps"))
        self._log = Paragraph("", "small", "ink2")
        asked = Label(tr("What did you see?"), "control")
        asked.setFixedHeight(tokens.scaled(34))
        answer = Flow(asked, self.choice, across=12)
        self.setLayout(column(self._sentence, self._sign, 9, answer, 8, self.note, 8, self._log))
        self.choice.chosen.connect(self._tell)
        self.note.textEdited.connect(self._tell)

    def show_experiment(self, experiment: Experiment, compared: Compared | None, today: date) -> None:
        """Shows how it stands; what is being typed stays as it is."""
        self._sentence.setText(sentence_of(experiment))
        self._sign.say(experiment.sign.strip())
        self.choice.choose(said_of(experiment, today))
        show_line(self.note, experiment.outcome_note)
        said = comparison(experiment, compared) if compared is not None else ""
        self._log.setText(said)
        self._log.setVisible(bool(said))

    def _tell(self) -> None:
        self.answered.emit(self.choice.key(), self.note.text())
