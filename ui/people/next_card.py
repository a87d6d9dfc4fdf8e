"""The next one-on-one on one card: when it is, what waits for it, and what nobody said anything about yet."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.one_on_ones.rules import Item
from app.people.model import Side
from app.roster import Whole
from app.translation import tr
from ui.people.agenda_row import AgendaRow
from ui.people.deeds import Deeds
from ui.people.rows_kept import arrange
from ui.people.unanswered import Unanswered
from ui.people.words import when_it_is
from ui.widgets.buttons import LinkButton
from ui.widgets.choices import Check
from ui.widgets.fields import LineField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.panes import Card, column, row
from ui.widgets.tab_loop import put_after
from ui.wording import weekday_and_day


class NextCard(Card):
    """Ticks close what they stand before; a line adds to the agenda."""

    rhythm_asked = Signal(object)  # the widget to open it beside
    meeting_asked = Signal(str)  # the id of a meeting, or of the person where only the rhythm has one

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._whole: Whole | None = None
        self._day, self._in_days = Label("", "heading"), Label("", "small", "ink2")
        self._when = Paragraph("", "small", "ink2")
        self.rhythm = LinkButton("", style="small")
        self.unanswered = Unanswered(deeds)
        self.rows: dict[str, AgendaRow] = {}
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(18)
        self._nothing = Paragraph(tr("Nothing waits to be talked about."), "small", "ink3")
        self.add, self.line = LinkButton(tr("Add to the agenda"), icon="plus", tone="ink2"), _Line()
        self.open = LinkButton(tr("Open the one-on-one"))
        head = row(self._day, ..., self._in_days)
        when = row(column(..., self._when, ...), 12, self.rhythm)
        when.setStretch(0, 1)
        self._inner = column(head, 2, when, 18, self.unanswered, self._list, self._nothing, 14, self.line)
        self._inner.addLayout(row(self.add, ..., self.open))
        self._inner.setContentsMargins(20, 18, 20, 16)
        self.setLayout(self._inner)
        self._wire()

    def show_whole(self, whole: Whole) -> None:
        """Shows what there is of this person."""
        if self._whole is not None and self._whole.person.id != whole.person.id:
            self.line.put_away()
        self._whole = whole
        is_read_only = whole.person.archived_on is not None
        self._show_day(whole)
        self.unanswered.show_whole(whole)
        items = {each.of.id: each for each in whole.items}
        arrange(self._lines, self.rows, [(id, partial(self._row, each)) for id, each in items.items()])
        for id, each in items.items():
            self.rows[id].show_item(each, whole.person.name)
            self.rows[id].set_read_only(is_read_only)
        put_after(self.rhythm, self.unanswered)
        put_after(self.unanswered.last_stop() or self.rhythm, self._list)
        self._nothing.setVisible(not items)
        self.add.setVisible(not is_read_only and self.line.isHidden())
        self.rhythm.setVisible(not is_read_only)
        self.open.setVisible(whole.next is not None)

    def _show_day(self, whole: Whole) -> None:
        meeting, has_rhythm = whole.next, whole.person.rhythm is not None
        self._day.setText(weekday_and_day(meeting.on) if meeting else tr("Next one-on-one"))
        self._in_days.setText(when_it_is(meeting.on) if meeting else "")
        when = tr("Next one-on-one, {time}").format(time=meeting.time) if meeting and meeting.time else ""
        self._when.setText(when or (tr("Next one-on-one") if meeting else tr("No date yet")))
        self.rhythm.set_tone("ink2" if has_rhythm else "teal")
        self.rhythm.say(tr("Change the rhythm") if has_rhythm else tr("Set a rhythm"))

    def _wire(self) -> None:
        self.rhythm.clicked.connect(lambda: self.rhythm_asked.emit(self.rhythm))
        self.open.clicked.connect(self._on_open)
        self.add.clicked.connect(self._on_add)
        self.line.given.connect(self._on_given)
        self.line.closed.connect(lambda: self.add.setVisible(True))

    def _row(self, item: Item) -> AgendaRow:
        assert self._whole is not None  # noqa: S101  whoever is shown
        made = AgendaRow(item, self._whole.person.name)
        made.ticked.connect(lambda item, on: self._deeds.close(item, closed=on))
        return made

    def _on_add(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        self.add.hide()
        self.line.begin(self._whole.person.name)

    def _on_given(self, words: str, by: Side) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        self._deeds.add_topic(self._whole.person.name, words, by)

    def flush(self) -> None:
        """Puts on the agenda what is being typed."""
        self.line.give()

    def _on_open(self) -> None:
        assert self._whole is not None  # noqa: S101  whoever is shown
        meeting = self._whole.next
        record = meeting.record if meeting is not None else None
        self.meeting_asked.emit(record.id if record is not None else self._whole.person.id)


class _Line(QWidget):
    """One topic to type: Enter adds it and goes on to the next, Esc keeps it and ends."""

    given = Signal(str, Side)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = LineField(tr("What to talk about"), tr("what to talk about"))
        self.theirs = Check("", style="small", tone="ink2")
        self._layout = column(self.field, 8, row(self.theirs, ...), 8)
        self.setLayout(self._layout)
        self.hide()

    def begin(self, name: str) -> None:
        """Opens empty, with the cursor in it."""
        self._layout.removeWidget(self.theirs)
        self.theirs.hide()
        self.theirs.deleteLater()
        self.theirs = Check(tr("{name} raised it").format(name=name), style="small", tone="ink2")
        self._layout.insertWidget(2, self.theirs)
        QWidget.setTabOrder(self.field, self.theirs)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Gives away what is typed, if anything is."""
        words = " ".join(self.field.text().split())
        if words:
            self.field.clear()
            self.given.emit(words, Side.THEM if self.theirs.isChecked() else Side.ME)

    def put_away(self) -> None:
        """Closes, with what is typed."""
        if not self.isHidden():
            self.give()
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
