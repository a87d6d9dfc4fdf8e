"""Meetings that are over, and of which nobody said whether they took place: held, moved or missed."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.one_on_ones.model import State
from app.one_on_ones.rules import Meeting
from app.roster import Whole
from app.translation import tr
from ui.people.deeds import Deeds
from ui.people.move_panel import MovePanel
from ui.people.rows_kept import arrange
from ui.widgets.buttons import Button
from ui.widgets.labels import Line, Paragraph
from ui.widgets.panes import column, row
from ui.wording import weekday_and_day

_MOST = 3


class Unanswered(QWidget):
    """The latest first, a few at a time."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._person = ""
        self.rows: dict[str, _Row] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.panel = MovePanel(self)
        self.setLayout(column(self._lines, 12, Line(), 14))

    def show_whole(self, whole: Whole) -> None:
        """Shows those with this person."""
        self._person = whole.person.name
        asked = whole.unanswered[:_MOST]
        arrange(self._lines, self.rows, [(_key(each), partial(self._row, each)) for each in asked])
        self.setVisible(bool(asked))

    def last_stop(self) -> QWidget | None:
        """Where Tab stops last in it."""
        return next((each.missed for each in reversed(self.rows.values())), None)

    def _row(self, meeting: Meeting) -> "_Row":
        made = _Row(meeting)
        made.held.clicked.connect(lambda: self._deeds.say_of(meeting, self._person, State.HELD))
        made.missed.clicked.connect(lambda: self._deeds.say_of(meeting, self._person, State.MISSED))
        made.moved.clicked.connect(lambda: self._open(meeting, made.moved))
        return made

    def _open(self, meeting: Meeting, anchor: QWidget) -> None:
        person = self._person
        self.panel.open_for(meeting, lambda day, time: self._deeds.move(meeting, person, day, time), anchor)


class _Row(QWidget):
    """One of them, and the three answers."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        day = weekday_and_day(meeting.on)
        self.held, self.moved, self.missed = (
            Button(words, size="small") for words in (tr("Held"), tr("Moved…"), tr("Missed"))
        )
        for each in (self.held, self.moved, self.missed):
            each.setAccessibleName(tr("{day}: {answer}").format(day=day, answer=each.words()))
        asked = Paragraph(tr("{day}: did it happen?").format(day=day), "control", "ink")
        self.setLayout(column(asked, 8, row(self.held, 8, self.moved, 8, self.missed, ...)))


def _key(meeting: Meeting) -> str:
    return meeting.record.id if meeting.record else meeting.on.isoformat()
