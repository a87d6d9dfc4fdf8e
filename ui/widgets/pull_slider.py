"""How strong the pull was, 0 to 10, or not said."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSlider, QWidget

from app.reflections.model import PULL_RANGE
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.focus_ring import Ringed
from ui.widgets.panes import row

_HANDLE = 7.0
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: 2,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageDown: -2,
}


class PullSlider(QWidget):
    """Unset until a person sets it; Delete, or a press on the number, makes it so again. 0 to 9 may be typed."""

    changed = Signal(object)  # int or None, by a person

    def __init__(self, name: str = "", *, of_ten: bool = False) -> None:
        """With `of_ten` the number stands beside it as it is said, and not at large."""
        super().__init__()
        self._scale = _Scale(name or tr("Strength of the pull"))
        self._number = _Number(of_ten)
        self._scale.moved.connect(self._on_moved)
        self._number.clicked.connect(lambda: self._on_moved(None))
        self.setLayout(row(self._scale, 14, self._number))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._scale)

    def value(self) -> int | None:
        """0 to 10, or None."""
        return self._scale.pull()

    def set_value(self, value: int | None) -> None:
        """Shows this value, without a signal."""
        self._scale.show_pull(value)
        self._number.show_pull(value)

    def _on_moved(self, value: int | None) -> None:
        if value != self.value():
            self.set_value(value)
            self.changed.emit(value)


class _Scale(Ringed, QSlider):
    """A QSlider for screen readers, which read its value; what it means to be unset is its own."""

    moved = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._is_set = False
        self.setRange(PULL_RANGE[0], PULL_RANGE[-1])
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_pull(None)

    def pull(self) -> int | None:
        return self.value() if self._is_set else None

    def show_pull(self, pull: int | None) -> None:
        self._is_set = pull is not None
        self.setValue(pull or 0)
        said = tr("Not set") if pull is None else tr("{strength} of {strongest}")
        self.setAccessibleDescription(said.format(strength=pull, strongest=PULL_RANGE[-1]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(256), tokens.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(110), tokens.scaled(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, pull = event.key(), self.pull()
        if key in _STEPS:
            reached = _STEPS[Qt.Key(key)] + (-1 if pull is None else pull)
            self.moved.emit(min(max(reached, PULL_RANGE[0]), PULL_RANGE[-1]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moved.emit(PULL_RANGE[0] if key == Qt.Key.Key_Home else PULL_RANGE[-1])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.moved.emit(None)
        elif event.text() and event.text() in "0123456789":
            self.moved.emit(int(event.text()))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(self._pull_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self._pull_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a pull is never changed in passing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._groove_top()
        self._paint_ticks(painter, middle + 12)
        begin, end = QPointF(self._at(0), middle), QPointF(self._at(PULL_RANGE[-1]), middle)
        painter.setPen(QPen(tokens.color("lineStrong"), 2))
        painter.drawLine(begin, end)
        pull = self.pull()
        if pull is None:
            return
        ink = tokens.color("teal" if self.isEnabled() else "inkDisabled")
        inside = min(max(self._at(pull), _HANDLE + 1), self.width() - _HANDLE - 1)
        handle = QPointF(inside, middle)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(begin, handle)
        painter.setBrush(tokens.color("surface"))
        painter.drawEllipse(handle, _HANDLE, _HANDLE)

    def _paint_ticks(self, painter: QPainter, top: float) -> None:
        tick = tokens.color("stroke")
        for each in PULL_RANGE:
            painter.fillRect(QRectF(round(self._at(each)), top, 1, 5 if each % 5 == 0 else 3), tick)

    def _groove_top(self) -> float:
        return round(self.height() * 0.36)

    def _at(self, pull: int) -> float:
        return (self.width() - 1) * pull / PULL_RANGE[-1]

    def _pull_at(self, across: float) -> int:
        share = across / max(1.0, self.width() - 1)
        return round(min(max(share, 0.0), 1.0) * PULL_RANGE[-1])


class _Number(QPushButton):
    """The value. A press takes it away; the keyboard has Delete for that, so it is no tab stop."""

    def __init__(self, of_ten: bool) -> None:
        super().__init__()
        self._of_ten = of_ten
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Clear the strength"))
        self._shown = ""
        self.show_pull(None)

    def show_pull(self, pull: int | None) -> None:
        self._shown = "–" if pull is None else self._said(pull)
        self.setEnabled(pull is not None)
        self.setToolTip("" if pull is None else tr("Clear"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(drawing.width_of(self._said(10), self._letters()) + 4, tokens.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(0, 0, 0, -tokens.scaled(8))
        ink = tokens.color("ink" if self.isEnabled() else "ink3")
        drawing.text(QPainter(self), area, self._shown, self._letters(), ink, drawing.RIGHT)

    def _said(self, pull: int) -> str:
        return tr("{number} in 10").format(number=pull) if self._of_ten else str(pull)

    def _letters(self) -> QFont:
        if self._of_ten:
            return tokens.font("control", tabular=True)
        font = tokens.font("figure", tabular=True)
        font.setPixelSize(tokens.scaled(20))
        return font
