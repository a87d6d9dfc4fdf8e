"""All one-on-ones with one person: the next, those of which nobody said anything, and the earlier ones."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.one_on_ones.model import State
from app.one_on_ones.rules import Meeting
from app.translation import tr
from ui.one_on_ones.presenter import OneOnOnePresenter, recorded, today
from ui.one_on_ones.words import long_day
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, ScrollPage, column

_STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


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
        inside.setLayout(column(self._list, ..., margins=(0, 0, 0, 4)))
        self._scroll = ScrollPage(inside)
        self.plan = Button(tr("One outside the rhythm"), "quiet", icon="plus")
        self.plan.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plan.clicked.connect(self._on_plan)
        self.setFixedWidth(tokens.scaled(320))
        self.setLayout(column(self._scroll, Line(), 4, self.plan, margins=(8, 8, 8, 8)))

    def open_below(self, anchor: QWidget) -> None:
        """Opens with what there is by now."""
        while (old := self._list.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        height = 0
        for heading, meetings in self._groups():
            label = Label(heading, "caption", "ink2")
            label.setContentsMargins(11, 8, 0, 4)
            self._list.addWidget(label)
            for each in meetings:
                self._list.addWidget(self._button(each))
            height += tokens.scaled(30 + 36 * len(meetings))
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

    def _button(self, meeting: Meeting) -> Button:
        record = meeting.record
        is_missed = record is not None and record.state is State.MISSED
        day = long_day(meeting.on)
        button = Button(tr("{day}, did not take place").format(day=day) if is_missed else day, "quiet")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._on_chosen(meeting))
        return button

    def _on_chosen(self, meeting: Meeting) -> None:
        self.close_panel()
        self.chosen.emit(meeting)

    def _on_plan(self) -> None:
        self.close_panel()
        self.plan_asked.emit()
