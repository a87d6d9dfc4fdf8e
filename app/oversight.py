"""A practice that is changed, and what has to be talked about because of it: asked across features."""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from app.errors import NoSuchRecord
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.practices import rules
from app.practices.model import Decision, Practice
from app.practices.wording import topic_text

if TYPE_CHECKING:
    from app.journal import Records


class Kept(NamedTuple):
    """A practice as it is kept, and the topics that were raised because of what has changed in it."""

    practice: Practice
    raised: tuple[Topic, ...]


def keep_practice(journal: "Records", given: Practice, today: date, now: datetime) -> Kept:
    """Saves it, and raises what is to be talked about at the next one-on-one, once with each person.

    Once means: not while a topic about this practice is open with them. Who has left has no next one-on-one.
    """
    try:
        before = journal.practices.get(given.id)
    except NoSuchRecord:
        before = None
    kept = journal.practices.save(given, now)
    wanted = rules.to_talk_with(before, kept)
    if not wanted:
        return Kept(kept, ())
    left = {each.name for each in journal.people.everyone() if each.archived_on is not None}
    people = [each for each in wanted if each not in left and not _is_open(journal, kept, each)]
    return Kept(kept, tuple(journal.topics.save(_topic(kept, each, today, now), now) for each in people))


def _is_open(journal: "Records", practice: Practice, person: str) -> bool:
    return bool(journal.topics.where(about=practice.id, person=person, closed_on=None))


def _topic(practice: Practice, person: str, today: date, now: datetime) -> Topic:
    decision = practice.decision if practice.decision in (Decision.LOOSEN, Decision.EXPLAIN) else None
    return Topic(
        id=uuid4().hex,
        date=today,
        person=person,
        raised_by=Side.ME,
        text=topic_text(practice.name, decision),
        about=practice.id,
        created_at=now,
        updated_at=now,
    )
