"""Before work is taken back: what set it off, what else could be enough. It asks, and never blocks."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import limits
from app.delegation.model import Instead, Legitimate
from app.translation import tr
from ui.reflection.flow import Flow
from ui.rope.words import reason_name
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import Button, IconButton, Pressable
from ui.widgets.choices import Check
from ui.widgets.fields import LineField
from ui.widgets.labels import ElidedLabel, Label, Paragraph
from ui.widgets.messages import Icon
from ui.widgets.panes import Panel, column, row
from ui.widgets.rows import paint_row_ground

_WIDTH, _POINTER, _SIDE, _EDGE = 376, 8, 18, 8  # the ground of a row reaches beyond its words
_ICONS = {
    Instead.ASK: "message-question",
    Instead.EXAMPLE: "file-text",
    Instead.PAIR: "users",
    Instead.MOVE_DATE: "calendar-event",
    Instead.SECOND_EYES: "eye-check",
}


class TakeBackSheet(Panel):
    """Both of its buttons are always enabled. Escape writes nothing, and what was typed is there the next time."""

    taken_back = Signal(str, object)  # what set it off; a Legitimate reason, or None
    held = Signal(str, object)  # what set it off; what is enough Instead, or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._delegation = ""
        self._title = ElidedLabel("", "control", weight=600)
        self.close_button = IconButton("x", tr("Close"), size=24, tone="ink2")
        self.note = LineField(tr("What set it off? One line, or none"), "", "readingS")
        self.note.take_at_most(limits.LINE)
        self.instead = [InsteadRow(each) for each in Instead]
        self.reasons = {each: Check(reason_name(each), style="small", tone="ink2") for each in Legitimate}
        self.log = Button(tr("Log it"))
        self.leave = Button("", "primary")
        self._said = Paragraph("", "caption", "ink2")
        self.setFixedWidth(tokens.scaled(_WIDTH))
        reasons = QWidget()
        reasons.setLayout(Flow(*self.reasons.values(), across=16, between=6))
        head = row(Icon("arrow-back-up", tone="brick"), 8, self._title, 8, self.close_button)
        head.setStretch(2, 1)
        question = Label(tr("What set it off? One line, or none"), "caption", "ink2")
        enough = Label(tr("Is one of these enough?"), "caption", "ink2")
        asked = column(head, 4, question, 2, self.note, 14, enough, margins=(_EDGE, 0, _EDGE, 0))
        counted = Paragraph(tr("Or is it one of these? They do not count as a take-back"), "caption", "ink2")
        both = row(self.log, ..., self.leave)
        answered = column(counted, 8, reasons, 16, both, 12, self._said, margins=(_EDGE, 0, _EDGE, 0))
        side = _SIDE - _EDGE
        self.setLayout(column(asked, 6, *self.instead, 10, answered, margins=(side, 14 + _POINTER, side, 14)))
        self.close_button.clicked.connect(self.close_panel)
        self.log.clicked.connect(self._on_log)
        self.leave.clicked.connect(self._on_leave)
        self.note.returnPressed.connect(self.leave.setFocus)
        for row_ in self.instead:
            row_.clicked.connect(lambda _=False, chosen=row_: self._choose(chosen))
            row_.stepped.connect(lambda by, chosen=row_: self._step(chosen, by))
        for check in self.reasons.values():
            check.clicked.connect(lambda _=False, chosen=check: self._on_reason(chosen))

    def open_for(self, delegation: str, person: str | None, anchor: QWidget, within: QWidget) -> None:
        """Opens on the work with this id, below the button and no further right than what that is `within`."""
        if delegation != self._delegation:
            self._delegation = delegation
            self._begin_anew()
        who = person or ""
        self._title.setText(tr("Taking it back from {person}").format(person=who) if who else tr("Taking it back"))
        self.setAccessibleName(self._title.text())
        self.leave.say(tr("Leave it with {person}").format(person=_short(who)) if who else tr("Leave it with them"))
        self._show_caption()
        self.open_at(anchor)
        right = within.mapTo(self.window(), within.rect().topRight()).x() + 1
        self.move(max(8, min(self.x(), right - self.width())), self.y())
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self._press(self.isVisible())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._press(False)

    def _press(self, is_open: bool) -> None:
        """Its button stays down as long as it is open."""
        if isinstance(self.anchor, Pressable):
            self.anchor.setDown(is_open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box whose upper edge points to the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, _POINTER + 0.5, -0.5, -0.5)
        radius, middle = tokens.radius("xl"), self._middle()
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.setPen(QPen(tokens.color("stroke"), 1))
        painter.setBrush(tokens.color("surface"))
        if not self._is_below():
            painter.drawPath(outline)
            return
        tip = QPainterPath(QPoint(round(middle - _POINTER), round(box.top())).toPointF())
        tip.lineTo(middle, box.top() - _POINTER)
        tip.lineTo(middle + _POINTER, box.top())
        tip.closeSubpath()
        painter.drawPath(outline.united(tip))

    def _is_below(self) -> bool:
        """Whether there was room for it below the button; else it points to nothing."""
        anchor = self.anchor
        return anchor is not None and self.y() >= anchor.mapTo(self.window(), anchor.rect().bottomLeft()).y()

    def _middle(self) -> float:
        """Where the middle of the button is, as far as the corners let it."""
        anchor = self.anchor
        at = self.width() / 2
        if anchor is not None:
            at = self.mapFromGlobal(anchor.mapToGlobal(anchor.rect().center())).x()
        edge = tokens.radius("xl") + _POINTER
        return min(max(at, edge), self.width() - edge)

    def _begin_anew(self) -> None:
        self.note.clear()
        self._choose(None)
        for each in self.reasons.values():
            each.setChecked(False)

    def _choose(self, chosen: "InsteadRow | None") -> None:
        """This one would be enough; chosen again, it is let go."""
        for each in self.instead:
            each.show_chosen(each is chosen and not each.is_chosen)
        stop = next((each for each in self.instead if each.is_chosen), self.instead[0])
        for each in self.instead:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)

    def _step(self, row_: "InsteadRow", by: int) -> None:
        at = self.instead.index(row_) + by
        if 0 <= at < len(self.instead):
            self.instead[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_reason(self, chosen: Check) -> None:
        for each in self.reasons.values():
            each.setChecked(each is chosen and chosen.isChecked())
        self._show_caption()

    def _reason(self) -> Legitimate | None:
        return next((key for key, each in self.reasons.items() if each.isChecked()), None)

    def _show_caption(self) -> None:
        both = tr("Both are fine. Esc closes this and writes nothing.")
        self._said.setText(tr("Logged, not counted") if self._reason() else both)

    def _on_log(self) -> None:
        note, reason = self.note.text(), self._reason()
        self._done()
        self.taken_back.emit(note, reason)

    def _on_leave(self) -> None:
        note = self.note.text()
        instead = next((each.instead for each in self.instead if each.is_chosen), None)
        self._done()
        self.held.emit(note, instead)

    def _done(self) -> None:
        self.close_panel()
        self._begin_anew()


class InsteadRow(Pressable):
    """Something that may be enough; the chosen one has a tick."""

    ring_radius = 8
    ring_is_inside = True
    stepped = Signal(int)

    def __init__(self, instead: Instead) -> None:
        self.instead, self.is_chosen = instead, False
        super().__init__(instead_name(instead))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chosen(self, is_chosen: bool) -> None:
        """Whether it is the one."""
        self.is_chosen = is_chosen
        self.setChecked(is_chosen)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        paint_row_ground(painter, area, hovered=self.underMouse(), selected=self.is_chosen)
        size, middle = tokens.scaled(16), area.center().y()
        drawing.icon(painter, _ICONS[self.instead], 8, middle, size, tokens.color("ink2"))
        left = 8 + size + 10
        words = QRectF(left, 0, area.width() - left - size - 16, area.height())
        drawing.text(painter, words, self.words(), tokens.font("body"), tokens.color("ink"))
        if self.is_chosen:
            drawing.icon(painter, "check", area.width() - size - 8, middle, size, tokens.color("teal"))


def instead_name(instead: Instead) -> str:
    """ "Pair for twenty minutes"."""
    return {
        Instead.ASK: tr("Ask what they would do next"),
        Instead.EXAMPLE: tr("Show them one example"),
        Instead.PAIR: tr("Pair for twenty minutes"),
        Instead.MOVE_DATE: tr("Move the date"),
        Instead.SECOND_EYES: tr("A second pair of eyes"),
    }[instead]


def _short(name: str) -> str:
    """A name that fits on a button."""
    return name if len(name) <= 24 else name[:23] + "…"
