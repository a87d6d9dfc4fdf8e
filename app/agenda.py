"""What there is between the owner and one person, asked across features: the next meeting, and what is open."""

from datetime import date
from typing import TYPE_CHECKING

from app.one_on_ones import rules
from app.one_on_ones.rules import Item, Meeting
from app.people.model import Agreement, Person

if TYPE_CHECKING:
    from app.journal import Records


def next_meeting(journal: "Records", person: Person, today: date) -> Meeting | None:
    """The next one-on-one with them, today's included; none without a rhythm and without one that was planned."""
    return rules.next_meeting(person.rhythm, journal.one_on_ones.where(person=person.name), today)


def unanswered(journal: "Records", person: Person, today: date) -> list[Meeting]:
    """Those of which nobody said whether they took place, latest first."""
    return rules.unanswered(person.rhythm, journal.one_on_ones.where(person=person.name), today)


def agreement_in_force(journal: "Records", person: str) -> Agreement | None:
    """The newest working agreement with them."""
    return next(iter(journal.agreements.where(person=person)), None)


def items(journal: "Records", person: str, on: date, today: date) -> list[Item]:
    """What stands on the agenda of that day."""
    return rules.agenda(
        journal.topics.where(person=person),
        journal.follow_ups.where(person=person),
        agreement_in_force(journal, person),
        journal.one_on_ones.where(person=person),
        on,
        today,
    )


def has_one_on_one(journal: "Records", day: date) -> bool:
    """Whether somebody's rhythm has one on that day."""
    rhythms = [each.rhythm for each in journal.people.everyone() if each.archived_on is None]
    return any(each is not None and next(rules.days_of(each, day), None) == day for each in rhythms)
