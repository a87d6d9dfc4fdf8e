"""The tables of reflections and what is asked of them, for the store alone; `app.vault.migrations` makes them."""

from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    exists,
    func,
    literal,
    select,
    text,
    tuple_,
    union,
)
from sqlalchemy import Connection as Connection

from app.reflections.model import Filter
from app.search.words import folded

metadata = MetaData()

reflection = Table(
    "reflection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text),
    Column("entry_date", Text),
    Column("entry_time", Text),
    Column("zone", Text),
    Column("created_at", Text),
    Column("updated_at", Text),
    Column("written_at", Text),
    Column("deleted_at", Text),
    Column("private", Integer),
    Column("prompt", Text),
    Column("pillar", Text),
    Column("pull", Integer),
    Column("pull_kind", Text),
    Column("source", Text),
    Column("source_id", Text),
    Column("title", Text),
    Column("notice", Text),
    Column("text", Text),
)
reflection_tag = Table(
    "reflection_tag",
    metadata,
    Column("reflection_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("tag", Text),
    Column("folded", Text),
)
reflection_person = Table(
    "reflection_person",
    metadata,
    Column("reflection_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("person_id", Text),
)
commitment = Table(
    "commitment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reflection_id", Text),
    Column("place", Integer),
    Column("made_on", Text),
    Column("when_text", Text),
    Column("will_text", Text),
    Column("person_id", Text),
    Column("asked", Integer),
    Column("outcome", Text),
    Column("outcome_note", Text),
    Column("followed_up_on", Text),
)
reflection_revision = Table(
    "reflection_revision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reflection_id", Text),
    Column("saved_at", Text),
    Column("content", Text),
)
person = Table("person", metadata, Column("id", Text, primary_key=True), Column("name", Text), Column("folded", Text))

_IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_NEWEST = (
    reflection.c.entry_date.desc(),
    reflection.c.entry_time.desc(),
    reflection.c.created_at.desc(),
    reflection.c.number.desc(),
)
# Where a reflection stands among the others, as the order above has it: nothing is less than any time of day.
PLACE = (
    reflection.c.entry_date,
    func.coalesce(reflection.c.entry_time, ""),
    reflection.c.created_at,
    reflection.c.number,
)
Place = tuple[str, str, str, int]
# As SQLite has to find them in a partial index word for word, these are no parameters.
_IS_ASKED = text("asked = 1 AND (outcome IS NULL OR outcome = 'not-yet')")

ID = select(reflection.c.id)
DAY_OF = select(reflection.c.entry_date)
EVERY_ID = ID.order_by(reflection.c.id)
TRASH = ID.where(reflection.c.deleted_at.is_not(None)).order_by(reflection.c.deleted_at.desc(), reflection.c.id)
COUNTS = tuple(
    select(func.count()).select_from(reflection).where(each)
    for each in (reflection.c.deleted_at.is_(None), reflection.c.deleted_at.is_not(None))
)
SPAN = select(func.min(reflection.c.entry_date), func.max(reflection.c.entry_date)).where(
    reflection.c.deleted_at.is_(None)
)
ROWS = select(reflection).where(reflection.c.id.in_(_IDS))
TAGS = (
    select(reflection_tag.c.reflection_id, reflection_tag.c.tag)
    .where(reflection_tag.c.reflection_id.in_(_IDS))
    .order_by(reflection_tag.c.reflection_id, reflection_tag.c.place)
)
PEOPLE = (
    select(reflection_person.c.reflection_id, person.c.name)
    .join(person, person.c.id == reflection_person.c.person_id)
    .where(reflection_person.c.reflection_id.in_(_IDS))
    .order_by(reflection_person.c.reflection_id, reflection_person.c.place)
)
COMMITMENTS = (
    select(commitment, person.c.name)
    .outerjoin(person, person.c.id == commitment.c.person_id)
    .where(commitment.c.reflection_id.in_(_IDS))
    .order_by(commitment.c.reflection_id, commitment.c.place)
)
REVISIONS = (
    select(reflection_revision)
    .where(reflection_revision.c.reflection_id.in_(_IDS))
    .order_by(reflection_revision.c.reflection_id, reflection_revision.c.saved_at, reflection_revision.c.id)
)
PARTS = (TAGS, PEOPLE, COMMITMENTS, REVISIONS)
HEADING = select(
    *(reflection.c.id, reflection.c.entry_date, reflection.c.title),
    *(reflection.c.pillar, reflection.c.pull, reflection.c.private),
)
_TAGGED = reflection_tag.alias()
# The day a plan was made on is the entry date of its reflection, kept beside it so that an index of plans has it.
_PLAN_ORDER = (commitment.c.made_on, *PLACE[1:3], reflection.c.id, commitment.c.place)
_PLANS = (
    select(commitment, person.c.name)
    .select_from(commitment)
    .join(reflection, reflection.c.id == commitment.c.reflection_id)
    .outerjoin(person, person.c.id == commitment.c.person_id)
    .where(reflection.c.deleted_at.is_(None))
)
_OPEN_PLANS = _PLANS.where(_IS_ASKED)
OPEN_PLANS = _OPEN_PLANS.order_by(*_PLAN_ORDER)
_IS_LISTED = exists().where(
    reflection_tag.c.folded == _TAGGED.c.folded,
    reflection.c.id == reflection_tag.c.reflection_id,
    reflection.c.deleted_at.is_(None),
)
TAG_NAMES = select(func.min(_TAGGED.c.tag)).group_by(_TAGGED.c.folded).having(_IS_LISTED).order_by(_TAGGED.c.folded)


