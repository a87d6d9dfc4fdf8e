"""The runs of a checklist: one square a step."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.practices import rules
from app.practices.model import Checklist, Mark, Run
from app.practices.wording import progress_in_words
from app.translation import tr
from ui import clock
from ui.practices.step_rows import clear
from ui.practices.words import short_day, who
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.panes import column, row
from ui.widgets.stepping import Stepping
from ui.wording import day_name

_SQUARE, _PITCH = 12, 16
_DAY, _WHO = 62, 66
_ROW = 31
_FIRST = 8  # runs in sight at first


class RunRow(Stepping):
    """Opens its run. The squares stand in as many lines as they need."""

    ring_radius = 6

    def __init__(self, run: Run, count: int, today: date, days: int) -> None:
        """`days` pixels are for the day, the same in every row."""
        self._days = days
        self._marks = rules.marks_of(run, count)
        self._day = short_day(run.date, today)
        self._who = who(run.by)
        self._status = progress_in_words(rules.progress(run, count))
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("Run of {day}, {person}, {status}").format(day=day_name(run.date), person=self._who, status=self._status)
        )

    def sizeHint(self) -> QSize:
        lines = -(-len(self._marks) // self._in_line()) if self._marks else 1
        return QSize(tokens.scaled(300), tokens.scaled(_ROW) + (lines - 1) * tokens.scaled(_PITCH))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(220), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            ground = tokens.color("press" if self.isDown() else "hover")
            drawing.box(painter, QRectF(self.rect()), tokens.radius("s"), ground)
        small, line = tokens.font("small"), tokens.scaled(_ROW)
        day = QRectF(0, 0, self._days, line)
        drawing.text(painter, day, self._day, tokens.font("caption", tabular=True), tokens.color("ink2"))
        name = QRectF(self._days, 0, tokens.scaled(_WHO) - 8, line)
        drawing.text(painter, name, self._who, small, tokens.color("ink2"))
        for at, mark in enumerate(self._marks):
            paint_mark(painter, self._square(at), mark)
        status = QRectF(0, 0, self.width(), line)
        drawing.text(painter, status, self._status, small, tokens.color("ink2"), drawing.RIGHT)

    def _square(self, at: int) -> QRectF:
        side, pitch = tokens.scaled(_SQUARE), tokens.scaled(_PITCH)
        across, down = at % self._in_line(), at // self._in_line()
        left = self._days + tokens.scaled(_WHO) + across * pitch
        return QRectF(left, (tokens.scaled(_ROW) - side) // 2 + down * pitch, side, side)

    def _in_line(self) -> int:
        """How many squares stand beside each other."""
        room = (
            self.width() - self._days - tokens.scaled(_WHO) - drawing.width_of(self._status, tokens.font("small")) - 12
        )
        return max(4, room // tokens.scaled(_PITCH))


class RunRows(QWidget):
    """The newest at first, all of them when asked. Arrow keys go from one to the next."""

    opened = Signal(str)  # the id of a run

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Runs"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.more = LinkButton("")
        self.more.clicked.connect(self._show_all)
        self.setLayout(column(self._column, 4, row(self.more, ...)))
        self.rows: list[RunRow] = []
        self._shown: tuple[object, ...] = ()
        self._checklist: Checklist | None = None
        self._runs: Sequence[Run] = ()
        self._shows_all = False

    def show_runs(self, checklist: Checklist, runs: Sequence[Run], today: date) -> None:
        """Shows the runs of a checklist, newest first."""
        if self._checklist is None or checklist.id != self._checklist.id:
            self._shows_all = False
        shown = (checklist, tuple(runs), today, self._shows_all)
        if shown == self._shown:
            return
        self._shown, self._checklist, self._runs = shown, checklist, runs
        focused = next((at for at, each in enumerate(self.rows) if each.hasFocus()), None)
        clear(self._column)
        listed = runs if self._shows_all else runs[:_FIRST]
        font = tokens.font("caption", tabular=True)
        widest = max((drawing.width_of(short_day(each.date, today), font) for each in listed), default=0)
        days = max(tokens.scaled(_DAY), widest + 14)
        self.rows = [self._row(each, checklist, today, days) for each in listed]
        rest = len(runs) - len(listed)
        self.more.setVisible(rest > 0)
        self.more.say(tr("Show {count} earlier ones").format(count=rest))
        for one, other in pairwise([*self.rows, self.more]):
            QWidget.setTabOrder(one, other)
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, run: Run, checklist: Checklist, today: date, days: int) -> RunRow:
        count = len(rules.steps_of(checklist, run.version)) or len(run.marks)
        made = RunRow(run, count, today, days)
        made.clicked.connect(lambda: self.opened.emit(run.id))
        made.stepped.connect(lambda by: self._step(made, by))
        self._column.addWidget(made)
        made.show()
        return made

    def _step(self, row: RunRow, by: int) -> None:
        at = self.rows.index(row) + by
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._checklist is not None:
            at = len(self.rows)
            self.show_runs(self._checklist, self._runs, clock.today())
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)


def paint_mark(painter: QPainter, area: QRectF, mark: Mark) -> None:
    """Filled for done, hollow for left out, dotted for not yet."""
    if mark is Mark.FILLED:
        drawing.box(painter, area, 3, tokens.color("teal"))
    elif mark is Mark.LEFT_OUT:
        drawing.box(painter, area, 3, None, tokens.color("stroke"), 1.25)
    else:
        pen = QPen(tokens.color("ink3"), 1, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([1.2, 2.1])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
