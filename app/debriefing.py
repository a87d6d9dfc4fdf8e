"""A debrief is closed: each change that came out of it is really made where it belongs. Asked across features."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app import limits
from app.delegation.lasting import Decided
from app.delegation.model import Change, ChangeKind, Debrief, Delegation, Lasted
from app.delegation.work import work_key
from app.people import rules as people
from app.people.model import Authority, Level
from app.practices import rules as practices
from app.practices.model import Checklist, Practice, Step
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Records


def close(journal: "Records", given: Debrief, level: Authority | None, today: date, now: datetime) -> Debrief:
    """Closes the debrief, and makes each of its changes that has words, once. The debrief as it is kept then.

    A change of a checklist or a practice is made in the one that `about` names, or in a new one; one of an agreement
    in a new version of it, and one of the level in what is said of this kind of work from today on, with `level`. What
    would need a person that is not named, or a level that was not said, stays in the debrief alone.
    """
    if given.closed_on is not None:
        return given
    of = journal.delegations.get(given.delegation)
    made = tuple(_made(journal, of, each, level, today, now) for each in given.changes)
    return journal.debriefs.save(replace(given, changes=made, closed_on=today), now)


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


def _made(
    journal: "Records", of: Delegation, given: Change, level: Authority | None, today: date, now: datetime
) -> Change:
    if not given.text.strip() and given.what is not ChangeKind.LEVEL:
        return given
    match given.what:
        case ChangeKind.CHECKLIST:
            about: str | None = _in_checklist(journal, of, given, today, now)
        case ChangeKind.PRACTICE:
            about = _in_practice(journal, given, today, now)
        case ChangeKind.AGREEMENT:
            about = _in_agreement(journal, of, given, today, now)
        case ChangeKind.LEVEL:
            about = _in_level(journal, of, given, level, today, now)
    return replace(given, about=about)


def _in_checklist(journal: "Records", of: Delegation, given: Change, today: date, now: datetime) -> str:
    """A step more, as a new version with its reason. Where it is full, what is new joins the last step."""
    found = journal.checklists.where(id=given.about) if given.about is not None else []
    name = one_line(of.work) or one_line(of.title)
    kept = found[0] if found else Checklist(**_new(today, now), name=name)
    steps = practices.steps_of(kept)
    if len(steps) < limits.STEPS:
        steps = (*steps, Step(text=given.text))
    else:
        joined = tr("{step}; {new}").format(step=steps[-1].text, new=given.text)[: limits.LINE]
        steps = (*steps[:-1], replace(steps[-1], text=joined))
    reason = tr("After the debrief of {title}").format(title=one_line(of.title) or name)[: limits.LINE]
    used = any(each.version == len(kept.versions) for each in journal.runs.where(checklist=kept.id))
    return journal.checklists.save(practices.with_steps(kept, steps, reason, today, is_used=used), now).id


def _in_practice(journal: "Records", given: Change, today: date, now: datetime) -> str:
    """The line about it, in the place of the one before; or a new practice of that name."""
    found = journal.practices.where(id=given.about) if given.about is not None else []
    if found:
        return journal.practices.save(replace(found[0], decision_note=given.text), now).id
    return journal.practices.save(Practice(**_new(today, now), name=given.text[: limits.NAME]), now).id


def _in_agreement(journal: "Records", of: Delegation, given: Change, today: date, now: datetime) -> str | None:
    """One promise of the owner's more, as a new version."""
    if of.person is None:
        return None
    in_force = next(iter(journal.agreements.where(person=of.person)), None)
    id = uuid4().hex
    version = (
        people.next_version(in_force, today, id, now)
        if in_force is not None
        else people.first_version(of.person, today, id, now)
    )
    mine = (*version.mine, given.text)[-limits.PROMISES :]
    return journal.agreements.save(replace(version, mine=mine), now).id


def _in_level(
    journal: "Records", of: Delegation, given: Change, level: Authority | None, today: date, now: datetime
) -> str | None:
    """What is theirs to decide from today on."""
    if of.person is None or not work_key(of.work) or level is None:
        return None
    last = level_now(journal, of)
    if last is None:
        said = Level(**_new(today, now), person=of.person, work=of.work, authority=level, note=given.text)
    elif last.date == today:
        said = replace(last, authority=level, note=given.text)
    else:
        said = Level(**_new(today, now), person=of.person, work=last.work, authority=level, note=given.text)
    return journal.levels.save(said, now).id


def _new(today: date, now: datetime) -> dict[str, Any]:
    return {"id": uuid4().hex, "date": today, "created_at": now, "updated_at": now}
