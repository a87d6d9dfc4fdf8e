"""Practices, checklists and their runs as records."""

from app import limits
from app.practices.model import Checklist, Decision, Mark, Practice, Reaction, Reading, Run, Step, Version
from app.records.kind import Kind
from app.records.shape import DAY, ID, LINE, PERSON, Shape, an, choice, many, number, optional, text
from app.titles import one_line

_TITLE = text(limits.NAME)
_REACTION = Shape(Reaction, person=optional(PERSON), reading=choice(Reading), words=LINE, date=DAY)
_STEP = Shape(Step, text=LINE, second_eyes=optional(PERSON))
_VERSION = Shape(Version, date=DAY, reason=LINE, steps=many(an(_STEP), limits.STEPS))

PRACTICE = Kind(
    "practice",
    Practice,
    lambda given: one_line(given.name),
    name=_TITLE,
    rhythm=LINE,
    serves=LINE,
    decision=optional(choice(Decision)),
    decision_note=LINE,
    look_again_on=optional(DAY),
    checklist=optional(ID),
    reactions=many(an(_REACTION)),
)
CHECKLIST = Kind(
    "checklist",
    Checklist,
    lambda given: one_line(given.name),
    name=_TITLE,
    owner=optional(PERSON),
    versions=many(an(_VERSION)),
)
RUN = Kind(
    "checklist-run",
    Run,
    lambda given: one_line(given.note),
    checklist=ID,
    version=number(1, limits.MANY),
    by=optional(PERSON),
    marks=many(choice(Mark), limits.STEPS),
    finished_on=optional(DAY),
    note=LINE,
)
