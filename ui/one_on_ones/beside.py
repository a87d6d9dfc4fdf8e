"""Right: what was promised, what they said, and the end of the meeting; where it is narrow, a strip instead."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.one_on_ones.model import State
from app.translation import tr
from ui.clock import today
from ui.one_on_ones import words
from ui.one_on_ones.deeds import Deeds
from ui.one_on_ones.heard import Heard, Involved
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.one_on_ones.promises import Promises
from ui.theme import tokens
from ui.widgets.buttons import Button
from ui.widgets.labels import Line
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.strip import StripItem

WIDTH = 304


class Upward(Panel):
    """What opens upward from the strip, and grows upward when there is more in it."""

    def fit(self) -> None:
        """Is as high as it needs to be; its lower edge stays."""
        if self.isVisible():
            edge = self.geometry().bottom()
            self.adjustSize()
            self.move(self.x(), max(8, edge + 1 - self.height()))


class Beside(QWidget):
    """The column. `strip` belongs to it and stands where the page puts it."""

    finish_asked = Signal()

    def __init__(self, presenter: OneOnOnePresenter, deeds: Deeds, first_weekday: int) -> None:
        super().__init__()
        self._presenter = presenter
        self._is_narrow = False
        self.promises = Promises(presenter, deeds, first_weekday)
        self.heard, self.involved = Heard(presenter, deeds), Involved(presenter, deeds)
        self.finish = Button("", "primary", keys=tr("Ctrl ↵"))
        self.items = StripItem(""), StripItem(tr("Their feedback")), StripItem(tr("Involvement"))
        self._upward = [self._panel() for _ in self.items]
        self._lay_out()
        for item, panel in zip(self.items, self._upward, strict=True):
            item.clicked.connect(lambda _=False, item=item, panel=panel: panel.open_at(item, below=False))
        self.finish.clicked.connect(self.finish_asked)
        self.promises.button.clicked.connect(self._fit)
        self.heard.add.clicked.connect(self._fit)
        presenter.shown.connect(self._show)

    def set_narrow(self, narrow: bool) -> None:
        """The strip in place of the column, or the other way round."""
        self._is_narrow = narrow
        self.setVisible(not narrow)
        self.strip.setVisible(narrow)
        for part, place, panel in zip(self._parts, self._places, self._upward, strict=True):
            home: QLayout | None = panel.layout() if narrow else place
            assert home is not None  # noqa: S101  both were given one
            home.addWidget(part)
        (self._end_of_strip if narrow else self._end).addWidget(self.finish)
        self._show()

    def start_promise(self) -> None:
        """Opens the form for a follow-up, wherever it is."""
        if self._is_narrow:
            self.items[0].click()
        self.promises.begin()
        self._fit()

    def stop(self) -> QWidget:
        """What F6 comes to."""
        rows = self.promises.rows()
        return rows[0] if rows else self.promises.button if self.promises.button.isVisible() else self.promises.text

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("paper"))
        painter.fillRect(0, 0, 1, self.height(), tokens.color("line"))

    def _lay_out(self) -> None:
        self.setFixedWidth(tokens.scaled(WIDTH))
        self._parts = self.promises, self.heard, self.involved
        self._places = tuple(column(part) for part in self._parts)
        self._end, self._end_of_strip = column(), row()
        inside = QWidget()
        inside.setLayout(
            column(self._places[0], 16, Line(), 20, self._places[1], ..., margins=(24, 26, 24 - ScrollPage.ROOM, 12))
        )
        foot = column(self._places[2], 22, self._end, margins=(24, 8, 24, 22))
        self.setLayout(column(ScrollPage(inside), foot))
        self.strip = QWidget()
        self.strip.setFixedHeight(tokens.scaled(52))
        listed = row(*self.items, ..., self._end_of_strip, spacing=16, margins=(28, 0, 28, 0))
        self.strip.setLayout(column(Line(), listed))
        self.strip.hide()
        self.strip.setFocusProxy(self.items[0])

    def _show(self) -> None:
        presenter = self._presenter
        if presenter.found is None:
            return
        for part in self._parts:
            part.show_now()
        is_over = presenter.meeting.state is not State.PLANNED
        ends = tr("Finish") if self._is_narrow else tr("Finish the one-on-one")
        if presenter.meeting.date < today():
            ends = tr("It took place")
        self.finish.say(tr("Done") if is_over else ends)
        count, said = len(presenter.follow_ups()), presenter.meeting.involvement
        self.items[0].setAccessibleName(tr("Follow-ups"))
        self.items[0].say(tr("Follow-ups"))
        self.items[0].say_beside(str(count) if count else "")
        self.items[2].say_beside(words.involvement_name(said) if said else "")
        self._fit()

    def _fit(self) -> None:
        for panel in self._upward:
            panel.fit()

    def _panel(self) -> Upward:
        panel = Upward(self)
        panel.setFixedWidth(tokens.scaled(WIDTH) + 40)
        panel.setLayout(column(margins=20))
        return panel
