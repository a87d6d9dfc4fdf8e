"""What a prompt is, and what is chosen for a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.reflections.model import Pillar


class Moment(StrEnum):
    """What a prompt looks at."""

    NOTICING = "noticing"
    ACTING = "acting"
    DEBRIEFING = "debriefing"
    WEEK = "week"


class Occasion(StrEnum):
    """What has to be true of a day before a question may rely on it."""

    BEGINNING = "beginning"
    TOOK_BACK = "took-back"
    TAKE_BACK = "take-back"
    STRONG_PULL = "strong-pull"
    PLAN_KEPT = "plan-kept"
    PLAN_WAITING = "plan-waiting"
    EXPERIMENT = "experiment"
    DELIVERED = "delivered"
    STAYED_OUT = "stayed-out"
    ONE_ON_ONE = "one-on-one"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question from the library; `purpose` says what it is for. The id never changes: reflections keep it.

    One with `occasions` is for days on which one of them is true, and for no others.
    """

    id: str
    pillar: Pillar
    moment: Moment
    question: str
    purpose: str
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A trust experiment to begin from, in the owner's words.

    Read as: "When {when}, I will {will}. I will know it works when {sign}. I would stop if {stop}."
    """

    id: str
    pillar: Pillar
    when: str
    will: str
    sign: str
    stop: str


class Reason(StrEnum):
    """Why a prompt was chosen; the first of these that holds is the one that is told."""

    ANOTHER = "another"
    OCCASION = "occasion"
    PILLAR_UNUSED = "pillar-unused"
    PILLAR_QUIET = "pillar-quiet"
    UNUSED = "unused"
    LONG_AGO = "long-ago"
    LONGEST_AGO = "longest-ago"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What was known before a day began: nothing that is written on it changes the question it gets.

    `used` and `pillar_last` say when each was last written about, `passed_over` when another prompt was last asked
    for in place of this one. `occasions` are those that are true of the day, the most telling first.
    """

    day: date
    used: Mapping[str, date] = field(default_factory=dict)
    passed_over: Mapping[str, date] = field(default_factory=dict)
    pillar_last: Mapping[Pillar, date] = field(default_factory=dict)
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The prompt of a day, and why this one; `occasion` is set where that is the reason."""

    prompt: Prompt
    reason: Reason
    occasion: Occasion | None = None
