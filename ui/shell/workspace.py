"""The workspace: the rail and the pages of an open journal, each page built at its first visit."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.translation import tr
from ui.page import Page
from ui.reference import (
    ALIGNMENT,
    COACHING,
    CYCLE,
    DEBRIEF,
    DELEGATION,
    HANDOVER,
    INTERVIEW,
    INTERVIEWS,
    JOURNAL,
    ONE_ON_ONE,
    OTHER_SIDE,
    PEOPLE,
    PRACTICE_MAP,
    PRACTICES,
    SETTINGS,
    SIDE_BY_SIDE,
    TODAY,
    Reference,
)
from ui.session import PREFERENCES, Change, Session
from ui.shell.actions import PAGES
from ui.shell.looking_ahead import NEXT_NEEDED, OF_WORK, LookingAhead, lay_out, load_style, loads
from ui.shell.rail import Rail
from ui.widgets.messages import MessageBar, Toast
from ui.widgets.panes import row
from ui.widgets.tab_loop import put_after

if TYPE_CHECKING:
    from ui.session import Journal

NARROW_BELOW = 1180
_PAUSE = 100  # milliseconds between two steps of looking ahead: nobody notices them


def _today(session: Session, parent: QWidget) -> Page:
    from ui.today.page import TodayPage

    return TodayPage(session, parent)


def _journal(session: Session, parent: QWidget) -> Page:
    from ui.journal.page import JournalPage

    return JournalPage(session, parent)


def _delegation(session: Session, parent: QWidget) -> Page:
    from ui.delegation.page import DelegationPage

    return DelegationPage(session, parent)


def _people(session: Session, parent: QWidget) -> Page:
    from ui.people.page import PeoplePage

    return PeoplePage(session, parent)


def _practices(session: Session, parent: QWidget) -> Page:
    from ui.practices.page import PracticesPage

    return PracticesPage(session, parent)


def _interviews(session: Session, parent: QWidget) -> Page:
    from ui.interviews.page import InterviewsPage

    return InterviewsPage(session, parent)


def _coaching(session: Session, parent: QWidget) -> Page:
    from ui.coaching.page import CoachingPage

    return CoachingPage(session, parent)


def _settings(session: Session, parent: QWidget) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(session, parent)


def _one_on_one(session: Session, parent: QWidget) -> Page:
    from ui.one_on_ones.page import OneOnOnePage

    return OneOnOnePage(session, parent)


def _handover(session: Session, parent: QWidget) -> Page:
    from ui.handover.page import HandOverPage

    return HandOverPage(session, parent)


def _debrief(session: Session, parent: QWidget) -> Page:
    from ui.debrief.page import DebriefPage

    return DebriefPage(session, parent)


def _practice_map(session: Session, parent: QWidget) -> Page:
    from ui.practice_map.page import PracticeMapPage

    return PracticeMapPage(session, parent)


def _cycle(session: Session, parent: QWidget) -> Page:
    from ui.cycle.page import CyclePage

    return CyclePage(session, parent)


def _interview(session: Session, parent: QWidget) -> Page:
    from ui.interview.page import InterviewPage

    return InterviewPage(session, parent)


def _side_by_side(session: Session, parent: QWidget) -> Page:
    from ui.side_by_side.page import SideBySidePage

    return SideBySidePage(session, parent)


def _alignment(session: Session, parent: QWidget) -> Page:
    from ui.alignment.page import AlignmentPage

    return AlignmentPage(session, parent)


def _other_side(session: Session, parent: QWidget) -> Page:
    from ui.other_side.page import OtherSidePage

    return OtherSidePage(session, parent)


# Functions with an import of their own: a page costs nothing before it is visited, and the bundle still sees it.
_BUILDERS: Mapping[str, Callable[[Session, QWidget], Page]] = {
    TODAY: _today,
    JOURNAL: _journal,
    DELEGATION: _delegation,
    PEOPLE: _people,
    PRACTICES: _practices,
    INTERVIEWS: _interviews,
    COACHING: _coaching,
    SETTINGS: _settings,
    ONE_ON_ONE: _one_on_one,
    HANDOVER: _handover,
    DEBRIEF: _debrief,
    PRACTICE_MAP: _practice_map,
    CYCLE: _cycle,
    INTERVIEW: _interview,
    SIDE_BY_SIDE: _side_by_side,
    ALIGNMENT: _alignment,
    OTHER_SIDE: _other_side,
}
# They are reached from other pages.
_NOT_IN_RAIL = {ONE_ON_ONE, HANDOVER, DEBRIEF, PRACTICE_MAP, CYCLE, INTERVIEW, SIDE_BY_SIDE, ALIGNMENT, OTHER_SIDE}
assert set(_BUILDERS) == {*PAGES, *_NOT_IN_RAIL}  # noqa: S101  a page in one table and not in the other is a mistake of ours


def _amount_of_work(journal: "Journal") -> int:
    return journal.delegations.count()[0] + journal.held_tasks.count()[0]


class Workspace(QWidget):
    """Shows one page at a time; what leaves it is saved first."""

    asked = Signal(str)  # the key of an action that is the shell's
    page_built = Signal(object)

    def __init__(self, session: Session, *, rail_is_narrow: bool | None) -> None:
        super().__init__()
        self._session = session
        self._pages: dict[str, Page] = {}
        self._is_narrow = rail_is_narrow
        self._is_wide_here = False  # by hand, on a page that needs the room
        self.rail = Rail()
        self._stack = QStackedWidget()
        self._standing, self._messages = QVBoxLayout(), QVBoxLayout()
        for layout in (self._standing, self._messages):
            layout.setContentsMargins(0, 0, 0, 0)
        self.toast = Toast(self, lambda: self.current.foot_height() if self.current is not None else 0)
        self._compose()
        self.rail.chosen.connect(self.asked)
        self.rail.toggled.connect(lambda: self.asked.emit("rail"))
        session.changed.connect(self._on_changed)
        session.faulted.connect(self._on_fault)

    @property
    def rail_is_narrow(self) -> bool | None:
        """Whether the rail was narrowed or widened by hand; None while the width of the window decides."""
        return self._is_narrow

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def current_key(self) -> str:
        """The key of the page that is shown."""
        return next((key for key, page in self._pages.items() if page is self.current), "")

    def pages(self) -> Sequence[Page]:
        """Every page that was visited."""
        return list(self._pages.values())

    def prepare(self, key: str) -> None:
        """Builds a page before it is visited, as the one that will be shown first."""
        self._stack.setCurrentWidget(self._page(key))

    def fill(self, key: str) -> None:
        """Has a page ask for what it will show, before it comes into sight; of a journal that was closed, nothing."""
        page = self._page(key)
        if self._session.is_open and page.is_stale:
            page.fill()

    def look_ahead(self) -> None:
        """Makes the journal ready, since it is visited most, and where there is any work, the page that reads most;
        loads what the settings are made of, which have the most parts. The others keep memory.
        """
        steps = [*loads(NEXT_NEEDED), load_style, *self._makes(JOURNAL), self._look_for_work]
        LookingAhead(steps, self, pause=_PAUSE)

    def _makes(self, key: str) -> list[Callable[[], object]]:
        """The steps by which a page is made before it is visited."""
        return [partial(self._page, key), lambda: lay_out(self._page(key), self._stack.size())]

    def _look_for_work(self) -> None:
        def make_ready(number: int) -> None:
            if number:
                pages: list[Callable[[], object]]
                pages = [*self._makes(DELEGATION), partial(self.fill, DELEGATION), *self._makes(CYCLE)]
                LookingAhead([*loads(OF_WORK), *pages], self, pause=_PAUSE)

        if self._session.is_open:
            self._session.read(self, _amount_of_work, make_ready)

    def open(self, reference: Reference, *, focus: bool = True) -> None:
        """Goes to a place; the page before it saves."""
        page = self._page(reference.page)
        if (before := self.current) is not None and before is not page:
            before.flush()
        if before is not page:
            self._is_wide_here = False
        self._stack.setCurrentWidget(page)
        self._align_messages()
        self.rail.set_current(page.beneath or reference.page)
        self._fit_rail()
        if reference.is_precise:
            page.go_to(reference)
        if focus:
            page.focus_start()

    def toggle_rail(self) -> None:
        """Icons alone or with words, until the next change by hand."""
        if self.current is not None and self.current.needs_room:
            self._is_wide_here = not self._is_wide_here
        else:
            self._is_narrow = not self._shows_narrow()
        self._fit_rail()

    def move_to_next_pane(self) -> None:
        """Gives the focus to the next pane: the rail, then the panes of the page."""
        panes = [self.rail.focus_widget(), *(self.current.panes() if self.current else [])]
        focused = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(panes) if _holds(pane, focused)), -1)
        panes[(at + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, icon: str, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Shows a message above the page until it is closed or acted upon; one at a time."""
        while (old := self._messages.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        bar = MessageBar(icon, text, action, closable=True)
        bar.closed.connect(bar.deleteLater)
        if do is not None:
            bar.acted.connect(do)
            bar.acted.connect(bar.deleteLater)
        self._messages.addWidget(bar)
        self._align_messages()

    def keep_saying(self, bar: MessageBar) -> None:
        """Shows a message above all others, as long as the journal is open."""
        self._standing.addWidget(bar)
        self._align_messages()
        put_after(self.rail.last(), bar)

    def _align_messages(self) -> None:
        """As far from the sides as what the page has below them."""
        side = self.current.side if self.current is not None else Page.side
        for layout, above, below in ((self._standing, 12, 12), (self._messages, 16, 0)):
            if layout.count():
                layout.setContentsMargins(side, above, side, below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _compose(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._standing)
        right.addLayout(self._messages)
        right.addWidget(self._stack, 1)
        self.setLayout(row(self.rail, right))

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            # With its place from the beginning: Qt dresses all that is in a widget anew wherever that is put.
            page = _BUILDERS[key](self._session, self._stack)
            page.asked.connect(self.asked)
            page.referred.connect(self.open)
            page.said.connect(self.toast.say)
            page.side_changed.connect(self._align_messages)
            self._pages[key] = page
            self._stack.addWidget(page)
            self.page_built.emit(page)
        return self._pages[key]

    def _fit_rail(self) -> None:
        self.rail.set_narrow(narrow=self._shows_narrow())

    def _shows_narrow(self) -> bool:
        if self.current is not None and self.current.needs_room:
            return not self._is_wide_here
        return self.width() < NARROW_BELOW if self._is_narrow is None else self._is_narrow

    def show_name(self) -> None:
        """The name of the open journal, at the top of the rail."""
        self.rail.set_name(self._session.preferences.name or tr("My journal"))

    def _on_changed(self, change: Change, _: QObject) -> None:
        if change.kind == PREFERENCES:
            self.show_name()

    def _on_fault(self, error: Exception) -> None:
        from ui.refusals import refusal

        self.say("alert-circle", refusal(error))


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
