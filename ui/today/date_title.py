"""The date at the top of Today: a title that opens the choice of day, of entry, and of how to begin."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reflections import rules
from app.reflections.model import Reflection
from app.translation import tr
from ui.theme import icons, tokens
from ui.today.presenter import Shown
from ui.widgets.buttons import Button, Pressable
from ui.widgets.days import Calendar
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, column
from ui.wording import weekday_and_day

_MOST = 5


class DateTitle(Pressable):
    """A page title that can be pressed; the arrow shows itself to the mouse and the keyboard."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")

    def show_day(self, day: date) -> None:
        """The day that is written for."""
        said = weekday_and_day(day)
        self.say(said)
        self.setAccessibleName(tr("{day}, choose another day or entry").format(day=said))

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.words(), tokens.font("page")) + 30, tokens.line_height("page"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = width_of(self.words(), tokens.font("page"))
        text(painter, QRectF(0, 0, width + 1, self.height()), self.words(), tokens.font("page"), tokens.color("ink"))
        if self.underMouse() or self.hasFocus():
            area = QRectF(width + 8, self.height() / 2 - 8, 18, 18)
            icons.draw(painter, "chevron-down", area, tokens.color("ink2"))


class DayPanel(Panel):
    """A month to choose a day from, the entries of the day, and the ways to begin another."""

    day_chosen = Signal(object)  # a date
    entry_chosen = Signal(object)  # a Reflection
    begun = Signal()
    begun_freely = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._calendar = Calendar()
        self._entries = QVBoxLayout()
        self._entries.setSpacing(2)
        begin = Button(tr("New entry for this day"), "quiet", icon="plus")
        freely = Button(tr("Write without a prompt"), "quiet", icon="feather")
        self._calendar.day_chosen.connect(lambda day: self._close_and(lambda: self.day_chosen.emit(day)))
        begin.clicked.connect(lambda: self._close_and(self.begun.emit))
        freely.clicked.connect(lambda: self._close_and(self.begun_freely.emit))
        self.setLayout(column(self._calendar, 10, Line(), 8, self._entries, begin, 2, freely, margins=(16, 16, 16, 12)))

    def show_state(self, shown: Shown, first_weekday: int) -> None:
        """Fills itself for the day."""
        self._calendar.show_days(shown.day, shown.pulls, first_weekday)
        while (old := self._entries.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        self._list_entries(shown.written)

    def _list_entries(self, written: Sequence[Reflection]) -> None:
        if len(written) < 2:
            return
        self._entries.addWidget(Label(tr("Entries of this day"), "caption", "ink2"))
        for each in written[:_MOST]:
            shown = rules.title(each.content) or tr("No words yet")
            words = shown if len(shown) < 36 else shown[:35] + "…"
            button = Button(f"{each.content.time}  {words}" if each.content.time else words, "quiet")
            button.clicked.connect(lambda _=False, entry=each: self._close_and(lambda: self.entry_chosen.emit(entry)))
            self._entries.addWidget(button)

    def _close_and(self, go_on: Callable[[], object]) -> None:
        self.close_panel()
        go_on()
