"""Keeps the pages in step with what is chosen: asks anew after a moment, and only the newest answer counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import EmptyPeriod
from app.pack.child import Pages
from app.pack.protect import with_password
from app.pack.saving import save
from app.reflections.model import Heading
from ui import clock
from ui.autosave import Autosave
from ui.coaching.period import Period
from ui.coaching.question import NOTHING, Counts, Gathered, ask, entries, remembered, to_remember
from ui.coaching.setting import Setting
from ui.paper import usual_paper
from ui.session import Session
from ui.tasks import Failed, Worker

PAUSE = 250  # milliseconds without a change, before the pages are asked for
_PPI = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What there is to see. Counts are None until the journal has answered; `refused` stands in place of the pages.

    With `is_setting`, the pages are those of a choice before.
    """

    period: Period
    written: Mapping[date, int | None]
    there: Counts | None = None
    chosen: Counts = NOTHING
    left_out: int = 0
    pages: Pages | None = None
    ppi: int = 0
    refused: Exception | None = None
    is_setting: bool = True


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to be saved as soon as its pages are there."""

    target: Path
    password: str | None


class CoachingPresenter(QObject):
    """Works while it is awake, from `wake` to `rest`. The thread of the window never waits for anything here."""

    changed = Signal()  # `shown` says what
    saved = Signal(object)  # the Path of a finished PDF
    not_saved = Signal(object)  # the error that was in its way

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = Worker("typesetting")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._number = 0  # of the newest question
        self._running: Setting | None = None
        self._wanted: _Wanted | None = None
        self._is_writing = self._is_awake = False
        self._ppi, self._today = _PPI, clock.today()
        self.choice = remembered(session.preferences, usual_paper())
        self.shown = Shown(period=self.choice.period(self._today, {}), written={})
        self.autosave = Autosave(self._save_wish, self)

    @property
    def is_settled(self) -> bool:
        """Whether what was typed is on the disk, and no file is half written."""
        return self.autosave.is_settled and not self._is_writing

    def wake(self) -> None:
        """The page is seen: brings the pages up to date where they are not."""
        self._is_awake = True
        if self.shown.is_setting or self._today != clock.today():
            self.ask_again()

    def rest(self) -> None:
        """The page is not seen any more: nothing is set, unless a file waits for it."""
        self._is_awake = False
        if self._wanted is None:
            self._take_back()

    def choose(self, **changes: Any) -> None:
        """Changes fields of the choice. Names, paper and sections are remembered for the next pack."""
        before, self.choice = to_remember(self.choice), replace(self.choice, **changes)
        if (after := to_remember(self.choice)) != before:
            self._session.prefer(self, **after)
        self.ask_again()

    def ask_for_entries(self, done: Callable[[Sequence[Heading]], None]) -> None:
        """What of the period can be left out one by one, newest first."""
        period = self.shown.period
        self._session.read(self, lambda journal: entries(journal, period), done)

    def leave_out(self, id: str, *, out: bool) -> None:
        """Has one reflection stay out, with its plans, or go in again."""
        without = self.choice.without
        self.choose(without=without | {id} if out else without - {id})

    def write_wish(self, text: str) -> None:
        """What is wanted from the session, as it is typed."""
        if text != self.choice.wish:
            self.choose(wish=text)
            self.autosave.touch()

    def fit(self, ppi: int) -> None:
        """The pages are to be drawn with so many pixels per inch."""
        if ppi != self._ppi:
            self._ppi = ppi
            self.ask_again()

    def ask_again(self) -> None:
        """The pages are not the right ones any more. Asked of nobody, it is done when the page is seen."""
        self._take_back()
        self._today = clock.today()
        period = self.choice.period(self._today, self.shown.written)
        self.shown = replace(self.shown, period=period, is_setting=True)
        if self._is_awake or self._wanted is not None:
            self._pause.start()
        self.changed.emit()

    def export(self, target: Path, password: str | None) -> None:
        """Saves the PDF of what is chosen now, once it is set; `saved` or `not_saved` follows."""
        self._wanted = _Wanted(target, password)
        if not self.shown.is_setting:
            self._write()

    def flush(self) -> None:
        """Saves what was typed now."""
        self.autosave.flush()

    def _take_back(self) -> None:
        """Nobody wants the answer to what was asked so far."""
        self._number += 1
        self._pause.stop()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _ask(self) -> None:
        if not self._session.is_open:
            return
        number, choice, today = self._number, self.choice, self._today
        self._session.manage(
            self,
            lambda journal: ask(journal, choice, today),
            partial(self._on_gathered, number),
            partial(self._on_refused, number),
        )

    def _on_gathered(self, number: int, found: Gathered) -> None:
        if number != self._number:
            return
        pack = found.pack
        self.shown = replace(
            self.shown,
            period=found.period,
            written=found.written,
            there=found.there,
            chosen=found.chosen,
            left_out=pack.left_out if pack else 0,
        )
        if pack is None:
            self._on_refused(number, EmptyPeriod(found.period.since, found.period.until))
            return
        self.changed.emit()
        self._running = Setting(pack, self._ppi)
        self._worker.submit(
            self, self._running.pages, partial(self._on_set, number, self._ppi), partial(self._on_refused, number)
        )

    def _on_set(self, number: int, ppi: int, pages: Pages) -> None:
        if number == self._number:
            self._show(pages=pages, ppi=ppi, refused=None)

    def _on_refused(self, number: int, error: Exception) -> None:
        if number == self._number:
            self._show(pages=None, refused=error)

    def _show(self, **changes: Any) -> None:
        self._running = None
        self.shown = replace(self.shown, is_setting=False, **changes)
        self.changed.emit()
        if self._wanted is not None:
            self._write()

    def _write(self) -> None:
        wanted, self._wanted = self._wanted, None
        assert wanted is not None  # noqa: S101  both callers have looked
        pages = self.shown.pages
        if pages is None:
            self.not_saved.emit(self.shown.refused)
            return
        self._is_writing = True
        self._worker.submit(self, partial(_save, pages.pdf, wanted), self._on_saved, self._on_not_saved)

    def _on_saved(self, target: Path) -> None:
        self._is_writing = False
        self.saved.emit(target)

    def _on_not_saved(self, error: Exception) -> None:
        self._is_writing = False
        self.not_saved.emit(error)

    def _save_wish(self, done: Callable[[], None], failed: Failed) -> None:
        self._session.prefer(self, lambda _: done(), failed, wish=self.choice.wish)


def _save(pdf: bytes, wanted: _Wanted) -> Path:
    save(pdf if wanted.password is None else with_password(pdf, wanted.password), wanted.target)
    return wanted.target
