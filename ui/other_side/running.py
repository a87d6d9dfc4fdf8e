"""Going through the questions aloud: which is asked, how long each took, and what was noticed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.interviews import preparing
from app.interviews.model import MockRun, Preparation
from app.interviews.record import SECONDS
from app.translation import tr
from ui.clock import today
from ui.other_side.presenter import OtherSidePresenter
from ui.widgets.clock import Clock


class Running(QObject):
    """One run at a time; it is in the journal from its first question on, and goes on where it was left."""

    shown = Signal()  # there is something else to see
    counted = Signal()
    over = Signal()  # back to the answers
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, presenter: OtherSidePresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.clock = Clock(self)
        self.run: MockRun | None = None
        self.at = 0
        self.is_over = self.is_paused = self.shows_answer = self.is_earlier = False
        self._place: int | None = None  # of it among the runs, once it is one of them
        self._is_open = False
        self.clock.counted.connect(self._on_counted)

    @property
    def count(self) -> int:
        """How many questions there are."""
        given = self._presenter.preparation
        return len(given.questions) if given is not None else 0

    def begin(self) -> None:
        """From the first question on."""
        if self.count:
            self.run, self._place, self.at = MockRun(date=today(), seconds=(0,) * self.count), None, 0
            self.is_over = self.is_paused = self.shows_answer = self.is_earlier = False
            self._run_clock()
            self.shown.emit()

    def open(self, place: int) -> None:
        """An earlier one, to be read."""
        given = self._presenter.preparation
        if given is not None and place < len(given.runs):
            self.run, self._place = given.runs[place], place
            self.is_over = self.is_earlier = True
            self._run_clock()
            self.shown.emit()

    def go(self, step: int) -> None:
        """The next question, or the one before."""
        if self.run is not None and not self.is_over and 0 <= self.at + step < self.count:
            self.clock.look()
            self.at += step
            self.shows_answer = False
            self.keep()
            self.shown.emit()

    def pause(self) -> None:
        """The clock stands, or goes on."""
        if self.run is not None and not self.is_over:
            self.is_paused = not self.is_paused
            self._run_clock()
            self.keep()
            self.shown.emit()

    def reveal(self) -> None:
        """The answer is seen, or hidden again."""
        if self.run is not None and not self.is_over:
            self.shows_answer = not self.shows_answer
            self.shown.emit()

    def finish(self) -> None:
        """All of it is over."""
        if self.run is not None and not self.is_over:
            self.is_over = True
            self._run_clock()
            self.keep()
            self.shown.emit()

    def note(self, words: str) -> None:
        """What was noticed."""
        if self.run is not None and words != self.run.note:
            self.run = replace(self.run, note=words)
            self.keep(at_once=False)

    def close(self) -> None:
        """Back to the answers; one that was not finished is kept as far as it went."""
        was = self.run
        if was is not None:
            self.run = None
            self._run_clock()
            self._keep(was)
            self.over.emit()

    def drop(self) -> None:
        """It is kept no more."""
        given, place, run = self._presenter.preparation, self._place, self.run
        self.run = None
        self._run_clock()
        if given is not None and place is not None and run is not None:
            self._put(preparing.without_run(given, place))
            self.said.emit(tr("The run is not kept"), self._undo(given.id, run))
        self.over.emit()

    def be_open(self, is_open: bool) -> None:
        """Whether it is in sight: the clock counts only then."""
        self._is_open = is_open
        self._run_clock()

    def keep(self, *, at_once: bool = True) -> None:
        """Has it among the runs, as it is now."""
        if self.run is not None:
            self._keep(self.run, at_once=at_once)

    def _keep(self, run: MockRun, *, at_once: bool = True) -> None:
        given = self._presenter.preparation
        if given is None or not (sum(run.seconds) or run.note.strip()):
            return
        if self._place is not None and self._place < len(given.runs) and given.runs[self._place] == run:
            return
        kept, self._place = preparing.with_run(given, self._place, run)
        self._put(kept, at_once=at_once)

    def _put(self, given: Preparation, *, at_once: bool = True) -> None:
        self._presenter.kept.put(given, at_once=at_once)
        self._presenter.changed.emit()

    def _undo(self, id: str, run: MockRun) -> Callable[[], None]:
        def undo() -> None:
            given = next((each for each in self._presenter.preparations if each.id == id), None)
            if given is not None:
                self._put(preparing.with_run(given, None, run)[0])

        return undo

    def _run_clock(self) -> None:
        self.clock.run(self._is_open and self.run is not None and not self.is_over and not self.is_paused)

    def _on_counted(self, seconds: int) -> None:
        if self.run is None or self.is_over:
            return
        spent = list(preparing.seconds_for(self.run, self.count))
        spent[self.at] = min(spent[self.at] + seconds, SECONDS[1])
        self.run = replace(self.run, seconds=tuple(spent))
        self.counted.emit()
