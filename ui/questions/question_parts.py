"""The parts that a question is read in: what to ask behind it, what to hear, and what each rating means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.interviews.model import Anchor, Question
from app.translation import tr
from ui.theme import tokens
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

_NUMBER, _COLUMNS_FROM = 26, 300


def block(*items: QWidget | int) -> QWidget:
    """One part, with the room below it."""
    made = QWidget()
    made.setLayout(column(*items, 24))
    return made


def follow_ups(lines: Sequence[str]) -> QWidget:
    """What to ask behind it."""
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
    return block(Label(tr("Follow up with"), "heading"), 6, holder)


class ListenAndWatch(QWidget):
    """What to hear in an answer, and what to be careful of: beside each other where there is room for both."""

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


def ratings(anchors: Sequence[Anchor]) -> QWidget:
    """What an answer does that gets each rating."""
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
    return block(Label(tr("What each rating means"), "heading"), 8, *rows)
