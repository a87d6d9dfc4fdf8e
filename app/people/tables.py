"""What is asked of everything that names people, for all of them at once; the queries are few however many they are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, Text, func, literal, null, select, union_all
from sqlalchemy import Connection as Connection

_metadata = MetaData()


def _table(name: str, *columns: str) -> Table:
    return Table(name, _metadata, *(Column(each, Text) for each in columns))


_reflection = _table("reflection", "id", "entry_date", "pillar", "deleted_at")
_named = _table("reflection_person", "reflection_id", "person_id")
_feedback = _table("feedback", "person_id", "entry_date", "pillar", "deleted_at")
_experiment = _table("experiment", "person_id", "begun_on", "ends_on", "closed_on", "pillar", "deleted_at")
_OF_REFLECTION = _named.join(_reflection, _named.c.reflection_id == _reflection.c.id)

# Whoever is named somewhere, and how often; those in the trash are few, and taken off. An index holds the first.
MENTIONS = select(_named.c.person_id, func.count().label("number")).group_by(_named.c.person_id)
_IN_TRASH = select(_reflection.c.id).where(_reflection.c.deleted_at.is_not(None)).scalar_subquery()
MENTIONS_IN_TRASH = MENTIONS.where(_named.c.reflection_id.in_(_IN_TRASH))


def last_named(since: date | None, of: Sequence[str] | None) -> Select[Any]:
    """For each person the last day on which a reflection names them; of these people and from that day on, if given."""
    query = select(_named.c.person_id, func.max(_reflection.c.entry_date).label("day"))
    query = query.select_from(_OF_REFLECTION).where(_reflection.c.deleted_at.is_(None)).group_by(_named.c.person_id)
    if since is not None:
        query = query.where(_reflection.c.entry_date >= since.isoformat())
    return query if of is None else query.where(_named.c.person_id.in_(of))


def shown(since: date, until: date, of: str | None = None) -> Select[Any]:
    """Every pillar that showed with somebody in these days: in reflections, in feedback, in experiments."""
    first, last = since.isoformat(), until.isoformat()
    written = (
        select(_named.c.person_id, _reflection.c.pillar, _reflection.c.entry_date.label("first"), null().label("last"))
        .select_from(_OF_REFLECTION)
        .where(_reflection.c.deleted_at.is_(None), _reflection.c.entry_date.between(first, last))
    )
    table = _feedback.c
    said = select(table.person_id, table.pillar, table.entry_date, null()).where(
        table.deleted_at.is_(None), table.entry_date.between(first, last)
    )
    table = _experiment.c
    ended = func.min(table.ends_on, func.coalesce(table.closed_on, literal("9999")))
    tried = select(table.person_id, table.pillar, table.begun_on, ended).where(
        table.deleted_at.is_(None), table.person_id.is_not(None), table.begun_on <= last, ended >= first
    )
    every = union_all(written, said, tried).subquery()
    query = select(every).where(every.c.pillar.is_not(None))
    return query if of is None else query.where(every.c.person_id == of)
