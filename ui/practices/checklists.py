"""Which checklist is looked at, in which version, and what is done to it."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.practices import rules
from app.practices.model import Checklist, Step
from app.practices.record import CHECKLIST
from app.translation import tr
from ui.practices.draft import Draft
from ui.practices.presenter import PracticesPresenter
from ui.practices.running import RunPresenter
from ui.practices.shelf import Shelf
from ui.practices.words import version_name
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal


class Showing(Enum):
    """What stands in the pane of checklists."""

    LIST = auto()
    READING = auto()
    EDITING = auto()
    RUNNING = auto()


class ChecklistPresenter(QObject):
    """The checklist of the chosen practice is shown, until another is asked for; without one, all are listed."""

    changed = Signal()  # something of what is shown
    turned = Signal()  # something else is shown
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(
        self, session: Session, shelf: Shelf, practices: PracticesPresenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self.shelf, self.practices = session, shelf, practices
        self.draft = Draft(session, CHECKLIST.name, self._keep, self)
        self.runs = RunPresenter(session, shelf, self)
        self.showing = Showing.LIST
        self.id: str | None = None
        self._version: int | None = None  # None for the newest
        self._base: Checklist | None = None  # as it was when its steps began to be edited
        self._followed: str | None = None  # the checklist that the chosen practice had
        self._made_for: dict[str, str] = {}  # for what is begun here, the practice that it will belong to
        shelf.loaded.connect(self._on_loaded)
        practices.chosen.connect(self.follow)
        self.draft.edited.connect(self.changed)
        self.draft.kept.connect(lambda _: shelf.refresh())
        self.runs.said.connect(self.said)
        self.runs.changed.connect(self.changed)
        self.runs.left.connect(lambda: self._turn(Showing.READING))

    @property
    def checklist(self) -> Checklist | None:
        """The one that is shown, as it is in hand."""
        if self.showing is Showing.EDITING:
            in_hand: Checklist = self.draft.record
            return in_hand
        return self.shelf.checklist(self.id)

    @property
    def version(self) -> int:
        """The number of the version that is shown; 0 where there is none yet."""
        checklist = self.checklist
        newest = len(checklist.versions) if checklist is not None else 0
        return min(self._version or newest, newest)

    def follow(self) -> None:
        """Shows the checklist of the chosen practice; what was being changed is saved and closed."""
        self.finish()
        self._followed = self._of_practice()
        self._show(self._followed)

    def show_list(self) -> None:
        """All checklists, to choose from."""
        self.finish()
        self._show(None)

    def show(self, id: str) -> None:
        """Shows this one, in its newest version."""
        self.finish()
        self._show(id)

    def show_version(self, number: int) -> None:
        """Shows an earlier version, or the newest."""
        self._version = number
        self.changed.emit()

    def begin(self) -> None:
        """Takes a new checklist in hand; it belongs to the chosen practice if that has none."""
        self.finish()
        instant = now()
        blank = Checklist(id=uuid4().hex, date=self.shelf.today, name="", created_at=instant, updated_at=instant)
        practice = self.practices.practice
        if practice is not None and self.shelf.checklist(practice.checklist) is None:
            self._made_for[blank.id] = practice.id
        self._edit(blank)

    def edit(self) -> None:
        """Turns the checklist into fields: its name, its owner, and its steps as a new version."""
        if self.checklist is not None and self.showing is Showing.READING:
            self._edit(self.checklist)

    def change_steps(self, steps: Sequence[Step], reason: str) -> None:
        """The steps as they are typed now, and why; they are one version, however often they are saved."""
        if self._base is None:
            return
        base = self._base
        is_used = any(each.version == len(base.versions) for each in self.shelf.runs_of(base.id))
        made = rules.with_steps(base, steps, reason, self.shelf.today, is_used=is_used)
        self.draft.edit(versions=made.versions)

    def finish(self) -> None:
        """Saves, and goes back to reading; a run that is looked at closes too."""
        self.runs.finish_looking()
        if self.showing is not Showing.EDITING:
            return
        base, made = self._base, self.draft.record
        self.draft.flush()
        self._base = None
        is_kept = self.shelf.checklist(made.id) is not None or made != base
        self._show(made.id if is_kept else None)
        self.shelf.refresh()
        if base is not None and base.versions and made.versions != base.versions:
            said = tr("{version} is in force").format(version=version_name(len(made.versions)))
            self.said.emit(said, lambda: self._take_back(base))

    def put_away(self) -> None:
        """Moves the checklist to the trash, with its runs."""
        checklist = self.checklist
        self.finish()
        if checklist is None or (self.shelf.checklist(checklist.id) is None and self.id is None):
            return
        self._show(None)

        def work(journal: "Journal") -> None:
            journal.checklists.delete(checklist.id, now())

        def is_away(_: None) -> None:
            self.shelf.refresh()
            self.said.emit(tr("Moved to the trash, with its runs"), lambda: self._bring_back(checklist.id))

        self._session.write(self, Change(CHECKLIST.name, checklist.id), work, is_away)

    def begin_run(self) -> None:
        """Goes on with the run that is not finished, or takes a new one in hand."""
        checklist = self.checklist
        if checklist is not None and checklist.versions:
            self.finish()
            self.runs.go_on(checklist)
            self._turn(Showing.RUNNING)

    def open_run(self, id: str) -> None:
        """Shows a run."""
        run = self.shelf.run(id)
        if run is not None:
            self.finish()
            if run.checklist != self.id:
                self._show(run.checklist)
            self.runs.look_at(run)
            self._turn(Showing.RUNNING)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.draft.flush()
        self.runs.draft.flush()

    @property
    def is_settled(self) -> bool:
        """Whether everything typed here is on the disk."""
        return self.draft.is_settled and self.runs.draft.is_settled

    def _edit(self, checklist: Checklist) -> None:
        self._base = checklist
        self.id, self._version = checklist.id, None
        self.draft.take(checklist)
        self._turn(Showing.EDITING)

    def _show(self, id: str | None) -> None:
        self.id, self._version = id, None
        self._turn(Showing.LIST if id is None else Showing.READING)

    def _turn(self, showing: Showing) -> None:
        self.showing = showing
        self.turned.emit()
        self.changed.emit()

    def _of_practice(self) -> str | None:
        practice = self.practices.practice
        return practice.checklist if practice is not None else None

    def _on_loaded(self) -> None:
        if self._followed != self._of_practice() and self.showing in (Showing.LIST, Showing.READING):
            self.follow()
        elif self.showing is Showing.READING and self.shelf.checklist(self.id) is None and self.draft.is_settled:
            self._turn(Showing.LIST)
        elif self.showing is Showing.LIST and self.id is not None and self.shelf.checklist(self.id) is not None:
            self._turn(Showing.READING)
        self.changed.emit()

    def _keep(self, journal: "Journal", checklist: Checklist) -> Checklist:
        """Saves it; where it is new, it becomes the checklist of the practice that it was begun for."""
        practice = self._made_for.get(checklist.id)
        if practice is not None and checklist.id not in journal.checklists.ids():
            found = journal.practices.where(id=practice)
            for each in found:
                journal.practices.save(replace(each, checklist=checklist.id), now())
        return journal.checklists.save(checklist, now())

    def _take_back(self, base: Checklist) -> None:
        def work(journal: "Journal") -> None:
            journal.checklists.save(base, now())

        self._session.write(self, Change(CHECKLIST.name, base.id), work, lambda _: self.shelf.refresh())

    def _bring_back(self, id: str) -> None:
        def work(journal: "Journal") -> None:
            journal.checklists.restore(id, now())

        def is_back(_: None) -> None:
            self.show(id)
            self.shelf.refresh()

        self._session.write(self, Change(CHECKLIST.name, id), work, is_back)
