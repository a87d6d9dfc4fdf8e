"""The names of people and their ids: what every other table knows of a person."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Column, Connection, MetaData, Table, Text, bindparam, insert, select

from app.moments import format_instant
from app.search.words import folded

_COLUMNS = ("id", "entry_date", "name", "folded", "created_at", "updated_at")
_person = Table("person", MetaData(), *(Column(name, Text) for name in _COLUMNS))
_BY_NAME = select(_person.c.name, _person.c.id).where(_person.c.name.in_(bindparam("names", expanding=True)))
_ALL = select(_person.c.id, _person.c.name).order_by(_person.c.folded, _person.c.name)
_AT_ONCE = 500


class Names:
    """Names by id and ids by name in one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_id(self) -> dict[str, str]:
        """Every name there is by its id, in the order of the names."""
        return {row.id: row.name for row in self._connection.execute(_ALL)}

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
            made = {"entry_date": now.date().isoformat(), "created_at": instant, "updated_at": instant}
            added = [made | {"id": id, "name": name, "folded": folded(name)} for name, id in new.items()]
            self._connection.execute(insert(_person), added)
        return found | new
