"""The tables of reflections and what is asked of them, for the store alone; `app.vault.migrations` makes them."""

from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    exists,
    func,
    select,
    text,
    tuple_,
    union,
)
from sqlalchemy import Connection as Connection
from sqlalchemy import Select as Select

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


# Statements are made once, and what they ask about is given with each question: making one takes longer than asking.
_DAY: BindParameter[str] = bindparam("day")
_SINCE: BindParameter[str] = bindparam("since")
_UNTIL: BindParameter[str] = bindparam("until")
_LIMIT = bindparam("limit", type_=Integer)
_HERE = tuple_(_DAY, bindparam("time"), bindparam("created"), bindparam("number"))  # a place that is given


Values = dict[str, Any]
_TAG = (reflection_tag.c.reflection_id == reflection.c.id) & (reflection_tag.c.folded == bindparam("tag"))
_PERSON = (reflection_person.c.reflection_id == reflection.c.id) & (person.c.folded == bindparam("person"))
_CONDITIONS = {
    "since": reflection.c.entry_date >= _SINCE,
    "until": reflection.c.entry_date <= _UNTIL,
    "pillar": reflection.c.pillar == bindparam("pillar"),
    "pull_kind": reflection.c.pull_kind == bindparam("pull_kind"),
    "private": reflection.c.private == bindparam("private"),
    "tag": exists().where(_TAG),
    "person": exists().where(_PERSON, person.c.id == reflection_person.c.person_id),
}


def matching(columns: Select[Any], conditions: frozenset[str]) -> Select[Any]:
    """The reflections that meet these conditions, without the trash."""
    meant = (condition for name, condition in _CONDITIONS.items() if name in conditions)
    return columns.where(reflection.c.deleted_at.is_(None), *meant)


_PERIOD = frozenset(("since", "until"))
# For each day of a period that has any: the number of its reflections and its strongest pull.
_DAY_OF_MANY = select(reflection.c.entry_date, func.count().label("count"), func.max(reflection.c.pull).label("pull"))
DAYS = matching(_DAY_OF_MANY, _PERIOD).group_by(reflection.c.entry_date).order_by(reflection.c.entry_date)
# For each prompt the last day before `day` on which it was written about.
PROMPT_USE = (
    select(reflection.c.prompt, func.max(reflection.c.entry_date))
    .where(reflection.c.prompt.is_not(None), reflection.c.deleted_at.is_(None), reflection.c.entry_date < _DAY)
    .group_by(reflection.c.prompt)
)
# Each kind of pull that is noted in a period.
PULL_KINDS = matching(select(reflection.c.pull_kind).distinct(), _PERIOD).where(reflection.c.pull_kind.is_not(None))
# The commitments that were followed up on `day`, oldest first.
ANSWERED_PLANS = _PLANS.where(commitment.c.followed_up_on == _DAY).order_by(*_PLAN_ORDER)
# The newest of those made before `day` that are open, newest first.
LATEST_OPEN_PLANS = (
    _OPEN_PLANS.where(commitment.c.made_on < _DAY).order_by(*(each.desc() for each in _PLAN_ORDER)).limit(_LIMIT)
)
# The oldest of those open that were neither made nor answered since `day`.
STALE_PLANS = (
    _OPEN_PLANS.where(
        commitment.c.made_on <= _DAY, commitment.c.followed_up_on.is_(None) | (commitment.c.followed_up_on <= _DAY)
    )
    .order_by(*_PLAN_ORDER)
    .limit(_LIMIT)
)
# How many commitments made before `day` are open, counted as far as `limit`. Those in the trash are few and looked
# up, so that the index that is read need not say whose each one is.
_EVERY_OPEN = select(commitment.c.made_on).where(_IS_ASKED, commitment.c.made_on < _DAY)
_IN_TRASH = commitment.c.reflection_id.in_(ID.where(reflection.c.deleted_at.is_not(None)))
_OPEN_IN_TRASH = _EVERY_OPEN.with_only_columns(func.count()).where(_IN_TRASH).scalar_subquery()
_COUNTED = _EVERY_OPEN.limit(_LIMIT + _OPEN_IN_TRASH).subquery("counted")
NUMBER_OF_OPEN_PLANS = select(func.count() - _OPEN_IN_TRASH).select_from(_COUNTED)
# Where the reflection with this `id` stands.
PLACE_OF = select(*PLACE).where(reflection.c.id == bindparam("id"))


def asked(wanted: Filter) -> Values:
    """What a question about the reflections wanted is asked with: a value for each condition that it has."""
    given = {
        "since": wanted.since and wanted.since.isoformat(),
        "until": wanted.until and wanted.until.isoformat(),
        "pillar": wanted.pillar and wanted.pillar.value,
        "pull_kind": wanted.pull_kind and wanted.pull_kind.value,
        "private": None if wanted.private is None else int(wanted.private),
        "tag": None if wanted.tag is None else folded(wanted.tag),
        "person": None if wanted.person is None else folded(wanted.person),
    }
    return {name: value for name, value in given.items() if value is not None}


def at(place: Place) -> Values:
    """What a question about this place is asked with."""
    return dict(zip(("day", "time", "created", "number"), place, strict=True))


@cache
def filtered(columns: Select[Any], conditions: frozenset[str], *, goes_on: bool = False) -> Select[Any]:
    """The reflections that meet the conditions, newest first, without the trash, at most `limit`, of which -1 is no
    limit; the index of headings is in this order. One that goes on has only those that come after a place.
    """
    query = matching(columns, conditions).order_by(*_NEWEST).limit(_LIMIT)
    return query.where(tuple_(*PLACE) < _HERE) if goes_on else query


@cache
def within(conditions: frozenset[str]) -> Select[Any]:
    """The reflection with this `id`, if it meets the conditions."""
    return matching(ID, conditions).where(reflection.c.id == bindparam("id"))


@cache
def how_many(conditions: frozenset[str]) -> Select[Any]:
    """The number of the reflections that meet the conditions; a narrow index of days is there for it."""
    return matching(select(func.count()).select_from(reflection), conditions)


@cache
def how_many_before(conditions: frozenset[str]) -> Select[Any]:
    """The number of those that come before a place: those of later days, and of the same day."""
    day = reflection.c.entry_date
    later = how_many(conditions).where(day > _DAY)
    same = how_many(conditions).where(day == _DAY, tuple_(*PLACE) > _HERE)
    return select(later.scalar_subquery() + same.scalar_subquery())


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
