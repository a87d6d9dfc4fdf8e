"""What a person is, and what is kept about working with them: frozen values, without storage."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.records.entry import Entry
from app.reflections.model import Pillar

PersonIds = Callable[[Iterable[str], datetime], dict[str, str]]


class Side(StrEnum):
    """One of the two who work together."""

    ME = "me"
    THEM = "them"


class Cadence(StrEnum):
    """How often two people meet: every week, every second, or every fourth."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four-weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When one-on-ones are: `first` is the day of one of them, from which the others follow; `time` is `HH:MM`."""

    cadence: Cadence
    first: date
    time: str | None = None
    minutes: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Somebody whom the owner works with. Names are unique in a journal.

    `since` and `until` are a year, a month or a day, as much of `YYYY-MM-DD` as is known. `trust` is what trust looks
    like to them, in their words, as they said it on `trust_on`; `trust_note` how it came to be said. Who is archived is
    kept, read-only, and out of the lists of today. By `earlier_names` texts may still mention them: those from before
    they had another, or were joined with somebody.
    """

    name: str
    role: str = ""
    since: str = ""
    until: str = ""
    archived_on: date | None = None
    trust: str = ""
    trust_on: date | None = None
    trust_note: str = ""
    rhythm: Rhythm | None = None
    earlier_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Entry):
    """One version of a working agreement: what I will do, what they will do, how we signal that it slips.

    Its `date` is the day it was agreed on. The newest is in force; the others are its history.
    """

    person: str
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    signal: str = ""
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Entry):
    """What one said to the other, in a sentence or two. `asked` says that it was asked for."""

    person: str
    giver: Side
    text: str
    asked: bool = False
    pillar: Pillar | None = None


class Authority(StrEnum):
    """How much is handed over, from the least to the most."""

    LOOK_INTO_IT = "look-into-it"
    RECOMMEND = "recommend"
    DECIDE_WITH_ME = "decide-with-me"
    DECIDE_AND_TELL_ME = "decide-and-tell-me"
    YOURS = "yours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Entry):
    """How much of a kind of work is a person's to decide from its `date` on; without an authority, not talked about."""

    person: str
    work: str
    authority: Authority | None = None
    note: str = ""
