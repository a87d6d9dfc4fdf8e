"""Days in rows of seven: what five weeks and a month have in common."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.day_names import weekday_name
from ui.theme import tokens
from ui.widgets import day_words, drawing
from ui.widgets.buttons import Pressable
from ui.widgets.chips import heat

_WEEK = 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


def later(day: date, days: int) -> date:
    """The day so many days later, or the last one that can be written."""
    return day + timedelta(days) if days < 0 or date.max - day >= timedelta(days) else date.max


class DayButton(Pressable):
    """One day: its number, and a dot where something was written."""

    ring_radius = 8
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._day = date.min
        self._pull: int | None = None
        self._is_today = self._is_written = self._is_aside = self._is_chosen = False

    def day(self) -> date:
        """The day."""
        return self._day

    def show_day(self, day: date, today: date, days: Mapping[date, int | None], *, aside: bool, chosen: bool) -> None:
        """Becomes this day; one that is `aside` (to come, or of another month) is paler."""
        self._day, self._is_today, self._is_aside, self._is_chosen = day, day == today, aside, chosen
        self._is_written, self._pull = day in days, days.get(day)
        self.say(day_words.of_day(day, self._is_written, self._pull, is_to_come=day > today))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = self.width()
        number = QRectF((width - tokens.scaled(28)) / 2, tokens.scaled(3), tokens.scaled(28), tokens.scaled(20))
        if self._is_today:
            drawing.box(painter, number, number.height() / 2, tokens.color("teal"))
        elif self._is_chosen:
            drawing.box(painter, number, number.height() / 2, tokens.color("tealSoft"), tokens.color("teal"))
        elif self.underMouse() and self.isEnabled():
            drawing.box(painter, number, number.height() / 2, tokens.color("hover"))
        drawing.text(painter, number, str(self._day.day), self._font(), tokens.color(self._tone()), drawing.CENTER)
        if self._is_written:
            self._paint_dot(painter, QPointF(width / 2, tokens.scaled(28)))

    def _paint_dot(self, painter: QPainter, middle: QPointF) -> None:
        if self._pull is not None:
            drawing.dot(painter, middle, 3.5, tokens.color(heat(self._pull)))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("stroke"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 3, 3)

    def _tone(self) -> str:
        if self._is_today:
            return "onTeal"
        return "ink3" if self._is_aside else "ink2"

    def _font(self) -> QFont:
        return tokens.font("small", tabular=True, weight=600 if self._is_today else 400)


class DayGrid(QWidget):
    """Weeks below each other. One tab stop; arrow keys move by day and week, Enter chooses."""

    day_chosen = Signal(date)
    day_left = Signal(date)  # an arrow key went to a day that is not here

    def __init__(self, weeks: int) -> None:
        super().__init__()
        self._weeks = weeks
        self._first_weekday = 0
        self._buttons = [DayButton(self) for _ in range(weeks * _WEEK)]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, button=button: self.day_chosen.emit(button.day()))
            button.stepped.connect(lambda step, button=button: self._on_stepped(later(button.day(), step)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def lay_out(self, first: date, today: date, days: Mapping[date, int | None], *, month: int = 0) -> None:
        """Shows the weeks from `first` on; with a month, the days of others step aside."""
        self._first_weekday = first.weekday()
        for number, button in enumerate(self._buttons):
            day = later(first, number)
            aside = day.month != month if month else day > today
            button.show_day(day, today, days, aside=aside, chosen=False)
            button.setEnabled(bool(month) or day <= today)
        self._stop_at(today)
        self.update()

    def focus_day(self, day: date) -> bool:
        """Brings the keyboard to this day; False where it is not here or cannot be chosen."""
        for button in self._buttons:
            if button.day() == day and button.isEnabled():
                self._stop_at(day)
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def stop(self) -> QWidget:
        """The day that Tab comes to."""
        return next(each for each in self._buttons if each.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(tokens.scaled(304), self._header() + self._weeks * tokens.scaled(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.scaled(28) * _WEEK, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for number, button in enumerate(self._buttons):
            button.setGeometry(self._cell(number % _WEEK, number // _WEEK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, ink = tokens.font("caption"), tokens.color("ink3")
        for column in range(_WEEK):
            area = QRectF(self._cell(column, 0)).translated(0, -tokens.scaled(24))
            letter = weekday_name((self._first_weekday + column) % _WEEK)[:1]
            drawing.text(painter, area.adjusted(0, 3, 0, -13), letter, font, ink, drawing.CENTER)

    def _cell(self, column: int, week: int) -> QRect:
        width = tokens.scaled(30)
        left = round((self.width() - width) * column / (_WEEK - 1))
        return QRect(left, self._header() + week * tokens.scaled(36), width, tokens.scaled(34))

    def _header(self) -> int:
        return tokens.scaled(22)

    def _stop_at(self, day: date) -> None:
        for button in self._buttons:
            stops = button.day() == day
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _on_stepped(self, day: date) -> None:
        if not self.focus_day(day):
            self.day_left.emit(day)
