"""What handed-over work is, what came from whom, and what the owner still does: frozen values, without storage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.one_on_ones.model import Involvement
from app.people.model import Authority
from app.records.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTask(Entry):
    """Work that the owner still does and has outgrown, since its `date`; `why` says why it is still theirs.

    `person` is whom it is meant for, if anybody; `delegation` the id of the one that it was handed over in: where
    that is gone, or in the trash, the task is the owner's still.
    """

    title: str
    work: str = ""
    minutes_a_month: int | None = None
    why: str = ""
    person: str | None = None
    delegation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """A meeting about the work that was agreed on when it was handed over; `time` is `HH:MM`."""

    on: date
    time: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that the one who gets the work is told. What the owner fears has no place here, on purpose.

    `done` are the points by which both know that it is done; `why` says why this person, and what they will learn;
    `second_eyes` who looks at it besides, at what and by when; `checklist` is an id.
    """

    done: tuple[str, ...] = ()
    why: str = ""
    support: str = ""
    may_decide: str = ""
    may_spend: str = ""
    authority: Authority | None = None
    check_ins: tuple[CheckIn, ...] = ()
    due_on: date | None = None
    due_time: str | None = None
    second_eyes: str = ""
    checklist: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierBrief:
    """A brief as it was until a day on which it was changed."""

    until: date
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Entry):
    """A task in somebody else's hands: a draft until it is `handed_over_on` a day. Its `date` is that day, or the one
    on which the draft was begun.

    `fear` is the worst that the owner expects, with how likely it feels (0 to 10) and how good the result will be
    (1 to 5), written before handing over. All three are private: nobody else gets to see them.
    """

    title: str
    person: str | None = None
    work: str = ""
    handed_over_on: date | None = None
    brief: Brief = Brief()
    earlier: tuple[EarlierBrief, ...] = ()
    fear: str = ""
    likelihood: int | None = None
    quality: int | None = None


class TouchKind(StrEnum):
    """What happened in the history of a delegation."""

    AGREED_CHECK_IN = "agreed-check-in"
    ASKED = "asked"  # they asked the owner
    HELD = "held"  # the owner felt the pull to step in, and held
    DROPPED_IN = "dropped-in"
    EDITED = "edited"
    OVERRULED = "overruled"
    TOOK_BACK = "took-back"
    HANDED_BACK = "handed-back"
    MISTAKE = "mistake"
    NOTE = "note"  # only a line: it counts nowhere
    DELIVERED = "delivered"


class Legitimate(StrEnum):
    """A reason to take work back that does not count as a take-back."""

    SAFETY = "safety"
    LAW = "law"
    FIXED_DATE = "fixed-date"


class Instead(StrEnum):
    """What can be enough instead of taking work back."""

    ASK = "ask"
    EXAMPLE = "example"
    PAIR = "pair"
    MOVE_DATE = "move-date"
    SECOND_EYES = "second-eyes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch(Entry):
    """A dated line in the history of a delegation, whose id is `delegation`.

    `minutes` is the time that the owner spent on it; `reason` goes with a take-back, `instead` with a pull that was
    held because something else was enough.
    """

    delegation: str
    what: TouchKind
    note: str = ""
    minutes: int | None = None
    reason: Legitimate | None = None
    instead: Instead | None = None


class Score(StrEnum):
    """How far a point of what done looks like was met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A point of the brief as it was when it was talked through."""

    point: str
    score: Score | None = None


class CameTrue(StrEnum):
    """Whether what was feared did happen."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class ChangeKind(StrEnum):
    """Where a change that comes out of a debrief is really made."""

    CHECKLIST = "checklist"
    PRACTICE = "practice"
    AGREEMENT = "agreement"
    LEVEL = "level"


class Lasted(StrEnum):
    """Whether a change held, as the next debrief found."""

    HELD = "held"
    PARTLY = "partly"
    SLIPPED = "slipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change out of a debrief. `about` is the id of the record in which it is made: the checklist or the practice
    from when it was chosen on, whatever else once it was made.
    """

    what: ChangeKind
    text: str = ""
    about: str | None = None
    lasted: Lasted | None = None
    asked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief(Entry):
    """The talk about a delegation that is over: the points first, then the process, then the owner's own part.

    It goes on until it is `closed_on` a day. What happened beside what was feared is as private as the fear:
    `happened`, and whether it `came_true`.
    """

    delegation: str
    points: tuple[Scored, ...] = ()
    helped: str = ""
    broke: str = ""
    my_part: str = ""
    involvement: Involvement | None = None
    happened: str = ""
    came_true: CameTrue | None = None
    quality: int | None = None
    changes: tuple[Change, ...] = ()
    closed_on: date | None = None
