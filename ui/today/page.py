"""Today: yesterday's plan, the reflection in three short steps, and what is worth an eye today."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.translation import tr
from ui import clock
from ui.autosave import Saving
from ui.page import Page
from ui.reference import JOURNAL, Reference
from ui.session import EXPERIMENT, PREFERENCES, REFLECTION, Session
from ui.theme import tokens
from ui.today.date_title import DateTitle, DayPanel
from ui.today.head_line import HeadLine
from ui.today.planned import Planned
from ui.today.presenter import TodayPresenter
from ui.today.surroundings import WIDTH, Surroundings
from ui.today.watch import Watching, how_much, number_due
from ui.today.week_presenter import WeekPresenter
from ui.today.work import Work
from ui.widgets.buttons import SearchButton
from ui.widgets.panes import ScrollPage, column, row
from ui.widgets.tab_loop import put_after
from ui.wording import first_weekday

_BESIDE_TITLE = 16
_STRIP_BELOW = 1060  # of the page: with the narrow rail beside it, a window under 1120 has the strip


class TodayPage(Page):
    """Opens with the cursor where the work is."""

    shows = frozenset({REFLECTION, EXPERIMENT, PREFERENCES})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        # What stands beside the work is read before it: once that is there, the page is.
        self._week, self._watching = WeekPresenter(session, self), Watching(session, self)
        self._presenter = TodayPresenter(session, self)
        self._brought: list[str] = []  # plans of earlier days that were chosen to be answered
        self._is_narrow: bool | None = None
        self._wants_focus = self._is_filled = False
        self._build()
        self._wire()

    @property
    def is_filled(self) -> bool:
        return self._is_filled

    def is_for(self, day: date) -> bool:
        """Whether that day is written for."""
        return self._presenter.state.day == day

    def refresh(self) -> None:
        state = self._presenter.state
        self._presenter.ask(state.day if state.day != state.today else None)

    def flush(self) -> None:
        self._presenter.flush()
        self._week.experiments.autosave.flush()

    @property
    def is_settled(self) -> bool:
        return self._presenter.is_settled and self._week.experiments.autosave.is_settled

    def go_to(self, reference: Reference) -> None:
        if reference.day is not None:
            self._presenter.ask(reference.day)
        if reference.id is not None:
            self._beside.open_experiment(reference.id, self._title)

    def focus_start(self) -> None:
        self._give_focus()
        # What the day holds may still be on its way, and the cursor belongs behind it.
        self._wants_focus = not self._is_filled

    def panes(self) -> list[QWidget]:
        beside = self._beside.strip_watch if self._is_narrow else self._beside.weeks.days.stop()
        return [self._title, self._work.pane(), beside]

    def foot_height(self) -> int:
        strip = self._beside.strip
        return strip.height() if strip.isVisible() else 0

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {
            "finish": self._finish,
            "prompt": self._ask_something_else,
            "free": self._write_freely,
            **({"edit-prompt": self._change_prompt} if self._presenter.can_change_prompt else {}),
            "review": self._open_review,
            "day": self._open_days,
            "begin": self._begin,
        }

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._greet_new_day()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._greet_new_day()
        self._watching.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < tokens.scaled(_STRIP_BELOW))
        around = self._head.contentsMargins()
        beside = self._search.width() + around.left() + around.right() + _BESIDE_TITLE
        self._head_line.set_room(event.size().width() - beside)

    def _build(self) -> None:
        self._title, self._head_line = DateTitle(), HeadLine()
        self._days: DayPanel | None = None
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._planned = Planned(self._presenter.answers)
        self._work = Work(self._presenter, self._week, self.session)
        self._beside = Surroundings(self.session, self._week)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = column(self._planned, self._work, ..., margins=(32, 0, 32, 12))
        inside.setLayout(self._column)
        inside.setMinimumHeight(1)  # or it would be that of the narrowest page, whose lines wrap, at every width
        self._scroll = ScrollPage(inside)
        self._head = row(column(1, self._title, 4, self._head_line), ..., self._search, margins=(32, 20, 32, 0))
        self._head.setAlignment(self._search, Qt.AlignmentFlag.AlignTop)
        self._search.setFixedWidth(tokens.scaled(WIDTH))
        body = row(self._scroll, self._beside)
        self.setLayout(column(self._head, body, self._beside.strip))

    def _wire(self) -> None:
        presenter, beside = self._presenter, self._beside
        presenter.reading.connect(self._read_beside)
        presenter.shown.connect(self._show)
        presenter.answers.autosave.changed.connect(self._on_answered)
        presenter.finished.connect(self._say_how_long)
        self._work.shown.connect(self._arrive)
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self._title.clicked.connect(self._open_days)
        self._head_line.followed.connect(self._turn)
        self._work.sheet.finish_asked.connect(self._finish)
        self._work.sheet.note.said.connect(self.said)
        self._work.sheet.prompt_asked.connect(self._change_prompt)
        self._work.summary.reopened.connect(self._take)
        self._work.summary.begun.connect(self._begin)
        self._work.said.connect(self.said)
        self._work.week_closed.connect(self.refresh)
        self._work.turned_away.connect(self._turn)
        beside.watch.plan_chosen.connect(self._bring)
        beside.watch.referred.connect(self.referred)
        self._watching.shown.connect(self._show_plans)
        beside.weeks.day_chosen.connect(self.choose_day)
        beside.said.connect(self.said)

    def _greet_new_day(self) -> None:
        """A window that was left open over night shows today, once nothing is being typed."""
        state = self._presenter.state
        is_over = state.day == state.today < clock.today()
        if self._is_filled and is_over and self.is_settled:
            self._presenter.ask()

    def _read_beside(self) -> None:
        """What stands beside is read before the day, and not while that is shown: each would hold up the other."""
        today = clock.today()
        self._week.look(today)
        self._watching.ask(today)

    def _show(self) -> None:
        state = self._presenter.state
        self._title.show_day(state.day)
        self._show_plans()
        self._beside.weeks.show_days(state, first_weekday(self.session.preferences.first_weekday))
        self._work.summary.show_day(state.written)
        self._arrive()

    def _arrive(self) -> None:
        """Once there is something to work on, the focus goes there."""
        if self._presenter.state.known is None or self._work.awaits_week:
            return
        is_first, self._is_filled = not self._is_filled, True
        if self._wants_focus:
            self._wants_focus = False
            holder = QApplication.focusWidget()
            if holder is None or self.isAncestorOf(holder):  # what was opened meanwhile keeps it
                self._give_focus()
        if is_first:
            self.is_stale = False  # also where opening has asked for it
            self.filled.emit()

    def _show_plans(self) -> None:
        state = self._presenter.state
        brought = [each for each in state.waiting if each.commitment.id in self._brought]
        asked = sorted((*state.asked, *brought), key=lambda each: each.made_on)
        asked = [each for each in asked if not self._week.has_let_go(each)]
        waiting = [each for each in state.waiting if each not in brought]
        number = state.number_waiting - len(brought)
        is_today = state.day == state.today
        self._planned.show_plans(asked if is_today else (), state.today, compact=bool(self._is_narrow))
        self._beside.watch.show_all(self._watching.found, waiting, number, state.today)
        put_after(self._search, self._planned)
        put_after(self._work.last_stop(), self._beside.watch)
        self._beside.strip_watch.say_beside(how_much(number_due(self._watching.found), number))

    def _say_how_long(self) -> None:
        presenter = self._presenter
        is_closed = presenter.is_reviewing and self._week.is_closed
        self._head_line.show_state(
            presenter.state, presenter.is_review_day, reviews=presenter.is_reviewing, is_closed=is_closed
        )

    def _turn(self) -> None:
        """From the review to the sheet, or back."""
        self._wants_focus = True
        if self._presenter.is_reviewing:
            self._presenter.write_instead()
        else:
            self._presenter.review()

    def _open_review(self) -> None:
        self._wants_focus = True
        self._presenter.review()

    def _on_answered(self, saving: Saving) -> None:
        if saving is Saving.SAVED:
            self._week.look()

    def _give_focus(self) -> None:
        self._wants_focus = False
        self._work.focus_start()

    def choose_day(self, day: object) -> None:
        """Goes to what was written on that day, or writes for it."""
        state = self._presenter.state
        if day in state.pulls and day != state.today:
            self.referred.emit(Reference(page=JOURNAL, day=day))  # type: ignore[arg-type]  # a date, which is in pulls
        else:
            self._presenter.ask(day)  # type: ignore[arg-type]  # signals carry objects

    def _change_prompt(self) -> None:
        if (prompt := self._presenter.prompt) is not None:
            self.prompt_asked.emit(prompt.id)

    def _finish(self) -> None:
        if self._presenter.is_reviewing:
            self._work.review().close_week()
        elif self._presenter.has_words:
            self._presenter.finish()
        else:
            self.said.emit(tr("Nothing is written yet. Three words are enough."), None)
            self._give_focus()

    def _take(self, entry: object) -> None:
        self._presenter.take(entry)  # type: ignore[arg-type]  # signals carry objects
        self._give_focus()

    def _begin(self) -> None:
        self._presenter.begin()
        self._work.sheet.text.setFocus()

    def _ask_something_else(self) -> None:
        if self._presenter.is_reviewing:
            self._turn()
        else:
            self._presenter.ask_something_else()

    def _write_freely(self) -> None:
        if self._presenter.is_reviewing:
            self._begin_freely()
        else:
            self._presenter.write_freely()

    def _begin_freely(self) -> None:
        self._presenter.begin()
        self._presenter.write_freely()
        self._work.sheet.text.setFocus()

    def _bring(self, commitment_id: str) -> None:
        self._brought.append(commitment_id)
        self._beside.close_panels()
        self._show_plans()
        self._scroll.verticalScrollBar().setValue(0)

    def _open_days(self) -> None:
        if self._days is None:
            self._days = self._day_panel()
        self._days.show_state(self._presenter.state, first_weekday(self.session.preferences.first_weekday))
        self._days.open_at(self._title)

    def _day_panel(self) -> DayPanel:
        panel = DayPanel(self)
        panel.day_chosen.connect(self.choose_day)
        panel.entry_chosen.connect(self._take)
        panel.begun.connect(self._begin)
        panel.begun_freely.connect(self._begin_freely)
        return panel

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._work.set_compact(narrow)
        self._head_line.set_compact(narrow)
        self.side = side = 28 if narrow else 32
        self.side_changed.emit()
        self._column.setContentsMargins(side, 0, side - ScrollPage.ROOM, 12)
        self._head.setContentsMargins(side, 20, side, 12 if narrow else 26)
        self._search.setFixedWidth(tokens.scaled(272 if narrow else WIDTH))
        self._beside.set_narrow(narrow)
