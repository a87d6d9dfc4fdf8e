"""The conversations that were had by a kit: with whom, on which day, and how far they are."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.interviews.model import Outline
from app.interviews.wording import candidate_name
from app.translation import tr
from ui.interviews.words import interview_state
from ui.questions.part_row import EDGE
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label, plain_tooltip
from ui.widgets.panes import column, row
from ui.widgets.rows import paint_row_ground
from ui.widgets.stepping import Stepping
from ui.widgets.tab_loop import put_after
from ui.wording import day_name

_ROW = 36


class Conversations(QWidget):
    """In the order of their days, never of a rating. Not there as long as there are none."""

    opened = Signal(str)  # the id of one
    compared = Signal()

    def __init__(self, before: QWidget) -> None:
        """`before` is where Tab stops before them."""
        super().__init__()
        self._before = before
        self.rows: dict[str, ConversationRow] = {}
        self.compare = LinkButton(tr("Side by side"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        head = row(Label(tr("Conversations"), "heading"), ..., self.compare, margins=(EDGE, 0, EDGE, 0))
        self.setLayout(column(head, 4, self._list))
        self.setAccessibleName(tr("Conversations"))
        self.compare.clicked.connect(self.compared)
        self.hide()

    def show_interviews(self, given: Sequence[Outline]) -> None:
        """Shows these."""
        self.setVisible(bool(given))
        self.compare.setVisible(len(given) > 1)
        ids = [each.id for each in given]
        if list(self.rows) != ids:
            for gone in self.rows.values():
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
            self.rows = {id: self._add(id) for id in ids}
            put_after(self._before, self)
        for each in given:
            name = candidate_name(each.candidate)
            self.rows[each.id].show_conversation(name, each.date, interview_state(each))

    def _add(self, id: str) -> "ConversationRow":
        made = ConversationRow()
        made.clicked.connect(lambda: self.opened.emit(id))
        made.stepped.connect(lambda by: self._step(id, by))
        self._list.addWidget(made)
        made.show()
        return made

    def _step(self, id: str, by: int) -> None:
        rows = list(self.rows.values())
        at = list(self.rows).index(id) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)


class ConversationRow(Stepping):
    """Opens it."""

    ring_radius = 10
    ring_is_inside = True

    def __init__(self) -> None:
        self._day = self._state = ""
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_conversation(self, name: str, day: date, state: str) -> None:
        """With whom, when, and how far."""
        self._day, self._state = day_name(day), state
        self.say(name)
        said = tr("{candidate}, {day}, {state}").format(candidate=name, day=self._day, state=state)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), tokens.scaled(_ROW))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        words = drawing.width_of(self.words(), tokens.font("control"))
        beside = drawing.width_of(self._day + self._state, tokens.font("small")) + 24 + 2 * EDGE
        self.setToolTip(plain_tooltip(self.words()) if words + beside > self.width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        paint_row_ground(painter, area, hovered=self.underMouse())
        inner = area.adjusted(EDGE, 0, -EDGE, 0)
        small, control = tokens.font("small"), tokens.font("control")
        state = drawing.width_of(self._state, small)
        drawing.text(painter, inner, self._state, small, tokens.color("ink2"), drawing.RIGHT)
        room = max(inner.width() - state - 12, 0.0)
        beside = min(drawing.width_of(self._day, small) + 12, room / 2)
        name = min(drawing.width_of(self.words(), control) + 1.0, room - beside)
        words = QRectF(inner.left(), 0, name, inner.height())
        drawing.text(painter, words, self.words(), control, tokens.color("ink"))
        day = QRectF(words.right() + 12, 0, max(room - name - 12, 0), inner.height())
        if day.width() > tokens.scaled(20):
            drawing.text(painter, day, self._day, small, tokens.color("ink2"))
