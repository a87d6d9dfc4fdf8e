"""All one-on-ones with one person: the next, those of which nobody said anything, and the earlier ones."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.one_on_ones.model import State
from app.one_on_ones.rules import Meeting
from app.translation import tr
from ui.clock import today
from ui.one_on_ones.presenter import OneOnOnePresenter, recorded
from ui.one_on_ones.words import long_day
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Button, Pressable
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.rows import paint_row_ground

_STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class MeetingButton(Pressable):
    """One of them: its day, and beside it the time or that it did not take place."""

    ring_radius = 8

    def __init__(self, day: str, beside: str, *, is_here: bool) -> None:
        super().__init__(day)
        self._beside, self._is_here = beside, is_here
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{day}, {beside}" if beside else day)
        self.setAccessibleDescription(tr("Shown now") if is_here else "")

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        paint_row_ground(painter, area, hovered=self.underMouse(), selected=self._is_here)
        small = tokens.font("small")
        beside = drawing.width_of(self._beside, small)
        words = area.adjusted(10, 0, -beside - 22, 0)
        drawing.text(painter, words, self.words(), tokens.font("control"), tokens.color("ink"))
        area = QRectF(area.width() - beside - 10, 0, beside + 1, area.height())
        drawing.text(painter, area, self._beside, small, tokens.color("ink2"))


class MeetingsPanel(Panel):
    """A button for each."""

    chosen = Signal(object)  # a Meeting
    plan_asked = Signal()

    def __init__(self, parent: QWidget, presenter: OneOnOnePresenter) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        inside = QWidget()
        inside.setLayout(column(self._list, ..., margins=(4, 0, 6, 6)))
        self._scroll = ScrollPage(inside)
        self.plan = Button(tr("One outside the rhythm"), "quiet", icon="plus")
        self.plan.clicked.connect(self._on_plan)
        self.setFixedWidth(tokens.scaled(320))
        self.setLayout(column(self._scroll, Line(), 4, row(self.plan, ...), margins=8))

    def open_below(self, anchor: QWidget) -> None:
        """Opens with what there is by now."""
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        height = 0
        for heading, meetings in self._groups():
            label = Label(heading, "caption", "ink2")
            label.setContentsMargins(10, 8, 0, 4)
            self._list.addWidget(label)
            for each in meetings:
                self._list.addWidget(self._button(each))
            height += tokens.scaled(28 + 36 * len(meetings))
        self._scroll.setFixedHeight(min(height + 8, tokens.scaled(380)))
        self.open_at(anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = _STEPS.get(Qt.Key(event.key()))
        if forward is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(forward)

    def _groups(self) -> Iterator[tuple[str, list[Meeting]]]:
        found = self._presenter.found
        if found is None:
            return
        ahead = found.next_meeting(today())
        to_come = [
            recorded(each)
            for each in reversed(found.one_on_ones)
            if each.state is State.PLANNED and each.date >= today()
        ]
        if ahead is not None and ahead.record is None:
            to_come = sorted([ahead, *to_come], key=lambda each: each.on)
        if to_come:
            yield tr("To come"), to_come
        if unanswered := found.unanswered(today()):
            yield tr("Nobody said whether they took place"), unanswered
        if over := [recorded(each) for each in found.one_on_ones if each.state is not State.PLANNED]:
            yield tr("Earlier"), over

    def _button(self, meeting: Meeting) -> "MeetingButton":
        record, given = meeting.record, self._presenter.meeting
        is_here = record.id == given.id if record is not None else meeting.on == given.date
        is_missed = record is not None and record.state is State.MISSED
        beside = tr("did not take place") if is_missed else meeting.time or ""
        button = MeetingButton(long_day(meeting.on), beside, is_here=is_here)
        button.clicked.connect(lambda: self._on_chosen(meeting))
        return button

    def _on_chosen(self, meeting: Meeting) -> None:
        self.close_panel()
        self.chosen.emit(meeting)

    def _on_plan(self) -> None:
        self.close_panel()
        self.plan_asked.emit()
