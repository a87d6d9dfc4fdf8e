"""One line of the agenda: a check that closes it, what it is, how old it is, and whose."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme import tokens
from ui.widgets import drawing, excerpt
from ui.widgets.chips import paint_avatar
from ui.widgets.labels import plain_tooltip
from ui.widgets.marks import MARK, paint_check
from ui.widgets.rows import paint_row_ground

_LEFT, _GAP, _ABOVE, _BELOW, _AVATAR, _BESIDE = 8, 12, 9, 7, 22, 8
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -(1 << 20), Qt.Key.Key_End: 1 << 20}


@dataclass(frozen=True, slots=True)
class Row:
    """What a line says. `avatar` is the name whose letter stands at its end; one without a check has no `id`."""

    id: str
    title: str
    below: str
    avatar: str
    is_closed: bool
    is_chosen: bool


class AgendaRow(QCheckBox):
    """Space or a click on the check closes it or opens it again; reached, it is in hand."""

    reached = Signal(str)  # its id
    ticked = Signal(str)
    entered = Signal()
    stepped = Signal(int)

    def __init__(self, shown: Row) -> None:
        super().__init__()
        self._shown = shown
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.show_row(shown)

    def show_row(self, shown: Row) -> None:
        """Says something else."""
        self._shown = shown
        self.setChecked(shown.is_closed)
        self.setAccessibleName(", ".join(filter(None, (shown.title, shown.below, shown.avatar))))
        self.setToolTip(plain_tooltip(shown.title) if len(self._lines(240).starts) > excerpt.MOST_LINES else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown.is_chosen else Qt.FocusPolicy.ClickFocus)
        self._fit()
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        return bool(self._shown.id) and position.x() < _LEFT + tokens.scaled(MARK) + _GAP // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(200), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(120), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        self._by_keyboard = event.reason() in (
            reasons.TabFocusReason,
            reasons.BacktabFocusReason,
            reasons.ShortcutFocusReason,
        )
        if event.reason() != reasons.ActiveWindowFocusReason:
            self.reached.emit(self._shown.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, space = Qt.Key(event.key()), Qt.Key.Key_Space
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter} | (set() if self._shown.id else {space})
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in enters:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._shown
        ringed = self.hasFocus() and self._by_keyboard
        paint_row_ground(
            painter, QRectF(self.rect()), hovered=self.underMouse(), selected=shown.is_chosen, focused=ringed
        )
        body, mark = tokens.line_height("body"), tokens.scaled(MARK)
        if shown.id:
            paint_check(painter, QRectF(_LEFT, _ABOVE + (body - mark) // 2 - 1, mark, mark), shown.is_closed)
        if shown.avatar:
            side = tokens.scaled(_AVATAR)
            paint_avatar(painter, QRectF(self.width() - side - _BESIDE, _ABOVE - 1, side, side), shown.avatar)
        left, room = self._left(), self._room(self.width())
        lines = self._lines(room)
        area = QRectF(left, _ABOVE, room, lines.shown * body)
        excerpt.paint(painter, area, lines, body, "ink2" if shown.is_closed else "ink")
        area = QRectF(left, area.bottom(), room, tokens.line_height("small"))
        drawing.text(painter, area, shown.below, tokens.font("small"), tokens.color("ink2"))

    def _fit(self) -> None:
        """As high as its lines are at this width."""
        lines = self._lines(self._room(self.width())).shown
        below = tokens.line_height("small") if self._shown.below else 0
        self.setFixedHeight(_ABOVE + lines * tokens.line_height("body") + below + _BELOW)

    def _left(self) -> int:
        return _LEFT + tokens.scaled(MARK) + _GAP

    def _room(self, width: int) -> int:
        beside = tokens.scaled(_AVATAR) + _BESIDE + 8 if self._shown.avatar else _BESIDE
        return max(width - self._left() - beside, 40)

    def _lines(self, room: int) -> excerpt.Broken:
        return excerpt.broken(self._shown.title, tokens.font("body"), room)

    def _on_clicked(self, _: bool) -> None:
        self.setChecked(self._shown.is_closed)  # the journal says what is closed
        self.ticked.emit(self._shown.id)
