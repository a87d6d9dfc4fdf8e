"""The tables of reflections and what is asked of them, for the store alone; `app.vault.migrations` makes them."""

from typing import Any

from sqlalchemy import BindParameter, Column, Integer, MetaData, Select, Table, Text, bindparam, exists, select

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
    Column("when_text", Text),
    Column("will_text", Text),
    Column("person_id", Text),
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


def filtered(columns: Select[Any], wanted: Filter, limit: int | None) -> Select[Any]:
    """The reflections wanted, newest first, without the trash; the index of headings is in this order."""
    table = reflection.c
    query = columns.where(table.deleted_at.is_(None)).order_by(*_NEWEST).limit(limit)
    if wanted.since:
        query = query.where(table.entry_date >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(table.entry_date <= wanted.until.isoformat())
    if wanted.pillar:
        query = query.where(table.pillar == wanted.pillar.value)
    if wanted.private is not None:
        query = query.where(table.private == int(wanted.private))
    if wanted.tag is not None:
        same = (reflection_tag.c.reflection_id == table.id) & (reflection_tag.c.folded == folded(wanted.tag))
        query = query.where(exists().where(same))
    if wanted.person is not None:
        same = (reflection_person.c.reflection_id == table.id) & (person.c.folded == folded(wanted.person))
        query = query.where(exists().where(same, person.c.id == reflection_person.c.person_id))
    return query
