"""Where reflections live. Every save is one upsert with its revision and its search document."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.errors import NoSuchRecord
from app.moments import format_instant, parse_instant
from app.reflections import rules
from app.reflections.model import KIND, Commitment, Content, Filter, Heading, Outcome, Pillar, PullKind, Reflection, Revision
from app.reflections.record import content_from_record, content_to_record
from app.reflections.tables import commitment, person, reflection, reflection_person, reflection_revision, reflection_tag
from app.search import index

PersonIds = Callable[[Iterable[str], datetime], dict[str, str]]

_AT_ONCE = 500
_PARTS = (reflection_tag, reflection_person, commitment)
_IDS = bindparam("ids", expanding=True)
_NEWEST = (
    reflection.c.entry_date.desc(),
    reflection.c.entry_time.desc(),
    reflection.c.created_at.desc(),
    reflection.c.number.desc(),
)


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
            kept = replace(given, content=_tidy(given.content), updated_at=now, revisions=())
            self.add_all([kept], now)
            return kept
        old = before[0]
        kept = replace(old, content=_tidy(given.content), commitments=given.commitments)
        if kept == old:
            return old
        if kept.content != old.content and rules.begins_new_sitting(old.updated_at, now):
            revision = Revision(id=uuid4().hex, saved_at=old.updated_at, content=old.content)
            self._connection.execute(insert(reflection_revision), _revision_rows(replace(old, revisions=(revision,))))
            kept = replace(kept, revisions=(*old.revisions, revision))
        kept = replace(kept, updated_at=now)
        self._write(kept, now)
        return kept

    def add_all(self, given: Sequence[Reflection], now: datetime) -> None:
        """Adds reflections that are not there yet exactly as they are, revisions and trash included."""
        ids = self._person_ids(_people(given), now)
        _insert(self._connection, reflection, [_row(each) for each in given])
        self._add_parts(given, ids)
        _insert(self._connection, reflection_revision, [row for each in given for row in _revision_rows(each)])
        index.add_all(self._connection, [_document(each) for each in given if each.deleted_at is None])

    def get(self, id: str) -> Reflection:
        """One reflection, from the trash too. Raises NoSuchRecord."""
        found = self._found([id])
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def find(self, wanted: Filter, limit: int | None = None) -> list[Reflection]:
        """Newest first, without the trash."""
        ids = [row.id for row in self._connection.execute(_filtered(select(reflection.c.id), wanted, limit))]
        return list(self._in_order(ids))

    def headings(self, wanted: Filter, limit: int | None = None) -> list[Heading]:
        """Newest first, without the trash."""
        table = reflection.c
        columns = select(table.id, table.entry_date, table.title, table.pillar, table.pull, table.private)
        return [
            Heading(
                id=row.id,
                date=date.fromisoformat(row.entry_date),
                title=row.title,
                pillar=Pillar(row.pillar) if row.pillar else None,
                pull=row.pull,
                private=bool(row.private),
            )
            for row in self._connection.execute(_filtered(columns, wanted, limit))
        ]

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
        index.put(self._connection, _document(self.get(id)))

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
        revision = Revision(id=uuid4().hex, saved_at=old.updated_at, content=old.content)
        self._connection.execute(insert(reflection_revision), _revision_rows(replace(old, revisions=(revision,))))
        self._write(replace(old, content=earlier.content, updated_at=now), now)
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
        self._write(replace(old, commitments=answered, updated_at=now), now)

    def open_commitments(self) -> list[OpenCommitment]:
        """Those not done or given an answer yet, oldest first, without the trash."""
        is_open = or_(commitment.c.outcome.is_(None), commitment.c.outcome == Outcome.NOT_YET.value)
        ids = select(commitment.c.reflection_id).where(is_open).distinct()
        owners = sorted(self._found(list(self._connection.scalars(ids))), key=lambda each: (each.content.date, each.created_at))
        return [
            OpenCommitment(owner.id, owner.content.date, each)
            for owner in owners
            if owner.deleted_at is None
            for each in owner.commitments
            if each.is_open
        ]

    def new(self, given: Iterable[Reflection]) -> list[Reflection]:
        """Those that are not here yet, neither by id nor by where they came from; each once."""
        table = reflection.c
        taken: set[Any] = set(self._connection.scalars(select(table.id)))
        sources = select(table.source, table.source_id).where(table.source.is_not(None))
        taken.update((row.source, row.source_id) for row in self._connection.execute(sources))
        found = []
        for each in given:
            keys = {each.id} if each.source is None else {each.id, (each.source, each.source_id)}
            if taken.isdisjoint(keys):
                found.append(each)
                taken |= keys
        return found

    def count(self) -> tuple[int, int]:
        """How many there are: outside the trash, and in it."""
        total = select(func.count(), func.count(reflection.c.deleted_at)).select_from(reflection)
        every, deleted = self._connection.execute(total).one()
        return every - deleted, deleted

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

    def _write(self, kept: Reflection, now: datetime) -> None:
        row = _row(kept)
        statement = upsert(reflection).values(row)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))
        for table in _PARTS:
            self._connection.execute(delete(table).where(table.c.reflection_id == kept.id))
        self._add_parts([kept], self._person_ids(_people([kept]), now))
        if kept.deleted_at is None:
            index.put(self._connection, _document(kept))

    def _add_parts(self, given: Sequence[Reflection], ids: dict[str, str]) -> None:
        _insert(self._connection, reflection_tag, [row for each in given for row in _tag_rows(each)])
        _insert(self._connection, reflection_person, [row for each in given for row in _person_rows(each, ids)])
        _insert(self._connection, commitment, [row for each in given for row in _commitment_rows(each, ids)])

    def _in_order(self, ids: Sequence[str]) -> Iterator[Reflection]:
        for at in range(0, len(ids), _AT_ONCE):
            found = {each.id: each for each in self._found(ids[at : at + _AT_ONCE])}
            yield from (found[id] for id in ids[at : at + _AT_ONCE])

    def _found(self, ids: Sequence[str]) -> list[Reflection]:
        given = {"ids": list(ids)}
        tags = _grouped(self._connection.execute(_TAGS, given))
        people = _grouped(self._connection.execute(_PEOPLE, given))
        commitments = _grouped(self._connection.execute(_COMMITMENTS, given))
        revisions = _grouped(self._connection.execute(_REVISIONS, given))
        return [
            Reflection(
                id=row.id,
                content=_content(row, tags.get(row.id, []), people.get(row.id, [])),
                created_at=parse_instant(row.created_at),
                updated_at=parse_instant(row.updated_at),
                deleted_at=parse_instant(row.deleted_at) if row.deleted_at else None,
                source=row.source,
                source_id=row.source_id,
                commitments=tuple(_commitment(each) for each in commitments.get(row.id, [])),
                revisions=tuple(_revision(each) for each in revisions.get(row.id, [])),
            )
            for row in self._connection.execute(_ROWS, given)
        ]


_ROWS = select(reflection).where(reflection.c.id.in_(_IDS))
_TAGS = (
    select(reflection_tag.c.reflection_id, reflection_tag.c.tag)
    .where(reflection_tag.c.reflection_id.in_(_IDS))
    .order_by(reflection_tag.c.reflection_id, reflection_tag.c.place)
)
_PEOPLE = (
    select(reflection_person.c.reflection_id, person.c.name)
    .join(person, person.c.id == reflection_person.c.person_id)
    .where(reflection_person.c.reflection_id.in_(_IDS))
    .order_by(reflection_person.c.reflection_id, reflection_person.c.place)
)
_COMMITMENTS = (
    select(commitment, person.c.name)
    .outerjoin(person, person.c.id == commitment.c.person_id)
    .where(commitment.c.reflection_id.in_(_IDS))
    .order_by(commitment.c.reflection_id, commitment.c.place)
)
_REVISIONS = (
    select(reflection_revision)
    .where(reflection_revision.c.reflection_id.in_(_IDS))
    .order_by(reflection_revision.c.reflection_id, reflection_revision.c.saved_at, reflection_revision.c.id)
)


def _is_long_gone(now: datetime) -> ColumnElement[bool]:
    return reflection.c.deleted_at < format_instant(rules.trash_ends(now))


def _filtered(columns: Select[Any], wanted: Filter, limit: int | None) -> Select[Any]:
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
        same = (reflection_tag.c.reflection_id == table.id) & (reflection_tag.c.folded == wanted.tag.casefold())
        query = query.where(exists().where(same))
    if wanted.person is not None:
        same = (reflection_person.c.reflection_id == table.id) & (person.c.folded == wanted.person.casefold())
        query = query.where(exists().where(same, person.c.id == reflection_person.c.person_id))
    return query


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _grouped(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    groups: dict[str, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(row.reflection_id, []).append(row)
    return groups


def _people(given: Iterable[Reflection]) -> set[str]:
    named = {name for each in given for name in each.content.people}
    return named | {plan.person for each in given for plan in each.commitments if plan.person is not None}


def _tidy(content: Content) -> Content:
    return replace(content, tags=rules.names(content.tags), people=rules.names(content.people))


def _row(kept: Reflection) -> dict[str, Any]:
    content = kept.content
    return {
        "id": kept.id,
        "entry_date": content.date.isoformat(),
        "entry_time": content.time,
        "zone": content.zone,
        "created_at": format_instant(kept.created_at),
        "updated_at": format_instant(kept.updated_at),
        "deleted_at": format_instant(kept.deleted_at) if kept.deleted_at else None,
        "private": int(content.private),
        "prompt": content.prompt,
        "pillar": content.pillar.value if content.pillar else None,
        "pull": content.pull,
        "pull_kind": content.pull_kind.value if content.pull_kind else None,
        "source": kept.source,
        "source_id": kept.source_id,
        "title": rules.title(content),
        "notice": content.notice,
        "text": content.text,
    }


def _tag_rows(kept: Reflection) -> list[dict[str, Any]]:
    return [
        {"reflection_id": kept.id, "place": place, "tag": tag, "folded": tag.casefold()}
        for place, tag in enumerate(kept.content.tags)
    ]


def _person_rows(kept: Reflection, ids: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"reflection_id": kept.id, "place": place, "person_id": ids[name]}
        for place, name in enumerate(kept.content.people)
    ]


def _commitment_rows(kept: Reflection, ids: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "reflection_id": kept.id,
            "place": place,
            "when_text": each.when,
            "will_text": each.will,
            "person_id": ids[each.person] if each.person is not None else None,
            "outcome": each.outcome.value if each.outcome else None,
            "outcome_note": each.outcome_note,
            "followed_up_on": each.followed_up_on.isoformat() if each.followed_up_on else None,
        }
        for place, each in enumerate(kept.commitments)
    ]


def _revision_rows(kept: Reflection) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "reflection_id": kept.id,
            "saved_at": format_instant(each.saved_at),
            "content": json.dumps(content_to_record(each.content), ensure_ascii=False),
        }
        for each in kept.revisions
    ]


def _document(kept: Reflection) -> index.Document:
    content = kept.content
    plans = [word for each in kept.commitments for word in (each.when, each.will, each.person or "", each.outcome_note)]
    return index.Document(
        kind=KIND,
        id=kept.id,
        day=content.date,
        time=content.time,
        title=rules.title(content),
        body="\n".join(part for part in (content.text, content.notice, *plans, *content.tags, *content.people) if part),
    )


def _content(row: Row[Any], tags: list[Row[Any]], people: list[Row[Any]]) -> Content:
    return Content(
        date=date.fromisoformat(row.entry_date),
        time=row.entry_time,
        zone=row.zone,
        text=row.text,
        notice=row.notice,
        prompt=row.prompt,
        pillar=Pillar(row.pillar) if row.pillar else None,
        pull=row.pull,
        pull_kind=PullKind(row.pull_kind) if row.pull_kind else None,
        tags=tuple(each.tag for each in tags),
        people=tuple(each.name for each in people),
        private=bool(row.private),
    )


def _commitment(row: Row[Any]) -> Commitment:
    return Commitment(
        id=row.id,
        when=row.when_text,
        will=row.will_text,
        person=row.name,
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_note=row.outcome_note,
        followed_up_on=date.fromisoformat(row.followed_up_on) if row.followed_up_on else None,
    )


def _revision(row: Row[Any]) -> Revision:
    return Revision(id=row.id, saved_at=parse_instant(row.saved_at), content=content_from_record(json.loads(row.content)))
