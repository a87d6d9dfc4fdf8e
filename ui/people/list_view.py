"""The list of people: who there is today, and below them, folded away, who left."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.roster import Known
from app.translation import tr
from ui.people.columns import EDGE, columns
from ui.people.person_row import ArchivedRow, ListRow, PersonRow
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Pressable
from ui.widgets.labels import Paragraph
from ui.widgets.panes import ScrollPage, column


class ListView(QWidget):
    """One tab stop; arrow keys move from row to row, Enter goes to the person."""

    chosen = Signal(str)  # the id of a person
    rhythm_asked = Signal(str)
    back_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: Sequence[Known] = ()
        self.rows: list[ListRow] = []
        self._stop = ""  # the id of the row that Tab stops at
        self._here = QWidget()
        self._lines = QVBoxLayout(self._here)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.fold = Fold()
        self._archived = QWidget()
        self._archived_lines = QVBoxLayout(self._archived)
        self._archived_lines.setContentsMargins(0, 0, 0, 0)
        self._archived_lines.setSpacing(0)
        about = Paragraph(
            tr(
                "A mark is filled by how often that pillar shows in what you wrote and did with them. "
                "It says nothing about the person."
            ),
            "small",
            "ink2",
        )
        inside = QWidget()
        foot = column(about, margins=(EDGE, 24, EDGE, 24))
        inside.setLayout(
            column(self._here, 16, self.fold, self._archived, ..., foot, margins=(32 - EDGE, 0, 32 - EDGE - 10, 0))
        )
        self._scroll = ScrollPage(inside)
        self._headings = _Headings()
        self.setLayout(column(self._headings, self._scroll))
        self.fold.clicked.connect(self._on_fold)

    def show_people(self, known: Sequence[Known]) -> None:
        """Shows these; the focus stays with the row that had it."""
        if known == self._known:
            return
        focused = next((each.known.person.id for each in self.rows if each.hasFocus()), None)
        self._known = known
        self._here.hide()  # so that rows are laid out once, and not anew for each that comes
        self._archived.hide()
        for each in self.rows:
            each.hide()
            each.deleteLater()
        here = [each for each in known if each.person.archived_on is None]
        gone = [each for each in known if each.person.archived_on is not None]
        self.rows = [*(self._person_row(each) for each in here), *(self._archived_row(each) for each in gone)]
        for row in self.rows:
            into = self._lines if isinstance(row, PersonRow) else self._archived_lines
            into.addWidget(row)
        self._here.show()
        self.fold.show_number(len(gone))
        self._show_stop()
        if focused is not None:
            self.focus_row(focused)

    def focus_row(self, id: str | None = None) -> None:
        """Puts the focus on the row of this person, or where it was last."""
        self._stop = id or self._stop
        self._show_stop()
        if (row := self._row(self._stop)) is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> QWidget:
        """What takes the focus: the row that Tab stops at."""
        return self._row(self._stop) or self.fold

    def _person_row(self, known: Known) -> ListRow:
        row = PersonRow(known)
        row.rhythm_asked.connect(self.rhythm_asked)
        return self._wired(row)

    def _archived_row(self, known: Known) -> ListRow:
        row = ArchivedRow(known)
        row.back_asked.connect(self.back_asked)
        row.erase_asked.connect(self.erase_asked)
        return self._wired(row)

    def _wired(self, row: ListRow) -> ListRow:
        id = row.known.person.id
        row.clicked.connect(lambda: self.chosen.emit(id))
        row.stepped.connect(lambda step: self._step(row, step))
        return row

    def _in_sight(self) -> list[ListRow]:
        return [each for each in self.rows if isinstance(each, PersonRow) or self.fold.is_open]

    def _row(self, id: str) -> ListRow | None:
        return next((each for each in self._in_sight() if each.known.person.id == id), None)

    def _step(self, row: ListRow, step: int) -> None:
        rows = self._in_sight()
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            self._stop = rows[at].known.person.id
            self._show_stop()
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_stop(self) -> None:
        rows = self._in_sight()
        if self._row(self._stop) is None and rows:
            self._stop = rows[0].known.person.id
        for each in self.rows:
            each.set_stop(each.known.person.id == self._stop)
        self._archived.setVisible(self.fold.is_open and self.fold.number > 0)

    def _on_fold(self) -> None:
        self.fold.turn()
        self._show_stop()


class Fold(Pressable):
    """The heading of those who left, which shows or hides them."""

    def __init__(self) -> None:
        self.is_open, self.number = True, 0
        super().__init__(tr("Archived"))
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """How many there are; of none it says nothing."""
        self.number = number
        self.setVisible(number > 0)
        self._tell()

    def turn(self) -> None:
        """Opens it, or closes it."""
        self.is_open = not self.is_open
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), tokens.scaled(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle, size = QPainter(self), self.height() / 2, tokens.scaled(16)
        ink2 = tokens.color("ink2")
        drawing.icon(painter, "chevron-down" if self.is_open else "chevron-right", EDGE, middle, size, ink2)
        font, left = tokens.font("heading"), EDGE + size + 8
        width = drawing.width_of(self.words(), font)
        area = QRectF(left, 0, width + 1, self.height())
        drawing.text(painter, area, self.words(), font, tokens.color("ink"))
        number = QRectF(left + width + 8, 0, tokens.scaled(40), self.height())
        drawing.text(painter, number, str(self.number), tokens.font("caption", tabular=True), ink2)
        rest = QRectF(number.right(), 0, self.width() - EDGE - number.right(), self.height())
        if drawing.width_of(_kept(), tokens.font("small")) < rest.width():
            drawing.text(painter, rest, _kept(), tokens.font("small"), ink2, drawing.RIGHT)
        if self.is_open:
            painter.fillRect(EDGE, self.height() - 1, self.width() - 2 * EDGE, 1, tokens.color("line"))

    def _tell(self) -> None:
        said = tr("Archived, {count}: hide them") if self.is_open else tr("Archived, {count}: show them")
        self.setAccessibleName(said.format(count=self.number))
        self.setAccessibleDescription(_kept())
        self.update()


def _kept() -> str:
    return tr("Kept, read-only, and out of lists and charts of today.")


class _Headings(QWidget):
    """What each column shows, and a line below."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(tokens.scaled(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, width = QPainter(self), self.width() - 64
        for each in columns(width).values():
            area = QRectF(32 + each.left, 0, each.width, self.height() - tokens.scaled(3))
            drawing.text(painter, area, each.heading, tokens.font("caption"), tokens.color("ink2"))
        painter.fillRect(32, self.height() - 1, width, 1, tokens.color("lineStrong"))
