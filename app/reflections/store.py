"""Where reflections live and change. Every save is one upsert with its revision and its search document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Connection, Table, delete, insert, select, update

from app.errors import NoSuchRecord
from app.fields import tidy_name
from app.moments import format_instant, parse_instant
from app.people.model import PersonIds
from app.records import trash
from app.reflections import rows, rules
from app.reflections.model import KIND, Commitment, Outcome, Reflection, Revision
from app.reflections.questions import Questions
from app.reflections.tables import commitment, reflection, reflection_person, reflection_revision, reflection_tag
from app.search import index

_AT_ONCE = 500
_PARTS = (reflection_tag, reflection_person, commitment)


class Reflections(Questions):
    """The reflections of one open journal. To be used inside a transaction."""

    table = reflection

    def __init__(self, connection: Connection, person_ids: PersonIds) -> None:
        super().__init__(connection)
        self._person_ids = person_ids

    def save(self, given: Reflection, now: datetime) -> Reflection:
        """Adds the reflection or brings it up to date; returns it as it is kept.

        What is kept from before: when it was created, where it came from, whether it is in the trash, what was
        answered about its commitments (only `follow_up` does that), and its revisions, to which the version before
        joins when a new sitting changes it. Without a change, nothing is done.
        """
        before = self._found([given.id])
        if not before:
            kept = replace(_tidy(given), updated_at=now, deleted_at=None, revisions=())
            self._add([kept], now)
            index.put(self._connection, rows.document(kept))
            return kept
        old, tidy = before[0], _tidy(given)
        kept = replace(old, content=tidy.content, commitments=_with_answers(tidy.commitments, old.commitments))
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

    def delete(self, id: str, now: datetime) -> None:
        """Moves it to the trash. Raises NoSuchRecord."""
        self._set_deleted(id, now, now)
        index.remove(self._connection, KIND, id)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        self._set_deleted(id, None, now)
        index.put(self._connection, rows.document(self.get(id)))

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what has been in the trash long enough; returns how many."""
        return trash.empty(self._connection, reflection, now)

    def bring_back(self, id: str, revision_id: str, now: datetime) -> Reflection:
        """Makes an earlier version the current one; the current one becomes a revision. Raises NoSuchRecord."""
        old = self.get(id)
        earlier = next((each for each in old.revisions if each.id == revision_id), None)
        if earlier is None:
            raise NoSuchRecord(revision_id)
        self._keep_version(old)
        self._write(replace(old, content=earlier.content, updated_at=now), now, is_rewritten=True)
        return self.get(id)

    def follow_up(self, commitment_id: str, outcome: Outcome | None, note: str, day: date, now: datetime) -> None:
        """Notes how a commitment went, in place of what was noted before; with None takes the answer back.

        Raises NoSuchRecord.
        """
        owner = self._connection.scalar(select(commitment.c.reflection_id).where(commitment.c.id == commitment_id))
        if owner is None:
            raise NoSuchRecord(commitment_id)
        old = self.get(owner)
        answered = tuple(
            _answered(each, outcome, note, day) if each.id == commitment_id else each for each in old.commitments
        )
        self._write(replace(old, commitments=answered, updated_at=now), now, is_rewritten=False)

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

    def renamed(self, id: str, old: str, new: str) -> list[index.Document]:
        """Brings earlier versions along that name a person who has another name, so that one which is brought back
        names nobody who is gone; what can be found now of those that name this person.
        """
        found = self.naming(id, old)
        for earlier in (earlier for each in found for earlier in each.revisions):
            if old in earlier.content.people:
                people = rules.names(new if name == old else name for name in earlier.content.people)
                self._write_version(replace(earlier, content=replace(earlier.content, people=people)))
        return [rows.document(each) for each in found if each.deleted_at is None]

    def overwrite(self, given: Sequence[Reflection], now: datetime) -> None:
        """Writes reflections that are there exactly as they are given, with their earlier versions, of which none is
        new; what can be found of them, and when each was last written on, stays as it was.
        """
        ids = self._person_ids(_people(given), now)
        for each in given:
            self._write_parts(each, rows.of(each), ids)
            for earlier in each.revisions:
                self._write_version(earlier)

    def remove(self, ids: Sequence[str]) -> None:
        """Removes them for good, whether in the trash or not; what can be found of them stays as it was."""
        for id in ids:
            self._connection.execute(delete(reflection).where(reflection.c.id == id))

    def document(self, given: Reflection) -> index.Document:
        """What can be found of it."""
        return rows.document(given)

    def _keys_of_records(self) -> set[object]:
        table = reflection.c
        sources = select(table.source, table.source_id).where(table.source.is_not(None))
        found: set[object] = {(row.source, row.source_id) for row in self._connection.execute(sources)}
        return found.union(self._connection.scalars(select(table.id)))

    def _set_deleted(self, id: str, deleted_at: datetime | None, now: datetime) -> None:
        change = {"deleted_at": format_instant(deleted_at) if deleted_at else None, "updated_at": format_instant(now)}
        if not self._connection.execute(update(reflection).where(reflection.c.id == id).values(**change)).rowcount:
            raise NoSuchRecord(id)

    def _add(self, given: Sequence[Reflection], now: datetime) -> None:
        self._insert(reflection, [rows.of(each) | {"written_at": format_instant(each.updated_at)} for each in given])
        earlier = {name for each in given for old in each.revisions for name in old.content.people}
        self._add_parts(given, self._person_ids(_people(given) | earlier, now))  # as if they had been written here
        self._insert(reflection_revision, [rows.of_revision(each.id, old) for each in given for old in each.revisions])

    def _write(self, kept: Reflection, now: datetime, *, is_rewritten: bool) -> None:
        values = rows.of(kept) | ({"written_at": format_instant(now)} if is_rewritten else {})
        self._write_parts(kept, values, self._person_ids(_people([kept]), now))
        if kept.deleted_at is None:
            index.put(self._connection, rows.document(kept))

    def _write_parts(self, kept: Reflection, values: rows.Values, ids: dict[str, str]) -> None:
        self._connection.execute(update(reflection).where(reflection.c.id == kept.id).values(values))
        for table in _PARTS:
            self._connection.execute(delete(table).where(table.c.reflection_id == kept.id))
        self._add_parts([kept], ids)

    def _write_version(self, earlier: Revision) -> None:
        values = {"content": rows.of_version(earlier)}
        self._connection.execute(
            update(reflection_revision).where(reflection_revision.c.id == earlier.id).values(values)
        )

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


