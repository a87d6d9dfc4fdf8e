"""Privacy: what the journal is kept from and what not, first in short, then all of it; how long candidates are kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.help.promises import Piece, everything, kept_from, not_kept_from
from ui.session import Session
from ui.settings.candidates import CandidatesKept
from ui.settings.section import Section
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row


class PrivacySection(Section):
    """Says what is promised, and as plainly what is not."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Privacy"), "shield-lock")
        self.candidates = CandidatesKept(session)
        self.more = LinkButton(tr("Read all of it"))
        self.all = QWidget()
        self.all.setLayout(column(*(_asked(each) for each in everything()), spacing=14, margins=(0, 14, 0, 0)))
        self.all.hide()
        columns = row(
            _column(tr("What it keeps your words from"), kept_from()),
            _column(tr("What it cannot keep them from"), not_kept_from()),
            spacing=40,
        )
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        swap = tr("Memory that sleeps to disk can hold traces. Turn on disk encryption in your system as well.")
        about_swap = Paragraph(swap, "small")
        last = row(about_swap, 40, self.more)
        last.setStretch(0, 1)
        last.setAlignment(about_swap, Qt.AlignmentFlag.AlignVCenter)
        self.add(columns, 24, last, self.all, 18, Line(), 9, self.candidates)
        self.more.clicked.connect(self._on_more)

    def refresh(self) -> None:
        self.candidates.refresh()

    def _on_more(self) -> None:
        shown = not self.all.isVisible()
        self.all.setVisible(shown)
        self.more.say(tr("Show less") if shown else tr("Read all of it"))


class _Point(QWidget):
    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self._icon = icon
        self.setLayout(row(Paragraph(words, "body"), margins=(28, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = tokens.line_height("body") / 2
        drawing.icon(QPainter(self), self._icon, 0, middle, tokens.scaled(16), tokens.color("ink2"))


def _asked(piece: Piece) -> QWidget:
    made = QWidget()
    made.setLayout(column(Label(piece.asks, "heading"), 2, Paragraph(piece.says, "body")))
    return made


def _column(title: str, points: Sequence[tuple[str, str]]) -> QWidget:
    made = QWidget()
    made.setLayout(column(Label(title, "heading"), *(_Point(*each) for each in points), ..., spacing=11))
    return made
