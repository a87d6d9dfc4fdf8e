"""One question, read: what it asks, what to ask behind it, what to hear, and what each rating means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.interviews.bank import Entry
from app.interviews.model import Anchor, Competency, Question
from app.interviews.wording import competency_name
from app.translation import tr
from ui.grounds.note import GroundNote
from ui.questions.words import marks, minutes_name, pillar_of
from ui.reflection.flow import Flow
from ui.theme import tokens
from ui.widgets.chips import PillarChip, Tag
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import ScrollPage, column, row

_NUMBER, _COLUMNS_FROM, _MEASURE = 26, 300, 600


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
        self.ground.show_words(question.text)
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
        made.append(_follow_ups(question.follow_ups))
    if question.listen_for or question.watch_for:
        made.append(_Columns(question))
    if any(each.text.strip() or each.short.strip() for each in question.anchors):
        made.append(_ratings(question.anchors))
    if question.why.strip():
        why = Paragraph(question.why, "small", "ink2")
        made.append(_block(Label(tr("Why to ask it"), "heading"), 6, why))
    return made


def _block(*items: QWidget | int) -> QWidget:
    made = QWidget()
    made.setLayout(column(*items, 24))
    return made


def _follow_ups(lines: Sequence[str]) -> QWidget:
    holder = QWidget()
    rows = []
    for words in lines:
        dash = Label("–", "readingS", "ink2")
        dash.setFixedSize(tokens.scaled(18), tokens.line_height("readingS"))
        line = row(dash, Paragraph(words, "readingS", "ink"))
        line.setAlignment(dash, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        rows.append(line)
    holder.setLayout(column(*rows, spacing=3))
    return _block(Label(tr("Follow up with"), "heading"), 6, holder)


class _Columns(QWidget):
    """Beside each other where there is room for both."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        sides = []
        both = ((tr("Listen for"), question.listen_for), (tr("Watch for"), question.watch_for))
        for title, lines in ((title, lines) for title, lines in both if lines):
            side = QWidget()
            said = (Paragraph(words, "small", "ink2") for words in lines)
            side.setLayout(column(Label(title, "heading"), 7, column(*said, spacing=5), ...))
            sides.append(side)
        self._layout = row(*sides, spacing=24, margins=(0, 0, 0, 24))
        for at in range(len(sides)):
            self._layout.setStretch(at, 1)
        self.setLayout(self._layout)

    def resizeEvent(self, _event: object) -> None:
        is_beside = self.width() >= tokens.scaled(_COLUMNS_FROM)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._layout.setSpacing(24 if is_beside else 16)


def _ratings(anchors: Sequence[Anchor]) -> QWidget:
    rows: list[QWidget] = []
    for rating, anchor in enumerate(anchors, 1):
        made = QWidget()
        number = Label(str(rating), "control", "ink", tabular=True, weight=600)
        number.setFixedSize(tokens.scaled(_NUMBER), tokens.line_height("small"))
        said = anchor.text.strip() or anchor.short.strip()
        line = row(number, Paragraph(said, "small", "ink2"), margins=(0, 8, 0, 8))
        line.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        made.setLayout(line)
        made.setAccessibleName(tr("Rating {rating}: {words}").format(rating=rating, words=said))
        rows += [Line(), made]
    return _block(Label(tr("What each rating means"), "heading"), 8, *rows)


def _chip(competency: Competency) -> QWidget:
    pillar = pillar_of(competency)
    return PillarChip(pillar) if pillar is not None else Tag(competency_name(competency))


def _mark(words: str) -> QWidget:
    return Label(words, "caption", "ink3")
