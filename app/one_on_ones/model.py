"""What a one-on-one is, and what stands on its agenda: frozen values, without storage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.people.model import Side
from app.records.entry import Entry


class State(StrEnum):
    """Whether a meeting is still to come, took place, or did not."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"


class Involvement(StrEnum):
    """How much of the owner there was lately, as the other one says it."""

    TOO_LITTLE = "too-little"
    RIGHT = "right"
    TOO_MUCH = "too-much"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Entry):
    """Something to talk about, from the day it was raised until it is closed: every agenda in between has it.

    `about` is the id of the record it came from. `answer` is one line on how it ended.
    """

    person: str
    raised_by: Side
    text: str
    about: str | None = None
    closed_on: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Entry):
    """A promise with an owner and, mostly, a date, carried over until it is done.

    `person` is with whom it was agreed, in the one-on-one with the id `one_on_one`, if in any.
    """

    person: str
    owner: Side
    text: str
    due_on: date | None = None
    done_on: date | None = None
    one_on_one: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was noted for both: about the topic, follow-up or other record with the id `about`, or about nothing in
    particular.
    """

    about: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOnOne(Entry):
    """One meeting. Its `date` is the day it takes place, or was to.

    `planned_for` is the day of the rhythm that it stands for, if of any; `moved_from` are the days from which it was
    moved, the first one first. `private_notes` are the owner's alone: only exports of the journal itself have them.
    """

    person: str
    state: State = State.PLANNED
    time: str | None = None
    minutes: int = 30
    planned_for: date | None = None
    moved_from: tuple[date, ...] = ()
    notes: tuple[Note, ...] = ()
    private_notes: str = ""
    involvement: Involvement | None = None
