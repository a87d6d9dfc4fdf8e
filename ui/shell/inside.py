"""The inside of an open journal: pages, palette, shortcuts and locking, brought together by the table of actions."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import settings
from app.reflections.model import Filter
from app.translation import tr
from ui.keeping import said_of_failure
from ui.page import Keeper, Page
from ui.reference import (
    BACKUPS,
    COACHING,
    CYCLE,
    HANDOVER,
    ONE_ON_ONE,
    OTHER_SIDE,
    PRACTICE_MAP,
    PROMPTS,
    SETTINGS,
    TODAY,
    Reference,
)
from ui.refusals import refusal
from ui.restart import start_anew
from ui.session import PREFERENCES, Change, Session
from ui.shell.actions import ACTIONS, PAGES, by_shortcut, one_on_one_with
from ui.shell.curtain import Curtain
from ui.shell.idle import IdleWatch
from ui.shell.leaving import Leaving
from ui.shell.overlay import Overlay
from ui.shell.palette import Doing, Palette
from ui.shell.shortcut_sheet import ShortcutSheet, keys_of
from ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.people.model import Person
    from ui.help.sheet import HelpSheet
    from ui.prompts.sheet import PromptSheet
    from ui.trash.sheet import TrashSheet

_NOT_FOR_SAMPLE = ("back-up", "sample")
_PATIENCE = 200  # milliseconds: what takes longer to answer does not keep the page from being seen


class Place(Protocol):
    """The window around: it knows where it is, and how it looks."""

    def place(self) -> str:
        """Where the window is, as text."""

    def dress(self) -> None:
        """Puts the look in force that the settings say."""


class Inside(QWidget):
    """Does every action of the table: its own, or through the page that is shown."""

    def __init__(self, session: Session, window: Place) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._own: Mapping[str, Callable[[], None]] = {
            **{key: self._going(key) for key in PAGES},
            PRACTICE_MAP: self._going(PRACTICE_MAP),
            OTHER_SIDE: self._going(OTHER_SIDE),
            "search": self._search,
            "lock": self.lock,
            "pane": self._pane,
            "rail": self._toggle_rail,
            "shortcuts": self._show_shortcuts,
            "help": self._show_help,
            "prompts": lambda: self._prompt_sheet().toggle(),
            "trash": lambda: self._trash_sheet().toggle(),
            "quit": self.quit,
            "new": self._new,
            HANDOVER: self._hand_over,
            CYCLE: self._see_cycle,
            "review": self._review,
            "export": self._export,
            "back-up": self._back_up,
            "sample": self._look_at_sample,
        }
        self._build()
        self._idle: IdleWatch | None = None
        for keys, doable in by_shortcut().items():
            self.addAction(self._action_of(keys, doable))
        session.changed.connect(self._on_changed)

    def begin(self, page: str, then: Callable[[], None]) -> None:
        """Opens on a page; `then` comes once there is something on it, or after a short while."""
        self.workspace.show_name()
        if self._session.is_sample:
            self._say_that_it_is_the_sample()
        self.workspace.open(Reference(page=page))
        opened = self.workspace.current
        keeping = self._session.keeping
        if keeping is not None:
            keeping.begin()
            keeping.unprotected.connect(self._say_that_backups_fail)
        if opened is None or opened.is_filled:
            then()
            self.workspace.look_ahead()
            return
        opened.filled.connect(then)
        opened.filled.connect(self.workspace.look_ahead)  # loading takes the time of whoever reads the journal
        if keeping is not None:
            opened.filled.connect(keeping.begin)
        QTimer.singleShot(_PATIENCE, self, then)

    def when_saved(self, then: Callable[[], object]) -> None:
        """Saves everything typed, and goes on with `then` unless that fails."""
        for each in self._keepers():
            each.flush()

        def is_reported(_: None) -> None:
            if all(each.is_settled for each in self._keepers()):
                then()

        self._session.outside(self, lambda: None, is_reported)

    def run(self, key: str) -> None:
        """Does the action with this key, if it can be done now."""
        if self._leaving.is_under_way:
            return
        for of, each in self._overlays().items():
            if of != key:
                each.close_overlay()
        if (do := self._do(key)) is not None:
            do()

    def lock(self) -> None:
        """Covers everything, saves, and starts the program anew in its locked state. While it is left, nothing more."""
        if self._leaving.is_under_way:
            return
        folder = self._folder()
        self._leave(tr("Locking"), lambda: start_anew(folder, self._window.place()))

    def quit(self) -> None:
        """Covers everything, saves, and ends the program."""
        # `quit` would first ask all windows to close, and this one asks to be let go first.
        self._leave(tr("Closing"), lambda: QCoreApplication.exit(0))

    def _leave(self, title: str, then: Callable[[], object]) -> None:
        for each in self._overlays().values():
            each.close_overlay(give_focus_back=False)
        self._leaving.leave(title, then)
        # Not only covered: nothing behind the curtain can be read by a program that reads screens.
        self.workspace.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._curtain.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.window().windowHandle()
        if self._idle is None and handle is not None:
            self._idle = IdleWatch(handle, self)
            self._idle.idled.connect(self.lock)
            self._idle.wait(self._session.preferences.lock_after)

    def _build(self) -> None:
        narrow = settings.load().rail_is_collapsed
        self.workspace = Workspace(self._session, rail_is_narrow=narrow)
        self._palette = Palette(self._session, self)
        self._sheet = ShortcutSheet(self)
        self._help: HelpSheet | None = None
        self._prompts: PromptSheet | None = None
        self._trash: TrashSheet | None = None
        self._curtain = Curtain(self)
        self._leaving = Leaving(self._session, self._curtain, self._keepers)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.workspace)
        self.workspace.asked.connect(self.run)
        self.workspace.page_built.connect(self._on_page_built)
        self._curtain.lifted.connect(self.workspace.show)
        self._palette.referred.connect(self._go_to)

    def _overlays(self) -> Mapping[str, Overlay]:
        """What can lie over the page, by the action that opens and closes it."""
        made = {
            "search": self._palette,
            "shortcuts": self._sheet,
            "help": self._help,
            "prompts": self._prompts,
            "trash": self._trash,
        }
        return {key: each for key, each in made.items() if each is not None}

    def _keepers(self) -> Sequence[Keeper]:
        """All that is typed in."""
        return [*self.workspace.pages(), *([self._prompts] if self._prompts is not None else [])]

    def _action_of(self, keys: str, doable: Sequence[str]) -> QAction:
        """What these keys do: the first of these actions that can be done where one is."""
        made = QAction(self)
        made.setShortcut(QKeySequence(keys))
        made.triggered.connect(lambda: self._run_first(doable))
        return made

    def _run_first(self, doable: Sequence[str]) -> None:
        self.run(next((key for key in doable if self._do(key) is not None), doable[-1]))

    def _do(self, key: str) -> Callable[[], None] | None:
        if self._session.is_sample and key in _NOT_FOR_SAMPLE:
            return None
        page = self.workspace.current
        of_page = page.doings() if page is not None else {}
        return of_page.get(key) or self._own.get(key)

    def _going(self, key: str) -> Callable[[], None]:
        return lambda: self.workspace.open(Reference(page=key))

    def _search(self) -> None:
        if self._palette.isVisible():
            self._palette.close_overlay()
            return
        known = ((each, self._do(each.key)) for each in ACTIONS if each.key != "search")
        self._palette.show_with([Doing(each, keys_of(each), do) for each, do in known if do is not None])
        self._session.read(self, lambda journal: journal.people.find(Filter()), self._offer_one_on_ones)

    def _offer_one_on_ones(self, people: "Sequence[Person]") -> None:
        """With each who is there still, by name."""
        there = [each for each in people if each.archived_on is None]
        self._palette.offer([Doing(one_on_one_with(each.name), "", self._meeting(each.id)) for each in there])

    def _meeting(self, person: str) -> Callable[[], None]:
        return lambda: self.workspace.open(Reference(page=ONE_ON_ONE, id=person))

    def _pane(self) -> None:
        self.workspace.move_to_next_pane()

    def _toggle_rail(self) -> None:
        self.workspace.toggle_rail()
        settings.keep(rail_is_collapsed=self.workspace.rail_is_narrow)

    def _show_shortcuts(self) -> None:
        if self._sheet.isVisible():
            self._sheet.close_overlay()
        else:
            self._sheet.show_sheet()

    def _show_help(self) -> None:
        from ui.help.sheet import HelpSheet  # most days nobody asks for it

        if self._help is None:
            self._help = HelpSheet(self)
        page = self.workspace.current
        self._help.toggle((page.helped_by() if page is not None else "") or self.workspace.current_key)

    def _prompt_sheet(self) -> "PromptSheet":
        from ui.prompts.sheet import PromptSheet  # most days nobody asks for it

        if self._prompts is None:
            self._prompts = PromptSheet(self._session, self)
            self._prompts.left_behind.connect(self.workspace.toast.say)
        return self._prompts

    def _trash_sheet(self) -> "TrashSheet":
        from ui.trash.sheet import TrashSheet  # most days nobody asks for it

        if self._trash is None:
            self._trash = TrashSheet(self._session, self)
        return self._trash

    def _go_to(self, reference: Reference) -> None:
        if reference.page == PROMPTS and reference.id is not None:
            self._prompt_sheet().show_own(reference.id)
        else:
            self.workspace.open(reference)

    def _new(self) -> None:
        self.workspace.open(Reference(page=TODAY))
        if (do := self._do("begin")) is not None:
            do()

    def _hand_over(self) -> None:
        self.workspace.open(Reference(page=HANDOVER), focus=False)
        if self.workspace.current is not None:
            self.workspace.current.doings()["begin"]()

    def _see_cycle(self) -> None:
        self.workspace.open(Reference(page=CYCLE), focus=False)
        if self.workspace.current is not None:
            self.workspace.current.doings()["latest"]()

    def _review(self) -> None:
        self.workspace.open(Reference(page=TODAY), focus=False)
        if self.workspace.current is not None:
            self.workspace.current.doings()["review"]()

    def _export(self) -> None:
        if self.workspace.current_key == COACHING and (do := self._do("save-pack")) is not None:
            do()
        else:
            self.workspace.open(Reference(page=COACHING))

    def _back_up(self) -> None:
        self.workspace.open(Reference(page=SETTINGS))
        if self.workspace.current is not None:
            self.workspace.current.doings()["back-up"]()

    def _look_at_sample(self) -> None:
        """Locks the own journal first: only one is open in a process."""
        folder = self._folder()
        self._leave(tr("Locking"), lambda: start_anew(folder, self._window.place(), with_sample=True))

    def _say_that_it_is_the_sample(self) -> None:
        from ui.shell.sample_bar import sample_bar

        bar = sample_bar(self._folder())
        bar.acted.connect(self.lock)
        self.workspace.keep_saying(bar)

    def _say_that_backups_fail(self, error: Exception) -> None:
        place = Reference(page=SETTINGS, id=BACKUPS)
        self.workspace.say(
            "alert-circle", said_of_failure(error), tr("Open settings"), lambda: self.workspace.open(place)
        )

    def _on_page_built(self, page: Page) -> None:
        page.look_changed.connect(self._window.dress)
        page.departure_asked.connect(self._depart)
        page.prompt_asked.connect(lambda id: self._prompt_sheet().edit(id))

    def _depart(self, work: Callable[[], Path]) -> None:
        """Closes the journal, has `work` done to its folder, and starts anew where that says."""
        folder = self._folder()

        def stay(error: Exception) -> None:
            start_anew(folder, self._window.place(), refusal(error))

        def begin_anew(chosen: Path) -> None:
            start_anew(chosen, self._window.place())

        self._leave(tr("One moment"), lambda: self._session.outside(self, work, begin_anew, stay))

    def _folder(self) -> Path:
        folder = self._session.returns_to
        assert folder is not None  # noqa: S101  the journal is open
        return folder

    def _on_changed(self, change: Change, _: "QObject") -> None:
        if change.kind == PREFERENCES and self._idle is not None:
            self._idle.wait(self._session.preferences.lock_after)
