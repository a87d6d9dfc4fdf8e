"""One piece of feedback to write: who said it to whom, the words, whether it was asked for, its pillar, the day."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import limits
from app.people.model import Feedback, Side
from app.reflections.model import Pillar
from app.reflections.wording import pillar_name
from app.translation import tr
from ui.people.keeping import Typed
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.choices import Check, Segmented
from ui.widgets.day_pill import DayPill
from ui.widgets.labels import Label
from ui.widgets.panes import Panel, column, row
from ui.widgets.writing import WritingArea

_WIDTH = 420


class FeedbackPanel(Panel):
    """Saves as it is typed; without a word it is none."""

    deleted = Signal(object)  # the feedback

    def __init__(self, parent: QWidget, typed: Typed, weekday: int | None) -> None:
        super().__init__(parent)
        self._typed = typed
        self._feedback: Feedback | None = None
        self.setAccessibleName(tr("Feedback"))
        sides = [(Side.ME.value, tr("I said it to them")), (Side.THEM.value, tr("They said it to me"))]
        self.giver = Segmented(sides, tr("Who said it"))
        self.words = WritingArea(
            tr("What was said"), tr("In a sentence or two"), 3, style="readingS", most=limits.WORDS, maximum_height=200
        )
        self.asked = Check(tr("It was asked for"))
        pillars = [(each.value, pillar_name(each)) for each in Pillar]
        self.pillar = Segmented(pillars, tr("Pillar"), allows_none=True)
        self.day = DayPill(tr("Said on"), weekday)
        self.delete = Button(tr("Move to the trash"), "quiet", icon="trash", size="small")
        self.done = Button(tr("Done"), size="small")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        said_on = row(self.asked, ..., Label(tr("Said on"), "caption", "ink2"), 8, self.day)
        self.setLayout(
            column(
                *(Label(tr("Feedback"), "heading"), 14, self.giver, 12, self.words, 14, self.pillar, 14, said_on),
                *(10, row(self.delete, ..., self.done)),
                margins=20,
            )
        )
        self.giver.chosen.connect(lambda key: self._keep(giver=Side(key)))
        self.pillar.chosen.connect(lambda key: self._keep(pillar=Pillar(key) if key else None))
        self.asked.clicked.connect(lambda on: self._keep(asked=on))
        self.day.chosen.connect(lambda day: self._keep(date=day))
        self.words.textChanged.connect(self._on_typed)
        self.delete.clicked.connect(self._delete)
        self.done.clicked.connect(self._finish)

    def open_for(self, feedback: Feedback, anchor: QWidget) -> None:
        """Opens on this one, with the cursor in its words."""
        self._feedback = self._typed.newest(feedback)
        self.giver.choose(self._feedback.giver.value)
        self.words.replace_text(self._feedback.text)
        self.asked.setChecked(self._feedback.asked)
        self.pillar.choose(self._feedback.pillar.value if self._feedback.pillar else "")
        self.day.show_day(self._feedback.date)
        self.delete.setVisible(bool(self._feedback.text.strip()))
        self.open_at(anchor)
        self.words.setFocus()

    def _on_typed(self) -> None:
        if self._feedback is not None and self.words.text() != self._feedback.text:
            self._keep(text=self.words.text())

    def _keep(self, **changes: Any) -> None:
        assert self._feedback is not None  # noqa: S101  the fields are filled with it
        self._feedback = replace(self._feedback, **changes)
        self._typed.keep(self._feedback, is_blank=not self._feedback.text.strip())

    def _finish(self) -> None:
        self._typed.flush()
        self.close_panel()

    def _delete(self) -> None:
        feedback = self._feedback
        self.close_panel()
        self.deleted.emit(feedback)
