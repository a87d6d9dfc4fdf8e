"""What there is between the owner and one person, asked across features: the next meeting, and what is open."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.errors import NoSuchRecord
from app.one_on_ones import rules
from app.one_on_ones.model import FollowUp, OneOnOne, Topic
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Agreement, Feedback, Person
from app.titles import one_line

if TYPE_CHECKING:
    from app.journal import Records


@dataclass(frozen=True, slots=True)
class Source:
    """The record that a topic came from: its kind, its day, and its name where it has one."""

    kind: str
    id: str
    on: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """All that one-on-ones with one person are about, newest first. `sources` are those of topics, by their ids."""

    person: Person
    one_on_ones: tuple[OneOnOne, ...] = ()
    topics: tuple[Topic, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    agreement: Agreement | None = None
    sources: Mapping[str, Source]

    def items(self, on: date, today: date, meeting: str | None = None) -> list[Item]:
        """What stands on the agenda of that day, in the meeting with that id."""
        return rules.agenda(self.topics, self.follow_ups, self.agreement, self.one_on_ones, on, today, meeting)

    def next_meeting(self, today: date) -> Meeting | None:
        """The next one-on-one, today's included."""
        return rules.next_meeting(self.person.rhythm, self.one_on_ones, today)

    def unanswered(self, today: date) -> list[Meeting]:
        """Those of which nobody said whether they took place, latest first."""
        return rules.unanswered(self.person.rhythm, self.one_on_ones, today)


def has_one_on_one(journal: "Records", day: date) -> bool:
    """Whether somebody's rhythm has one on that day."""
    rhythms = [each.rhythm for each in journal.people.everyone() if each.archived_on is None]
    return any(each is not None and next(rules.days_of(each, day), None) == day for each in rhythms)


def between(journal: "Records", id: str) -> Between:
    """All about the person with this id, or whom the one-on-one, topic or follow-up with it is about.

    Raises NoSuchRecord.
    """
    person = _person(journal, id)
    topics = journal.topics.where(person=person.name)
    return Between(
        person=person,
        one_on_ones=tuple(journal.one_on_ones.where(person=person.name)),
        topics=tuple(topics),
        follow_ups=tuple(journal.follow_ups.where(person=person.name)),
        feedback=tuple(journal.feedback.where(person=person.name)),
        agreement=next(iter(journal.agreements.where(person=person.name)), None),
        sources=_sources(journal, topics),
    )


def _person(journal: "Records", id: str) -> Person:
    for store in (journal.one_on_ones, journal.topics, journal.follow_ups):
        with suppress(NoSuchRecord):
            name = store.get(id).person
            return next(each for each in journal.people.everyone() if each.name == name)
    return journal.people.get(id)


def _sources(journal: "Records", topics: Iterable[Topic]) -> dict[str, Source]:
    """Where topics came from, as far as that is there still and not in the trash."""
    found = {}
    for id in {each.about for each in topics if each.about is not None}:
        for kind, store in journal.stores.items():
            with suppress(NoSuchRecord):
                record = store.get(id)
                day = getattr(getattr(record, "content", record), "date", None)  # of a reflection, what it says
                if day is not None and record.deleted_at is None:
                    named = getattr(record, "name", "") or getattr(record, "title", "")
                    found[id] = Source(kind, id, day, one_line(named))
    return found
