"""People, agreements, feedback and levels as records."""

import re

from app import limits
from app.fields import MalformedRecord, as_text
from app.people.model import Agreement, Authority, Cadence, Feedback, Level, Person, Rhythm, Side
from app.records.kind import Kind
from app.records.shape import (
    DAY,
    FLAG,
    LINE,
    NAME,
    PERSON,
    TIME,
    Part,
    Shape,
    an,
    choice,
    many,
    number,
    optional,
    text,
)
from app.reflections.model import Pillar
from app.titles import one_line

MINUTES = (5, 240)
_ROUGHLY = re.compile(r"([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?")


def as_rough_day(value: object) -> str:
    """Nothing, a year, a month or a day: as much of `YYYY-MM-DD` as is known. Raises MalformedRecord."""
    said = as_text(value)
    if not _ROUGHLY.fullmatch(said):
        raise MalformedRecord("a year, a month or a day expected")
    if len(said) == len("YYYY-MM-DD"):
        DAY.read(said)
    return said


def agreement_title(given: Agreement) -> str:
    """Its first promise."""
    return next(map(one_line, filter(str.strip, (*given.mine, *given.theirs, given.signal))), "")


def level_title(given: Level) -> str:
    """The kind of work."""
    return one_line(given.work)


def feedback_title(given: Feedback) -> str:
    """Its first words."""
    return one_line(given.text)


_ROUGH_DAY = Part(as_rough_day)
_RHYTHM = Shape(Rhythm, cadence=choice(Cadence), first=DAY, time=optional(TIME), minutes=number(*MINUTES))

PERSON_KIND = Kind(
    "person",
    Person,
    lambda given: given.name,
    name=NAME,
    role=LINE,
    since=_ROUGH_DAY,
    until=_ROUGH_DAY,
    archived_on=optional(DAY),
    trust=text(limits.WORDS),
    trust_on=optional(DAY),
    trust_note=LINE,
    rhythm=optional(an(_RHYTHM)),
    earlier_names=many(NAME, limits.EARLIER_NAMES),
)
AGREEMENT = Kind(
    "agreement",
    Agreement,
    agreement_title,
    person=PERSON,
    mine=many(LINE, limits.PROMISES),
    theirs=many(LINE, limits.PROMISES),
    signal=LINE,
    look_again_on=optional(DAY),
)
FEEDBACK = Kind(
    "feedback",
    Feedback,
    feedback_title,
    person=PERSON,
    giver=choice(Side),
    text=text(limits.WORDS),
    asked=FLAG,
    pillar=optional(choice(Pillar)),
)
LEVEL = Kind(
    "level",
    Level,
    level_title,
    person=PERSON,
    work=text(limits.NAME),
    authority=optional(choice(Authority)),
    note=LINE,
)
