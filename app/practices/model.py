"""What a practice and a checklist are: frozen values, without storage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.records.entry import Entry


class Reading(StrEnum):
    """How a practice reads to somebody."""

    CARE = "care"
    MIXED = "mixed"
    DISTRUST = "distrust"
    NOT_ASKED = "not-asked"


class Decision(StrEnum):
    """What to do about a practice."""

    KEEP = "keep"
    LOOSEN = "loosen"
    EXPLAIN = "explain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """How it reads to one person, in their words; `person` is None where they are not in the journal."""

    person: str | None = None
    reading: Reading
    words: str = ""
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Entry):
    """A standing way of overseeing work, from its `date` on: when it happens (`rhythm`), whom it serves, how it reads.

    `checklist` is the id of the checklist that belongs to it.
    """

    name: str
    rhythm: str = ""
    serves: str = ""
    decision: Decision | None = None
    decision_note: str = ""
    look_again_on: date | None = None
    checklist: str | None = None
    reactions: tuple[Reaction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. `second_eyes` is who looks at it besides whoever does it."""

    text: str
    second_eyes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The steps as they were from a day on, and why they were changed."""

    date: date
    reason: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(Entry):
    """A standard procedure in steps: the last of its versions is in force. `owner` is None where it is the owner of
    the journal.
    """

    name: str
    owner: str | None = None
    versions: tuple[Version, ...] = ()


class Mark(StrEnum):
    """What became of a step in one run."""

    FILLED = "filled"
    LEFT_OUT = "left-out"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Entry):
    """One time through a checklist: a mark for each step of the version with this number, from 1.

    `by` is None where it is the owner of the journal. It goes on until it is `finished_on` a day.
    """

    checklist: str
    version: int
    by: str | None = None
    marks: tuple[Mark, ...] = ()
    finished_on: date | None = None
    note: str = ""
