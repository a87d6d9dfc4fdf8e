"""How our practices land with them: a row for each, and four ways it can."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QSpacerItem, QWidget

from app.interviews.model import Landed, Landing
from app.interviews.wording import landing_name
from app.titles import one_line
from app.translation import tr
from ui.landing.words import quoted
from ui.theme import tokens
from ui.widgets.excerpt import Excerpt
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import Line, Paragraph
from ui.widgets.marks import MARK, paint_radio
from ui.widgets.panes import column

_COLUMN, _ROW = 65, 47
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_LANDINGS = tuple(Landing)


class LandingCell(Ringed, QRadioButton):
    """One way for one practice. Space or Enter chooses it, and lets go of it again; arrow keys only move."""

    ring_radius = 24  # more than half of it in any size of text: a circle
    entered = Signal()
    moved = Signal(int, int)  # rows, columns

    def __init__(self, practice: str, landing: Landing) -> None:
        super().__init__()
        self.landing = landing
        name = tr("{practice}: {landing}").format(practice=one_line(practice), landing=landing_name(landing))
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chosen(self, chosen: bool) -> None:
        """Whether it is this one."""
        self.setAutoExclusive(False)  # so that it can be let go
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # by which a screen reader knows it for one of several

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(MARK), tokens.scaled(MARK))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(*_MOVES[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_radio(QPainter(self), QRectF(self.rect()), self.isChecked())


class _Row(QWidget):
    """Its own parent of its cells: they are one group."""

    def __init__(self, practice: str) -> None:
        super().__init__()
        self.practice = practice
        self.name, self.words = Excerpt(practice, "small", "ink"), Excerpt("", "readingS", "ink2")
        self.words.hide()
        self.cells = [LandingCell(practice, each) for each in _LANDINGS]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(0)
        said = QWidget()
        said.setLayout(column(self.name, self.words, margins=(0, 3, 12, 3)))
        grid.addWidget(said, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        for at, each in enumerate(self.cells, 1):
            grid.addWidget(each, 0, at, Qt.AlignmentFlag.AlignCenter)
            grid.setColumnMinimumWidth(at, tokens.scaled(_COLUMN))
        self.setMinimumHeight(tokens.scaled(_ROW))

    def show_words(self, words: str) -> None:
        """Shows their words, where there are any."""
        said = quoted(one_line(words))
        if said != self.words.text():
            self.words.setText(said)
        self.words.setVisible(bool(said))


class LandingTable(QWidget):
    """One stop for Tab: the cell where one was last. The row of it is the chosen one, of which the words are shown."""

    landed = Signal(int, object)  # a row, and a Landing or None
    row_chosen = Signal(int)

    def __init__(self, *, shows_words: bool = False) -> None:
        """With `shows_words` their words stand below the practice, too."""
        super().__init__()
        self._shows_words = shows_words
        self.setAccessibleName(tr("How we work, and how it lands"))
        self.rows: list[_Row] = []
        self._at = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        for at, each in enumerate(_LANDINGS, 1):
            head = Paragraph(landing_name(each), "caption", "ink2", is_centred=True)
            self._grid.addWidget(head, 0, at, Qt.AlignmentFlag.AlignBottom)
            self._grid.setColumnMinimumWidth(at, tokens.scaled(_COLUMN))
            head.setFixedWidth(tokens.scaled(_COLUMN))
        self._grid.setRowMinimumHeight(0, 2 * tokens.line_height("caption"))

    @property
    def row(self) -> int:
        """The number of the chosen row."""
        return self._at[0]

    def show_rows(self, sheet: Sequence[Landed]) -> bool:
        """These practices, as they landed; whether they are other ones than before."""
        is_new = [each.practice for each in sheet] != [each.practice for each in self.rows]
        if is_new:
            self._make(sheet)
        for shown, each in zip(self.rows, sheet, strict=True):
            for cell in shown.cells:
                cell.show_chosen(cell.landing is each.landing)
            if self._shows_words:
                shown.show_words(each.words)
        return is_new

    def choose_row(self, row: int) -> None:
        """Begins at this one."""
        self._at = (min(row, max(len(self.rows) - 1, 0)), 0)
        self._put_stop()

    def stop(self) -> QWidget:
        """Where Tab stops in it."""
        return self.rows[self._at[0]].cells[self._at[1]] if self.rows else self

    def _make(self, sheet: Sequence[Landed]) -> None:
        while (item := self._grid.itemAt(len(_LANDINGS))) is not None:
            self._grid.takeAt(len(_LANDINGS))
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for number, each in enumerate(sheet):
            made = _Row(each.practice)
            for at, cell in enumerate(made.cells):
                cell.entered.connect(lambda number=number, at=at: self._enter(number, at))
                cell.moved.connect(lambda down, across, number=number, at=at: self._move(number + down, at + across))
                cell.clicked.connect(lambda _=False, number=number, cell=cell: self._on_clicked(number, cell))
            self.rows.append(made)
            self._grid.addItem(QSpacerItem(0, 0 if number else 8), 3 * number + 1, 0)
            self._grid.addWidget(Line(), 3 * number + 2, 0, 1, 5)
            self._grid.addWidget(made, 3 * number + 3, 0, 1, 5)
        self.choose_row(0)

    def _enter(self, row: int, column: int) -> None:
        is_other = row != self._at[0]
        self._at = (row, column)
        self._put_stop()
        if is_other:
            self.row_chosen.emit(row)

    def _move(self, row: int, column: int) -> None:
        if 0 <= row < len(self.rows) and 0 <= column < len(_LANDINGS):
            self.rows[row].cells[column].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, row: int, cell: LandingCell) -> None:
        """Which one is chosen is said by whoever shows it: the click alone changed only the mark."""
        self._enter(row, _LANDINGS.index(cell.landing))
        self.landed.emit(row, cell.landing)

    def _put_stop(self) -> None:
        stop = self.stop()
        for row in self.rows:
            for cell in row.cells:
                cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is stop else Qt.FocusPolicy.ClickFocus)
