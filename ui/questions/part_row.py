"""One part of a kit: its words, what it is about, its minutes, and the handle that it is moved by."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from app import limits
from app.interviews.model import Competency
from app.interviews.wording import competency_name
from app.translation import tr
from ui.questions.quiet_fields import MinutesField, QuietLine
from ui.questions.words import pillar_of
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.buttons import IconButton
from ui.widgets.chips import PillarChip
from ui.widgets.focus_ring import Ringed
from ui.widgets.labels import Label, Paragraph
from ui.widgets.moving import claims_move, move_of
from ui.widgets.panes import column, row
from ui.widgets.rows import paint_row_ground

EDGE = 10  # pixels of the ground beside what is in the row
_AROUND, _GRIP, _GAP, _REMOVE, _ABOUT = 11, 16, 10, 20, 20
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartRow(Ringed, QAbstractButton):
    """Arrow keys go on, with Alt they move it, Enter opens its question, Delete takes it out; the mouse drags it."""

    ring_radius = 10
    ring_is_inside = True
    stepped = Signal(int)
    moved = Signal(int)  # so many places
    entered = Signal()
    taken_out = Signal()
    dragged = Signal(QPoint)  # to there on the screen
    dropped = Signal(bool)  # whether it is to stay where it was dragged to
    timed = Signal(int)
    worded = Signal(str)

    def __init__(self, *, is_own_line: bool) -> None:
        """An own line is written here; the words of a question are those of the bank."""
        super().__init__()
        self.is_current = self.is_dragged = False
        self._pressed_at: QPoint | None = None
        self._shown: tuple[object, ...] = ()
        self.minutes = MinutesField("caption", "ink3")
        self.remove = IconButton("x", "", size=_REMOVE, tone="ink3", icon_size=14)
        self.line = QuietLine(tr("Words of this part"), "", "body", most=limits.QUESTION) if is_own_line else None
        self._words = None if is_own_line else Paragraph("", "body", "ink")
        self._about = row()
        self._compose()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(tr("Alt and the arrow keys move it. Delete takes it out."))
        self.minutes.given.connect(self.timed)
        self.remove.clicked.connect(self.taken_out)
        if self.line is not None:
            self.line.textEdited.connect(self.worded)
            self.line.installEventFilter(self)
        self.minutes.installEventFilter(self)

    def show_part(
        self, words: str, placeholder: str, competency: Competency | None, minutes: int, note: str = ""
    ) -> None:
        """Shows these; without words an own line has the placeholder. `note` is a word on it."""
        self.minutes.show_minutes(minutes)
        if self.line is not None:
            self.line.show_words(words)
        shown = (words, placeholder, competency, note, minutes)
        if shown == self._shown:
            return
        said = words.strip() or placeholder
        if self._shown[2:4] != (competency, note):
            self._show_about(competency, note)
        self._shown = shown
        if self.line is not None:
            self.line.setPlaceholderText(placeholder)
        elif self._words is not None:
            self._words.setText(said)
        about = [competency_name(competency)] if competency is not None else []
        about += [note] if note else []
        self.setAccessibleName(", ".join([said, *about, tr("{minutes} min").format(minutes=minutes)]))
        self.minutes.setAccessibleName(tr("Minutes: {part}").format(part=said))
        self.remove.call("x", tr("Take out: {part}").format(part=said))
        self.updateGeometry()

    def show_current(self, is_current: bool, *, is_selected: bool) -> None:
        """Whether Tab stops here, and whether it is the one that is looked at."""
        self.is_current, self._is_selected = is_current, is_selected
        for each in (self, self.minutes, *([self.line] if self.line is not None else [])):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
        self._show_remove()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self.line is None  # which never wraps

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None  # noqa: S101  it was given one
        return layout.totalHeightForWidth(width) if self.hasHeightForWidth() else layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(300), self.heightForWidth(self.width() or tokens.scaled(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), tokens.scaled(40))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return claims_move(event) or super().event(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Alt and an arrow key move it from its fields, too, and Escape leaves them."""
        if claims_move(event):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if (by := move_of(event)) is not None:
                self.moved.emit(by)
                return True
            if Qt.Key(event.key()) in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if (by := move_of(event)) is not None:
            self.moved.emit(by)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_out.emit()
        elif key == Qt.Key.Key_Escape and self.is_dragged:
            self._end_drag(stays=False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.globalPosition().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self.is_dragged or far:
            self.is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self.is_dragged:
            self.setDown(False)
            self._end_drag(stays=True)
        else:
            super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_remove()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_remove()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hovered = self.underMouse() or self.is_dragged
        paint_row_ground(painter, QRectF(self.rect()), hovered=hovered, selected=self._is_selected)
        size = tokens.scaled(_GRIP)
        middle = _AROUND + tokens.line_height("body") / 2
        drawing.icon(painter, "grip-vertical", EDGE, middle, size, tokens.color("ink2" if hovered else "ink3"))

    _is_selected = False

    def _end_drag(self, *, stays: bool) -> None:
        self.is_dragged, self._pressed_at = False, None
        self.unsetCursor()
        self.dropped.emit(stays)
        self.update()

    def _show_remove(self) -> None:
        self.remove.setVisible(self.underMouse() or self._is_selected)

    def _show_about(self, competency: Competency | None, note: str) -> None:
        while (old := self._about.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        made: list[QWidget] = []
        if (pillar := pillar_of(competency)) is not None:
            made.append(PillarChip(pillar, filled=False))
        elif competency is not None:
            made.append(Label(competency_name(competency), "caption", "ink3"))
        if note:
            made.append(Label(note, "caption", "ink3"))
        for each in made:
            each.setFixedHeight(tokens.scaled(_ABOUT))
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._about.addWidget(each)
            self._about.addSpacing(10)
        self._about.addStretch(1)  # always: beside a line with nothing in it the words would be squeezed

    def _compose(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(self.hasHeightForWidth())
        self.setSizePolicy(policy)
        kept = self.remove.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(kept)
        if self._words is not None:
            self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = column(*[each for each in (self.line, self._words) if each is not None], self._about, ...)
        line = tokens.line_height("body")
        above = (
            (self.line.sizeHint().height() - 3 - line) // 2 if self.line is not None else 0
        )  # which a field has more
        right = row(self.remove, 4, self.minutes)
        beside = column(right, ...)
        down = above + (line - self.minutes.sizeHint().height()) // 2
        higher = max(-down, 0)  # the minutes begin above the words
        beside.setContentsMargins(0, max(down, 0), 0, 0)
        words.setContentsMargins(0, higher, 0, 0)
        left = EDGE + tokens.scaled(_GRIP) + _GAP
        layout = row(words, 6, beside, margins=(left, _AROUND - above - higher, EDGE - 6, _AROUND - 2 * above))
        layout.setStretch(0, 1)
        self.setLayout(layout)
