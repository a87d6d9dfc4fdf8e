"""How much is somebody's to decide, by kind of work: the five steps of authority as a ladder that lies on its side."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.people.rules import AUTHORITIES, Work, kinds_of_work
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

    def __init__(self, typed: Typed, weekday: int | None) -> None:
        self.copy = IconButton("copy", tr("Copy as a table"), size=24, tone="ink3", icon_size=14)
        super().__init__(
            tr("How much is theirs to decide"),
            row(Label(tr("by kind of work"), "caption", "ink3"), self.copy, spacing=8),
        )
        self._typed = typed
        self._whole: Whole | None = None
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

    def show_whole(self, whole: Whole) -> None:
        self._whole = whole
        works = self.works()
        self._steps.setVisible(bool(works))
        self.copy.setVisible(bool(works))
        self._nothing.setText(_nothing_said() if whole.person.archived_on is None else tr("Nothing noted."))
        self._nothing.setVisible(not works)
        arrange(self._lines, self.rows, [(_key(each), partial(self._row, each)) for each in works])
        is_read_only = whole.person.archived_on is not None
        for each in works:
            self.rows[_key(each)].show_work(each)
            self.rows[_key(each)].setEnabled(not is_read_only)
        self._leave_one_stop()
        put_after(self.copy, self._ladder)
        self.add.setVisible(not is_read_only)

    def works(self) -> list[Work]:
        """What is shown, as it was last typed."""
        levels = self._whole.levels if self._whole else ()
        return kinds_of_work(self._typed.newest(each) for each in levels)

    def table(self) -> str:
        """The same as a table, its cells parted by tabs."""
        lines = ["\t".join((tr("Kind of work"), tr("Level"), tr("Since"), tr("Before")))]
        for each in self.works():
            now, before = (authority_name(level) if level else "" for level in (each.now, each.before))
            lines.append("\t".join((each.name, now or since_in_words(each), each.since.isoformat(), before)))
        return "\n".join(lines)

    def _row(self, work: Work) -> LadderRow:
        made = LadderRow(work)
        made.clicked.connect(lambda: self._open(made))
        made.stepped.connect(lambda step: self._step(made, step))
        return made

    def _open(self, row: LadderRow) -> None:
        self.panel.open_for(row.work, row)

    def _add(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        mine = {each.name.casefold() for each in self.works()}
        others = [each for each in self._whole.works if each.casefold() not in mine]
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


def _key(work: Work) -> str:
    return " ".join(work.name.split()).casefold()
