"""When the card of a cell is open: while the mouse rests there, where arrow keys have come to, or by Enter for good."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.practice_map.card import CellCard
from ui.practice_map.cells import Cells, Index
from ui.practice_map.grid import Grid
from ui.practice_map.presenter import Look, MapPresenter
from ui.reference import DELEGATION, ONE_ON_ONE, Reference
from ui.theme import tokens

_RESTING, _WALKING, _LEAVING = 220, 120, 260  # milliseconds
_BESIDE, _BELOW, _ABOVE, _MARGIN = 65, 49, 14, 8

Place = tuple[int, int]  # a row and a column


class Peek(QObject):
    """There is one card at most. It lies over the page, beside what is in its cell, and takes no focus by itself."""

    def __init__(self, presenter: MapPresenter, grid: Grid, page: QWidget) -> None:
        super().__init__(page)
        self._presenter, self._grid, self._page = presenter, grid, page
        self.card: CellCard | None = None
        self._at: Place | None = None  # whose card is open, or is asked for
        self._next: Place | None = None  # whose card is to open when the time is over; none is to be open then
        self._is_of_mouse = self._is_next_of_mouse = False
        self._goes_in: Qt.FocusReason | None = None  # into the card, once it is there
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        grid.pointed.connect(self._on_pointed)
        grid.walked.connect(self._on_walked)
        grid.asked.connect(self.open)
        grid.moved.connect(self._on_moved)
        presenter.looked.connect(self._on_looked)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101  a widget is never made without one
        application.focusChanged.connect(self._on_focus_changed)

    def open(self, index: Index, reason: Qt.FocusReason) -> None:
        """Opens the card of this cell, and goes into it."""
        place = _place(index)
        if place is None:
            return
        self._timer.stop()
        if self.card is not None and place == self._at:
            self.card.first().setFocus(reason)
            return
        self._look_at(place, is_of_mouse=False)
        self._goes_in = reason

    def close(self) -> None:
        """Closes it; the keyboard goes back to its cell."""
        self._timer.stop()
        self._presenter.look_away()
        self._at = self._goes_in = None
        card, self.card = self.card, None
        if card is None:
            return
        had_focus = _has_focus(card)
        card.hide()
        card.deleteLater()
        self._grid.light(None)
        if had_focus and self._grid.isVisible():
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pointed(self, index: Index) -> None:
        if self.card is not None and _has_focus(self.card):
            return  # somebody went into it: the mouse only passes by
        place = _place(index)
        if place is not None and place == self._at:
            self._timer.stop()
        elif place is not None or self.card is not None or self._timer.isActive():
            self._turn_to(place, _RESTING if place is not None else _LEAVING, is_of_mouse=True)

    def _on_walked(self, index: Index) -> None:
        self.close()
        if (place := _place(index)) is not None:
            self._turn_to(place, _WALKING, is_of_mouse=False)

    def _on_moved(self) -> None:
        """All of it is elsewhere: a card would be beside another cell. One that is still asked for finds its place."""
        if self.card is not None:
            self.close()

    def _on_lit(self, is_lit: bool) -> None:
        if is_lit:
            self._timer.stop()
        elif self.card is not None and not _has_focus(self.card):
            self._turn_to(None, _LEAVING, is_of_mouse=True)

    def _turn_to(self, place: Place | None, after: int, *, is_of_mouse: bool) -> None:
        self._next, self._is_next_of_mouse = place, is_of_mouse
        self._timer.start(after)

    def _on_time(self) -> None:
        if self._next is not None:
            self._look_at(self._next, is_of_mouse=self._is_next_of_mouse)
        elif self._is_of_mouse:
            self.close()

    def _look_at(self, place: Place, *, is_of_mouse: bool) -> None:
        self.close()
        cells, (row, column) = self._cells(), place
        if row >= cells.rowCount() or column >= cells.columnCount():
            return  # the map was made anew meanwhile
        self._at, self._is_of_mouse = place, is_of_mouse
        index = cells.index(row, column)
        self._presenter.look(cells.row(index), cells.cell(index))

    def _on_looked(self, look: Look) -> None:
        if self._at is None or not self._grid.isVisible():
            return
        card = self.card = CellCard(look, self._cells().today, self._page)
        self._wire(card, look)
        card.move(self._beside(self._at, card))
        card.show()
        card.raise_()
        self._grid.light(self._at)
        if self._goes_in is not None:
            card.first().setFocus(self._goes_in)

    def _wire(self, card: CellCard, look: Look) -> None:
        presenter, cell = self._presenter, look.cell
        card.closed.connect(self.close)
        card.lit.connect(self._on_lit)
        card.opened.connect(lambda id: presenter.referred.emit(Reference(DELEGATION, id=id)))
        card.list_asked.connect(lambda: presenter.referred.emit(Reference(DELEGATION)))
        card.topic_opened.connect(lambda id: presenter.referred.emit(Reference(ONE_ON_ONE, id=id)))
        if cell is not None:
            card.handed_over.connect(lambda: presenter.hand_over(look.row, cell.person))
            card.asked_first.connect(lambda: presenter.ask_first(look.row, cell.person))
            card.asked_first.connect(self.close)

    def _beside(self, place: Place, card: QWidget) -> QPoint:
        """Right of what is in the cell and below it, where there is room; else left of the cell, or above."""
        cell = self._grid.visualRect(self._cells().index(*place))
        cell = QRect(self._grid.viewport().mapTo(self._page, cell.topLeft()), cell.size())
        left, top = cell.left() + tokens.scaled(_BESIDE), cell.top() + tokens.scaled(_BELOW)
        if left + card.width() > self._page.width() - _MARGIN:
            left = cell.left() - card.width() - _MARGIN
        if top + card.height() > self._page.height() - _MARGIN:
            top = cell.top() + tokens.scaled(_ABOVE) - card.height()
        return QPoint(max(left, _MARGIN), max(min(top, self._page.height() - card.height() - _MARGIN), _MARGIN))

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        card = self.card
        if card is None or now is None or now is self._grid or card is now or card.isAncestorOf(now):
            return
        if not self._is_of_mouse:
            self.close()

    def _cells(self) -> Cells:
        return self._presenter.cells


def _place(index: Index) -> Place | None:
    """Where a cell with a card is; the names of kinds of work have none."""
    return (index.row(), index.column()) if index.isValid() and index.column() > 0 else None


def _has_focus(card: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (card is focused or card.isAncestorOf(focused))
