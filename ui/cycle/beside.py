"""Beside the loop: the records that its numbers are made of, and the next move."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.translation import tr, trn
from ui.cycle.moves import Move
from ui.cycle.source_row import SourceRow
from ui.cycle.words import Row
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label, Line, Paragraph
from ui.widgets.panes import column, row

_OUT = 8  # pixels by which the ground of a row reaches out at both sides
MOST = 12  # records; those before them are counted


class Records(QWidget):
    """A row each, the latest first. What broke the cycle, if anything did, stands above them."""

    opened = Signal(str)  # the id of a record

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.rows: list[SourceRow] = []
        self.since = QWidget()
        self._since_row = QVBoxLayout()
        self.since.setLayout(column(row(_OUT, Label(tr("Since then"), "heading")), 4, self._since_row, 20))
        self._lines = QVBoxLayout()
        self._before = Paragraph("", "small", "ink3")
        said = tr("Hours and likelihood are your own estimates. The worry is the one that felt likeliest.")
        self._estimates = Paragraph(said, "small", "ink3")
        self._head = Label(tr("Where these numbers come from"), "heading")
        head, notes = row(_OUT, self._head), column(self._before, 8, self._estimates, margins=(_OUT, 8, _OUT, 0))
        self.setLayout(column(self.since, head, 6, self._lines, notes, ...))

    def show_rows(self, given: list[Row], broken_by: Row | None) -> None:
        """Shows these; made anew only where they are others."""
        if (tuple(given), broken_by) == self._shown:
            return
        self._shown = (tuple(given), broken_by)
        for each in self.rows:
            each.hide()
            each.deleteLater()
        shown = given[:MOST]
        self.rows = [self._made(each, self._since_row, is_last=True) for each in ([broken_by] if broken_by else [])]
        self.rows += [self._made(each, self._lines, is_last=each is shown[-1]) for each in shown]
        self.since.setVisible(broken_by is not None)
        left = len(given) - len(shown)
        self._before.setVisible(left > 0)
        self._before.setText(trn("{count} more before these", "{count} more before these", left).format(count=left))

    def _made(self, given: Row, into: QVBoxLayout, *, is_last: bool) -> SourceRow:
        made = SourceRow(given, is_last=is_last)
        made.clicked.connect(lambda: self.opened.emit(given.id))
        made.stepped.connect(lambda step: self._step(made, step))
        into.addWidget(made)
        return made

    def _step(self, given: SourceRow, step: int) -> None:
        at = self.rows.index(given) + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)


class MoveView(QWidget):
    """Says what comes next, and is pressed to begin it."""

    taken = Signal(object)  # a Step of it

    def __init__(self) -> None:
        super().__init__()
        self._move: Move | None = None
        self._title = Paragraph("", "title", "ink", weight=600)
        self._text = Paragraph("", "readingS", "ink")
        self.go, self.link = Button("", "primary"), LinkButton("")
        caption = Label(tr("Your next move"), "caption", "ink2")
        buttons = (row(self.go, ...), 12, row(self.link, ...))
        self._lines = column(caption, 6, self._title, 6, self._text, 18, *buttons, ...)
        self.setLayout(self._lines)
        self.go.clicked.connect(self._on_go)
        self.link.clicked.connect(self._on_link)

    def show_move(self, move: Move) -> None:
        """Says this one."""
        self._move = move
        self._title.setText(move.title)
        self._text.setText(move.text)
        self.go.say(move.step.words)
        self.link.setVisible(move.link is not None)
        self.link.say(move.link.words if move.link is not None else "")

    def set_inset(self, side: int) -> None:
        """So far from both sides."""
        self._lines.setContentsMargins(side, 0, side, 0)

    def _on_go(self) -> None:
        if self._move is not None:
            self.taken.emit(self._move.step)

    def _on_link(self) -> None:
        if self._move is not None and self._move.link is not None:
            self.taken.emit(self._move.link)


class Beside(QWidget):
    """Below each other beside the loop; below the loop beside each other, with the next move at the left."""

    def __init__(self) -> None:
        super().__init__()
        self.records, self.next = Records(), MoveView()
        self._line = QWidget()
        self._line.setLayout(column(24, Line(), 24, margins=(_OUT, 0, _OUT, 0)))
        self._sides = column(self.records, self._line, self.next)
        self.setLayout(self._sides)

    def lay_out(self, *, is_below: bool) -> None:
        """Where it stands."""
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.RightToLeft if is_below else directions.TopToBottom)
        self._sides.setSpacing(32 if is_below else 0)
        for at in (0, 2):
            self._sides.setStretch(at, 1 if is_below or at == 2 else 0)
        self._line.setVisible(not is_below)
        self.next.set_inset(0 if is_below else _OUT)
