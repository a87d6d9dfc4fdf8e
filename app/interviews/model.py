"""What a question, a kit, an interview, an alignment sheet and a preparation are: frozen values, without storage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.records.entry import Entry

ANCHORS = 4


class Competency(StrEnum):
    """What a question is about, in the order in which they are shown."""

    TRUST = "trust"
    RESPECT = "respect"
    OWNERSHIP = "ownership"
    ACCOUNTABILITY = "accountability"
    JUDGEMENT = "judgement"
    COLLABORATION = "collaboration"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an answer does that gets one rating; `short` says it in two or three words."""

    text: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question from the bank, or the owner's version of it. The id never changes: kits keep it.

    `anchors` are ANCHORS, from rating 1 to 4.
    """

    id: str
    competency: Competency
    text: str
    minutes: int
    why: str = ""
    follow_ups: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    watch_for: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion(Entry):
    """A question that the owner wrote. With `replaces`, the id of one that came along, it stands in its place.

    The id of a replacement follows from what it replaces, so that two copies of a journal change one record. One that
    is `retired` is offered no more; kits that have it keep it.
    """

    competency: Competency
    text: str
    minutes: int
    why: str = ""
    follow_ups: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    watch_for: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    replaces: str | None = None
    retired: bool = False


class PartKind(StrEnum):
    """What a part of an interview is."""

    OPENING = "opening"
    QUESTION = "question"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPart:
    """One part of a kit: a question by the id it has in the bank, or, without one, the owner's own line."""

    what: PartKind
    question: str | None = None
    text: str = ""
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit(Entry):
    """An interview plan for a role: its parts in the order in which everybody is asked, in `minutes` all in all."""

    role: str = ""
    minutes: int = 45
    parts: tuple[KitPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpQuestion:
    """One question behind a question, and whether it was asked."""

    text: str
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One part of a conversation, in the words it had when the conversation began, and what was said and done.

    `seconds` is how long it was in hand. `rating` is 1 to 4 by `anchors`; `not_asked` says that it was left out.
    """

    what: PartKind
    question: str | None = None
    text: str
    competency: Competency | None = None
    minutes: int
    follow_ups: tuple[FollowUpQuestion, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    notes: str = ""
    rating: int | None = None
    not_asked: bool = False
    seconds: int = 0


class Landing(StrEnum):
    """How a way of working lands with somebody."""

    WELCOMES = "welcomes"
    NEUTRAL = "neutral"
    DISTRUST = "distrust"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """One of our practices, by its name and its id, and somebody's reaction to it, in their words."""

    practice: str
    about: str | None = None
    landing: Landing | None = None
    words: str = ""


class Recommendation(StrEnum):
    """What the owner recommends, in words; there is no number for it."""

    STRONG_NO = "strong-no"
    NO = "no"
    YES = "yes"
    STRONG_YES = "strong-yes"
    NO_DECISION = "no-decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Entry):
    """One conversation with one candidate, who goes by a letter or initials; its `date` is the day of it.

    `at` is the number of the part in hand, from 0. `hired` is who they are in the journal once they came.
    """

    kit: str
    candidate: str
    parts: tuple[Asked, ...] = ()
    at: int = 0
    sheet: tuple[Landed, ...] = ()
    finished_on: date | None = None
    recommendation: Recommendation | None = None
    reason: str = ""
    hired: str | None = None

    @property
    def is_hired(self) -> bool:
        """Whether they came."""
        return self.hired is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An interview without what was said in it, for lists; `parts` is how many it has."""

    id: str
    kit: str
    candidate: str
    parts: int
    at: int
    finished_on: date | None
    is_hired: bool
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A day on which an alignment sheet is looked at again with them, and the day on which that was done."""

    on: date
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Entry):
    """Our practices beside one report's reaction to each. A person has at most one in force: the newest."""

    person: str
    rows: tuple[Landed, ...] = ()
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One question that the owner may be asked, and the answer to it; `sources` are the ids of records behind it."""

    question: str | None = None
    text: str
    minutes: int
    answer: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MockRun:
    """One time through the questions aloud: the seconds that each took, and what was noticed."""

    date: date
    seconds: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation(Entry):
    """The other side: the owner gets ready for an interview of their own."""

    role: str = ""
    questions: tuple[Prepared, ...] = ()
    runs: tuple[MockRun, ...] = ()
