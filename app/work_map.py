"""The practice map of a journal: who is on it, what each has done, and what somebody said about a kind of work."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.delegation.period import Period
from app.delegation.practice_map import Row, practice_map
from app.delegation.work import work_key
from app.one_on_ones.model import Topic
from app.people.model import Side
from app.reflections.model import Filter

if TYPE_CHECKING:
    from app.journal import Records


@dataclass(frozen=True, slots=True)
class WorkMap:
    """People across, kinds of work down, with a cell for each of both. Whoever is `archived` is here no more."""

    people: tuple[str, ...]
    archived: frozenset[str]
    rows: tuple[Row, ...]

    @property
    def only_owner(self) -> int:
        """How many kinds of work nobody but the owner has done."""
        return sum(each.is_only_owner for each in self.rows)


class Where(Enum):
    """Where somebody said something."""

    TOPIC = auto()
    FEEDBACK = auto()
    TRUST = auto()


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said, in their words, on a day."""

    text: str
    on: date
    where: Where


@dataclass(frozen=True, slots=True)
class Between:
    """What there is between the owner and somebody about a kind of work: what they said last, and what waits."""

    said: Saying | None
    open_topics: tuple[Topic, ...]


def read(journal: "Records", today: date, period: Period) -> WorkMap:
    """All of it. Who is archived is on it where they completed something in the period; a mere name, if it has work."""
    given, levels = journal.delegations.outlines(today), journal.levels.find(Filter())
    records = journal.people.find(Filter())
    archived = {each.name for each in records if each.archived_on is not None}
    done = {each.delegation.person for each in given if each.completed_on is not None and each.completed_on in period}
    working = {each.delegation.person for each in given} | {each.person for each in levels}
    here = {each.name for each in records} | working
    there = (here - archived) | (done & archived)
    people = tuple(each.name for each in journal.people.everyone() if each.name in there)
    rows = practice_map(given, journal.held_tasks.find(Filter()), levels, people, period)
    return WorkMap(people, frozenset(archived.intersection(people)), rows)


def between(journal: "Records", person: str, work: str) -> Between:
    """What they said last that names this kind of work; and every topic that names it and waits for the two."""
    names = _naming(work_key(work))
    topics = [each for each in journal.topics.where(person=person) if names(each.text)]
    said = [Saying(each.text, each.date, Where.TOPIC) for each in topics if each.raised_by is Side.THEM]
    feedback = journal.feedback.where(person=person, giver=Side.THEM)
    said += [Saying(each.text, each.date, Where.FEEDBACK) for each in feedback if names(each.text)]
    trust = (each for each in journal.people.where(name=person) if names(each.trust))
    said += [Saying(each.trust, each.trust_on or each.date, Where.TRUST) for each in trust]
    newest = max(said, key=lambda each: each.on, default=None)
    return Between(newest, tuple(each for each in topics if each.closed_on is None))


def _naming(key: str) -> Callable[[str], bool]:
    """Whether a text has this as words of its own."""
    if not key:
        return lambda _: False
    pattern = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    return lambda text: pattern.search(work_key(text)) is not None
