"""What the last two debriefs of a kind of work suggest, and what there is of it already. Asked across features."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from app.delegation.authority import ladders
from app.delegation.history import History, history
from app.delegation.model import Delegation
from app.delegation.suggesting import Suggestion, suggestions
from app.delegation.work import practised, work_key
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.practices.model import Checklist
from app.titles import one_line
from app.translation import tr

if TYPE_CHECKING:
    from app.journal import Records

_TWO = 2


class Advice(NamedTuple):
    """A suggestion; the topic that is open because of it, and the checklist of this kind of work, if there are any."""

    suggestion: Suggestion
    topic: Topic | None = None
    checklist: Checklist | None = None

    @property
    def of(self) -> Delegation:
        """The later of the two that it comes from."""
        return self.suggestion.histories[-1].delegation

    @property
    def debriefs(self) -> tuple[str, ...]:
        """The ids of the two debriefs behind it."""
        talks = (each.talked_through for each in self.suggestion.histories)
        return tuple(each.id for each in talks if each is not None)

    @property
    def key(self) -> str:
        """By what it is put off: it is another one with a further debrief."""
        return "-".join(self.debriefs)


def advice(journal: "Records", of: Delegation, outlines: Iterable[History]) -> Advice | None:
    """What is suggested for this kind of work with this person, unless it was put off; `outlines` are of all work."""
    alike = practised(of)
    if alike.alone:
        return None
    same = (each for each in outlines if practised(each.delegation) == alike)
    talks = sorted(
        (talk.closed_on or date.min, talk.id, talk.delegation)
        for talk in (each.talked_through for each in same)
        if talk is not None
    )
    if len(talks) < _TWO:
        return None
    known = [_whole(journal, id) for _, _, id in talks[-_TWO:]]
    with_them = journal.delegations.where(person=alike.person)
    found = suggestions(known, ladders(journal.levels.where(person=alike.person), with_them))
    if not found:
        return None
    given = Advice(found[0])
    if given.key in journal.preferences.get().suggestions_put_off:
        return None
    return given._replace(topic=_open_topic(journal, given), checklist=_checklist(journal, given))


def raise_topic(journal: "Records", given: Advice, today: date, now: datetime) -> Topic:
    """Something to talk about at the next one-on-one: what would help with this work."""
    of = given.of
    made = Topic(
        **_new(today, now),
        person=of.person or "",
        raised_by=Side.ME,
        text=tr("{work}: what would help?").format(work=one_line(of.work)),
        about=given.debriefs[-1],
    )
    return journal.topics.save(made, now)


def make_checklist(journal: "Records", given: Advice, today: date, now: datetime) -> Checklist:
    """One without steps yet, called as the kind of work is."""
    return journal.checklists.save(Checklist(**_new(today, now), name=one_line(given.of.work)), now)


def _whole(journal: "Records", id: str) -> History:
    of = journal.delegations.get(id)
    return history(of, journal.touches.where(delegation=id), journal.debriefs.where(delegation=id))


def _open_topic(journal: "Records", given: Advice) -> Topic | None:
    return next(iter(journal.topics.where(about=given.debriefs[-1], person=given.of.person, closed_on=None)), None)


def _checklist(journal: "Records", given: Advice) -> Checklist | None:
    """The one that the last of them was done by, or that is called as the kind of work is."""
    for each in reversed(given.suggestion.histories):
        if (id := each.delegation.brief.checklist) and (found := journal.checklists.where(id=id)):
            return found[0]
    every = journal.checklists.where()
    return next((each for each in every if work_key(each.name) == work_key(given.of.work)), None)


def _new(today: date, now: datetime) -> dict[str, Any]:
    return {"id": uuid4().hex, "date": today, "created_at": now, "updated_at": now}
