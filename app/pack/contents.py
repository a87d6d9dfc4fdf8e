"""What goes into a pack: a choice from the journal, already worded as it will be printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.errors import EmptyPeriod, PeriodBackwards
from app.pack.naming import Names
from app.pack.naming import Naming as Naming
from app.reflections.model import Commitment, Outcome, Pillar, PullKind, Reflection


class Section(StrEnum):
    """A part of the pack, in the order of the pages."""

    WISH = "wish"
    COMMITMENTS = "commitments"
    REFLECTIONS = "reflections"


class Paper(StrEnum):
    """The size of a page."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for. Both days belong to the period; `wish` is what the owner wants from the session.

    `without` has the ids of reflections that stay out although nothing else keeps them from going in.
    """

    since: date
    until: date
    naming: Naming = Naming.INITIALS
    wish: str = ""
    paper: Paper = Paper.A4
    sections: frozenset[Section] = frozenset(Section)
    without: frozenset[str] = frozenset()
    prepared_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A commitment as it is printed: `planned_on` is the day of its reflection."""

    planned_on: date
    when: str
    will: str
    person: str | None
    asked: bool
    outcome: Outcome | None
    outcome_note: str
    followed_up_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reflection as it is printed."""

    day: date
    pillar: Pillar | None
    pull: int | None
    pull_kind: PullKind | None
    people: tuple[str, ...]
    tags: tuple[str, ...]
    notice: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that is printed, oldest first, people already called as chosen. A section left out is empty.

    `left_out` counts the entries of the period that are marked not for export.
    """

    since: date
    until: date
    prepared_on: date
    paper: Paper
    wish: str
    plans: tuple[Plan, ...]
    entries: tuple[Entry, ...]
    left_out: int

    @property
    def people(self) -> tuple[str, ...]:
        """Who is named beside the entries and plans, as they are called here, each once."""
        return tuple(dict.fromkeys(_people(self.plans, self.entries)))


def choose(reflections: Sequence[Reflection], everyone: Sequence[str], options: Options) -> Pack:
    """The pack that was asked for. What is private, deleted or unwanted never goes in, nor the plans made there.

    Raises PeriodBackwards, and EmptyPeriod when the period holds nothing that may go in.
    """
    if options.since > options.until:
        raise PeriodBackwards(options.since, options.until)
    within = [each for each in reflections if _is_within(each, options)]
    open_ones = sorted((each for each in within if not each.content.private), key=_order)
    chosen = [each for each in open_ones if each.id not in options.without]
    if not chosen:
        raise EmptyPeriod(options.since, options.until)
    wish = options.wish.strip() if Section.WISH in options.sections else ""
    plans = _plans(chosen) if Section.COMMITMENTS in options.sections else ()
    entries = tuple(map(_entry, chosen)) if Section.REFLECTIONS in options.sections else ()
    known = dict.fromkeys((*everyone, *_people(plans, entries)))
    names = Names(options.naming, known, _texts(wish, plans, entries))
    return Pack(
        since=options.since,
        until=options.until,
        prepared_on=options.prepared_on,
        paper=options.paper,
        wish=names.text(wish),
        plans=tuple(_renamed_plan(plan, names) for plan in plans),
        entries=tuple(_renamed_entry(entry, names) for entry in entries),
        left_out=len(within) - len(open_ones),
    )


def _is_within(reflection: Reflection, options: Options) -> bool:
    return reflection.deleted_at is None and options.since <= reflection.content.date <= options.until


def _order(reflection: Reflection) -> tuple[object, ...]:
    content = reflection.content
    return content.date, content.time or "", reflection.created_at, reflection.id


def _plans(reflections: Sequence[Reflection]) -> tuple[Plan, ...]:
    return tuple(_plan(each, plan) for each in reflections for plan in each.commitments)


def _plan(reflection: Reflection, commitment: Commitment) -> Plan:
    return Plan(
        planned_on=reflection.content.date,
        when=commitment.when,
        will=commitment.will,
        person=commitment.person,
        asked=commitment.asked,
        outcome=commitment.outcome,
        outcome_note=commitment.outcome_note,
        followed_up_on=commitment.followed_up_on,
    )


def _entry(reflection: Reflection) -> Entry:
    content = reflection.content
    return Entry(
        day=content.date,
        pillar=content.pillar,
        pull=content.pull,
        pull_kind=content.pull_kind,
        people=content.people,
        tags=content.tags,
        notice=content.notice,
        text=content.text,
    )


def _people(plans: Sequence[Plan], entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from entry.people
    for plan in plans:
        if plan.person is not None:
            yield plan.person


def _texts(wish: str, plans: Sequence[Plan], entries: Sequence[Entry]) -> Iterator[str]:
    """Everything in which somebody may be named, fields included."""
    yield wish
    yield from _people(plans, entries)
    for plan in plans:
        yield from (plan.when, plan.will, plan.outcome_note)
    for entry in entries:
        yield from (entry.notice, entry.text, *entry.tags)


def _renamed_plan(plan: Plan, names: Names) -> Plan:
    return Plan(
        planned_on=plan.planned_on,
        when=names.text(plan.when),
        will=names.text(plan.will),
        person=None if plan.person is None else names.person(plan.person),
        asked=plan.asked,
        outcome=plan.outcome,
        outcome_note=names.text(plan.outcome_note),
        followed_up_on=plan.followed_up_on,
    )


def _renamed_entry(entry: Entry, names: Names) -> Entry:
    return Entry(
        day=entry.day,
        pillar=entry.pillar,
        pull=entry.pull,
        pull_kind=entry.pull_kind,
        people=tuple(dict.fromkeys(map(names.person, entry.people))),
        tags=tuple(map(names.text, entry.tags)),
        notice=names.text(entry.notice),
        text=names.text(entry.text),
    )
