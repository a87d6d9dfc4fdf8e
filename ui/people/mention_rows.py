"""The mentions of somebody in other texts, one row each, with what is to stand there instead."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from app.erasing.model import Choices, Mention, Way
from app.translation import tr
from ui.people.erase_words import doubt_about, place
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.choices import Segmented
from ui.widgets.labels import ElidedLabel, Label, Line
from ui.widgets.panes import column, row

_AT_ONCE = 25


def ways() -> list[tuple[str, str]]:
    """What can stand in the place of a name, by its key."""
    return [(Way.INITIALS, tr("Initials")), (Way.ALIAS, tr("Other words")), (Way.KEEP, tr("Keep"))]


class MentionRows(QWidget):
    """The first of them, and more on request: what is chosen for all holds for those that are not shown, too."""

    chosen = Signal(object, str)  # a Mention, and the key of what was chosen for it

    def __init__(self) -> None:
        super().__init__()
        self._mentions: Sequence[Mention] = ()
        self._choices = Choices()
        self.rows: list[MentionRow] = []
        self.more = LinkButton("")
        self._lines = column()
        self.more.clicked.connect(self._show_more)
        self.setLayout(column(self._lines, 6, row(self.more, ...)))

    def show_mentions(self, mentions: Sequence[Mention], choices: Choices) -> None:
        """Shows these, newest first."""
        self._mentions, self._choices = mentions, choices
        for each in self.rows:
            each.hide()
            each.deleteLater()
        self.rows.clear()
        self._show_more()

    def show_choices(self, choices: Choices) -> None:
        """Shows what is chosen now."""
        self._choices = choices
        for each in self.rows:
            each.choice.choose(choices.of(each.mention).way)

    def _show_more(self) -> None:
        for mention in self._mentions[len(self.rows) :][:_AT_ONCE]:
            made = MentionRow(mention)
            made.choice.choose(self._choices.of(mention).way)
            made.choice.chosen.connect(lambda key, mention=mention: self.chosen.emit(mention, key))
            self.rows.append(made)
            self._lines.addWidget(made)
        left = len(self._mentions) - len(self.rows)
        self.more.say(tr("Show {count} more").format(count=min(left, _AT_ONCE)))
        self.more.setVisible(left > 0)


class MentionRow(QWidget):
    """One of them."""

    def __init__(self, mention: Mention) -> None:
        super().__init__()
        self.mention = mention
        where, said = place(mention), f"{mention.before}{mention.said}{mention.after}"
        self.choice = Segmented(ways(), tr("{said}, in: {where}").format(said=said, where=where))
        self.choice.setFixedWidth(tokens.scaled(292))
        about = column(..., ElidedLabel(where, "caption", "ink3"))
        if doubt := doubt_about(mention):
            about.addWidget(ElidedLabel(doubt, "caption", "ink"))
        about.addStretch(1)
        first = row(about, 16, self.choice)
        first.setStretch(0, 1)
        self.setLayout(column(column(first, 6, _Snippet(mention), margins=(0, 10, 0, 10)), Line()))


class _Snippet(Label):
    """The words around a name, which stands out and is always in sight, however narrow the line is."""

    def __init__(self, mention: Mention) -> None:
        self._parts = mention.before, mention.said, mention.after
        super().__init__("".join(self._parts), "readingS")

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(400), tokens.line_height("readingS"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        before, said, after = self._fitting()
        layout = QTextLayout(before + said + after, self.font())
        layout.setFormats([_format(0, len(before + said + after), "ink2"), _format(len(before), len(said), "ink", 600)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width() + 4)
        layout.endLayout()
        layout.draw(QPainter(self), QPointF(0, (self.height() - line.height()) / 2))

    def _fitting(self) -> tuple[str, str, str]:
        """The parts, without as much of both ends as there is no room for."""
        before, said, after = self._parts
        strong = tokens.font("readingS", weight=600)
        said = QFontMetrics(strong).elidedText(said, Qt.TextElideMode.ElideRight, self.width())
        room = self.width() - drawing.width_of(said, strong)
        while before + after and drawing.width_of(before + after, self.font()) > room:
            if len(before) > len(after):
                before = "…" + before[2:] if len(before) > 1 else ""
            else:
                after = after[:-2] + "…" if len(after) > 1 else ""
        return (
            before if before == self._parts[0] else from_a_word(before),
            said,
            after if after == self._parts[2] else to_a_word(after),
        )


def from_a_word(cut: str) -> str:
    """What begins with an ellipsis, without the rest of a word that follows it; as it is where there is no other."""
    _, space, rest = cut.partition(" ")
    return f"…{rest}" if space and rest.strip() else cut


def to_a_word(cut: str) -> str:
    """What ends with an ellipsis, without the beginning of a word before it; as it is where there is no other."""
    rest, space, _ = cut.rpartition(" ")
    return f"{rest.rstrip(' .,;:')}…" if space and rest.strip() else cut


def _format(start: int, length: int, tone: str, weight: int = 400) -> QTextLayout.FormatRange:
    kind = QTextCharFormat()
    kind.setForeground(tokens.color(tone))
    kind.setFontWeight(weight)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, kind
    return made
