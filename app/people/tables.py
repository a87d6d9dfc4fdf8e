"""What is asked of everything that names people, for all of them at once; the queries are few however many they are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, MetaData, Select, Table, Text, func, literal, null, select, text, union_all
from sqlalchemy import Connection as Connection

_metadata = MetaData()


def _table(name: str, *columns: str) -> Table:
    return Table(name, _metadata, *(Column(each, Text) for each in columns))


_reflection = _table("reflection", "id", "entry_date", "pillar", "deleted_at")
_named = _table("reflection_person", "reflection_id", "person_id")
_feedback = _table("feedback", "person_id", "entry_date", "pillar", "deleted_at")
_experiment = _table("experiment", "person_id", "begun_on", "ends_on", "closed_on", "pillar", "deleted_at")
_OF_REFLECTION = _named.join(_reflection, _named.c.reflection_id == _reflection.c.id)

_IN_TRASH = select(_reflection.c.id).where(_reflection.c.deleted_at.is_not(None)).scalar_subquery()
# By something that no index has: or the database would go through all that anybody was ever named in, person by person.
_PERSON = _named.c.person_id.concat("")


def mentions(of: Sequence[str], *, in_trash: bool) -> Select[Any]:
    """For each of these people, how many reflections name them; or only of those in the trash, which are few."""
    query = select(_named.c.person_id, func.count().label("number")).where(_named.c.person_id.in_(of))
    query = query.group_by(_named.c.person_id)
    return query.where(_named.c.reflection_id.in_(_IN_TRASH)) if in_trash else query


def named_since(day: date) -> Select[Any]:
    """For each person whom a reflection of that day or a later one names, the last such day."""
    query = select(_named.c.person_id, func.max(_reflection.c.entry_date).label("day")).select_from(_OF_REFLECTION)
    since = _reflection.c.entry_date >= day.isoformat()
    return query.where(_reflection.c.deleted_at.is_(None), since).group_by(_PERSON)


def last_named(of: Sequence[str]) -> Select[Any]:
    """For each of these people the last day of a reflection that names them."""
    query = select(_named.c.person_id, func.max(_reflection.c.entry_date).label("day")).select_from(_OF_REFLECTION)
    whose = _named.c.person_id.in_(of)
    return query.where(_reflection.c.deleted_at.is_(None), whose).group_by(_named.c.person_id)


def shown(since: date, until: date, of: str | None = None) -> Select[Any]:
    """Every pillar that showed with somebody in these days: in reflections, in feedback, in experiments."""
    first, last = since.isoformat(), until.isoformat()
    written = (
        select(_named.c.person_id, _reflection.c.pillar, _reflection.c.entry_date.label("first"), null().label("last"))
        .select_from(_OF_REFLECTION)
        .where(_reflection.c.deleted_at.is_(None), _reflection.c.entry_date.between(first, last))
    )
    table = _feedback.c
    by_person = table.person_id.in_(text("SELECT id FROM person"))  # an index has them by person, then by day
    said = select(table.person_id, table.pillar, table.entry_date, null()).where(
        table.deleted_at.is_(None), by_person, table.entry_date.between(first, last)
    )
    table = _experiment.c
    ended = func.min(table.ends_on, func.coalesce(table.closed_on, literal("9999")))
    tried = select(table.person_id, table.pillar, table.begun_on, ended).where(
        table.deleted_at.is_(None), table.person_id.is_not(None), table.begun_on <= last, ended >= first
    )
    every = union_all(written, said, tried).subquery()
    query = select(every).where(every.c.pillar.is_not(None))
    return query if of is None else query.where(every.c.person_id == of)
