"""Follow-ups from this meeting: who promised what, by when, and a line to add the next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.one_on_ones.model import FollowUp
from app.people.model import Side
from app.translation import tr
from ui.clock import today
from ui.one_on_ones import words
from ui.one_on_ones.day_field import DayField
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton, Pressable
from ui.widgets.chips import paint_avatar
from ui.widgets.fields import LineField
from ui.widgets.keyboard import has_keyboard
from ui.widgets.labels import Label, Line, plain_tooltip
from ui.widgets.panes import column, row
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after

_AVATAR, _LEFT = 22, 34


class Promise(Pressable):
    """One follow-up; pressing it opens it, to say that it is done or to change it."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self._avatar, self._below, self._is_done = "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_follow_up(self, given: FollowUp, person: str, on: date) -> None:
        """Says it."""
        self._avatar, self._is_done = words.avatar_of(given.owner, person), given.done_on is not None
        if given.done_on is not None:
            self._below = tr("Done")
        else:
            self._below = words.short_day(given.due_on, on) if given.due_on else tr("No date")
        self.say(given.text.strip())
        self.setAccessibleName(f"{given.text.strip()}, {self._avatar}, {self._below}")
        self.setToolTip(plain_tooltip(given.text.strip()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.line_height("body") + tokens.line_height("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(100), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, body = tokens.scaled(_AVATAR), tokens.line_height("body")
        paint_avatar(painter, QRectF(0, 0, side, side), self._avatar)
        left = tokens.scaled(_LEFT)
        room = self.width() - left
        tone = "teal" if self.underMouse() else "ink2" if self._is_done else "ink"
        drawing.text(painter, QRectF(left, 0, room, body), self.words(), tokens.font("body"), tokens.color(tone))
        below = QRectF(left, body, room, tokens.line_height("small"))
        drawing.text(painter, below, self._below, tokens.font("small"), tokens.color("ink2"))


class Promises(QWidget):
    """The list and the form below it. What is typed in the form is kept from the first letters on."""

    opened = Signal(object, object)  # a FollowUp, and its row

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds, first_weekday: int) -> None:
        super().__init__()
        self._presenter, self._deeds = presenter, deeds
        self._follow_up: FollowUp | None = None
        self._listed: Sequence[FollowUp] = ()
        self._rows: list[Promise] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.button = LinkButton(tr("Promise, owner, date"), icon="plus", tone="ink2")
        self.text = LineField(tr("What is promised"), tr("What is promised?"))
        self.owner = Segmented(((Side.THEM, tr("Them")), (Side.ME, tr("Me"))), tr("Who promises it"))
        self.due = DayField(tr("By when"), first_weekday, today, nothing=tr("No date"))
        self._form = QWidget()
        self._form.setLayout(column(self.text, 8, row(self.owner, 8, self.due, ...), margins=(0, 4, 0, 4)))
        self._heading = Label("", "heading")
        self.setLayout(column(self._heading, 14, self._list, row(self.button, ...), self._form))
        self._form.hide()
        self.button.clicked.connect(self.begin)
        self.text.textEdited.connect(self._on_typed)
        self.text.returnPressed.connect(self._go_on)
        self.owner.chosen.connect(lambda _: self._on_typed(self.text.text()))
        self.due.chosen.connect(lambda _: self._on_typed(self.text.text()))

    def show_now(self) -> None:
        """Shows what the presenter has."""
        presenter = self._presenter
        is_today = presenter.meeting.date >= today()
        self._heading.setText(tr("Follow-ups from today") if is_today else tr("Follow-ups from this day"))
        listed = presenter.follow_ups()
        if listed == self._listed:
            return
        self._listed = listed
        while len(self._rows) > len(listed):
            self._take_row()
        while len(self._rows) < len(listed):
            self._add_row()
        for shown, given in zip(self._rows, listed, strict=True):
            shown.show_follow_up(given, presenter.person, today())
        put_after(self.button, self._form)

    def begin(self) -> None:
        """Opens the form, with the cursor in it."""
        self.button.hide()
        self._form.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Closes it. What was typed is a follow-up."""
        had_focus = has_keyboard(self._form)
        self._take_up()
        self._form.hide()
        self.button.show()
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> Sequence[Promise]:
        """The follow-ups, as they can be pressed."""
        return self._rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.end()
        else:
            super().keyPressEvent(event)

    def _add_row(self) -> None:
        made, at = Promise(), len(self._rows)
        made.clicked.connect(lambda: self.opened.emit(self._listed[at], made))
        self._rows.append(made)
        self._list.addWidget(made)
        holder = QWidget()
        holder.setLayout(column(8, Line(), 10))
        self._list.addWidget(holder)

    def _take_row(self) -> None:
        self._rows.pop()
        for _ in range(2):
            item = self._list.takeAt(self._list.count() - 1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _on_typed(self, text: str) -> None:
        given = self._follow_up
        if given is None or given.one_on_one != self._presenter.meeting.id:
            if not text.strip():
                return
            given = self._deeds.new_follow_up(Side(self.owner.key()), self.due.day())
            self._presenter.typing.add(given.id)
        self._follow_up = replace(given, text=text, owner=Side(self.owner.key()), due_on=self.due.day())
        self._deeds.write(self._follow_up)

    def _go_on(self) -> None:
        self._take_up()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self) -> None:
        given, self._follow_up = self._follow_up, None
        self.text.clear()
        self.due.show_day(None)
        if given is not None:
            self._presenter.typing.discard(given.id)
            self._presenter.written.flush()
            self._presenter.shown.emit()
