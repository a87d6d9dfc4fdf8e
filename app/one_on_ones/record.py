"""One-on-ones, topics and follow-ups as records."""

from app import limits
from app.one_on_ones.model import FollowUp, Involvement, Note, OneOnOne, State, Topic
from app.people.model import Side
from app.records.kind import Kind
from app.records.shape import DAY, ID, LINE, PERSON, TIME, Shape, an, choice, many, number, optional, private, text
from app.titles import one_line

_NOTE = Shape(Note, about=optional(ID), text=text(limits.TEXT))


def one_on_one_title(given: OneOnOne) -> str:
    """Its first words, or else with whom it is."""
    said = (one_line(each.text) for each in given.notes)
    return next(filter(None, said), given.person)


TOPIC = Kind(
    "topic",
    Topic,
    lambda given: one_line(given.text),
    person=PERSON,
    raised_by=choice(Side),
    text=LINE,
    about=optional(ID),
    closed_on=optional(DAY),
    answer=LINE,
)
FOLLOW_UP = Kind(
    "follow-up",
    FollowUp,
    lambda given: one_line(given.text),
    person=PERSON,
    owner=choice(Side),
    text=LINE,
    due_on=optional(DAY),
    done_on=optional(DAY),
    one_on_one=optional(ID),
)
ONE_ON_ONE = Kind(
    "one-on-one",
    OneOnOne,
    one_on_one_title,
    person=PERSON,
    state=choice(State),
    time=optional(TIME),
    minutes=number(5, 240),
    planned_for=optional(DAY),
    moved_from=many(DAY),
    notes=many(an(_NOTE)),
    private_notes=private(text(limits.TEXT)),
    involvement=optional(choice(Involvement)),
)
