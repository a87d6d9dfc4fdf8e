"""The page as it will be printed, as large as there is room, and the desk that it lies on."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.pack.contents import Paper
from ui.theme import tokens
from ui.widgets.focus_ring import Ringed

_INCHES = {Paper.A4: (210 / 25.4, 297 / 25.4), Paper.LETTER: (8.5, 11.0)}
_STEPS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_FAR = 1_000_000
_NOTCH = 120  # eighths of a degree: one notch of a wheel
_LEAST, _MOST = 24, 600  # pixels per inch


class SheetView(Ringed, QLabel):
    """One page in a line of one pixel; without a picture, a page that is still white."""

    ring_radius = 0
    stepped = Signal(int)  # so many pages on

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._turned = 0  # by the wheel, on the way to the next notch
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_png(self, png: bytes) -> None:
        """Shows this page."""
        self._picture = QPixmap()
        self._picture.loadFromData(png, "PNG")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(_FAR if event.key() == Qt.Key.Key_End else -_FAR)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.stepped.emit(-notches)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("lineStrong"))
        inside = self.rect().adjusted(1, 1, -1, -1)
        painter.fillRect(inside, tokens.color("page"))
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        if self._is_exact(inside.size(), ratio):
            self._picture.setDevicePixelRatio(ratio)
            painter.drawPixmap(inside.topLeft(), self._picture)
        else:  # drawn for another size of window: the right ones are being set
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(inside), self._picture, QRectF(self._picture.rect()))

    def _is_exact(self, room: QSize, ratio: float) -> bool:
        return (
            abs(self._picture.width() - room.width() * ratio) <= ratio
            and abs(self._picture.height() - room.height() * ratio) <= ratio
        )


class Desk(QWidget):
    """Gives its page the place that it can have, and says how finely it is to be drawn for it."""

    fitted = Signal(int)  # pixels per inch

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._inches = _INCHES[paper]
        self.sheet = SheetView(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay(self, paper: Paper) -> None:
        """A sheet of this size lies there from now on."""
        if self._inches != _INCHES[paper]:
            self._inches = _INCHES[paper]
            self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._place()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.sheet.wheelEvent(event)

    def _place(self) -> None:
        across, down = self._inches
        ratio = self.devicePixelRatioF()
        room = min((self.width() - 2) / across, (self.height() - 2) / down)
        ppi = min(max(int(room * ratio), _LEAST), _MOST)
        width, height = round(across * ppi / ratio) + 2, round(down * ppi / ratio) + 2
        self.sheet.setGeometry(QRect((self.width() - width) // 2, 0, width, height))
        self.fitted.emit(ppi)
