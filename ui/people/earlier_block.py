"""Earlier one-on-ones: the day, whether it took place, and its first words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.one_on_ones.model import OneOnOne, State
from app.roster import Whole
from app.titles import one_line
from app.translation import tr
from ui.people.block import Block
from ui.people.rows_kept import arrange
from ui.widgets.buttons import LinkButton
from ui.widgets.panes import column, row
from ui.widgets.record_row import RecordRow
from ui.wording import day_name

_SHOWN = 4


class EarlierBlock(Block):
    """The latest first; a few of them, until all are asked for."""

    meeting_asked = Signal(str)  # the id of a meeting

    def __init__(self) -> None:
        super().__init__(tr("Earlier one-on-ones"))
        self._whole: Whole | None = None
        self._shows_all = False
        self.rows: dict[str, RecordRow] = {}
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
            self.rows[each.id].show_record(*_in_words(each))
        self.all.say(tr("All {count}").format(count=len(every)))
        self.all.setVisible(len(shown) < len(every))
        self.setVisible(bool(every))

    def _row(self, id: str) -> RecordRow:
        made = RecordRow()
        made.clicked.connect(lambda: self.meeting_asked.emit(id))
        return made

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()


def _in_words(meeting: OneOnOne) -> tuple[str, str]:
    held, missed = tr("{day}, held"), tr("{day}, did not take place")
    said = (held if meeting.state is State.HELD else missed).format(day=day_name(meeting.date))
    if meeting.moved_from:
        said = tr("{said}, moved from {day}").format(said=said, day=day_name(meeting.moved_from[0]))
    return said, next(filter(None, (one_line(each.text) for each in meeting.notes)), "")
