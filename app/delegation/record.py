"""Held tasks, delegations, touches and debriefs as records."""

from app import limits
from app.delegation.model import (
    Brief,
    CameTrue,
    Change,
    ChangeKind,
    CheckIn,
    Debrief,
    Delegation,
    EarlierBrief,
    HeldTask,
    Instead,
    Lasted,
    Legitimate,
    Score,
    Scored,
    Touch,
    TouchKind,
)
from app.one_on_ones.model import Involvement
from app.people.model import Authority
from app.records.kind import Kind
from app.records.shape import DAY, ID, LINE, PERSON, TIME, Shape, an, choice, many, number, optional, private, text
from app.titles import one_line

LIKELIHOOD = (0, 10)
QUALITY = (1, 5)
MINUTES = (1, 1440)  # of one touch: a day at most
A_MONTH = (0, 44_640)  # minutes in the longest month

_TITLE = text(limits.NAME)
_WORDS = text(limits.WORDS)
_CHECK_IN = Shape(CheckIn, on=DAY, time=optional(TIME), minutes=optional(number(*MINUTES)))
_BRIEF = Shape(
    Brief,
    done=many(LINE, limits.POINTS),
    why=_WORDS,
    support=_WORDS,
    may_decide=LINE,
    may_spend=LINE,
    authority=optional(choice(Authority)),
    check_ins=many(an(_CHECK_IN), limits.CHECK_INS),
    due_on=optional(DAY),
    due_time=optional(TIME),
    second_eyes=LINE,
    checklist=optional(ID),
)
_EARLIER = Shape(EarlierBrief, until=DAY, brief=an(_BRIEF))
_SCORED = Shape(Scored, point=LINE, score=optional(choice(Score)))
_CHANGE = Shape(
    Change,
    what=choice(ChangeKind),
    text=LINE,
    about=optional(ID),
    lasted=optional(choice(Lasted)),
    asked_on=optional(DAY),
)


def debrief_title(given: Debrief) -> str:
    """Its first words."""
    said = (given.helped, given.broke, given.my_part, given.happened)
    return next(filter(None, map(one_line, said)), "")


HELD_TASK = Kind(
    "held-task",
    HeldTask,
    lambda given: one_line(given.title) or one_line(given.work),
    title=_TITLE,
    work=_TITLE,
    minutes_a_month=optional(number(*A_MONTH)),
    why=_WORDS,
    person=optional(PERSON),
    delegation=optional(ID),
)
DELEGATION = Kind(
    "delegation",
    Delegation,
    lambda given: one_line(given.title) or one_line(given.work),
    title=_TITLE,
    person=optional(PERSON),
    work=_TITLE,
    handed_over_on=optional(DAY),
    brief=an(_BRIEF),
    earlier=many(an(_EARLIER)),
    fear=private(_WORDS),
    likelihood=private(optional(number(*LIKELIHOOD))),
    quality=private(optional(number(*QUALITY))),
)
TOUCH = Kind(
    "touch",
    Touch,
    lambda given: one_line(given.note),
    delegation=ID,
    what=choice(TouchKind),
    note=LINE,
    minutes=optional(number(*MINUTES)),
    reason=optional(choice(Legitimate)),
    instead=optional(choice(Instead)),
)
DEBRIEF = Kind(
    "debrief",
    Debrief,
    debrief_title,
    delegation=ID,
    points=many(an(_SCORED), limits.POINTS),
    helped=_WORDS,
    broke=_WORDS,
    my_part=_WORDS,
    involvement=optional(choice(Involvement)),
    happened=private(_WORDS),
    came_true=private(optional(choice(CameTrue))),
    quality=optional(number(*QUALITY)),
    changes=many(an(_CHANGE), limits.CHANGES),
    closed_on=optional(DAY),
)
