"""A debrief is closed: each change that came out of it is really made where it belongs. Asked across features."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from app import limits
from app.delegation.lasting import Decided
from app.delegation.model import Change, ChangeKind, Debrief, Delegation, Lasted
from app.delegation.work import work_key
from app.people import rules as people
from app.people.model import Authority, Level
from app.people.record import AGREEMENT, LEVEL
from app.practices import rules as practices
from app.practices.model import Checklist, Practice, Step
from app.practices.record import CHECKLIST, PRACTICE
from app.records.entry import Entry
from app.titles import one_line
from app.translation import tr
from app.undoing import Made, Making, take_back

if TYPE_CHECKING:
    from app.journal import Records


class Closed(NamedTuple):
    """A debrief as it is kept since it was closed, how it was before, if it was kept at all, and what it made."""

    debrief: Debrief
    before: Debrief | None
    made: tuple[Made, ...] = ()


def close(journal: "Records", given: Debrief, level: Authority | None, today: date, now: datetime) -> Closed:
    """Closes the debrief, and makes each of its changes that has words, once.

    A change of a checklist or a practice is made in the one that `about` names, or in a new one; one of an agreement
    in a new version of it, and one of the level in what is said of this kind of work from today on, with `level`. What
    would need a person that is not named, or a level that was not said, stays in the debrief alone.
    """
    if given.closed_on is not None:
        return Closed(given, given)
    changing = _Changing(journal, journal.delegations.get(given.delegation), today, now)
    changes = tuple(changing.made(each, level) for each in given.changes)
    before = _kept(journal, given)
    closed = journal.debriefs.save(replace(given, changes=changes, closed_on=today), now)
    return Closed(closed, before, tuple(changing.making.made))


def reopen(journal: "Records", closed: Closed, now: datetime) -> tuple[Made, ...]:
    """As if it had not been closed: the debrief is open, and what it made is not. What was changed by hand since stays
    as it is; which that is.
    """
    left = take_back(journal, closed.made)
    kept = _kept(journal, closed.debrief)
    if kept is None or kept.closed_on is None:  # it is in the trash, or open again
        return left
    if kept != closed.debrief:  # more was said in it
        changes = closed.before.changes if closed.before is not None else kept.changes
        journal.debriefs.save(replace(kept, closed_on=None, changes=changes), now)
    elif closed.before is None:
        journal.debriefs.discard(kept.id)
    else:
        journal.debriefs.save(closed.before, closed.before.updated_at)
    return left


def raise_level(journal: "Records", of: Delegation, to: Authority, today: date, now: datetime) -> tuple[Made, ...]:
    """From today on this much of this kind of work is theirs to decide; `take_back` takes it back."""
    changing = _Changing(journal, of, today, now)
    changing.in_level("", to)
    return tuple(changing.making.made)


def answer(journal: "Records", asked: Decided, lasted: Lasted | None, today: date, now: datetime) -> Debrief:
    """Whether a change of an earlier debrief held, as was found today; None takes the answer back."""
    kept = journal.debriefs.get(asked.debrief.id)
    changed = replace(kept.changes[asked.at], lasted=lasted, asked_on=None if lasted is None else today)
    changes = (*kept.changes[: asked.at], changed, *kept.changes[asked.at + 1 :])
    return journal.debriefs.save(replace(kept, changes=changes), now)


def level_now(journal: "Records", of: Delegation) -> Level | None:
    """What was last said of how much of this kind of work is theirs."""
    if of.person is None or not work_key(of.work):
        return None
    said = (each for each in journal.levels.where(person=of.person) if work_key(each.work) == work_key(of.work))
    return next(said, None)


def _kept(journal: "Records", given: Debrief) -> Debrief | None:
    return next(iter(journal.debriefs.where(id=given.id)), None)


class _Changing:
    """Makes what came out of the debrief of one delegation."""

    def __init__(self, journal: "Records", of: Delegation, today: date, now: datetime) -> None:
        self._journal, self._of, self._today, self._now = journal, of, today, now
        self.making = Making(journal, now)

    def made(self, given: Change, level: Authority | None) -> Change:
        """The change, with where it was made."""
        if not given.text.strip() and given.what is not ChangeKind.LEVEL:
            return given
        match given.what:
            case ChangeKind.CHECKLIST:
                about: str | None = self._in_checklist(given)
            case ChangeKind.PRACTICE:
                about = self._in_practice(given)
            case ChangeKind.AGREEMENT:
                about = self._in_agreement(given)
            case ChangeKind.LEVEL:
                about = self.in_level(given.text, level)
        return replace(given, about=about)

    def in_level(self, note: str, level: Authority | None) -> str | None:
        """What is theirs to decide from today on."""
        of = self._of
        if of.person is None or not work_key(of.work) or level is None:
            return None
        last = level_now(self._journal, of)
        if last is not None and last.date == self._today:
            said = replace(last, authority=level, note=note)
        else:
            work = last.work if last is not None else of.work
            said = Level(**self._new(), person=of.person, work=work, authority=level, note=note)
        return self._save(LEVEL.name, said)

    def _in_checklist(self, given: Change) -> str:
        """A step more, as a new version with its reason. Where it is full, what is new joins the last step."""
        found = self._journal.checklists.where(id=given.about) if given.about is not None else []
        name = one_line(self._of.work) or one_line(self._of.title)
        kept = found[0] if found else Checklist(**self._new(), name=name)
        steps = practices.steps_of(kept)
        if len(steps) < limits.STEPS:
            steps = (*steps, Step(text=given.text))
        else:
            joined = tr("{step}; {new}").format(step=steps[-1].text, new=given.text)[: limits.LINE]
            steps = (*steps[:-1], replace(steps[-1], text=joined))
        reason = tr("After the debrief of {title}").format(title=one_line(self._of.title) or name)[: limits.LINE]
        used = any(each.version == len(kept.versions) for each in self._journal.runs.where(checklist=kept.id))
        return self._save(CHECKLIST.name, practices.with_steps(kept, steps, reason, self._today, is_used=used))

    def _in_practice(self, given: Change) -> str:
        """The line about it, in the place of the one before; or a new practice of that name."""
        found = self._journal.practices.where(id=given.about) if given.about is not None else []
        if found:
            return self._save(PRACTICE.name, replace(found[0], decision_note=given.text))
        return self._save(PRACTICE.name, Practice(**self._new(), name=given.text[: limits.NAME]))

    def _in_agreement(self, given: Change) -> str | None:
        """One promise of the owner's more, as a new version."""
        person = self._of.person
        if person is None:
            return None
        in_force = next(iter(self._journal.agreements.where(person=person)), None)
        id = uuid4().hex
        version = (
            people.next_version(in_force, self._today, id, self._now)
            if in_force is not None
            else people.first_version(person, self._today, id, self._now)
        )
        mine = (*version.mine, given.text)[-limits.PROMISES :]
        return self._save(AGREEMENT.name, replace(version, mine=mine))

    def _save(self, kind: str, given: Entry) -> str:
        return self.making.save(kind, given).id

    def _new(self) -> dict[str, Any]:
        return {"id": uuid4().hex, "date": self._today, "created_at": self._now, "updated_at": self._now}
