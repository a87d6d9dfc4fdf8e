"""Where people live: so far a name and an id each."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Column, Connection, MetaData, Table, Text, bindparam, insert, select

from app.moments import format_instant
from app.search.words import folded

_person = Table(
    "person",
    MetaData(),
    Column("id", Text, primary_key=True),
    Column("name", Text),
    Column("folded", Text),
    Column("created_at", Text),
    Column("updated_at", Text),
    Column("deleted_at", Text),
)
_BY_NAME = select(_person.c.name, _person.c.id).where(_person.c.name.in_(bindparam("names", expanding=True)))
_AT_ONCE = 500


class People:
    """The people of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self) -> list[str]:
        """Every name there is, in the order of the names."""
        return list(self._connection.scalars(select(_person.c.name).order_by(_person.c.folded, _person.c.name)))

    def ids(self, names: Iterable[str], now: datetime) -> dict[str, str]:
        """The id of each name; a name that is new becomes a person."""
        wanted = sorted(set(names))
        found: dict[str, str] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            rows = self._connection.execute(_BY_NAME, {"names": wanted[at : at + _AT_ONCE]})
            found.update((row.name, row.id) for row in rows)
        new = {name: uuid4().hex for name in wanted if name not in found}
        if new:
            instant = format_instant(now)
            self._connection.execute(
                insert(_person),
                [
                    {"id": id, "name": name, "folded": folded(name), "created_at": instant, "updated_at": instant}
                    for name, id in new.items()
                ],
            )
        return found | new
