"""Earlier one-on-ones: the day, whether it took place, and its first words."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from app.one_on_ones.model import OneOnOne, State
from app.roster import Whole
from app.titles import one_line
from app.translation import tr
from ui.people.block import Block
from ui.people.rows_kept import arrange
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton, Pressable
from ui.widgets.labels import plain_tooltip
from ui.widgets.panes import column, row
from ui.wording import day_name

_SHOWN = 4


class EarlierBlock(Block):
    """The latest first; a few of them, until all are asked for."""

    meeting_asked = Signal(str)  # the id of a meeting

    def __init__(self) -> None:
        super().__init__(tr("Earlier one-on-ones"))
        self._whole: Whole | None = None
        self._shows_all = False
        self.rows: dict[str, EarlierRow] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.all = LinkButton("", tone="ink2")
        self.inner.addLayout(column(10, self._lines, 6, row(self.all, ...)))
        self.all.clicked.connect(self._show_all)

    def show_whole(self, whole: Whole) -> None:
        if self._whole is None or self._whole.person.id != whole.person.id:
            self._shows_all = False
        self._whole = whole
        self._show()

    def _show(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        every = self._whole.meetings
        shown = every if self._shows_all else every[:_SHOWN]
        arrange(self._lines, self.rows, [(each.id, partial(self._row, each.id)) for each in shown])
        for each in shown:
            self.rows[each.id].show_meeting(each)
        self.all.say(tr("All {count}").format(count=len(every)))
        self.all.setVisible(len(shown) < len(every))
        self.setVisible(bool(every))

    def _row(self, id: str) -> "EarlierRow":
        made = EarlierRow()
        made.clicked.connect(lambda: self.meeting_asked.emit(id))
        return made

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()


class EarlierRow(Pressable):
    """Leads to the meeting."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self._day = self._first = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_meeting(self, meeting: OneOnOne) -> None:
        """Shows this one."""
        held, missed = tr("{day}, held"), tr("{day}, did not take place")
        self._day = (held if meeting.state is State.HELD else missed).format(day=day_name(meeting.date))
        if meeting.moved_from:
            self._day = tr("{said}, moved from {day}").format(said=self._day, day=day_name(meeting.moved_from[0]))
        self._first = next(filter(None, (one_line(each.text) for each in meeting.notes)), "")
        self.say(self._day)
        self.setAccessibleName(tr("{day}. {words}").format(day=self._day, words=self._first).strip())
        self.setToolTip(plain_tooltip(self._first))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = tokens.line_height("small") + (tokens.line_height("readingS") if self._first else 0)
        return QSize(tokens.scaled(200), lines + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(80), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, small = QPainter(self), tokens.line_height("small")
        tone = tokens.color("teal" if self.underMouse() else "ink2")
        drawing.text(painter, QRectF(0, 2, self.width(), small), self._day, tokens.font("small"), tone)
        if self._first:
            font = tokens.font("readingS")
            font.setPixelSize(tokens.scaled(15))
            area = QRectF(0, 2 + small, self.width(), tokens.line_height("readingS"))
            drawing.text(painter, area, self._first, font, tokens.color("ink"))
