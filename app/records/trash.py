"""What has been in the trash long enough to go: one condition for all tables, and one question to all of them."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, CompoundSelect, Connection, bindparam, delete, exists, literal, select, union_all
from sqlalchemy import Table as Table  # the journal has its name from here

from app.moments import format_instant
from app.trash import trash_ends


def is_long_gone(table: Table) -> ColumnElement[bool]:
    """The condition on a row of it; a statement with it is executed with what `at` says."""
    return table.c.deleted_at < bindparam("ends")


def at(now: datetime) -> dict[str, str]:
    """The values of the condition at that instant."""
    return {"ends": format_instant(trash_ends(now))}


def due(connection: Connection, tables: Iterable[Table], now: datetime) -> set[str]:
    """The names of those with something to go."""
    return set(connection.scalars(_due(tuple(tables)), at(now)))


def empty(connection: Connection, table: Table, now: datetime) -> int:
    """Removes for good what has to go from one of them; returns how many rows."""
    return connection.execute(delete(table).where(is_long_gone(table)), at(now)).rowcount


@cache
def _due(tables: tuple[Table, ...]) -> CompoundSelect[tuple[str]]:
    return union_all(*(select(literal(each.name)).where(exists().where(is_long_gone(each))) for each in tables))
