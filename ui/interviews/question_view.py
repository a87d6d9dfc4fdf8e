"""One question, read: what it asks, what to ask behind it, what to hear, and what each rating means."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.interviews.bank import Entry
from app.interviews.model import Competency, Question
from app.interviews.wording import competency_name
from app.translation import tr
from ui.grounds.note import GroundNote
from ui.questions.question_parts import ListenAndWatch, block, follow_ups, ratings
from ui.questions.words import marks, minutes_name, pillar_of
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.chips import PillarChip, Tag
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import ScrollPage, column, row

_MEASURE = 600


class QuestionView(ScrollPage):
    """Shows an entry; nothing is made anew that stands there already."""

    def __init__(self, side: int) -> None:
        holder = QWidget()
        super().__init__(holder)
        self._facts = Flow(across=12, between=6)
        self.text = Paragraph("", "page", "ink", selectable=True)
        self.text.setAccessibleName(tr("Question"))
        self.ground = GroundNote()
        self._shown: Entry | None = None
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        body = QWidget()
        body.setMaximumWidth(tokens.scaled(_MEASURE))
        self._all = column(self._facts, 10, self.text, 10, self.ground, 18, self._said, ...)
        body.setLayout(self._all)
        holder.setLayout(row(body, margins=(side, 0, side - ScrollPage.ROOM, 20)))

    def show_entry(self, entry: Entry) -> None:
        """Shows it."""
        if entry == self._shown:
            return
        is_other = self._shown is None or self._shown.question.id != entry.question.id
        self._shown, question = entry, entry.question
        self._facts.clear()
        facts = [Label(minutes_name(question.minutes), "small", "ink2"), *map(_mark, marks(entry))]
        for part in (_chip(question.competency), *facts):
            self._facts.addWidget(part)
            part.show()
        if self.text.text() != question.text:
            self.text.setText(question.text)
        self.ground.show_words(question.text if entry.is_own or entry.is_edited else "")  # the others were looked at
        self._empty()
        for part in _parts(question):
            self._said.addWidget(part)
            part.show()
        self._all.invalidate()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _empty(self) -> None:
        while (old := self._said.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _parts(question: Question) -> list[QWidget]:
    """What there is of it, in its order."""
    made = []
    if question.follow_ups:
        made.append(follow_ups(question.follow_ups))
    if question.listen_for or question.watch_for:
        made.append(ListenAndWatch(question))
    if any(each.text.strip() or each.short.strip() for each in question.anchors):
        made.append(ratings(question.anchors))
    if question.why.strip():
        why = Paragraph(question.why, "small", "ink2")
        made.append(block(Label(tr("Why to ask it"), "heading"), 6, why))
    return made


def _chip(competency: Competency) -> QWidget:
    pillar = pillar_of(competency)
    return PillarChip(pillar) if pillar is not None else Tag(competency_name(competency))


def _mark(words: str) -> QWidget:
    return Label(words, "small", "ink3")
