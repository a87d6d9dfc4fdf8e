"""What is done to a piece of work, each with a way back: logging a touch, moving it, putting away, handing over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.delegation.model import Delegation, HeldTask, Instead, Legitimate, Touch, TouchKind
from app.translation import tr
from ui.clock import today
from ui.delegation.presenter import DelegationPresenter
from ui.session import now


class Deeds(QObject):
    """Does them to what the presenter has chosen."""

    said = Signal(str, object)  # something done, and how to undo it
    logged = Signal(str)  # the id of a touch, which is shown with a way back
    draft_made = Signal(str)  # the id of a delegation that is to be handed over

    def __init__(self, presenter: DelegationPresenter) -> None:
        super().__init__(presenter)
        self._at = presenter

    # Touches

    def log(
        self,
        what: TouchKind,
        *,
        on: date | None = None,
        note: str = "",
        reason: Legitimate | None = None,
        instead: Instead | None = None,
    ) -> Touch | None:
        """It happened, today unless another day is said."""
        told = self._at.history
        if told is None:
            return None
        instant = now()
        made = Touch(
            id=uuid4().hex,
            date=on or today(),
            delegation=told.delegation.id,
            what=what,
            note=note.strip(),
            reason=reason,
            instead=instead,
            created_at=instant,
            updated_at=instant,
        )
        self._put(made)
        self.logged.emit(made.id)
        return made

    def touch(self, id: str) -> Touch | None:
        """The touch with this id, as it is by now."""
        told = self._at.history
        return next((each for each in told.touches if each.id == id), None) if told else None

    def first_day(self) -> date:
        """When it was handed over."""
        told = self._at.history
        return (told.delegation.handed_over_on if told else None) or date.min

    def change_touch(self, id: str, **fields: Any) -> None:
        """Its line and its minutes, as they are typed."""
        if (given := self.touch(id)) is not None:
            self._put(replace(given, **fields), at_once=False)

    def move_touch(self, id: str, on: date) -> None:
        """It happened on another day."""
        given = self.touch(id)
        if given is None or given.date == on:
            return
        self._put(replace(given, date=on))
        self._say(tr("Moved to another day"), lambda: self._move_back(id, given.date))

    def remove_touch(self, id: str) -> None:
        """Moves it to the trash."""
        if (given := self.touch(id)) is not None:
            self._put(given, is_away=True)
            self._say(tr("Moved to the trash"), lambda: self._put(given))

    # What the owner still does

    def keep_work(self) -> HeldTask:
        """Work that the owner still does, about to be named."""
        instant = now()
        made = HeldTask(id=uuid4().hex, date=today(), title="", created_at=instant, updated_at=instant)
        self._at.new = made
        self._at.choose(made.id)
        return made

    def change_held(self, **fields: Any) -> None:
        """Its fields, as they are typed."""
        given = self._at.held_task
        if given is None:
            return
        newest = replace(given, **fields)
        if self._at.new is not None and self._at.new.id == given.id and _is_blank(newest):
            self._at.new = newest
        else:
            self._at.new = None
            self._put(newest, at_once=False)

    def hand_over(self) -> None:
        """Begins a draft with what is known of the held task; the two belong together from now on."""
        given = self._at.held_task
        if given is None:
            return
        if given.delegation is not None and any(
            each.delegation.id == given.delegation for each in self._at.shelf.outlines
        ):
            self.draft_made.emit(given.delegation)
            return
        instant = now()
        draft = Delegation(
            id=uuid4().hex,
            date=today(),
            title=given.title,
            person=given.person,
            work=given.work,
            created_at=instant,
            updated_at=instant,
        )
        self._at.kept.put(draft, at_once=False)
        self._put(replace(given, delegation=draft.id))
        self.draft_made.emit(draft.id)

    def put_away(self) -> None:
        """Moves the chosen one to the trash, whatever it is."""
        told = self._at.history
        given = self._at.held_task or (told.delegation if told else None)
        if given is None:
            return
        is_new = self._at.new is not None and self._at.new.id == given.id
        self._at.leave()
        self._at.new = None
        if not is_new:
            self._put(given, is_away=True)
        self._at.ask()
        if not is_new:
            self._say(tr("Moved to the trash"), lambda: self._bring_back(given))

    def _bring_back(self, given: HeldTask | Delegation) -> None:
        self._put(given)
        self._at.want(given.id)

    def _move_back(self, id: str, on: date) -> None:
        if (given := self.touch(id)) is not None:
            self._put(replace(given, date=on))

    def _say(self, words: str, undo: Callable[[], object]) -> None:
        self.said.emit(words, undo)

    def _put(self, record: Touch | HeldTask | Delegation, *, is_away: bool = False, at_once: bool = True) -> None:
        self._at.kept.put(record, is_away=is_away, at_once=at_once)
        self._at.changed.emit()


def _is_blank(given: HeldTask) -> bool:
    return not (given.title + given.work + given.why).strip()
