"""Fields that read as the text around them until somebody comes to change them: a line of words, and minutes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from app.interviews.record import MINUTES
from app.translation import tr
from ui.theme import tokens
from ui.widgets import drawing
from ui.widgets.fields import BareLine, LineField

_MOST = 3  # digits


class QuietLine(LineField):
    """A line of words; only the mouse or the caret shows that it can be written in."""

    def __init__(self, name: str, placeholder: str, style: str, *, most: int) -> None:
        super().__init__(name, placeholder, style, most=most)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_words(self, words: str) -> None:
        """Shows these, unless they stand there already."""
        if words != self.text():
            self.setText(words)
            self.setCursorPosition(0)

    def _paint_line(self) -> None:
        if self.hasFocus() or self.underMouse():
            super()._paint_line()


class RoleLine(QuietLine):
    """As wide as its words, where there is room for them."""

    def __init__(self, name: str, placeholder: str, *, most: int) -> None:
        super().__init__(name, placeholder, "title", most=most)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def dress(self) -> None:
        """Its line lies close below the words, so that they stand on one with what follows."""
        super().dress()
        self.setTextMargins(-2, 0, -2, 0)

    def sizeHint(self) -> QSize:
        words = self.text() or self.placeholderText()
        return QSize(drawing.width_of(words, self.font()) + 1, tokens.line_height("title") + 3)


class MinutesField(BareLine):
    """So many minutes. What is no number is not given away; arrow keys go a minute up and down."""

    given = Signal(int)

    def __init__(self, style: str = "control", tone: str = "ink2", *, beside: int = 6) -> None:
        """`beside` are the pixels at each side of it."""
        self._tone, self._beside = tone, beside
        super().__init__("", "", style)
        self.setValidator(QIntValidator(*MINUTES, self))
        self.setMaxLength(_MOST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._minutes = 0
        self.textEdited.connect(self._on_typed)
        self.textChanged.connect(self.updateGeometry)
        self.dress_if_changed()

    def show_minutes(self, minutes: int) -> None:
        """Shows these, unless they are being typed."""
        if minutes != self._minutes or not self.text():
            self._minutes = minutes
            if not (self.hasFocus() and self._typed() == minutes):
                self.setText(str(minutes))

    def dress(self) -> None:
        """Takes font, colours and the room for the unit from the tokens in force."""
        super().dress()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, tokens.color(self._tone))
        self.setPalette(palette)
        self.setFont(tokens.font(self._style, tabular=True))
        self.setTextMargins(self._beside - 2, 0, self._unit_room() + self._beside - 4, 0)

    def sizeHint(self) -> QSize:
        digits = drawing.width_of(self.text() or "0", self.font())
        height = max(tokens.line_height(self._style) + 6, tokens.scaled(24))
        return QSize(2 * self._beside + digits + 2 + self._unit_room(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._give(min(max(self._minutes + step, MINUTES[0]), MINUTES[1]))
            self.setText(str(self._minutes))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setText(str(self._minutes))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            border, width = ("focus", 2) if self.hasFocus() else ("stroke", 1)
            drawing.box(painter, area, 6, tokens.color("surface"), tokens.color(border), width)
        above, letters = self.cursorRect().top(), self.fontMetrics().height()  # as Qt places the figures
        unit = QRectF(0, above, area.width() - self._beside, letters)
        drawing.text(painter, unit, tr("min"), self.font(), tokens.color(self._tone), drawing.RIGHT)
        painter.end()
        super().paintEvent(event)

    def _unit_room(self) -> int:
        return drawing.width_of(tr("min"), self.font()) + drawing.width_of(" ", self.font())

    def _typed(self) -> int | None:
        return int(self.text()) if self.hasAcceptableInput() else None

    def _on_typed(self) -> None:
        if (minutes := self._typed()) is not None:
            self._give(minutes)

    def _give(self, minutes: int) -> None:
        if minutes != self._minutes:
            self._minutes = minutes
            self.given.emit(minutes)
