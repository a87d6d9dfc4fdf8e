"""All checklists, to choose from, and a way to begin one."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.practices.model import Checklist
from app.practices.wording import checklist_name, practice_name
from app.translation import tr
from ui.practices.checklists import ChecklistPresenter
from ui.practices.spans import Span, Spans
from ui.practices.step_rows import clear
from ui.practices.words import steps_counted
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping

_ROW, _EDGE = 56, 12


class _Entry(Stepping):
    """One checklist."""

    ring_radius = 10

    def __init__(self, checklist: Checklist) -> None:
        self._about = steps_counted(checklist)
        super().__init__(checklist_name(checklist.name))
        self.setAccessibleName(tr("{name}, {about}").format(name=self.words(), about=self._about))
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(280), tokens.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(160), tokens.scaled(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_row_ground(painter, QRectF(self.rect()), hovered=self.underMouse(), selected=self.isDown())
        half = self.height() / 2
        upper = QRectF(_EDGE, 7, self.width() - 2 * _EDGE, half - 7)
        lower = QRectF(_EDGE, half, self.width() - 2 * _EDGE, half - 7)
        drawing.text(painter, upper, self.words(), tokens.font("heading"), tokens.color("ink"))
        drawing.text(painter, lower, self._about, tokens.font("small"), tokens.color("ink2"))


class ChecklistList(QWidget):
    """Says for which practice there is none."""

    def __init__(self, presenter: ChecklistPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.entries: list[_Entry] = []
        self._known: list[Checklist] = []
        self._none = Spans("readingS")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.begin = Button(tr("Begin a checklist"), icon="plus", size="small")
        self.begin.clicked.connect(presenter.begin)
        title = Label(tr("Checklists"), "title")
        holder = QWidget()
        self._inner = column(self._rows, 14, row(self.begin, ...), ...)
        self._body = column(title, 6, self._none, 12, self._inner)
        holder.setLayout(self._body)
        self.setLayout(column(ScrollPage(holder)))
        presenter.changed.connect(self._show)

    def set_padding(self, side: int) -> None:
        """So much room at the left and the right."""
        self._body.setContentsMargins(side, 8, side - ScrollPage.ROOM, 24)

    def focus_start(self) -> QWidget:
        """Where the keyboard comes to first."""
        return self.entries[0] if self.entries else self.begin

    def _show(self) -> None:
        known = list(self._presenter.shelf.checklists)
        practice = self._presenter.practices.practice
        said = tr("Steps that are the same each time, so that nobody has to hover.")
        if practice is not None and self._presenter.shelf.checklist(practice.checklist) is None:
            without = tr("“{practice}” has no checklist. Not every practice needs one.")
            said = without.format(practice=practice_name(practice.name))
        self._none.show_spans(Span(said, "readingS", "ink2"))
        if known == self._known:
            return
        self._known = known
        focused = next((at for at, each in enumerate(self.entries) if each.hasFocus()), None)
        clear(self._rows)
        self.entries = [self._entry(each) for each in known]
        for one, other in pairwise([*self.entries, self.begin]):
            QWidget.setTabOrder(one, other)
        if focused is not None:
            self.focus_start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, checklist: Checklist) -> _Entry:
        made = _Entry(checklist)
        made.clicked.connect(lambda: self._presenter.show(checklist.id))
        made.stepped.connect(lambda by: self._step(made, by))
        self._rows.addWidget(made)
        made.show()  # a layout would do so only in a while
        return made

    def _step(self, entry: _Entry, by: int) -> None:
        at = self.entries.index(entry) + by
        if 0 <= at < len(self.entries):
            self.entries[at].setFocus(Qt.FocusReason.TabFocusReason)
