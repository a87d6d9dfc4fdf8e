"""One practice in the list: its name, whom it serves, how it reads, and what to do about it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.practices.model import Decision, Practice, Reading
from app.practices.rules import overall
from app.practices.wording import decision_name, overall_name, practice_name, said
from app.translation import tr
from ui.practices.spans import Span, Spans
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import LinkButton
from ui.widgets.panes import column, row
from ui.widgets.rows import paint_row_ground
from ui.widgets.segmented import Segmented
from ui.widgets.tab_loop import put_after

EDGE = 12  # pixels of the ground beside what is in the row
_ABOVE, _LEAST = 15, 100
_ICON = 14
_QUOTE = 14  # a size of type that stands between those of the scale, as in the journal's list
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ICONS = {
    Reading.CARE: ("circle-check", "teal", "ink"),
    Reading.MIXED: ("circle-half-2", "ink2", "ink"),
    Reading.DISTRUST: ("alert-circle", "brick", "brick"),
    Reading.NOT_ASKED: ("circle-dashed", "ink3", "ink2"),
}


class PracticeRow(QAbstractButton):
    """A click or an arrow key chooses it; Enter edits it. What can be done to it is inside."""

    stepped = Signal(int)
    edit_asked = Signal()
    put_away_asked = Signal()
    checklist_asked = Signal()
    decided = Signal(object)  # a Decision or None

    def __init__(self) -> None:
        super().__init__()
        self.is_chosen = self.has_line = False
        self._has_ring = False
        self._practice: Practice | None = None
        self._shown: tuple[Practice, str] | None = None
        self._name, self._serves = Spans("heading"), Spans("small")
        self._reads = Spans("heading", room=tokens.scaled(_ICON) + 6)
        self._again = Spans("small", room=tokens.scaled(_ICON) + 6)
        self.decision = Segmented(
            [(each.value, decision_name(each)) for each in Decision],
            tr("What to do about it"),
            allows_none=True,
            compact=True,
        )
        self.edit = LinkButton(tr("Edit"), icon="pencil", tone="ink2", style="caption")
        self.checklist = LinkButton(tr("Checklist"), icon="checklist", tone="ink2", style="caption")
        self._compose()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.decision.chosen.connect(lambda key: self.decided.emit(Decision(key) if key else None))
        self.edit.clicked.connect(self.edit_asked)
        self.checklist.clicked.connect(self.checklist_asked)

    def show_practice(self, practice: Practice, again: str) -> None:
        """Shows it; `again` says that it is to be looked at again, or nothing."""
        if (practice, again) == self._shown:
            return
        self._shown, self._practice = (practice, again), practice
        name, reading = practice_name(practice.name), overall(practice.reactions)
        quote = said(practice.reactions)
        self._name.show_spans(Span(name, "heading", "ink"), Span(practice.rhythm, "small", "ink2"))
        self._serves.show_spans(
            *([Span(tr("Serves"), "small", "ink2"), Span(practice.serves, "small", "ink")] if practice.serves else [])
        )
        self._serves.setVisible(bool(practice.serves.strip()))
        _, _, tone = ICONS[reading]
        self._reads.show_spans(
            Span(overall_name(reading), "caption", tone), Span(quote, "readingS", "ink2", size=_QUOTE)
        )
        self._again.show_spans(Span(again, "caption", "ink2"), Span(practice.decision_note, "small", "ink2"))
        self._again.setVisible(bool(again or practice.decision_note.strip()))
        self._has_again = bool(again)
        self.decision.choose(practice.decision.value if practice.decision else "")
        spoken = [name, practice.rhythm, overall_name(reading), quote, again]
        self.setAccessibleName(", ".join(" ".join(each.split()) for each in spoken if each.strip()))
        self.updateGeometry()
        self.update()

    def show_chosen(self, chosen: bool, *, has_line: bool, offers_checklist: bool) -> None:
        """Whether it is the chosen one, and whether a line parts it from the next."""
        placed = (chosen, has_line, offers_checklist)
        if placed == self._placed:
            return
        self._placed = placed
        self.is_chosen, self.has_line = chosen, has_line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(tr("Chosen") if chosen else "")
        self.edit.setVisible(chosen)
        self.checklist.setVisible(chosen and offers_checklist)
        self.decision.make_stop(chosen)
        self.update()

    def order_stops(self) -> None:
        """Tab goes through what is in it in the order in which it is seen."""
        put_after(self, self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None  # noqa: S101  it was given one
        return max(tokens.scaled(_LEAST), layout.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(500), self.heightForWidth(self.width() or tokens.scaled(500)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), tokens.scaled(_LEAST))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_E and not event.modifiers()):
            self.edit_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.put_away_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: object) -> None:
        self.edit_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        ringed = self.hasFocus() and self._has_ring
        paint_row_ground(painter, area, hovered=self.underMouse(), selected=self.is_chosen, focused=ringed)
        if self.has_line:
            line = QRectF(EDGE, self.height() - 1, self.width() - 2 * EDGE, 1)
            drawing.fill(painter, line, tokens.color("line"))
        if self._practice is not None:
            icon, tone, _ = ICONS[overall(self._practice.reactions)]
            self._paint_icon(painter, self._reads, icon, tone)
            if self._again.isVisible():
                self._paint_icon(painter, self._again, "calendar" if self._has_again else "pencil", "ink3")

    _has_again = False
    _placed: tuple[bool, bool, bool] | None = None

    def _paint_icon(self, painter: QPainter, beside: Spans, icon: str, tone: str) -> None:
        middle = beside.y() + tokens.line_height(beside.line_style) / 2
        drawing.icon(painter, icon, beside.x(), middle, tokens.scaled(_ICON), tokens.color(tone))

    def _compose(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(tokens.scaled(_LEAST))
        words = column(..., self._name, self._serves, self._reads, self._again, ..., spacing=5)
        words.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        for each in (self.edit, self.checklist):
            kept = each.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            each.setSizePolicy(kept)
        below = row(..., self.checklist, 14, self.edit)
        height = self.edit.sizeHint().height() + 4
        right = column(..., height, self.decision, 4, below, ...)
        layout = row(words, 14, right, margins=(EDGE, 0, EDGE, 0))
        layout.setStretch(0, 1)
        self.setLayout(layout)
