"""Draft: one reflection while it is written. It saves itself, and notices when it is changed elsewhere."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, QTimeZone, Signal

from app.reflections import rules
from app.reflections.model import Commitment, Content, Reflection
from ui import clock
from ui.outbox import Outbox
from ui.session import REFLECTION, Change, Session, now
from ui.tasks import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.session import Journal


class Draft(QObject):
    """The reflection in hand. What is typed goes in by `edit` and `plan`; nothing is saved of one without a word."""

    replaced = Signal()  # another reflection is in hand, or a newer state of it: fields fill themselves anew
    edited = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outbox: Outbox[str, Reflection] = Outbox(self._save, self)
        self.autosave = self._outbox.autosave
        self._is_kept = False
        self.reflection = blank(clock.today())
        session.changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Whether everything typed is on the disk."""
        return self.autosave.is_settled

    @property
    def is_kept(self) -> bool:
        """Whether the journal has it."""
        return self._is_kept

    @property
    def commitment(self) -> Commitment | None:
        """The plan made in this sitting, if there is one."""
        return next(iter(self.reflection.commitments), None)

    def begin(self, day: date, **content: Any) -> None:
        """Takes a new one in hand, for `day`."""
        self._take(blank(day, **content), is_kept=False)

    def load(self, reflection: Reflection) -> None:
        """Takes one in hand that the journal has."""
        self._take(reflection, is_kept=True)

    def edit(self, **changes: Any) -> None:
        """Changes what is written."""
        content = replace(self.reflection.content, **changes)
        if content != self.reflection.content:
            self._change(replace(self.reflection, content=content))

    def plan(self, *, when: str, will: str, person: str | None, asked: bool = True) -> None:
        """Changes the plan; without a word in it there is none."""
        rest = self.reflection.commitments[1:]
        if not when.strip() and not will.strip():
            self._change(replace(self.reflection, commitments=rest))
            return
        old = self.commitment or Commitment(id=uuid4().hex, when="", will="")
        new = replace(old, when=when, will=will, person=person, asked=asked)
        if new != self.commitment:
            self._change(replace(self.reflection, commitments=(new, *rest)))

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self._outbox.flush()

    def _take(self, reflection: Reflection, *, is_kept: bool) -> None:
        self._outbox.begin_anew()
        self.reflection, self._is_kept = self._outbox.waiting.get(reflection.id, reflection), is_kept
        self.replaced.emit()

    def _change(self, reflection: Reflection) -> None:
        self.reflection = reflection
        self.edited.emit()
        if self._is_kept or not rules.is_empty(reflection):
            self._outbox.put(reflection.id, reflection)
        else:
            self._outbox.withdraw(reflection.id)

    def _save(self, given: "Mapping[str, Reflection]", done: "Callable[[], None]", failed: Failed) -> None:
        self._is_kept = self._is_kept or self.reflection.id in given

        def work(journal: "Journal") -> None:
            for each in given.values():
                journal.reflections.save(each, now())

        changed = next(iter(given)) if len(given) == 1 else None
        self._session.write(self, Change(REFLECTION, changed), work, lambda _: done(), failed)

    def _on_changed(self, change: Change, origin: QObject) -> None:
        if origin is self or not self._is_kept or change.kind != REFLECTION:
            return
        if change.id in (None, self.reflection.id):
            id = self.reflection.id
            self._session.read(self, lambda journal: journal.reflections.get(id), self._on_read, self._on_gone)

    def _on_read(self, found: Reflection) -> None:
        if found.id != self.reflection.id or not self.is_settled:
            return
        if found.deleted_at is not None:
            self.begin(found.content.date)
        elif (found.content, found.commitments) != (self.reflection.content, self.reflection.commitments):
            self._take(found, is_kept=True)

    def _on_gone(self, _: Exception) -> None:
        self.begin(self.reflection.content.date)


def blank(day: date, **content: Any) -> Reflection:
    """A new reflection for that day; one for today knows the time, another day is not pretended to have had one."""
    clock = datetime.now()  # noqa: DTZ005  the clock on the wall
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() or None
    time = clock.strftime("%H:%M") if day == clock.date() else None
    made = Content(date=day, time=time, zone=zone if time else None, **content)
    return Reflection(id=uuid4().hex, content=made, created_at=now(), updated_at=now())
