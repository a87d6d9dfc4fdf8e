"""Where the records of one kind live. Every save is one upsert with its search document."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, Generic

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from app.errors import NoSuchRecord
from app.moments import format_instant
from app.records import trash
from app.records.kind import E, Kind
from app.records.names import Names
from app.records.shape import FLAG, Part
from app.reflections.model import Filter
from app.search import index
from app.search.words import folded

Values = dict[str, Any]


class Storage(Generic[E]):
    """The records of one kind in one open journal. To be used inside a transaction.

    A row holds what the JSON of the record holds: a list as JSON, and the id of a person where that has the name.
    """

    def __init__(self, connection: Connection, kind: Kind[E], names: Names, more: Sequence[str] = ()) -> None:
        """`more` are columns that the kind knows nothing of."""
        self.kind = kind
        self._connection = connection
        self._names = names
        self._columns = {field: _column(field, part) for field, part in kind.shape.parts.items()}
        self.table = _table(kind.name.replace("-", "_"), (*self._columns.values(), *more))
        rows = self.table.c
        self._all = self._records = select(self.table)
        self._newest = (rows.entry_date.desc(), rows.created_at.desc(), rows.id.desc())

    def get(self, id: str) -> E:
        """One of them, from the trash too. Raises NoSuchRecord."""
        found = self._read(self._all.where(self.table.c.id == id))
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def find(self, wanted: Filter, limit: int | None = None) -> list[E]:
        """Newest first, without the trash. What a kind does not have, no record of it matches."""
        query = self._kept().where(*self._conditions(wanted))
        return self._read(query.order_by(*self._newest).limit(limit))

    def where(self, **values: Any) -> list[E]:
        """Those with exactly these values, by field, newest first, without the trash; of a set, any value will do."""
        return self._read(self._kept().where(*map(self._equal, values, values.values())).order_by(*self._newest))

    def every(self) -> Iterator[E]:
        """All of them, the trash included, by id."""
        yield from self._read(self._records.order_by(self.table.c.id))

    def trash(self) -> list[E]:
        """What was deleted, latest first."""
        deleted = self.table.c.deleted_at
        return self._read(self._records.where(deleted.is_not(None)).order_by(deleted.desc(), self.table.c.id))

    def ids(self) -> set[str]:
        """Those of all of them, the trash included."""
        return set(self._connection.scalars(select(self._records.subquery().c.id)))

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        outside, every = (
            int(self._connection.scalars(select(func.count()).select_from(query.subquery())).one())
            for query in (self._kept(), self._records)
        )
        return outside, every - outside

    def save(self, given: E, now: datetime) -> E:
        """Adds it or brings it up to date; returns it as it is kept. It keeps when it was created and the trash."""
        before = self._read(self._all.where(self.table.c.id == given.id))
        kept = replace(self.kind.tidy(given), updated_at=now)
        if not before:
            self._connection.execute(insert(self.table), self._rows([kept], now))
        else:
            kept = replace(kept, created_at=before[0].created_at, deleted_at=before[0].deleted_at)
            if replace(kept, updated_at=before[0].updated_at) == before[0]:
                return before[0]
            (values,) = self._rows([kept], now)
            self._connection.execute(update(self.table).where(self.table.c.id == kept.id).values(values))
        if kept.deleted_at is None:
            index.put(self._connection, self.document(kept))
        return kept

    def new(self, given: Iterable[E]) -> tuple[list[E], list[E]]:
        """Those that are not here yet, each once; none of them can clash."""
        taken, new = self.ids(), list[E]()
        for each in given:
            if each.id not in taken:
                taken.add(each.id)
                new.append(each)
        return new, []

    def add_all(self, given: Sequence[E], now: datetime) -> None:
        """Adds records that are not there yet exactly as they are."""
        if given:
            self._connection.execute(insert(self.table), self._rows(given, now))
            index.add_all(self._connection, [self.document(each) for each in given if each.deleted_at is None])

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash. Raises NoSuchRecord."""
        self._set_deleted(id, now, now)
        index.remove(self._connection, self.kind.name, id)

    def discard(self, id: str) -> None:
        """Removes for good one that was begun and left empty; nothing where there is none."""
        self.remove([id])
        index.remove(self._connection, self.kind.name, id)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        self._set_deleted(id, None, now)
        index.put(self._connection, self.document(self.get(id)))

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what was deleted long enough ago; returns how many."""
        return trash.empty(self._connection, self.table, now)

    def naming(self, id: str, _name: str) -> list[E]:
        """Those that name the person with this id, the trash included."""
        return self._read(self._all.where(self._names_any([id])).order_by(self.table.c.id))

    def renamed(self, id: str, _old: str, _new: str) -> list[index.Document]:
        """What can be found now of those that name this person, who has another name."""
        return [self.document(each) for each in self.naming(id, "") if each.deleted_at is None]

    def overwrite(self, given: Sequence[E], now: datetime) -> None:
        """Writes records that are there exactly as they are given; what can be found of them stays as it was."""
        for values in self._rows(given, now):
            self._connection.execute(update(self.table).where(self.table.c.id == values["id"]).values(values))

    def remove(self, ids: Sequence[str]) -> None:
        """Removes them for good, whether in the trash or not; what can be found of them stays as it was."""
        for id in ids:
            self._connection.execute(delete(self.table).where(self.table.c.id == id))

    def document(self, given: E) -> index.Document:
        """What can be found of it: all its words, and whom it names."""
        return index.Document(
            kind=self.kind.name,
            id=given.id,
            day=given.date,
            time=None,
            title=self.kind.title(given),
            body="\n".join(self.kind.words(given)),
            names=self.kind.people(given),
        )

    def _kept(self) -> Select[Any]:
        return self._records.where(self.table.c.deleted_at.is_(None))

    def _set_deleted(self, id: str, deleted_at: datetime | None, now: datetime) -> None:
        change = {"deleted_at": format_instant(deleted_at) if deleted_at else None, "updated_at": format_instant(now)}
        if not self._connection.execute(update(self.table).where(self.table.c.id == id).values(**change)).rowcount:
            raise NoSuchRecord(id)

    def _conditions(self, wanted: Filter) -> Iterator[ColumnElement[bool]]:
        rows = self.table.c
        if wanted.since:
            yield rows.entry_date >= wanted.since.isoformat()
            person = self.kind.parts.get("person")
            if person is not None and not person.is_optional:  # by the index of both no record of another day is read
                yield rows.person_id.in_(text("SELECT id FROM person"))
        if wanted.until:
            yield rows.entry_date <= wanted.until.isoformat()
        if wanted.private is not None:
            yield rows.private == int(wanted.private)
        if wanted.pillar is not None:
            yield rows.pillar == wanted.pillar.value if "pillar" in rows else false()
        if wanted.tag is not None or wanted.pull_kind is not None:
            yield false()
        if wanted.person is not None:
            yield self._names_person(wanted.person)

    def _names_person(self, name: str) -> ColumnElement[bool]:
        return self._names_any([id for id, each in self._names.by_id().items() if folded(each) == folded(name)])

    def _names_any(self, meant: Sequence[str]) -> ColumnElement[bool]:
        columns = [self.table.c[self._columns[field]] for field, part in self.kind.parts.items() if part.holds_person]
        return or_(false(), *(column.contains(id) for column in columns for id in meant))

    def _equal(self, field: str, value: Any) -> ColumnElement[bool]:
        if isinstance(value, set):
            return or_(false(), *(self._equal(field, each) for each in value))
        part = self.kind.shape.parts[field]
        column, written = self.table.c[self._columns[field]], part.to_json(value)
        if written is None:
            return column.is_(None)
        if not part.is_person:
            return column == (int(written) if isinstance(written, bool) else written)
        return column == next((id for id, each in self._names.by_id().items() if each == written), "")

    def _read(self, query: Select[Any]) -> list[E]:
        rows = self._connection.execute(query).mappings().all()
        names = self._names.by_id() if rows else {}
        return [self._entry(row, names) for row in rows]

    def _entry(self, row: Mapping[Any, Any], names: Mapping[str, str]) -> E:
        read = {
            field: part.from_json(part.renamed(_json(part, row[self._columns[field]]), names))
            for field, part in self.kind.shape.parts.items()
        }
        return self.kind.make(**read)

    def _rows(self, given: Sequence[E], now: datetime) -> list[Values]:
        ids = self._names.ids({name for each in given for name in self.kind.people(each)}, now)
        return [self._row(each, ids) for each in given]

    def _row(self, given: E, ids: Mapping[str, str]) -> Values:
        written = self.kind.shape.renamed(self.kind.shape.to_json(given), ids)
        return {self._columns[field]: _cell(value) for field, value in written.items()}


@cache
def _table(name: str, columns: tuple[str, ...]) -> Table:
    """The same for every connection, by which SQLAlchemy knows a statement that it has compiled."""
    return Table(name, MetaData(), *map(Column, columns))


def _column(field: str, part: Part) -> str:
    if field == "date":
        return "entry_date"
    return f"{field}_id" if part.is_person else field


def _cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def _json(part: Part, cell: Any) -> Any:
    if cell is None:
        return None
    if part.each is not None or part.shape is not None:
        return json.loads(cell)
    return bool(cell) if part.read is FLAG.read else cell