def filtered(columns: Select[Any], wanted: Filter, limit: int | None = None, after: Place | None = None) -> Select[Any]:
    """The reflections wanted, newest first, without the trash; the index of headings is in this order.

    With `after`, only those that come after this place.
    """
    query = matching(columns, wanted).order_by(*_NEWEST).limit(limit)
    return query if after is None else query.where(tuple_(*PLACE) < _values(after))


def place_of(id: str) -> Select[Any]:
    """Where one reflection stands."""
    return select(*PLACE).where(reflection.c.id == id)


def within(id: str, wanted: Filter) -> Select[Any]:
    """This one, if it is among the reflections wanted."""
    return matching(ID, wanted).where(reflection.c.id == id)


def how_many(wanted: Filter) -> Select[Any]:
    """The number of the reflections wanted; a narrow index of days is there for it."""
    return matching(select(func.count()).select_from(reflection), wanted)


def how_many_before(wanted: Filter, place: Place) -> Select[Any]:
    """The number of the reflections wanted that come before this place: those of later days, and of the same day."""
    day = reflection.c.entry_date
    later = how_many(wanted).where(day > place[0])
    same = how_many(wanted).where(day == place[0], tuple_(*PLACE) > _values(place))
    return select(later.scalar_subquery() + same.scalar_subquery())


def days(since: date, until: date) -> Select[Any]:
    """For each day of the period that has any: the number of its reflections and its strongest pull."""
    table = reflection.c
    columns = select(table.entry_date, func.count().label("count"), func.max(table.pull).label("pull"))
    return matching(columns, Filter(since=since, until=until)).group_by(table.entry_date).order_by(table.entry_date)


def prompt_use(before: date) -> Select[Any]:
    """For each prompt the last day before that one on which it was written about, without the trash."""
    day = reflection.c.entry_date
    return (
        select(reflection.c.prompt, func.max(day))
        .where(reflection.c.prompt.is_not(None), reflection.c.deleted_at.is_(None), day < before.isoformat())
        .group_by(reflection.c.prompt)
    )


def pull_kinds(day: date) -> Select[Any]:
    """Each kind of pull that is noted on that day."""
    kind = reflection.c.pull_kind
    return matching(select(kind).distinct(), Filter(since=day, until=day)).where(kind.is_not(None))


def answered_plans(day: date) -> Select[Any]:
    """The commitments that were followed up on this day, oldest first, without the trash."""
    return _PLANS.where(commitment.c.followed_up_on == day.isoformat()).order_by(*_PLAN_ORDER)


def latest_open_plans(before: date, limit: int) -> Select[Any]:
    """The newest of the commitments made before that day that are open, newest first, without the trash."""
    wanted = _OPEN_PLANS.where(commitment.c.made_on < before.isoformat())
    return wanted.order_by(*(each.desc() for each in _PLAN_ORDER)).limit(limit)


def stale_plans(before: date, limit: int) -> Select[Any]:
    """The oldest of the open commitments that were neither made nor answered since that day, without the trash."""
    day, said = before.isoformat(), commitment.c.followed_up_on
    wanted = _OPEN_PLANS.where(commitment.c.made_on <= day, said.is_(None) | (said <= day))
    return wanted.order_by(*_PLAN_ORDER).limit(limit)


def how_many_open_plans(before: date) -> Select[Any]:
    """How many commitments made before that day are open, without the trash."""
    table, in_trash = commitment.c, ID.where(reflection.c.deleted_at.is_not(None))
    # Those in the trash are few and looked up, so that the index that is read whole need not say whose each one is.
    every = select(func.count()).select_from(commitment).where(_IS_ASKED, table.made_on < before.isoformat())
    return select(every.scalar_subquery() - every.where(table.reflection_id.in_(in_trash)).scalar_subquery())


def naming(id: str, name: str) -> Select[Any]:
    """The reflections that name the person with this id, or in an earlier version this name, trash included, by id."""
    people = func.json_each(reflection_revision.c.content, "$.people").table_valued("value")
    in_versions = select(reflection_revision.c.reflection_id).where(exists().where(people.c.value == name))
    meant = union(
        select(reflection_person.c.reflection_id).where(reflection_person.c.person_id == id),
        select(commitment.c.reflection_id).where(commitment.c.person_id == id),
        in_versions,
    )
    return ID.where(reflection.c.id.in_(meant)).order_by(reflection.c.id)


def matching(columns: Select[Any], wanted: Filter) -> Select[Any]:
    """The reflections wanted, without the trash."""
    table = reflection.c
    query = columns.where(table.deleted_at.is_(None))
    if wanted.since:
        query = query.where(table.entry_date >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(table.entry_date <= wanted.until.isoformat())
    if wanted.pillar:
        query = query.where(table.pillar == wanted.pillar.value)
    if wanted.pull_kind:
        query = query.where(table.pull_kind == wanted.pull_kind.value)
    if wanted.private is not None:
        query = query.where(table.private == int(wanted.private))
    if wanted.tag is not None:
        same = (reflection_tag.c.reflection_id == table.id) & (reflection_tag.c.folded == folded(wanted.tag))
        query = query.where(exists().where(same))
    if wanted.person is not None:
        same = (reflection_person.c.reflection_id == table.id) & (person.c.folded == folded(wanted.person))
        query = query.where(exists().where(same, person.c.id == reflection_person.c.person_id))
    return query


def _values(place: Place) -> ColumnElement[Any]:
    return tuple_(*map(literal, place))
