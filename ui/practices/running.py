"""The run in hand: its steps ticked or left out, who does it, and when it is finished."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.practices import rules
from app.practices.model import Checklist, Mark, Run, Step
from app.practices.record import RUN
from app.translation import tr
from ui.practices.draft import Draft
from ui.practices.shelf import Shelf
from ui.session import Change, Session, now

if TYPE_CHECKING:
    from ui.session import Journal


class RunPresenter(QObject):
    """Every mark is kept at once. A run that nothing was done in is not kept."""

    changed = Signal()
    left = Signal()  # back to the checklist
    said = Signal(str, object)  # something done, and how to undo it

    def __init__(self, session: Session, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._shelf = session, shelf
        self.draft = Draft(session, RUN.name, _keep, self)
        self.draft.edited.connect(self.changed)
        self.draft.kept.connect(lambda _: shelf.refresh())

    @property
    def run(self) -> Run | None:
        """The one in hand."""
        in_hand: Run | None = self.draft.record
        return in_hand

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of its version; as many without words as it has marks where that version is not there."""
        run = self.run
        checklist = self._shelf.checklist(run.checklist) if run is not None else None
        if run is None or checklist is None:
            return ()
        return rules.steps_of(checklist, run.version) or tuple(Step(text="") for _ in run.marks)

    def go_on(self, checklist: Checklist) -> None:
        """Takes the one that is not finished in hand, or a new one of the newest version."""
        going_on = rules.unfinished(self._shelf.runs_of(checklist.id))
        self.look_at(going_on or _new(checklist, self._shelf))

    def look_at(self, run: Run) -> None:
        """Takes this one in hand."""
        self.draft.take(run)
        self.changed.emit()

    def mark(self, at: int, mark: Mark) -> None:
        """Marks a step, or takes that mark away."""
        if self.run is not None:
            self.draft.edit(marks=rules.marked(self.run, len(self.steps), at, mark).marks)
            self.draft.flush()

    def do_by(self, person: str | None) -> None:
        """Says who does it."""
        self.draft.edit(by=person)
        self.draft.flush()

    def note(self, words: str) -> None:
        """A line about it, as it is typed."""
        self.draft.edit(note=words)

    def finish(self) -> None:
        """It is over, whatever is left; with a way back."""
        run = self.run
        if run is None:
            return
        self.draft.edit(finished_on=self._shelf.today)
        self.finish_looking()
        self.left.emit()
        self.said.emit(tr("The run is finished"), lambda: self._change(run.id, finished_on=None))

    def open_again(self) -> None:
        """It goes on after all."""
        self.draft.edit(finished_on=None)
        self.draft.flush()

    def leave(self) -> None:
        """Back to the checklist; everything is kept."""
        self.finish_looking()
        self.left.emit()

    def finish_looking(self) -> None:
        """Saves, and lets go of it."""
        if self.run is not None:
            self.draft.take(None)
            self._shelf.refresh()

    def put_away(self) -> None:
        """Moves it to the trash, with a way back."""
        run = self.run
        self.leave()
        if run is None or (self._shelf.run(run.id) is None and run == _new_like(run)):
            return

        def work(journal: "Journal") -> None:
            if run.id in journal.runs.ids():  # a new one may never have been kept
                journal.runs.delete(run.id, now())

        def is_away(_: None) -> None:
            self._shelf.refresh()
            self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(run.id))

        self._session.write(self, Change(RUN.name, run.id), work, is_away)

    def _bring_back(self, id: str) -> None:
        def work(journal: "Journal") -> None:
            journal.runs.restore(id, now())

        self._session.write(self, Change(RUN.name, id), work, lambda _: self._shelf.refresh())

    def _change(self, id: str, **changes: Any) -> None:
        def work(journal: "Journal") -> None:
            journal.runs.save(replace(journal.runs.get(id), **changes), now())

        self._session.write(self, Change(RUN.name, id), work, lambda _: self._shelf.refresh())


def _new(checklist: Checklist, shelf: Shelf) -> Run:
    instant, number = now(), len(checklist.versions)
    return Run(
        id=uuid4().hex,
        date=shelf.today,
        checklist=checklist.id,
        version=number,
        marks=tuple(Mark.NOT_YET for _ in rules.steps_of(checklist)),
        created_at=instant,
        updated_at=instant,
    )


def _new_like(run: Run) -> Run:
    """The same before anything was done in it."""
    marks = tuple(Mark.NOT_YET for _ in run.marks)
    return replace(run, by=None, marks=marks, finished_on=None, note="")


def _keep(journal: "Journal", run: Run) -> Run:
    return journal.runs.save(run, now())
