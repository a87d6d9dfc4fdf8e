"""Own questions, kits, interviews, alignment sheets and preparations as records."""

import uuid

from app import limits
from app.interviews.model import (
    ANCHORS,
    Alignment,
    Anchor,
    Asked,
    Competency,
    FollowUpQuestion,
    Interview,
    Kit,
    KitPart,
    Landed,
    Landing,
    Look,
    MockRun,
    OwnQuestion,
    PartKind,
    Preparation,
    Prepared,
    Recommendation,
)
from app.records.kind import Kind
from app.records.shape import (
    DAY,
    FLAG,
    ID,
    LINE,
    PERSON,
    Shape,
    an,
    choice,
    code,
    many,
    number,
    optional,
    text,
)
from app.titles import one_line

RATING = (1, ANCHORS)
MINUTES = (0, 480)
SECONDS = (0, 86_400)
_NAMESPACE = uuid.UUID("5d1f6f0e-9f0a-4a55-8d2e-61f2f7b0a6c4")

_TITLE = text(limits.NAME)
_WORDS = text(limits.WORDS)
_QUESTION = text(limits.QUESTION)
_MINUTES = number(*MINUTES)
_ANCHOR = Shape(Anchor, text=LINE, short=_TITLE)
_ANCHORS = many(an(_ANCHOR), ANCHORS)
_LINES = many(LINE, limits.FOLLOW_UPS)
_PART = Shape(KitPart, what=choice(PartKind), question=optional(code()), text=_QUESTION, minutes=_MINUTES)
_FOLLOW_UP = Shape(FollowUpQuestion, text=LINE, asked=FLAG)
_ASKED = Shape(
    Asked,
    what=choice(PartKind),
    question=optional(code()),
    text=_QUESTION,
    competency=optional(choice(Competency)),
    minutes=_MINUTES,
    follow_ups=many(an(_FOLLOW_UP), limits.FOLLOW_UPS),
    anchors=_ANCHORS,
    notes=text(limits.INTERVIEW_NOTES),
    rating=optional(number(*RATING)),
    not_asked=FLAG,
    seconds=number(*SECONDS),
)
_LANDED = Shape(Landed, practice=_TITLE, about=optional(ID), landing=optional(choice(Landing)), words=LINE)
_LOOK = Shape(Look, on=DAY, done_on=optional(DAY), note=LINE)
_PREPARED = Shape(
    Prepared,
    question=optional(code()),
    text=_QUESTION,
    minutes=_MINUTES,
    answer=text(limits.INTERVIEW_NOTES),
    sources=many(ID),
)
_RUN = Shape(MockRun, date=DAY, seconds=many(number(*SECONDS), limits.INTERVIEW_PARTS), note=_WORDS)


def replacement_id(replaces: str) -> str:
    """The id of what stands in the place of a question: the same everywhere, so that two copies can be merged."""
    return uuid.uuid5(_NAMESPACE, replaces).hex


def _question_fault(given: OwnQuestion) -> str | None:
    is_wrong = given.replaces is not None and given.id != replacement_id(given.replaces)
    return "replaces" if is_wrong else None


def _interview_fault(given: Interview) -> str | None:
    return "at" if given.at >= max(len(given.parts), 1) else None


OWN_QUESTION = Kind(
    "question",
    OwnQuestion,
    lambda given: one_line(given.text),
    fault=_question_fault,
    competency=choice(Competency),
    text=_QUESTION,
    minutes=_MINUTES,
    why=text(limits.PURPOSE),
    follow_ups=_LINES,
    listen_for=_LINES,
    watch_for=_LINES,
    anchors=_ANCHORS,
    replaces=optional(code()),
    retired=FLAG,
)
KIT = Kind(
    "kit",
    Kit,
    lambda given: one_line(given.role or next((each.text for each in given.parts if each.question), "")),
    role=_TITLE,
    minutes=_MINUTES,
    parts=many(an(_PART), limits.INTERVIEW_PARTS),
)
INTERVIEW = Kind(
    "interview",
    Interview,
    lambda given: one_line(given.candidate),
    fault=_interview_fault,
    kit=ID,
    candidate=_TITLE,
    parts=many(an(_ASKED), limits.INTERVIEW_PARTS),
    at=number(0, limits.INTERVIEW_PARTS - 1),
    sheet=many(an(_LANDED)),
    finished_on=optional(DAY),
    recommendation=optional(choice(Recommendation)),
    reason=_WORDS,
    hired=optional(PERSON),
)
ALIGNMENT = Kind(
    "alignment",
    Alignment,
    lambda given: one_line(next((each.practice for each in given.rows if each.landing or each.words), "")),
    person=PERSON,
    rows=many(an(_LANDED)),
    looks=many(an(_LOOK)),
)
PREPARATION = Kind(
    "preparation",
    Preparation,
    lambda given: one_line(given.role),
    role=_TITLE,
    questions=many(an(_PREPARED), limits.INTERVIEW_PARTS),
    runs=many(an(_RUN)),
)
KINDS = (OWN_QUESTION, KIT, INTERVIEW, ALIGNMENT, PREPARATION)
