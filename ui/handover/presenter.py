"""Which hand-over is in hand, which of its steps is open, and the day on which it goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.delegation.amending import amended
from app.delegation.model import Delegation, HeldTask
from app.delegation.note import HandOverNote, note
from app.translation import tr
from ui.clock import today
from ui.handover.keeping import Keeping, is_blank
from ui.handover.material import Material, read
from ui.handover.steps import Step, first_unsaid
from ui.reference import Reference
from ui.session import Session, now


class HandOverPresenter(QObject):
    """A new one is kept from its first change on, whichever is in hand by then."""

    taken = Signal()  # another one is in hand, or it was changed elsewhere: fields fill themselves
    edited = Signal()
    turned = Signal()  # another step is open
    loaded = Signal()  # the journal has answered
    said = Signal(str, object)  # something done, and how to undo it
    person_wanted = Signal()  # nobody is named yet who could get it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.keeping = Keeping(session, self)
        self.material = Material()
        self.delegation = _blank()
        self.step: Step | None = Step.DONE
        self.is_loaded = False
        self.was_just_handed = False
        self._held: str | None = None
        self._meant: Reference | None = None  # until the journal has answered: to be taken in hand
        self._number = 0  # of the newest question: an older answer is dropped

    @property
    def is_awaiting(self) -> bool:
        """Whether what is to be taken in hand is not here yet."""
        return self._meant is not None or not self.is_loaded

    @property
    def is_handed_over(self) -> bool:
        """Whether what is in hand is with somebody else already."""
        return self.delegation.handed_over_on is not None

    @property
    def is_amending(self) -> bool:
        """Whether the brief of something that is with somebody already is being changed."""
        return self.is_handed_over and not self.was_just_handed

    @property
    def steps(self) -> Sequence[Step]:
        """Those that there are. What was feared is written before handing over, and not after."""
        return [each for each in Step if not self.is_amending or each is not Step.FEAR]

    @property
    def is_begun(self) -> bool:
        """Whether anything was said in it."""
        return not is_blank(self.delegation)

    def others(self) -> Sequence[Delegation]:
        """The other drafts."""
        return [each for each in self.material.drafts if each.id != self.delegation.id]

    def note(self) -> HandOverNote:
        """What the one who gets it is told."""
        at, brief = self.delegation, self.delegation.brief
        checklist = self.material.checklist(brief.checklist)
        day = at.handed_over_on or today()
        return note(at.title, at.person, self._session.preferences.signs_as, day, brief, checklist)

    def look(self) -> None:
        """Asks again for what was done elsewhere, and for what is meant where that is not here yet."""
        if self._meant is not None:
            self.open(self._meant)
        else:
            self._read(self.delegation.id, self._show_anew)

    def open(self, reference: Reference) -> None:
        """Takes in hand what is meant: a draft, what is handed over, a held task (for whom, if that is said, too), or
        what is known of a new one.
        """
        if reference.id is not None:
            self._meant = reference
            self._read(reference.id, lambda found: self._arrive(found, reference.person))
        else:
            self.begin(person=reference.person, work=reference.work or "")
            self.look()

    def begin(self, title: str = "", person: str | None = None, work: str = "", held: HeldTask | None = None) -> None:
        """Takes a new one in hand."""
        self._take(_blank(title=title, person=person, work=work), held.id if held is not None else None)

    def take(self, given: Delegation) -> None:
        """Goes on with another draft."""
        self._take(given, None)

    def edit(self, **changes: Any) -> None:
        """Changes fields of it."""
        before, self.delegation = self.delegation, replace(self.delegation, **changes)
        if self.delegation != before:
            self.keeping.put(before, changes, self._held)
            self.edited.emit()

    def edit_brief(self, **changes: Any) -> None:
        """Changes fields of the brief."""
        made = amended(self.delegation, replace(self.delegation.brief, **changes), today())
        self.edit(brief=made.brief, earlier=made.earlier)

    def turn(self, step: Step | None) -> None:
        """Opens this step and closes the one before; None closes it only."""
        if step is not self.step:
            self.step = step
            self.turned.emit()

    def go_on(self) -> None:
        """To the next step; after the last, all are closed."""
        after = Step.DONE if self.step is None else self.step + 1
        self.turn(Step(after) if after in self.steps else None)

    def hand_over(self) -> None:
        """From today on it is theirs. Without anybody named it is asked for whom."""
        before = self.delegation
        if before.person is None:
            self.person_wanted.emit()
            return
        self.was_just_handed = True
        self.edit(handed_over_on=today(), date=today())
        self.keeping.flush()
        self.turn(None)
        self.taken.emit()
        said = tr("Handed over to {person}").format(person=before.person)
        self.said.emit(said, lambda: self._take_back(before))

    def put_away(self) -> None:
        """Moves the draft to the trash, and begins anew."""
        given, held = self.delegation, self._held
        if not self.is_begun or self.is_handed_over:
            return
        if not self.keeping.is_waiting(given.id) and self.material.draft(given.id) is None:
            self.keeping.put(given, {}, held)  # what was only filled in beforehand is no record yet
        self.keeping.flush()
        self.begin()

        def is_away() -> None:
            self.said.emit(tr("Moved to the trash"), lambda: self._bring_back(given, held))
            self.look()

        self.keeping.put_away(given.id, is_away)

    def flush(self) -> None:
        """Saves now what is not saved yet."""
        self.keeping.flush()

    def _take_back(self, before: Delegation) -> None:
        self.keeping.undo(before, lambda: self.open(Reference("", before.id)))

    def _bring_back(self, given: Delegation, held: str | None) -> None:
        self.keeping.bring_back(given.id, held, lambda: self.open(Reference("", given.id)))

    def _read(self, id: str | None, done: Any) -> None:
        self._number += 1
        number = self._number

        def show(found: Material) -> None:
            if number == self._number:
                self.material, self.is_loaded = found, True
                done(found)
                self.loaded.emit()

        self._session.read(self, lambda journal: read(journal, id), show)

    def _show_anew(self, found: Material) -> None:
        meant, given = found.meant, self.delegation
        if not isinstance(meant, Delegation) or meant.id != given.id or self.keeping.is_waiting(given.id):
            return
        if replace(meant, updated_at=given.updated_at, created_at=given.created_at) != given:
            self.delegation = meant
            self.taken.emit()

    def _arrive(self, found: Material, person: str | None) -> None:
        meant, self._meant = found.meant, None
        if isinstance(meant, Delegation):
            self._take(meant, None)
        elif isinstance(meant, HeldTask):
            self._begin_with(meant, found.draft(meant.delegation), person or meant.person)
        else:
            self.said.emit(tr("This is not in the journal any more."), None)

    def _begin_with(self, held: HeldTask, draft: Delegation | None, person: str | None) -> None:
        """Goes on with its draft; where that is for somebody else, with a new one, and the task stays where it is."""
        if draft is None:
            self.begin(held.title, person, held.work, held)
        elif draft.person in (person, None):
            self._take(draft, held.id)
            self.edit(person=person)
        else:
            self.begin(held.title, person, held.work)

    def _take(self, given: Delegation, held: str | None) -> None:
        self._meant = None
        self.keeping.begin_anew()
        is_another = given.id != self.delegation.id or self.is_handed_over
        self.delegation, self._held, self.was_just_handed = given, held, False
        if is_another:
            self.step = first_unsaid(given, today())
        if self.step not in self.steps:
            self.step = None
        self.taken.emit()
        self.turned.emit()


def _blank(**known: Any) -> Delegation:
    instant = now()
    given = {"id": uuid4().hex, "date": today(), "created_at": instant, "updated_at": instant, "title": ""}
    return Delegation(**{**given, **known})
