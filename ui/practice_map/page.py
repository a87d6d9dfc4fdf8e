"""The practice map: people across, kinds of work down, and what only the owner has ever done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.translation import tr
from ui.page import Page
from ui.practice_map import words
from ui.practice_map.grid import Grid
from ui.practice_map.heads import Heads, Legend
from ui.practice_map.nothing import Nothing
from ui.practice_map.peek import Peek
from ui.practice_map.presenter import MapPresenter, Stretch
from ui.reference import DELEGATION as LIST_PAGE
from ui.reference import HANDOVER, Reference
from ui.reflection.one_of import OneOf
from ui.session import LEVEL, PERSON, Session
from ui.theme import tokens
from ui.widgets.buttons import Button, SearchButton
from ui.widgets.labels import Label, Paragraph
from ui.widgets.list_or_map import MAP, ListOrMap
from ui.widgets.panes import Panel, column, row

_SEARCH = 304


class PracticeMapPage(Page):
    """Has no place in the rail: it is Delegation, looked at otherwise."""

    shows = frozenset({DEBRIEF.name, DELEGATION.name, HELD_TASK.name, LEVEL, PERSON, TOUCH.name})
    beneath = LIST_PAGE

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.presenter = MapPresenter(session, self)
        self.switch = ListOrMap(MAP)
        self.period = Button("", icon="chevron-down", icon_after=True)
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._search.setMaximumWidth(tokens.scaled(_SEARCH))
        self.reading = Paragraph("", "small", "ink2")
        self.grid = Grid(self.presenter.cells)
        self.nothing = Nothing(offers_sample=not session.is_sample)
        self._panel: _Stretches | None = None
        self._views = QStackedWidget()
        self._lay_out()
        self.peek = Peek(self.presenter, self.grid, self)
        self._wire()

    @property
    def is_filled(self) -> bool:
        return self.presenter.is_loaded

    def refresh(self) -> None:
        self.presenter.ask()

    def focus_start(self) -> None:
        """The cell that was looked at last."""
        self._start().setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        return [self.switch.stop(), self._start()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.peek.card is not None:
            self.peek.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.peek.close()

    def _lay_out(self) -> None:
        head = row(
            *(Label(tr("Practice map"), "page"), 20, self.switch, 16, ...),
            *(self.period, 12, self._search),
            margins=(32, 20, 32, 0),
        )
        head.setStretch(7, 1000)
        self._mapped = QWidget()
        body = column(
            column(self.reading, margins=(32, 0, 32, 0)),
            14,
            Heads(self.grid, self.presenter.cells),
            self.grid,
            18,
            Legend(),
            20,
            ...,
        )
        body.setStretch(3, 1000)
        self._mapped.setLayout(body)
        for each in (self._mapped, self.nothing):
            self._views.addWidget(each)
        self.setLayout(column(head, 14, self._views))

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.shown.connect(self._show)
        presenter.said.connect(self.said)
        presenter.referred.connect(self.referred)
        self.switch.turned.connect(lambda: self.referred.emit(Reference(LIST_PAGE)))
        self.period.clicked.connect(self._choose_stretch)
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self.nothing.begin.clicked.connect(lambda: self.asked.emit(HANDOVER))
        self.nothing.sample_asked.connect(lambda: self.asked.emit("sample"))
        self._show_stretch()

    def _show(self) -> None:
        self.peek.close()
        is_empty = self.presenter.is_empty
        self.reading.setText(words.reading(self.presenter.cells.map.only_owner))
        self.period.setVisible(not is_empty)
        self._views.setCurrentWidget(self.nothing if is_empty else self._mapped)
        if self.hasFocus():  # it was come to before anything was known
            self.focus_start()
        self.filled.emit()

    def _start(self) -> QWidget:
        if not self.is_filled:
            return self
        return self.nothing.begin if self.presenter.is_empty else self.grid

    def _choose_stretch(self) -> None:
        if self._panel is None:
            self._panel = _Stretches(self)
            self._panel.choice.chosen.connect(self._take_stretch)
        self._panel.choice.choose(self.presenter.stretch)
        self._panel.open_at(self.period)

    def _take_stretch(self, stretch: Stretch) -> None:
        self.presenter.choose(stretch)
        self._show_stretch()

    def _show_stretch(self) -> None:
        said = _stretch_name(self.presenter.stretch)
        self.period.say(said)
        self.period.setAccessibleName(tr("Time: {time}, choose another one").format(time=said))


class _Stretches(Panel):
    """How far back it is looked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = OneOf([(each, _stretch_name(each)) for each in Stretch])
        self.setLayout(column(self.choice, margins=18))


def _stretch_name(stretch: Stretch) -> str:
    return {
        Stretch.THREE: tr("Last 3 months"),
        Stretch.SIX: tr("Last 6 months"),
        Stretch.TWELVE: tr("Last 12 months"),
        Stretch.EVER: tr("All time"),
    }[stretch]
