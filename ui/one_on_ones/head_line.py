"""Above the notes: the hours, the state of the meeting, what else can be done with it, and the search."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.one_on_ones import wording
from app.one_on_ones.model import State
from app.translation import tr
from ui.clock import today
from ui.one_on_ones import words
from ui.one_on_ones.presenter import OneOnOnePresenter
from ui.theme import tokens
from ui.widgets.buttons import Button, IconButton, Pressable, SearchButton
from ui.widgets.drawing import text, width_of
from ui.widgets.labels import ElidedLabel
from ui.widgets.panes import Panel, column, row


class Hours(Pressable):
    """ "10:30 to 11:00"; pressed, it can be moved."""

    ring_radius = 6

    def __init__(self) -> None:
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_hours(self, said: str) -> None:
        """Says them."""
        self.say(said)
        self.setAccessibleName(tr("{hours}, move it to another day or time").format(hours=said))

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.words(), tokens.font("small")) + 2, tokens.scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = "teal" if self.underMouse() else "ink2"
        painter = QPainter(self)
        text(painter, QRectF(self.rect()), self.words(), tokens.font("small"), tokens.color(tone))


class HeadLine(QWidget):
    """One row, as high as the search."""

    search_asked = Signal()

    def __init__(self, presenter: OneOnOnePresenter, deeds: list[tuple[str, str, Callable[[], None]]]) -> None:
        """`deeds` are the words, the icon and the doing of what else there is."""
        super().__init__()
        self._presenter = presenter
        self.hours, self._state = Hours(), ElidedLabel("", "small", "ink3")
        self.more = IconButton("dots", tr("More about this one-on-one"), bordered=False)
        self.search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self.search.clicked.connect(self.search_asked)
        self.menu = Panel(self)
        self.buttons: dict[str, Button] = {}
        for said, icon, do in deeds:
            self.buttons[icon] = self._button(said, icon, do)
        self.menu.setLayout(column(*(row(each, ...) for each in self.buttons.values()), margins=8))
        self.more.clicked.connect(lambda: self.menu.open_at(self.more))
        self._row = row(self.hours, 14, self._state, self.more, 8, self.search, margins=(32, 20, 32, 19))
        self._row.setStretch(2, 1)
        self.setLayout(self._row)
        self.set_narrow(False)
        presenter.shown.connect(self._show)

    def set_narrow(self, narrow: bool) -> None:
        """Leaves the state to the notes where there is little room."""
        side = 28 if narrow else 32
        self._row.setContentsMargins(side, 20, side, 19)
        self.search.setFixedWidth(tokens.scaled(200 if narrow else 272))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, tokens.color("line"))

    def _show(self) -> None:
        presenter = self._presenter
        if presenter.found is None:
            return
        given = presenter.meeting
        self.hours.show_hours(wording.hours(given.time, given.minutes))
        self._state.setText(words.state_words(given, today()))
        self.buttons["x"].setVisible(given.state is not State.MISSED)
        self.buttons["refresh"].setVisible(given.state is not State.PLANNED)
        self.buttons["trash"].setVisible(presenter.is_kept)

    def _button(self, said: str, icon: str, do: Callable[[], None]) -> Button:
        made = Button(said, "quiet", icon=icon)

        def close_and_do() -> None:
            self.menu.close_panel()
            do()

        made.clicked.connect(close_and_do)
        return made
