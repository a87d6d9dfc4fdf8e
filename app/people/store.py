"""Where people live. A name that only reflections have is a person, too, and no record of its own until it is saved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Select, insert, select, update

from app.errors import NameTaken
from app.moments import shifted
from app.people import rules, tables
from app.people.model import Person
from app.people.record import PERSON_KIND
from app.people.rules import Shown, balance_since
from app.records import trash
from app.records.names import Names
from app.records.storage import Storage, Values
from app.reflections.model import Pillar
from app.search import index
from app.search.words import folded

_LATELY = timedelta(days=366)


class People(Storage[Person]):
    """The people of one open journal. To be used inside a transaction.

    What the files and the counts have of them are records: those that were saved, and not only named.
    """

    def __init__(self, connection: Connection, names: Names, renamed: Callable[[str, str, str], None]) -> None:
        """`renamed` is told the id, the old and the new name of somebody who was given another one."""
        self._renamed = renamed
        super().__init__(connection, PERSON_KIND, names, more=("folded", "is_record"))
        self._records = self._all.where(self.table.c.is_record == 1)

    def everyone(self) -> list[Person]:
        """All people, archived ones and mere names included, in the order of their names; without the trash."""
        rows = self.table.c
        return self._read(self._all.where(rows.deleted_at.is_(None)).order_by(rows.folded, rows.name))

    def names(self) -> list[str]:
        """Every name there is, in the order of the names."""
        return list(self._names.by_id().values())

    def called(self, is_meant: Callable[[str], bool]) -> dict[str, str]:
        """The names that are meant, by id, of mere names and of people in the trash, too."""
        return {id: name for id, name in self._names.by_id().items() if is_meant(name)}

    def suggested(self) -> list[str]:
        """The names to offer for something new: those of today, without who is archived or in the trash."""
        rows = self.table.c
        there = select(rows.name).where(rows.archived_on.is_(None), rows.deleted_at.is_(None))
        return list(self._connection.scalars(there.order_by(rows.folded, rows.name)))

    def mentions(self, of: Sequence[str]) -> dict[str, int]:
        """For each of these ids how many reflections name that person; without the trash."""
        every, gone = (self._connection.execute(tables.mentions(of, in_trash=each)) for each in (False, True))
        found: dict[str, int] = {row.person_id: row.number for row in every}
        for id, number in gone:
            found[id] -= number
        return found

    def last_named(self, among: Iterable[str], today: date) -> dict[str, date]:
        """For each of these ids the last day of a reflection that names them, if any does.

        Most were named within a year, and its reflections are few; only for the others is more of the journal read.
        """
        found = self._days(tables.named_since(shifted(today, -_LATELY)))
        rest = [id for id in among if id not in found]
        return found | self._days(tables.last_named(rest)) if rest else found

    def shown(self, today: date, of: str | None = None) -> dict[str, list[Shown]]:
        """For each person, by id, the pillars that showed in the days of the balance; or for this one alone."""
        found: dict[str, list[Shown]] = {}
        for row in self._connection.execute(tables.shown(balance_since(today), today, of)):
            last = date.fromisoformat(row.last or row.first)
            each = Shown(Pillar(row.pillar), date.fromisoformat(row.first), last)
            found.setdefault(row.person_id, []).append(each)
        return found

    def save(self, given: Person, now: datetime) -> Person:
        """Adds a person or brings them up to date; a mere name becomes a record. With another name, everything that
        names them follows, and the one before is among their earlier ones. Raises NameTaken.
        """
        tidy = self.kind.tidy(given)
        rows = self.table.c
        if self._connection.scalar(select(rows.id).where(rows.name == tidy.name, rows.id != tidy.id)):
            raise NameTaken(tidy.name)
        before = self._connection.scalar(select(rows.name).where(rows.id == tidy.id))
        if before is not None and before != tidy.name:
            tidy = replace(tidy, earlier_names=rules.earlier_names(tidy.name, *tidy.earlier_names, before))
        self._connection.execute(update(self.table).where(rows.id == tidy.id).values(is_record=1))
        kept = super().save(tidy, now)
        if kept.deleted_at is None:  # a mere name was not in it, and may have become a record without another change
            index.put(self._connection, self.document(kept))
        if before is not None and before != kept.name:
            self._renamed(kept.id, before, kept.name)
        return kept

    def new(self, given: Iterable[Person]) -> tuple[list[Person], list[Person]]:
        """Those whom nobody here has the id or the name of, each once; a mere name is filled in."""
        rows = self.table.c
        taken = set(self._connection.scalars(select(rows.id).where(rows.is_record == 1)))
        taken |= set(self._connection.scalars(select(rows.name).where(rows.is_record == 1)))
        new = []
        for each in given:
            keys = {each.id, each.name}
            if taken.isdisjoint(keys):
                new.append(each)
            taken |= keys
        return new, []

    def empty_trash(self, now: datetime) -> int:
        """Whoever was deleted long enough ago is a mere name again, since something else may still name them."""
        gone = self._read(self._records.where(trash.is_long_gone(self.table)).params(trash.at(now)))
        for each in gone:
            bare = Person(id=each.id, date=each.date, name=each.name, created_at=each.created_at, updated_at=now)
            (values,) = self._rows([bare], now)
            self._connection.execute(
                update(self.table).where(self.table.c.id == each.id).values(values | {"is_record": 0})
            )
        return len(gone)

    def add_all(self, given: Sequence[Person], now: datetime) -> None:
        """Adds people who are not records yet exactly as they are; somebody known by name keeps the id they have.

        Where a mere name here has the id of somebody else there, who comes gets another.
        """
        rows = self.table.c
        for each, values in zip(given, self._rows(given, now), strict=True):
            known = self._connection.scalar(select(rows.id).where(rows.name == each.name))
            if known is None:
                if self._connection.scalar(select(rows.id).where(rows.id == each.id)):
                    values |= {"id": uuid4().hex}
                self._connection.execute(insert(self.table), [values])
            else:
                values |= {"id": known}
                self._connection.execute(update(self.table).where(rows.id == known).values(values))
            if each.deleted_at is None:
                index.add_all(self._connection, [self.document(self.get(values["id"]))])

    def naming(self, _id: str, _name: str) -> list[Person]:
        """None: a person is not about another."""
        return []

    def document(self, given: Person) -> index.Document:
        """What can be found of them: what is said of them, and the name."""
        found = super().document(given)
        return index.Document(
            kind=found.kind,
            id=found.id,
            day=found.day,
            time=None,
            title=found.title,
            body=found.body or given.name,
            names=[given.name],
        )

    def _days(self, query: Select[Any]) -> dict[str, date]:
        return {row.person_id: date.fromisoformat(row.day) for row in self._connection.execute(query)}

    def _row(self, given: Person, ids: Mapping[str, str]) -> Values:
        row: dict[str, Any] = super()._row(given, ids)
        return row | {"folded": folded(given.name), "is_record": 1}
