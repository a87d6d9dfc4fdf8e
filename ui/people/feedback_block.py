"""What one said to the other lately: a pillar, the words, who said it and when."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.people.model import Feedback, Side
from app.roster import Whole
from app.titles import one_line
from app.translation import tr
from ui.clock import today
from ui.people.block import Block
from ui.people.feedback_panel import FeedbackPanel
from ui.people.keeping import Typed
from ui.people.rows_kept import arrange
from ui.session import now
from ui.theme import tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Line, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import column, row
from ui.widgets.tab_loop import put_after
from ui.wording import day_name

_SHOWN = 3


class FeedbackBlock(Block):
    """The newest first; a few of them, until all are asked for."""

    deleted = Signal(object)  # the feedback to move to the trash

    def __init__(self, typed: Typed, weekday: int | None) -> None:
        self.add = LinkButton(tr("Add"))
        super().__init__(tr("Recent feedback"), self.add)
        self.add.setAccessibleName(tr("Add feedback"))
        self._typed = typed
        self._whole: Whole | None = None
        self._shows_all = False
        self.rows: dict[str, FeedbackRow] = {}
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._nothing = Paragraph("", "small", "ink3")
        self.all = LinkButton("", tone="ink2")
        self.panel = FeedbackPanel(self, typed, weekday)
        self.inner.addLayout(column(12, self._list, self._nothing, row(self.all, ...)))
        self.add.clicked.connect(self._add)
        self.all.clicked.connect(self._show_all)
        self.panel.deleted.connect(self.deleted)

    def show_whole(self, whole: Whole) -> None:
        if self._whole is None or self._whole.person.id != whole.person.id:
            self._shows_all = False
        self._whole = whole
        self._show()

    def _show(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        every, is_read_only = self._whole.feedback, self._whole.person.archived_on is not None
        shown = every if self._shows_all else every[:_SHOWN]
        arrange(self._lines, self.rows, [(each.id, partial(self._row, each)) for each in shown])
        for at, each in enumerate(shown):
            self.rows[each.id].show_feedback(self._typed.newest(each), is_first=at == 0, is_read_only=is_read_only)
        put_after(self.add, self._list)
        asking = tr("Nothing noted yet: what you said to each other, and whether it was asked for.")
        self._nothing.setText(tr("Nothing noted.") if is_read_only else asking)
        self._nothing.setVisible(not every)
        self.add.setVisible(not is_read_only)
        self.all.say(tr("All {count}").format(count=len(every)))
        self.all.setVisible(len(shown) < len(every))

    def _row(self, feedback: Feedback) -> "FeedbackRow":
        made = FeedbackRow()
        made.change.clicked.connect(lambda: self.panel.open_for(made.feedback or feedback, made.change))
        return made

    def _show_all(self) -> None:
        self._shows_all = True
        self._show()

    def _add(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        made = Feedback(
            id=uuid4().hex,
            date=today(),
            person=self._whole.person.name,
            giver=Side.ME,
            text="",
            created_at=now(),
            updated_at=now(),
        )
        self.panel.open_for(made, self.add)


class FeedbackRow(QWidget):
    """One piece of feedback; who said it and when leads to its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.feedback: Feedback | None = None
        self._line, self._icon = Line(), Icon("messages", size=16, tone="ink3")
        self._words = Paragraph("", "readingS", "ink")
        self.change = LinkButton("", tone="ink3", style="caption")
        self.change.setMinimumWidth(tokens.scaled(40))
        beside = row(column(5, self._icon, ...), 12, column(self._words, row(self.change, ...)))
        beside.setStretch(2, 1)
        self.setLayout(column(self._line, 10, beside, 8))

    def show_feedback(self, feedback: Feedback, *, is_first: bool, is_read_only: bool) -> None:
        """Shows this one; a line parts it from the one before."""
        self.feedback = feedback
        look = tokens.values()["pillars"][feedback.pillar.value] if feedback.pillar else None
        self._icon.change(look["icon"] if look else "messages", look["color"] if look else "ink3")
        self._words.setText(feedback.text)
        about = about_feedback(feedback)
        self.change.say(about)
        self.change.setAccessibleName(tr("Change: {words}. {about}").format(words=one_line(feedback.text), about=about))
        self.change.setEnabled(not is_read_only)
        self._line.setVisible(not is_first)


def about_feedback(feedback: Feedback) -> str:
    """ "You to Jonas, 6 March, asked for"."""
    said = tr("You to {name}, {day}") if feedback.giver is Side.ME else tr("{name} to you, {day}")
    about = said.format(name=feedback.person, day=day_name(feedback.date))
    return tr("{about}, asked for").format(about=about) if feedback.asked else about
