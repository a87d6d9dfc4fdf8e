"""What a reflection is: frozen values, without storage and without meaning beyond their names."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

KIND = "reflection"
PULL_RANGE = range(11)


class Pillar(StrEnum):
    """The three pillars of accountable trust."""

    RESPECT = "respect"
    TRUST = "trust"
    ACCOUNTABILITY = "accountability"


class PullKind(StrEnum):
    """What the urge to step in wanted to do."""

    CHECK = "check"
    FIX = "fix"
    REDO = "redo"
    TAKE_BACK = "take-back"
    ANSWER = "answer"
    DECIDE = "decide"


class Outcome(StrEnum):
    """How a commitment went. One that is `NOT_YET` stays open; one that was let go ended without being done."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    LET_GO = "let-go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """An if-then plan: when this happens, I will do that; with whom; and how it went.

    One that is not to be `asked` about is kept and never open.
    """

    id: str
    when: str
    will: str
    person: str | None = None
    asked: bool = True
    outcome: Outcome | None = None
    outcome_note: str = ""
    followed_up_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is asked about again."""
        return self.asked and self.outcome in (None, Outcome.NOT_YET)


class OpenCommitment(NamedTuple):
    """A commitment that is asked about, and the reflection it was made in."""

    reflection_id: str
    made_on: date
    commitment: Commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a person writes in one sitting: what an earlier version keeps and can bring back.

    `time` is `HH:MM` on the clock of `zone`, an IANA name; both may be unknown.
    `tags` and `people` are names in the order given, each once. `prompt` is the id of a prompt.
    """

    date: date
    time: str | None = None
    zone: str | None = None
    text: str = ""
    notice: str = ""
    prompt: str | None = None
    pillar: Pillar | None = None
    pull: int | None = None
    pull_kind: PullKind | None = None
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier version: what the reflection held until a later sitting changed it."""

    id: str
    saved_at: datetime
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One record. Instants are aware, in UTC, to the second; ids are 32 lowercase hex digits.

    What was imported keeps where it came from: `(source, source_id)` is unique.
    """

    id: str
    content: Content
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None = None
    source: str | None = None
    source_id: str | None = None
    commitments: tuple[Commitment, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A reflection as one row of a list."""

    id: str
    date: date
    title: str
    pillar: Pillar | None
    pull: int | None
    private: bool
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day on which something was written: how many reflections, and the strongest pull among them."""

    date: date
    count: int
    pull: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What was there before a day: how many reflections, counted to three, and what the last day with one holds.

    `pull` is the strongest of that day; `outcomes` are those that plans were given on it.
    """

    number: int = 0
    last_day: date | None = None
    pull: int | None = None
    pull_kinds: frozenset[PullKind] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which reflections a list shows; both days are inclusive, names ignore upper and lower case."""

    since: date | None = None
    until: date | None = None
    person: str | None = None
    tag: str | None = None
    pillar: Pillar | None = None
    pull_kind: PullKind | None = None
    private: bool | None = None
