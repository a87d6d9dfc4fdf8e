"""Today: yesterday's plan, the reflection in three short steps, and what is worth an eye today."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.translation import tr
from ui.page import Page
from ui.reference import JOURNAL, Reference
from ui.session import REFLECTION, Session
from ui.theme import tokens
from ui.today.aside import StripItem, Watch, Weeks
from ui.today.date_title import DateTitle, DayPanel
from ui.today.planned import Planned
from ui.today.presenter import Shown, TodayPresenter
from ui.today.sheet import Sheet
from ui.today.summary import Summary
from ui.widgets.buttons import SearchButton
from ui.widgets.labels import Label, Line
from ui.widgets.panes import Panel, ScrollPage, column, row
from ui.widgets.tab_loop import put_after
from ui.wording import first_weekday

_ASIDE, _GAP = 304, 40
_STRIP_BELOW = 1060  # of the page: with the narrow rail beside it, a window under 1120 has the strip


class TodayPage(Page):
    """Opens with the cursor where the work is."""

    shows = frozenset({REFLECTION})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
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

    @property
    def is_settled(self) -> bool:
        return self._presenter.is_settled

    def go_to(self, reference: Reference) -> None:
        if reference.day is not None:
            self._presenter.ask(reference.day)

    def focus_start(self) -> None:
        self._give_focus()
        # What the day holds may still be on its way, and the cursor belongs behind it.
        self._wants_focus = not self._is_filled

    def panes(self) -> list[QWidget]:
        beside = self._strip_watch if self._is_narrow else self._weeks.days.stop()
        return [self._title, self._summary if self._presenter.is_finished else self._sheet.text, beside]

    def doings(self) -> Mapping[str, Callable[[], None]]:
        return {
            "finish": self._finish,
            "prompt": self._presenter.ask_something_else,
            "free": self._presenter.write_freely,
            **({"edit-prompt": self._change_prompt} if self._presenter.can_change_prompt else {}),
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() < tokens.scaled(_STRIP_BELOW))

    def _build(self) -> None:
        self._title = DateTitle()
        self._days: DayPanel | None = None
        self._about = Label("", "small", "ink2")
        self._search = SearchButton(tr("Search or jump to…"), tr("Ctrl K"))
        self._planned = Planned(self._presenter.answers)
        self._sheet, self._summary = Sheet(self._presenter, self.session), Summary()
        self._watch, self._weeks = Watch(), Weeks()
        self._strip_watch, self._strip_weeks = StripItem(tr("On your watch today")), StripItem(tr("Last five weeks"))
        self._upward = [self._panel() for _ in range(2)]
        self._lay_out()

    def _lay_out(self) -> None:
        work = QWidget()
        self._work = column(self._planned, self._sheet, self._summary, ..., margins=(32, 0, 32, 12))
        work.setLayout(self._work)
        self._scroll = ScrollPage(work)
        self._aside = QWidget()
        self._aside.setFixedWidth(tokens.scaled(_ASIDE) + 8 + 32)
        aside = QWidget()
        self._aside_places = column(self._watch), column(self._weeks)
        watch, weeks = self._aside_places
        aside.setLayout(column(3, watch, 22, Line(), 23, weeks, ..., margins=(8, 0, 32 - ScrollPage.ROOM, 24)))
        self._aside.setLayout(column(ScrollPage(aside)))
        self._head = row(column(1, self._title, 4, self._about), ..., self._search, margins=(32, 20, 32, 0))
        self._head.setAlignment(self._search, Qt.AlignmentFlag.AlignTop)
        self._search.setFixedWidth(tokens.scaled(_ASIDE))
        self._strip = QWidget()
        self._strip.setFixedHeight(tokens.scaled(52))
        items = row(self._strip_watch, ..., self._strip_weeks, margins=(28, 0, 36, 0))
        self._strip.setLayout(column(Line(), items))
        body = row(self._scroll, self._aside)
        self.setLayout(column(self._head, body, self._strip))

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.shown.connect(self._show)
        presenter.finished.connect(self._show_card)
        self._search.clicked.connect(lambda: self.asked.emit("search"))
        self._title.clicked.connect(self._open_days)
        self._sheet.finish_asked.connect(self._finish)
        self._sheet.note.said.connect(self.said)
        self._sheet.prompt_asked.connect(self._change_prompt)
        self._summary.reopened.connect(self._take)
        self._summary.begun.connect(self._begin)
        self._watch.plan_chosen.connect(self._bring)
        self._weeks.day_chosen.connect(self.choose_day)
        for item, panel in zip((self._strip_watch, self._strip_weeks), self._upward, strict=True):
            item.clicked.connect(partial(self._open_upward, item, panel))

    def _greet_new_day(self) -> None:
        """A window that was left open over night shows today, once nothing is being typed."""
        state = self._presenter.state
        is_over = state.day == state.today < date.today()  # noqa: DTZ011  the day on the wall
        if self._is_filled and is_over and self.is_settled:
            self._presenter.ask()

    def _show(self) -> None:
        is_first, self._is_filled = not self._is_filled, True
        state = self._presenter.state
        self._title.show_day(state.day)
        self._about.setText(self._said_about(state))
        self._show_plans()
        self._weeks.show_days(state, first_weekday(self.session.preferences.first_weekday))
        self._summary.show_day(state.written)
        if self._wants_focus:
            self._give_focus()
        if is_first:
            self.filled.emit()

    def _said_about(self, state: Shown) -> str:
        if state.day == state.today:
            return tr("Three small steps, about eight minutes.")
        return tr("Written later, kept under this day.")

    def _show_plans(self) -> None:
        state = self._presenter.state
        brought = [each for each in state.waiting if each.commitment.id in self._brought]
        asked = sorted((*state.asked, *brought), key=lambda each: each.made_on)
        waiting = [each for each in state.waiting if each not in brought]
        number = state.number_waiting - len(brought)
        is_today = state.day == state.today
        self._planned.show_plans(asked if is_today else (), state.today, compact=bool(self._is_narrow))
        self._watch.show_plans(waiting, number, state.today)
        put_after(self._search, self._planned)
        put_after(self._sheet.finish, self._watch)
        self._strip_watch.say_beside(tr("{count} still open").format(count=number) if number else "")

    def _show_card(self) -> None:
        self._sheet.setVisible(not self._presenter.is_finished)
        self._summary.setVisible(self._presenter.is_finished)
        if self._presenter.is_finished:
            self._summary.focus_start()

    def _give_focus(self) -> None:
        self._wants_focus = False
        if self._presenter.is_finished:
            self._summary.focus_start()
        else:
            self._write_on()

    def _write_on(self) -> None:
        """Puts the cursor behind the last word."""
        self._sheet.text.moveCursor(QTextCursor.MoveOperation.End)
        self._sheet.text.setFocus()

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
        if self._presenter.has_words:
            self._presenter.finish()
        else:
            self.said.emit(tr("Nothing is written yet. Three words are enough."), None)
            self._write_on()

    def _take(self, entry: object) -> None:
        self._presenter.take(entry)  # type: ignore[arg-type]  # signals carry objects
        self._write_on()

    def _begin(self) -> None:
        self._presenter.begin()
        self._sheet.text.setFocus()

    def _begin_freely(self) -> None:
        self._presenter.begin()
        self._presenter.write_freely()
        self._sheet.text.setFocus()

    def _bring(self, commitment_id: str) -> None:
        self._brought.append(commitment_id)
        self._upward[0].close_panel()
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

    def _open_upward(self, item: StripItem, panel: Panel) -> None:
        panel.open_at(item, below=False)

    def _panel(self) -> Panel:
        panel = Panel(self)
        panel.setFixedWidth(tokens.scaled(_ASIDE) + 40)
        panel.setLayout(column(margins=20))
        return panel

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._sheet.set_compact(narrow)
        self._aside.setVisible(not narrow)
        self._strip.setVisible(narrow)
        self._about.setVisible(not narrow)
        side = 28 if narrow else 32
        self._work.setContentsMargins(side, 0, side - ScrollPage.ROOM, 12)
        self._head.setContentsMargins(side, 20, side, 12 if narrow else 26)
        self._search.setFixedWidth(tokens.scaled(272 if narrow else _ASIDE))
        for at, part in enumerate((self._watch, self._weeks)):
            home = self._upward[at].layout() if narrow else self._aside_places[at]
            assert home is not None  # noqa: S101  both were given one
            home.addWidget(part)
