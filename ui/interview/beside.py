"""The column at the right with the search above it; where it is narrow, a strip that opens upward instead."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.interviews.model import Interview
from app.translation import tr
from ui.interview.landings import Landings
from ui.interview.presenter import InterviewPresenter
from ui.theme import tokens
from ui.widgets.buttons import SearchButton
from ui.widgets.labels import Line
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.strip import StripItem

WIDTH = 456
_SIDE = 32


class Beside(QWidget):
    """`strip` belongs to it and stands where the page puts it."""

    search_asked = Signal()

    def __init__(self, presenter: InterviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.is_narrow = False
        self.landings = Landings(presenter)
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.item = StripItem(tr("How it lands"))
        self._upward = Panel(self)
        self._upward.setFixedWidth(tokens.scaled(WIDTH))
        self._inside = QWidget()
        self._upward_place = column()
        self._inside.setLayout(self._upward_place)
        self._scroll = ScrollPage(self._inside)
        self._upward.setLayout(column(self._scroll, margins=(20, 18, 20 - ScrollPage.ROOM, 16)))
        self._lay_out()
        self.search.clicked.connect(self.search_asked)
        self.item.clicked.connect(self.open_upward)

    def set_narrow(self, narrow: bool) -> None:
        """The strip in place of the column, or the other way round."""
        self.is_narrow = narrow
        self.setVisible(not narrow)
        self.strip.setVisible(narrow)
        if not narrow:
            self._upward.close_panel()
        (self._upward_place if narrow else self._place).addWidget(self.landings)

    def open_upward(self) -> None:
        """Opens it from the strip."""
        self._fit()
        self._upward.open_at(self.item, below=False)

    def show_now(self) -> None:
        """The sheet as it is now."""
        self.landings.show_now()
        given = self._presenter.interview
        if given is not None:
            self.item.say_beside(_said(given))
            if self._upward.isVisible():
                edge = self._upward.geometry().bottom()
                self._fit()
                self._upward.adjustSize()
                self._upward.move(self._upward.x(), max(8, edge + 1 - self._upward.height()))

    def stop(self) -> QWidget:
        """What F6 comes to."""
        return self.strip if self.is_narrow else self.landings.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))

    def _fit(self) -> None:
        """As high as what is in it, and never higher than the window above the strip."""
        width = self._upward.width() - 40
        wanted = self._upward_place.totalHeightForWidth(width)
        self._scroll.setFixedHeight(max(min(wanted, self.window().height() - tokens.scaled(52) - 80), 80))

    def _lay_out(self) -> None:
        self.setFixedWidth(tokens.scaled(WIDTH))
        self._place = column(self.landings)
        inside = QWidget()
        inside.setLayout(column(self._place, ..., margins=(_SIDE, 22, _SIDE - ScrollPage.ROOM, 20)))
        head = row(self.search, margins=(_SIDE, 20, _SIDE, 0))
        self.setLayout(column(head, ScrollPage(inside)))
        self.strip = QWidget()
        self.strip.setFixedHeight(tokens.scaled(52))
        self.strip.setLayout(column(Line(), ..., row(self.item, ..., margins=(28, 0, 28, 0)), ...))
        self.strip.hide()
        self.strip.setFocusProxy(self.item)


def _said(given: Interview) -> str:
    """ "3 of 5"."""
    if not given.sheet:
        return ""
    said = sum(each.landing is not None for each in given.sheet)
    return tr("{count} of {all}").format(count=said, all=len(given.sheet))
