"""Where the owner's own prompts live."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
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
    func,
    insert,
    literal_column,
    select,
    update,
)

from app.errors import NoSuchRecord
from app.moments import format_instant, parse_instant
from app.prompts.model import Moment, Prompt
from app.prompts.own import KIND, OwnPrompt, in_place_of, replacement_id, says_more
from app.records import trash
from app.reflections.model import Filter, Pillar
from app.search import index
from app.titles import one_line

_TEXTS = ("id", "created_at", "updated_at", "deleted_at", "replaces", "pillar", "moment", "question", "purpose")
_prompt = Table("prompt", MetaData(), *(Column(name, Text) for name in _TEXTS), Column("retired", Integer))
_ALL = select(_prompt)
_KEPT = _ALL.where(_prompt.c.deleted_at.is_(None))
_NEWEST = (_prompt.c.created_at.desc(), _prompt.c.id.desc())
_DAY = func.substr(_prompt.c.created_at, 1, literal_column("10"))


class Prompts:
    """The owner's own prompts in one open journal. To be used inside a transaction."""

    table = _prompt

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: str) -> OwnPrompt:
        """One of them, also one that was put away. Raises NoSuchRecord."""
        found = self._read(_ALL.where(_prompt.c.id == id))
        if not found:
            raise NoSuchRecord(id)
        return found[0]

    def own(self) -> list[OwnPrompt]:
        """All that are in force, oldest first."""
        return self._read(_KEPT.order_by(_prompt.c.created_at, _prompt.c.id))

    def find(self, wanted: Filter, limit: int | None = None) -> list[OwnPrompt]:
        """Newest first. One has no person, no tag, no kind of pull, and is not private."""
        if wanted.person is not None or wanted.tag is not None or wanted.pull_kind is not None or wanted.private:
            return []
        query = _KEPT
        if wanted.since:
            query = query.where(wanted.since.isoformat() <= _DAY)
        if wanted.until:
            query = query.where(wanted.until.isoformat() >= _DAY)
        if wanted.pillar:
            query = query.where(_prompt.c.pillar == wanted.pillar.value)
        return self._read(query.order_by(*_NEWEST).limit(limit))

    def every(self) -> Iterator[OwnPrompt]:
        """All of them, also those that were put away, by id."""
        yield from self._read(_ALL.order_by(_prompt.c.id))

    def trash(self) -> list[OwnPrompt]:
        """What was put away, latest first."""
        deleted = _prompt.c.deleted_at
        return self._read(_ALL.where(deleted.is_not(None)).order_by(deleted.desc(), _prompt.c.id))

    def ids(self) -> set[str]:
        """Those of all of them, the trash included."""
        return set(self._connection.scalars(select(_prompt.c.id)))

    def count(self) -> tuple[int, int]:
        """How many there are: in force, and put away."""
        number = select(func.count()).select_from(_prompt)
        kept = int(self._connection.scalars(number.where(_prompt.c.deleted_at.is_(None))).one())
        return kept, int(self._connection.scalars(number).one()) - kept

    def save(self, given: OwnPrompt, now: datetime) -> OwnPrompt:
        """Adds it or brings it up to date, and brings back what was put away; returns it as it is kept."""
        before = self._read(_ALL.where(_prompt.c.id == given.id))
        kept = replace(given, updated_at=now, deleted_at=None)
        if not before:
            self._connection.execute(insert(_prompt), [_row(kept)])
            index.put(self._connection, _document(kept))
            return kept
        kept = replace(kept, created_at=before[0].created_at)
        self._connection.execute(update(_prompt).where(_prompt.c.id == kept.id).values(_row(kept)))
        index.put(self._connection, _document(kept))
        return kept

    def change(self, prompt: Prompt, now: datetime, **changes: Any) -> None:
        """Changes what stands in the place of a prompt that came along, and makes it first where there is nothing.

        Once that says no more than the prompt does, it is put away. A prompt of the owner's own is changed by `save`.
        """
        found = self._read(_KEPT.where(_prompt.c.id == replacement_id(prompt.id)))
        before = found[0] if found else in_place_of(prompt, now)
        changed = replace(before, **changes)
        if says_more(changed, prompt):
            self.save(changed, now)
        elif found:
            self.delete(before.id, now)

    def delete(self, id: str, now: datetime) -> None:
        """Puts it away: what it replaced is asked again. Raises NoSuchRecord."""
        change = {"deleted_at": format_instant(now), "updated_at": format_instant(now)}
        if not self._connection.execute(update(_prompt).where(_prompt.c.id == id).values(**change)).rowcount:
            raise NoSuchRecord(id)
        index.remove(self._connection, KIND, id)

    def restore(self, id: str, now: datetime) -> None:
        """Takes it out of the trash. Raises NoSuchRecord."""
        self.save(self.get(id), now)

    def add_all(self, given: Sequence[OwnPrompt], _now: datetime) -> None:
        """Adds prompts that are not there yet exactly as they are."""
        if given:
            self._connection.execute(insert(_prompt), [_row(each) for each in given])
            index.add_all(self._connection, [_document(each) for each in given if each.deleted_at is None])

    def new(self, given: Iterable[OwnPrompt]) -> tuple[list[OwnPrompt], list[OwnPrompt]]:
        """Those that are not here yet; none of the rest clashes with anything."""
        known = self.ids()
        return [each for each in given if each.id not in known], []

    def empty_trash(self, now: datetime) -> int:
        """Removes for good what was put away long enough ago; returns how many."""
        return trash.empty(self._connection, _prompt, now)

    def naming(self, _id: str, _name: str) -> list[OwnPrompt]:
        """None: a prompt is about nobody."""
        return []

    def renamed(self, _id: str, _old: str, _new: str) -> list[index.Document]:
        """None."""
        return []

    def overwrite(self, given: Sequence[OwnPrompt], _now: datetime) -> None:
        """Writes prompts that are there exactly as they are given; what can be found of them stays as it was."""
        for each in given:
            self._connection.execute(update(_prompt).where(_prompt.c.id == each.id).values(_row(each)))

    def remove(self, ids: Sequence[str]) -> None:
        """Removes them for good, whether put away or not; what can be found of them stays as it was."""
        for id in ids:
            self._connection.execute(delete(_prompt).where(_prompt.c.id == id))

    def document(self, given: OwnPrompt) -> index.Document:
        """What can be found of it."""
        return _document(given)

    def _read(self, query: Select[Any]) -> list[OwnPrompt]:
        return [_own(row) for row in self._connection.execute(query)]


def _document(kept: OwnPrompt) -> index.Document:
    words = (kept.question, kept.purpose)
    return index.Document(
        kind=KIND,
        id=kept.id,
        day=kept.created_at.date(),
        time=None,
        title=one_line(kept.question),
        body="\n".join(part for part in words if part),
    )


def _row(kept: OwnPrompt) -> dict[str, Any]:
    return {
        "id": kept.id,
        "created_at": format_instant(kept.created_at),
        "updated_at": format_instant(kept.updated_at),
        "deleted_at": format_instant(kept.deleted_at) if kept.deleted_at else None,
        "replaces": kept.replaces,
        "pillar": kept.pillar,
        "moment": kept.moment,
        "question": kept.question,
        "purpose": kept.purpose,
        "retired": int(kept.retired),
    }


def _own(row: Any) -> OwnPrompt:
    return OwnPrompt(
        id=row.id,
        pillar=Pillar(row.pillar),
        moment=Moment(row.moment),
        question=row.question,
        purpose=row.purpose,
        replaces=row.replaces,
        retired=bool(row.retired),
        created_at=parse_instant(row.created_at),
        updated_at=parse_instant(row.updated_at),
        deleted_at=parse_instant(row.deleted_at) if row.deleted_at else None,
    )
