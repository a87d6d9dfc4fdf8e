"""The caret of fields and of the writing area: two pixels of its own colour, which Qt's caret cannot have."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import tokens
from ui.widgets import drawing

_WIDTH = 2


class Caret(QObject):
    """Blinks at the system's pace where `place` says, on the field (or its viewport) that is its parent."""

    def __init__(self, field: QWidget, place: Callable[[], QRect]) -> None:
        super().__init__(field)
        self._field, self._place = field, place
        self._is_lit = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time_over)

    def begin(self) -> None:
        """Lights it up and starts its blinking anew: the keyboard is here, or was just used."""
        self._is_lit = True
        pace = QGuiApplication.styleHints().cursorFlashTime()
        if pace >= 2:
            self._timer.start(pace // 2)
        self._repaint()

    def end(self) -> None:
        """Takes it away; the field paints itself anew without it."""
        self._timer.stop()
        self._is_lit = False

    def paint(self, painter: QPainter) -> None:
        """Draws it, if it is lit at this moment."""
        if self._is_lit:
            place = self._place()
            area = QRectF(place.x(), place.y(), _WIDTH, place.height())
            drawing.fill(painter, area, tokens.color("caret"))

    def _on_time_over(self) -> None:
        self._is_lit = not self._is_lit
        self._repaint()

    def _repaint(self) -> None:
        canvas = self._field.viewport() if isinstance(self._field, QAbstractScrollArea) else self._field
        canvas.update(self._place().adjusted(-2, -2, _WIDTH + 2, 2))
