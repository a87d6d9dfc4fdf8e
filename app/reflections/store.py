"""Where reflections live. Every save is one upsert with its revision and its search document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, exists, func, insert, or_, select, update

from app.errors import NoSuchRecord
from app.moments import format_instant, parse_instant
from app.reflections import rows, rules
from app.reflections.model import KIND, Commitment, Filter, Heading, Outcome, Reflection, Revision
from app.reflections.tables import (
    COMMITMENTS,
    PEOPLE,
    REVISIONS,
    ROWS,
    TAGS,
    commitment,
    filtered,
    reflection,
    reflection_person,
    reflection_revision,
    reflection_tag,
)
from app.search import index

PersonIds = Callable[[Iterable[str], datetime], dict[str, str]]

_AT_ONCE = 500
_PARTS = (reflection_tag, reflection_person, commitment)


class OpenCommitment(NamedTuple):
    """A commitment that is asked about again, and the reflection it was made in."""

    reflection_id: str
    made_on: date
    commitment: Commitment


class Reflections:
    """The reflections of one open journal. To be used inside a transaction."""

    def __init__(self, connection: Connection, person_ids: PersonIds) -> None:
        self._connection = connection
        self._person_ids = person_ids

    def save(self, given: Reflection, now: datetime) -> Reflection:
        """Adds the reflection or brings it up to date; returns it as it is kept.

        What is kept from before: when it was created, where it came from, whether it is in the trash, and its
        revisions, to which the version before joins when a new sitting changes it. Without a change, nothing is done.
        """
        before = self._found([given.id])
        if not before:
            kept = replace(_tidy(given), updated_at=now, deleted_at=None, revisions=())
            self._add([kept], now)
            index.put(self._connection, rows.document(kept))
            return kept
        old, tidy = before[0], _tidy(given)
        kept = replace(old, content=tidy.content, commitments=tidy.commitments)
        if kept == old:
            return old
        is_rewritten = kept.content != old.content
        if is_rewritten and rules.begins_new_sitting(self._written_at(old.id), now):
            kept = replace(kept, revisions=(*old.revisions, self._keep_version(old)))
        kept = replace(kept, updated_at=now)
        self._write(kept, now, is_rewritten=is_rewritten)
        return kept

    def add_all(self, given: Sequence[Reflection], now: datetime) -> None:
        """Adds reflections that are not there yet exactly as they are, revisions and trash included."""
        self._add(given, now)
        index.add_all(self._connection, [rows.document(each) for each in given if each.deleted_at is None])

    def get(self, id: str) -> Reflection:
        """One reflection, from the trash too. Raises NoSuchRecord."""
        found = self._found([id])
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def find(self, wanted: Filter, limit: int | None = None) -> list[Reflection]:
        """Newest first, without the trash."""
        ids = [row.id for row in self._connection.execute(filtered(select(reflection.c.id), wanted, limit))]
        return list(self._in_order(ids))

    def headings(self, wanted: Filter, limit: int | None = None) -> list[Heading]:
        """Newest first, without the trash."""
        table = reflection.c
        columns = select(table.id, table.entry_date, table.title, table.pillar, table.pull, table.private)
        return [rows.heading(row) for row in self._connection.execute(filtered(columns, wanted, limit))]

    def every(self) -> Iterator[Reflection]:
        """All of them, the trash included, by id."""
        return self._in_order(list(self._connection.scalars(select(reflection.c.id).order_by(reflection.c.id))))

    def trash(self) -> list[Reflection]:
        """What was deleted, latest first."""
        table = reflection.c
        ids = select(table.id).where(table.deleted_at.is_not(None)).order_by(table.deleted_at.desc(), table.id)
        return list(self._in_order(list(self._connection.scalars(ids))))

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash. Raises NoSuchRecord."""
        self._set_deleted(id, now, now)
        index.remove(self._connection, KIND, id)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        self._set_deleted(id, None, now)
        index.put(self._connection, rows.document(self.get(id)))

    def trash_is_due(self, now: datetime) -> bool:
        """Whether something has been in the trash long enough to go."""
        return bool(self._connection.scalar(select(exists().where(_is_long_gone(now)))))

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what has been in the trash long enough; returns how many."""
        return self._connection.execute(delete(reflection).where(_is_long_gone(now))).rowcount

    def bring_back(self, id: str, revision_id: str, now: datetime) -> Reflection:
        """Makes an earlier version the current one; the current one becomes a revision. Raises NoSuchRecord."""
        old = self.get(id)
        earlier = next((each for each in old.revisions if each.id == revision_id), None)
        if earlier is None:
            raise NoSuchRecord(revision_id)
        self._keep_version(old)
        self._write(replace(old, content=earlier.content, updated_at=now), now, is_rewritten=True)
        return self.get(id)

    def follow_up(self, commitment_id: str, outcome: Outcome, note: str, day: date, now: datetime) -> None:
        """Notes how a commitment went. Raises NoSuchRecord."""
        table = commitment.c
        owner = self._connection.scalar(select(table.reflection_id).where(table.id == commitment_id))
        if owner is None:
            raise NoSuchRecord(commitment_id)
        old = self.get(owner)
        answered = tuple(
            replace(each, outcome=outcome, outcome_note=note, followed_up_on=day) if each.id == commitment_id else each
            for each in old.commitments
        )
        self._write(replace(old, commitments=answered, updated_at=now), now, is_rewritten=False)

    def open_commitments(self) -> list[OpenCommitment]:
        """Those not done or given an answer yet, oldest first, without the trash."""
        is_open = or_(commitment.c.outcome.is_(None), commitment.c.outcome == Outcome.NOT_YET.value)
        ids = select(commitment.c.reflection_id).where(is_open).distinct()
        found = self._in_order(list(self._connection.scalars(ids)))
        owners = sorted(found, key=lambda each: (each.content.date, each.content.time or "", each.created_at, each.id))
        return [
            OpenCommitment(owner.id, owner.content.date, each)
            for owner in owners
            if owner.deleted_at is None
            for each in owner.commitments
            if each.is_open
        ]

    def new(self, given: Iterable[Reflection]) -> tuple[list[Reflection], list[Reflection]]:
        """Those that are not here yet, neither by id nor by where they came from, each once; and of the rest those
        that would be new, but for a commitment or a revision whose id is taken by another's."""
        taken = self._keys_of_records()
        parts = set(self._connection.scalars(select(commitment.c.id).union_all(select(reflection_revision.c.id))))
        new: list[Reflection] = []
        clashing: list[Reflection] = []
        for each in given:
            keys = _keys(each)
            if taken.isdisjoint(keys):
                own = {plan.id for plan in each.commitments} | {earlier.id for earlier in each.revisions}
                (new if parts.isdisjoint(own) else clashing).append(each)
                taken |= keys
                parts |= own
        return new, clashing

    def _keys_of_records(self) -> set[object]:
        table = reflection.c
        sources = select(table.source, table.source_id).where(table.source.is_not(None))
        found: set[object] = {(row.source, row.source_id) for row in self._connection.execute(sources)}
        return found.union(self._connection.scalars(select(table.id)))

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        outside, inside = (
            self._connection.scalars(select(func.count()).select_from(reflection).where(each)).one()
            for each in (reflection.c.deleted_at.is_(None), reflection.c.deleted_at.is_not(None))
        )
        return outside, inside

    def first_and_last(self) -> tuple[date, date] | None:
        """The days of the oldest and the newest, without the trash."""
        table = reflection.c
        span = select(func.min(table.entry_date), func.max(table.entry_date)).where(table.deleted_at.is_(None))
        first, last = self._connection.execute(span).one()
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def _set_deleted(self, id: str, deleted_at: datetime | None, now: datetime) -> None:
        change = {"deleted_at": format_instant(deleted_at) if deleted_at else None, "updated_at": format_instant(now)}
        if not self._connection.execute(update(reflection).where(reflection.c.id == id).values(**change)).rowcount:
            raise NoSuchRecord(id)

    def _add(self, given: Sequence[Reflection], now: datetime) -> None:
        self._insert(reflection, [rows.of(each) | {"written_at": format_instant(each.updated_at)} for each in given])
        self._add_parts(given, self._person_ids(_people(given), now))
        self._insert(reflection_revision, [rows.of_revision(each.id, old) for each in given for old in each.revisions])

    def _write(self, kept: Reflection, now: datetime, *, is_rewritten: bool) -> None:
        values = rows.of(kept) | ({"written_at": format_instant(now)} if is_rewritten else {})
        self._connection.execute(update(reflection).where(reflection.c.id == kept.id).values(values))
        for table in _PARTS:
            self._connection.execute(delete(table).where(table.c.reflection_id == kept.id))
        self._add_parts([kept], self._person_ids(_people([kept]), now))
        if kept.deleted_at is None:
            index.put(self._connection, rows.document(kept))

    def _add_parts(self, given: Sequence[Reflection], ids: dict[str, str]) -> None:
        self._insert(reflection_tag, [row for each in given for row in rows.of_tags(each)])
        self._insert(reflection_person, [row for each in given for row in rows.of_people(each, ids)])
        self._insert(commitment, [row for each in given for row in rows.of_commitments(each, ids)])

    def _keep_version(self, old: Reflection) -> Revision:
        earlier = Revision(id=uuid4().hex, saved_at=self._written_at(old.id), content=old.content)
        self._insert(reflection_revision, [rows.of_revision(old.id, earlier)])
        return earlier

    def _written_at(self, id: str) -> datetime:
        query = select(reflection.c.written_at).where(reflection.c.id == id)
        return parse_instant(self._connection.scalars(query).one())

    def _insert(self, table: Table, values: list[rows.Values]) -> None:
        if values:
            self._connection.execute(insert(table), values)

    def _in_order(self, ids: Sequence[str]) -> Iterator[Reflection]:
        for at in range(0, len(ids), _AT_ONCE):
            found = {each.id: each for each in self._found(ids[at : at + _AT_ONCE])}
            yield from (found[id] for id in ids[at : at + _AT_ONCE])

    def _found(self, ids: Sequence[str]) -> list[Reflection]:
        given = {"ids": list(ids)}
        parts = [_grouped(self._connection.execute(query, given)) for query in (TAGS, PEOPLE, COMMITMENTS, REVISIONS)]
        return [
            rows.reflection(row, rows.Parts(*(each.get(row.id, []) for each in parts)))
            for row in self._connection.execute(ROWS, given)
        ]


def _keys(given: Reflection) -> set[object]:
    """What tells it from every other record."""
    return {given.id} if given.source is None else {given.id, (given.source, given.source_id)}


def _is_long_gone(now: datetime) -> ColumnElement[bool]:
    return reflection.c.deleted_at < format_instant(rules.trash_ends(now))


def _grouped(found: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    groups: dict[str, list[Row[Any]]] = {}
    for row in found:
        groups.setdefault(row.reflection_id, []).append(row)
    return groups


def _people(given: Iterable[Reflection]) -> set[str]:
    named = {name for each in given for name in each.content.people}
    return named | {plan.person for each in given for plan in each.commitments if plan.person is not None}


def _tidy(given: Reflection) -> Reflection:
    said = given.content
    plans = (replace(each, person=rules.name(each.person or "") or None) for each in given.commitments)
    content = replace(said, tags=rules.names(said.tags), people=rules.names(said.people))
    return replace(given, content=content, commitments=tuple(plans))