def _keys(given: Reflection) -> set[object]:
    """What tells it from every other record."""
    return {given.id} if given.source is None else {given.id, (given.source, given.source_id)}


def _answered(given: Commitment, outcome: Outcome | None, note: str, day: date | None) -> Commitment:
    if outcome is None:
        return replace(given, outcome=None, outcome_note="", followed_up_on=None)
    return replace(given, outcome=outcome, outcome_note=note, followed_up_on=day)


def _with_answers(given: Iterable[Commitment], before: Iterable[Commitment]) -> tuple[Commitment, ...]:
    said = {each.id: each for each in before}
    return tuple(_with_answer(each, said.get(each.id, each)) for each in given)


def _with_answer(given: Commitment, said: Commitment) -> Commitment:
    return replace(given, outcome=said.outcome, outcome_note=said.outcome_note, followed_up_on=said.followed_up_on)


def _people(given: Iterable[Reflection]) -> set[str]:
    named = {name for each in given for name in each.content.people}
    return named | {plan.person for each in given for plan in each.commitments if plan.person is not None}


def _tidy(given: Reflection) -> Reflection:
    said = given.content
    plans = (replace(each, person=tidy_name(each.person or "") or None) for each in given.commitments)
    content = replace(said, tags=rules.names(said.tags), people=rules.names(said.people))
    return replace(given, content=content, commitments=tuple(plans))
