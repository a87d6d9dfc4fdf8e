"""How much is somebody's to decide, by kind of work: the five steps of authority as a ladder that lies on its side.

What was talked about and what was handed over are steps of one ladder.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.delegation.authority import Ladder, ladders
from app.delegation.model import Delegation
from app.delegation.work import work_key
from app.people.rules import AUTHORITIES
from app.people.wording import authority_name
from app.roster import Whole
from app.translation import tr
from ui.people.block import Block
from ui.people.keeping import Typed
from ui.people.ladder_row import LadderRow, since_in_words, steps
from ui.people.level_panel import LevelPanel
from ui.people.rows_kept import arrange
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import put_after

_BELOW = 12  # between the names of the steps and the first row


class LadderBlock(Block):
    """Each row opens the change of its level; its numbers can be copied as a table."""

    said = Signal(str, object)  # something done, and how to undo it
    referred = Signal(object)  # a Reference to go to

    def __init__(self, typed: Typed, weekday: int | None) -> None:
        self.copy = IconButton("copy", tr("Copy as a table"), size=24, tone="ink3", icon_size=14)
        super().__init__(
            tr("How much is theirs to decide"), Label(tr("by kind of work"), "caption", "ink3"), self.copy, between=8
        )
        self._typed = typed
        self._whole: Whole | None = None
        self._delegations: Sequence[Delegation] = ()
        self.rows: dict[str, LadderRow] = {}
        self._ladder = QWidget()
        self._lines = QVBoxLayout(self._ladder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._steps = _Steps()
        self._nothing = Paragraph("", "small", "ink3")
        self.add = LinkButton(tr("Add a kind of work"), icon="plus", tone="ink2")
        self.panel = LevelPanel(self, typed, weekday)
        self.inner.addLayout(column(14, self._steps, self._ladder, self._nothing, 8, row(self.add, ...)))
        self.add.clicked.connect(self._add)
        self.copy.clicked.connect(self._copy)
        self.panel.said.connect(self.said)
        self.panel.referred.connect(self.referred)

    def show_whole(self, whole: Whole) -> None:
        if self._whole is None or self._whole.person.name != whole.person.name:
            self._delegations = ()
        self._whole = whole
        self._show(whole)

    def show_delegations(self, given: Iterable[Delegation]) -> None:
        """Has what they were handed say how much of it is theirs, too."""
        self._delegations = tuple(given)
        if self._whole is not None:
            self._show(self._whole)

    def _show(self, whole: Whole) -> None:
        works = self.ladders()
        self._steps.setVisible(bool(works))
        self.copy.setVisible(bool(works))
        self._nothing.setText(_nothing_said() if whole.person.archived_on is None else tr("Nothing noted."))
        self._nothing.setVisible(not works)
        arrange(self._lines, self.rows, [(work_key(each.work), partial(self._row, each)) for each in works])
        is_read_only = whole.person.archived_on is not None
        for each in works:
            self.rows[work_key(each.work)].show_ladder(each)
            self.rows[work_key(each.work)].setEnabled(not is_read_only)
        self._leave_one_stop()
        put_after(self.copy, self._ladder)
        self.add.setVisible(not is_read_only)

    def ladders(self) -> list[Ladder]:
        """What is shown, as it was last typed, in the order of the names."""
        levels = self._whole.levels if self._whole else ()
        found = ladders((self._typed.newest(each) for each in levels), self._delegations)
        return [each for _, each in sorted(found.items())]

    def table(self) -> str:
        """The same as a table, its cells parted by tabs."""
        lines = ["\t".join((tr("Kind of work"), tr("Level"), tr("Since"), tr("Before")))]
        for each in self.ladders():
            now, before = (authority_name(level) if level else "" for level in (each.now, each.before))
            lines.append("\t".join((each.work, now or since_in_words(each), each.since.isoformat(), before)))
        return "\n".join(lines)

    def _row(self, ladder: Ladder) -> LadderRow:
        made = LadderRow(ladder)
        made.clicked.connect(lambda: self._open(made))
        made.stepped.connect(lambda step: self._step(made, step))
        return made

    def _open(self, row: LadderRow) -> None:
        self.panel.open_for(row.ladder, row)

    def _add(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        mine = {work_key(each.work) for each in self.ladders()}
        others = [each for each in self._whole.works if work_key(each) not in mine]
        self.panel.open_new(self._whole.person.name, others, self.add)

    def _step(self, row: LadderRow, step: int) -> None:
        rows = list(self.rows.values())
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            self._leave_one_stop(at)
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_one_stop(self, at: int = 0) -> None:
        rows = list(self.rows.values())
        focused = next((number for number, each in enumerate(rows) if each.hasFocus()), at)
        for number, each in enumerate(rows):
            is_stop = number == (at or focused)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table())
        self.said.emit(tr("The table is in the clipboard"), None)


class _Steps(QWidget):
    """The names of the steps above the ladder."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = max(len(self._parts(authority_name(each))) for each in AUTHORITIES)
        self.setFixedHeight(lines * tokens.line_height("caption") + tokens.scaled(_BELOW))

    def _parts(self, words: str) -> list[str]:
        places = steps(self.width())
        is_one = drawing.width_of(words, tokens.font("caption", weight=400)) <= places[1] - places[0] - 6
        return [words] if is_one else _halves(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, places, font = QPainter(self), steps(self.width()), tokens.font("caption", weight=400)
        line = tokens.line_height("caption")
        for at, authority in enumerate(AUTHORITIES):
            parts = self._parts(authority_name(authority))
            width = max(drawing.width_of(each, font) for each in parts) + 1
            left = min(max(places[at] - width / 2, 0), self.width() - width)
            for number, part in enumerate(reversed(parts)):
                area = QRectF(left, self.height() - tokens.scaled(_BELOW) - (number + 1) * line, width, line)
                drawing.text(painter, area, part, font, tokens.color("ink2"), drawing.CENTER)


def _halves(words: str) -> list[str]:
    """The words in two lines, as even as can be."""
    parts = words.split(" ")
    cut = min(range(1, len(parts) + 1), key=lambda at: abs(len(" ".join(parts[:at])) - len(" ".join(parts[at:]))))
    return [each for each in (" ".join(parts[:cut]), " ".join(parts[cut:])) if each]


def _nothing_said() -> str:
    return tr("Name a kind of work, and say how much of it is theirs: from looking into it to deciding alone.")
