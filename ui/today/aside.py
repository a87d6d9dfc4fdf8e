"""Beside the sheet: the last five weeks; and, where the page is narrow, what opens upward."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.today.presenter import Shown
from ui.widgets.chips import PullDot
from ui.widgets.days import FiveWeeks
from ui.widgets.labels import Label
from ui.widgets.panes import column, row
from ui.widgets.strip import StripItem as StripItem  # pages get it from here, too


class Weeks(QWidget):
    """Five weeks of days, by the strength of the pull."""

    day_chosen = Signal(object)  # a date

    def __init__(self) -> None:
        super().__init__()
        self.days = FiveWeeks()
        self.days.day_chosen.connect(self.day_chosen)
        legend = row(Label(tr("Pull"), "caption", "ink3"), 3, *(PullDot(each) for each in (2, 4, 6, 9)), spacing=3)
        self.setLayout(column(row(Label(tr("Last five weeks"), "heading"), ..., legend), 12, self.days))

    def show_days(self, shown: Shown, first_weekday: int) -> None:
        """The days that the journal told of."""
        self.days.show_days(shown.today, shown.pulls, first_weekday)
