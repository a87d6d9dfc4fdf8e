"""Browser: which part of which list is looked at, and what of it is selected."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import NoSuchRecord
from app.reflections.model import Filter, Heading
from ui.journal import window
from ui.journal.entries import Entries
from ui.journal.window import Window
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Journal

_T = TypeVar("_T")
_MOST = 1000  # rows at a time: a list has to be laid out anew whenever it comes into sight


class Browser(QObject):
    """Fills `entries` as far as they are looked at. An answer to a question that was changed meanwhile is dropped."""

    loaded = Signal()  # other rows, or the same ones anew
    selected = Signal(object)  # the id, or None
    dropped = Signal()  # rows far out of sight were let go of
    filtered = Signal()  # the filter is another, by whomever

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entries = Entries(self)
        self.wanted = Filter()
        self.id: str | None = None
        self.total = 0
        self.is_loaded = False
        self.is_filling = False
        self._newer = self._number = 0
        self._until: date | None = None
        self._is_asking = False

    @property
    def is_filtered(self) -> bool:
        """Whether some are left out."""
        return self.wanted != Filter()

    @property
    def number(self) -> int:
        """The number of the selected one, counted from the oldest; 0 where it is not in the list."""
        row = self.entries.row_of(self.id)
        if row >= 0:
            self._number = self.total - self._newer - row
        return self._number

    def refresh(self) -> None:
        """Reads again what is loaded."""
        until, count = self._until, max(window.FIRST, len(self.entries.headings))
        self._ask(lambda journal, wanted: window.read(journal, wanted, until, count), self._show)

    def filter_by(self, wanted: Filter) -> None:
        """Another list, from its newest on, or around the selected one where it is in it."""
        self.wanted = wanted
        self.filtered.emit()
        id = self.id

        def work(journal: "Journal", wanted: Filter) -> Window:
            around = window.read_around(journal, wanted, id) if id else None
            return around or window.read(journal, wanted)

        self._ask(work, self._show)

    def select(self, id: str | None) -> None:
        """This one is looked at."""
        if id != self.id:
            self.id = id
            self._number = 0
            self.selected.emit(id)

    def go_to(self, id: str) -> None:
        """Selects it wherever it is, and drops the filter where that leaves it out."""
        self.select(id)
        if self.entries.row_of(id) >= 0:
            self.loaded.emit()
            return

        def on_read(found: Window | None) -> None:
            if found is not None:
                self._show(found)
            elif self.is_filtered:
                self.filter_by(Filter())

        self._ask(lambda journal, wanted: window.read_around(journal, wanted, id), on_read)

    def go_to_day(self, day: date) -> None:
        """Selects the newest of that day, or of the nearest day before it."""
        self._ask(lambda journal, wanted: window.read_from(journal, wanted, day), self._show_selected)

    def go_to_newest(self) -> None:
        """Selects the first of the list."""

        def work(journal: "Journal", wanted: Filter) -> tuple[Window, str | None]:
            found = window.read(journal, wanted)
            return found, found.headings[0].id if found.headings else None

        self._ask(work, self._show_selected)

    def go_to_oldest(self) -> None:
        """Selects the last of the list."""
        self._ask(window.read_oldest, self._show_selected)

    def step(self, by: int) -> None:
        """Selects the next older (1) or newer (-1) one of those that are loaded."""
        row, headings = self.entries.row_of(self.id), self.entries.headings
        if row < 0 and self.id is not None:  # it was scrolled far out of sight
            self.go_to(self.id)
        elif 0 <= row + by < len(headings):
            self.select(headings[row + by].id)
            self.loaded.emit()

    def neighbour(self) -> str | None:
        """The one that takes the selected one's place when that goes: the next older, or the next newer."""
        row, headings = self.entries.row_of(self.id), self.entries.headings
        beside = [headings[at].id for at in (row + 1, row - 1) if row >= 0 and 0 <= at < len(headings)]
        return next(iter(beside), None)

    def load_older(self) -> None:
        """More rows at the end."""
        missing = self.total - self._newer - len(self.entries.headings)
        if self._is_asking or missing <= 0 or not self.entries.headings:
            return
        last, until = self.entries.headings[-1], self._until
        self._ask(lambda journal, wanted: window.read_older(journal, wanted, until, last), self._add_older)

    def load_newer(self) -> None:
        """More rows at the beginning."""
        if self._is_asking or self._until is None:
            return
        until = self._until
        self._ask(lambda journal, wanted: window.read_newer(journal, wanted, until), self._add_newer)

    def _ask(self, work: "Callable[[Journal, Filter], _T]", done: Callable[[_T], None]) -> None:
        wanted = self.wanted
        self._is_asking = True

        def on_read(found: _T) -> None:
            self._is_asking = False
            if wanted is self.wanted:
                done(found)

        self._session.read(self, lambda journal: work(journal, wanted), on_read, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._is_asking = False
        if isinstance(error, NoSuchRecord):  # the last row went out of the trash for good meanwhile
            self.go_to_newest()
        else:
            self._session.faulted.emit(error)

    def _show(self, found: Window) -> None:
        self._until, self._newer, self.total = found.until, found.newer, found.total
        self._number = 0
        self.is_loaded = True
        self.is_filling = True
        self.entries.show(found.headings)
        self.is_filling = False
        self.loaded.emit()

    def _show_selected(self, found: tuple[Window, str | None]) -> None:
        seen, id = found
        self.select(id)
        self._show(seen)

    def _add_older(self, found: list[Heading]) -> None:
        self.entries.put(found, len(self.entries.headings))
        if (surplus := len(self.entries.headings) - _MOST) > 0:
            self._drop_newest(surplus + window.MORE)

    def _add_newer(self, found: tuple[date | None, list[Heading]]) -> None:
        self._until, headings = found
        self._newer -= len(headings)
        self.entries.put(headings, 0)
        self._drop(_MOST, len(self.entries.headings))

    def _drop_newest(self, count: int) -> None:
        """Lets go of about so many at the beginning: a window begins with a whole day."""
        headings = self.entries.headings
        while count and headings[count].date == headings[count - 1].date:
            count -= 1
        if count:
            self._until = headings[count].date
            self._newer += count
            self._drop(0, count)

    def _drop(self, first: int, end: int) -> None:
        self.is_filling = True
        self.entries.take(first, end)
        self.is_filling = False
        self.dropped.emit()
