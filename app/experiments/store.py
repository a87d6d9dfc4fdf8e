"""Where trust experiments live. Every save is one upsert with its search document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from app.errors import NoSuchRecord
from app.experiments import rules
from app.experiments.model import KIND, Experiment, Finding, Pulls
from app.fields import tidy_name
from app.moments import format_instant, parse_instant
from app.people.model import PersonIds
from app.records import trash
from app.reflections.model import Filter, Pillar
from app.search import index
from app.search.words import folded

_metadata = MetaData()
_experiment = Table(
    "experiment",
    _metadata,
    *(Column(name, Text) for name in ("id", "begun_on", "ends_on", "created_at", "updated_at", "deleted_at")),
    Column("private", Integer),
    *(Column(name, Text) for name in ("pillar", "when_text", "will_text", "person_id", "sign", "stop")),
    *(Column(name, Text) for name in ("outcome", "outcome_note", "closed_on")),
)
_person = Table("person", _metadata, Column("id", Text), Column("name", Text), Column("folded", Text))
_reflection = Table(
    *("reflection", _metadata),
    *(Column("id", Text), Column("entry_date", Text), Column("pull", Integer), Column("deleted_at", Text)),
)
_mentioned = Table("reflection_person", _metadata, Column("reflection_id", Text), Column("person_id", Text))
_ALL = select(_experiment, _person.c.name).outerjoin(_person, _person.c.id == _experiment.c.person_id)
_KEPT = _ALL.where(_experiment.c.deleted_at.is_(None))
_NEWEST = (_experiment.c.begun_on.desc(), _experiment.c.created_at.desc(), _experiment.c.id.desc())


class Experiments:
    """The trust experiments of one open journal. To be used inside a transaction."""

    table = _experiment

    def __init__(self, connection: Connection, person_ids: PersonIds) -> None:
        self._connection = connection
        self._person_ids = person_ids

    def get(self, id: str) -> Experiment:
        """One of them, from the trash too. Raises NoSuchRecord."""
        found = self._read(_ALL.where(_experiment.c.id == id))
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def find(self, wanted: Filter, limit: int | None = None) -> list[Experiment]:
        """Newest first, without the trash. One has no tag and no kind of pull."""
        if wanted.tag is not None or wanted.pull_kind is not None:
            return []
        return self._read(_matching(_KEPT, wanted).order_by(*_NEWEST).limit(limit))

    def running(self, by: date) -> Experiment | None:
        """The latest that was begun by that day and had no outcome when the day began."""
        day, closed_on = by.isoformat(), _experiment.c.closed_on
        begun = _KEPT.where(closed_on.is_(None) | (closed_on >= day), _experiment.c.begun_on <= day)
        found = self._read(begun.order_by(*_NEWEST).limit(1))
        return found[0] if found else None

    def every(self) -> Iterator[Experiment]:
        """All of them, the trash included, by id."""
        yield from self._read(_ALL.order_by(_experiment.c.id))

    def trash(self) -> list[Experiment]:
        """What was deleted, latest first."""
        deleted = _experiment.c.deleted_at
        return self._read(_ALL.where(deleted.is_not(None)).order_by(deleted.desc(), _experiment.c.id))

    def ids(self) -> set[str]:
        """Those of all of them, the trash included."""
        return set(self._connection.scalars(select(_experiment.c.id)))

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        number = select(func.count()).select_from(_experiment)
        outside = self._connection.scalars(number.where(_experiment.c.deleted_at.is_(None))).one()
        return int(outside), int(self._connection.scalars(number).one()) - int(outside)

    def pulls(self, since: date, until: date, person: str | None = None) -> Pulls:
        """What the log has of these days, both inclusive; with a name, only of reflections that name this person."""
        table = _reflection.c
        query = select(func.count(table.pull), func.coalesce(func.sum(table.pull), 0)).where(
            table.deleted_at.is_(None), table.entry_date.between(since.isoformat(), until.isoformat())
        )
        if person is not None:
            named = _mentioned.c.reflection_id == table.id, _person.c.id == _mentioned.c.person_id
            query = query.where(exists().where(*named, _person.c.folded == folded(person)))
        number, strength = self._connection.execute(query).one()
        return Pulls(number, strength)

    def save(self, given: Experiment, now: datetime) -> Experiment:
        """Adds it or brings it up to date; returns it as it is kept. It keeps when it was created and the trash."""
        before = self._read(_ALL.where(_experiment.c.id == given.id))
        kept = replace(given, person=tidy_name(given.person or "") or None, updated_at=now)
        if before:
            kept = replace(kept, created_at=before[0].created_at, deleted_at=before[0].deleted_at)
            if replace(kept, updated_at=before[0].updated_at) == before[0]:
                return before[0]
            values = self._rows([kept], now)[0]
            self._connection.execute(update(_experiment).where(_experiment.c.id == kept.id).values(values))
        else:
            self._connection.execute(insert(_experiment), self._rows([kept], now))
        if kept.deleted_at is None:
            index.put(self._connection, _document(kept))
        return kept

    def add_all(self, given: Sequence[Experiment], now: datetime) -> None:
        """Adds experiments that are not there yet exactly as they are."""
        if given:
            self._connection.execute(insert(_experiment), self._rows(given, now))
            index.add_all(self._connection, [_document(each) for each in given if each.deleted_at is None])

    def new(self, given: Iterable[Experiment]) -> tuple[list[Experiment], list[Experiment]]:
        """Those that are not here yet; none of the rest clashes with anything."""
        known = self.ids()
        return [each for each in given if each.id not in known], []

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash. Raises NoSuchRecord."""
        self._set_deleted(id, now, now)
        index.remove(self._connection, KIND, id)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        self._set_deleted(id, None, now)
        index.put(self._connection, _document(self.get(id)))

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what was deleted long enough ago; returns how many."""
        return trash.empty(self._connection, _experiment, now)

    def naming(self, id: str, _name: str) -> list[Experiment]:
        """Those with the person of this id, the trash included."""
        return self._read(_ALL.where(_experiment.c.person_id == id).order_by(_experiment.c.id))

    def renamed(self, id: str, _old: str, _new: str) -> list[index.Document]:
        """What can be found now of those with this person, who has another name."""
        return [self.document(each) for each in self.naming(id, "") if each.deleted_at is None]

    def overwrite(self, given: Sequence[Experiment], now: datetime) -> None:
        """Writes experiments that are there exactly as they are given; what can be found of them stays as it was."""
        for values in self._rows(given, now):
            self._connection.execute(update(_experiment).where(_experiment.c.id == values["id"]).values(values))

    def remove(self, ids: Sequence[str]) -> None:
        """Removes them for good, whether in the trash or not; what can be found of them stays as it was."""
        for id in ids:
            self._connection.execute(delete(_experiment).where(_experiment.c.id == id))

    def document(self, given: Experiment) -> index.Document:
        """What can be found of it."""
        return _document(given)

    def _set_deleted(self, id: str, deleted_at: datetime | None, now: datetime) -> None:
        change = {"deleted_at": format_instant(deleted_at) if deleted_at else None, "updated_at": format_instant(now)}
        if not self._connection.execute(update(_experiment).where(_experiment.c.id == id).values(**change)).rowcount:
            raise NoSuchRecord(id)

    def _read(self, query: Select[Any]) -> list[Experiment]:
        return [_experiment_of(row) for row in self._connection.execute(query)]

    def _rows(self, given: Sequence[Experiment], now: datetime) -> list[dict[str, Any]]:
        ids = self._person_ids([each.person for each in given if each.person is not None], now)
        return [_row(each, ids.get(each.person or "")) for each in given]


def _matching(query: Select[Any], wanted: Filter) -> Select[Any]:
    table = _experiment.c
    if wanted.since:
        query = query.where(table.begun_on >= wanted.since.isoformat())
    if wanted.until:
        query = query.where(table.begun_on <= wanted.until.isoformat())
    if wanted.pillar:
        query = query.where(table.pillar == wanted.pillar.value)
    if wanted.private is not None:
        query = query.where(table.private == int(wanted.private))
    if wanted.person is not None:
        query = query.where(_person.c.folded == folded(wanted.person))
    return query


def _document(kept: Experiment) -> index.Document:
    said = (kept.when, kept.will, kept.sign, kept.stop, kept.outcome_note)
    body = "\n".join(part for part in said if part)
    names = [kept.person] if kept.person else []
    return index.Document(
        kind=KIND, id=kept.id, day=kept.begun_on, time=None, title=rules.title(kept), body=body, names=names
    )


def _row(kept: Experiment, person_id: str | None) -> dict[str, Any]:
    return {
        "id": kept.id,
        "begun_on": kept.begun_on.isoformat(),
        "ends_on": kept.ends_on.isoformat(),
        "created_at": format_instant(kept.created_at),
        "updated_at": format_instant(kept.updated_at),
        "deleted_at": format_instant(kept.deleted_at) if kept.deleted_at else None,
        "private": int(kept.private),
        "pillar": kept.pillar,
        "when_text": kept.when,
        "will_text": kept.will,
        "person_id": person_id,
        "sign": kept.sign,
        "stop": kept.stop,
        "outcome": kept.outcome,
        "outcome_note": kept.outcome_note,
        "closed_on": kept.closed_on.isoformat() if kept.closed_on else None,
    }


def _experiment_of(row: Any) -> Experiment:
    return Experiment(
        id=row.id,
        begun_on=date.fromisoformat(row.begun_on),
        ends_on=date.fromisoformat(row.ends_on),
        created_at=parse_instant(row.created_at),
        updated_at=parse_instant(row.updated_at),
        deleted_at=parse_instant(row.deleted_at) if row.deleted_at else None,
        private=bool(row.private),
        pillar=Pillar(row.pillar) if row.pillar else None,
        when=row.when_text,
        will=row.will_text,
        person=row.name,
        sign=row.sign,
        stop=row.stop,
        outcome=Finding(row.outcome) if row.outcome else None,
        outcome_note=row.outcome_note,
        closed_on=date.fromisoformat(row.closed_on) if row.closed_on else None,
    )
