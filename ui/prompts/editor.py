"""The fields of a prompt, changed where it is read, and the hints that never stand in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app import limits
from app.prompts.hints import hints, in_words
from app.prompts.model import Moment
from app.prompts.wording import moment_name
from app.translation import tr
from ui.prompts.draft import PromptDraft
from ui.prompts.pillar_choice import PillarChoice
from ui.reflection.flow import Flow
from ui.reflection.saved import SavedLine
from ui.widgets.buttons import Button
from ui.widgets.choices import Radio
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.writing import WritingArea

_HIGHEST = 240


class Editor(ScrollPage):
    """Question, purpose, pillar and moment of a draft."""

    def __init__(self, draft: PromptDraft) -> None:
        holder = QWidget()
        super().__init__(holder)
        self._draft = draft
        self._is_filling = False
        self.question = _Area(tr("Question"), "", 2, maximum_height=_HIGHEST, most=limits.QUESTION)
        self.hint = Paragraph("", "small", "ink2")
        self.purpose = _Area(
            tr("What it is for"), tr("Optional"), 1, maximum_height=_HIGHEST, style="readingS", most=limits.PURPOSE
        )
        self.pillars = PillarChoice()
        self.moments = _Moments()
        holder.setLayout(
            column(
                *(Label(tr("Question"), "caption", "ink2"), 6, self.question, 6, self.hint, 16),
                *(Label(tr("What it is for"), "caption", "ink2"), 6, self.purpose, 20),
                *(Label(tr("Pillar"), "caption", "ink2"), 8, self.pillars, 20),
                *(Label(tr("What it looks at"), "caption", "ink2"), 8, self.moments, ...),
                margins=(32, 24, 32 - ScrollPage.ROOM, 24),
            )
        )
        self.question.textChanged.connect(self._on_question)
        self.purpose.textChanged.connect(self._on_purpose)
        self.pillars.chosen.connect(lambda pillar: draft.edit(pillar=pillar))
        self.moments.chosen.connect(lambda moment: draft.edit(moment=moment))
        draft.replaced.connect(self._fill)
        self._fill()

    def _on_question(self) -> None:
        if not self._is_filling:
            self._draft.edit(question=self.question.text())
            self._show_hint()

    def _on_purpose(self) -> None:
        if not self._is_filling:
            self._draft.edit(purpose=self.purpose.text())

    def _fill(self) -> None:
        self._is_filling = True
        words = self._draft.words
        for area, text in ((self.question, words.question), (self.purpose, words.purpose)):
            if area.text() != text:
                area.replace_text(text)
        self.pillars.choose(words.pillar)
        self.moments.choose(words.moment)
        self._is_filling = False
        self._show_hint()

    def _show_hint(self) -> None:
        said = " ".join(in_words(each) for each in hints(self._draft.words.question))
        if not self._draft.words.question.strip() and self._draft.keeps_question:
            said = tr("Without a question, the last one stays.")
        self.hint.setText(said)
        self.question.setAccessibleDescription(said)


class EditorFoot(QWidget):
    """Whether it is saved, and the way back to reading."""

    finished = Signal()

    def __init__(self, draft: PromptDraft) -> None:
        super().__init__()
        self.done = Button(tr("Done"), "primary", keys=tr("Ctrl ↵"), size="small")
        self.done.clicked.connect(self.finished)
        self.setLayout(row(SavedLine(draft.autosave), ..., self.done, margins=(32, 12, 32, 12)))


class _Area(WritingArea):
    """A prompt is one paragraph: Enter goes on to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class _Moments(QWidget):
    """One of the four; arrow keys choose."""

    chosen = Signal(object)  # a Moment

    def __init__(self) -> None:
        super().__init__()
        self.radios = {each: Radio(moment_name(each), name=moment_name(each)) for each in Moment}
        self.setLayout(Flow(*self.radios.values(), across=22, between=8))
        for moment, radio in self.radios.items():
            radio.setAccessibleDescription(tr("What it looks at"))
            radio.clicked.connect(lambda _=False, moment=moment: self.chosen.emit(moment))

    def choose(self, moment: Moment) -> None:
        """Shows this one as chosen, without a signal."""
        self.radios[moment].setChecked(True)
