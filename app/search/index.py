"""One document for each record, found by its words, newest first.

A document's position is made of its entry date and time, so that newest first costs nothing. The document that is
being written stands in an index of its own, which is made anew at every save: taking words out of the large index,
so that not a trace of them stays, costs a hundred times as much, and is done once a sitting.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Connection, column, delete, insert, table, text

from app.search.words import expression, seamed, unseamed

_DAY = 2**31
_OPENS, _CLOSES = "\x02", "\x03"  # around what was found, until it is known where that is
_MINUTE = 2**20
_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found of one record: its words, and its names and tags. `title` names it in a list."""

    kind: str
    id: str
    day: date
    time: str | None
    title: str
    body: str
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that was found. In `snippet` matches stand in square brackets; it begins with words of the record,
    also where only a name was asked for.
    """

    id: str
    kind: str
    date: date
    title: str
    snippet: str


_COLUMNS = ("position", "kind", "id", "entry_date", "title", "body", "names")
_ROW = f"({', '.join('?' * len(_COLUMNS))})"
_DRAFT = table("draft", *map(column, _COLUMNS))
_FREE = text(
    "SELECT m.value AS first, max(m.value,"
    " coalesce((SELECT max(position) + 1 FROM documents WHERE position BETWEEN m.value AND m.value + :last), 0),"
    " coalesce((SELECT max(position) + 1 FROM draft WHERE position BETWEEN m.value AND m.value + :last), 0)"
    ") AS free FROM json_each(:firsts) AS m"
)
_STANDS = text(
    "SELECT position, title = :title AND body = :body AND names = :names AS is_same"
    " FROM (SELECT * FROM documents UNION ALL SELECT * FROM draft)"
    " WHERE kind = :kind AND id = :id AND position BETWEEN :first AND :last"
)
_SETTLE = text("INSERT INTO documents SELECT * FROM draft WHERE kind <> :kind OR id <> :id")
_TAKE_FROM_DOCUMENTS = text("DELETE FROM documents WHERE kind = :kind AND id = :id")
_TAKE_FROM_DRAFT = text("DELETE FROM draft WHERE kind = :kind AND id = :id")
_REBUILD = text("INSERT INTO draft_index (draft_index) VALUES ('rebuild')")
_REBUILD_ALL = text("INSERT INTO documents_index (documents_index) VALUES ('rebuild')")
# `documents` has no trigger for this: its index is brought along by who does it.
_CHANGE, _CHANGE_DRAFT = (
    text(f"UPDATE {each} SET title = :title, body = :body, names = :names WHERE kind = :kind AND id = :id")  # noqa: S608
    for each in ("documents", "draft")
)
_POSITION = text("SELECT position FROM documents WHERE kind = :kind AND id = :id")
_PUT_BACK = text(f"INSERT INTO documents ({', '.join(_COLUMNS)}) VALUES (:{', :'.join(_COLUMNS)})")  # noqa: S608
_HOW_MANY = text("SELECT count(*) FROM documents")
_TRIGGER = text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'documents_removed'")
_DROP_TRIGGER = text("DROP TRIGGER documents_removed")
# Changing one in the large index takes as long as indexing so many anew.
_WORTH = 100
_FIND = (
    "SELECT d.position, d.id, d.kind, d.entry_date, d.title,"
    " snippet({0}_index, 0, :opens, :closes, '…', 16) AS words,"
    " snippet({0}_index, 1, :opens, :closes, '…', 16) AS names"
    " FROM {0}_index JOIN {0} d ON d.position = {0}_index.rowid"
    " WHERE {0}_index MATCH :expression ORDER BY {0}_index.rowid DESC LIMIT :limit"
)
_FIND_BOTH = (text(_FIND.format("documents")), text(_FIND.format("draft")))


def put(connection: Connection, document: Document) -> None:
    """Adds the document, or changes it where its words or its day have changed. It becomes the one being written."""
    values = _values(document)
    stands = connection.execute(_STANDS, values).one_or_none()
    if stands is not None and stands.is_same:
        return
    values["position"] = _free(connection, [values])[values["first"]] if stands is None else stands.position
    connection.execute(_SETTLE, values)
    connection.execute(_TAKE_FROM_DOCUMENTS, values)
    connection.execute(delete(_DRAFT))
    connection.execute(insert(_DRAFT).values({name: values[name] for name in _COLUMNS}))
    connection.execute(_REBUILD)


def add_all(connection: Connection, documents: Sequence[Document]) -> None:
    """Adds documents that are not there yet, each above what its minute already has."""
    added = [_values(document) for document in documents]
    free = _free(connection, added)
    for values in added:
        values["position"] = free[values["first"]]
        free[values["first"]] += 1
    # FTS5 writes its words out at the end of every statement, and whenever a position is below the one before.
    added.sort(key=itemgetter("position"))
    for at in range(0, len(added), _AT_ONCE):
        batch = added[at : at + _AT_ONCE]
        rows = ", ".join([_ROW] * len(batch))
        cells = tuple(document[name] for document in batch for name in _COLUMNS)
        connection.exec_driver_sql(f"INSERT INTO documents ({', '.join(_COLUMNS)}) VALUES {rows}", cells)  # noqa: S608


def change_all(connection: Connection, documents: Sequence[Document]) -> None:
    """Brings the words, names and titles of documents up to date, each where it is; of one that is not there, nothing.

    Where they are many the whole index is made anew.
    """
    changed = [_values(document) for document in documents]
    if len(changed) * _WORTH > connection.scalars(_HOW_MANY).one():
        _change(connection, changed)
        connection.execute(_REBUILD_ALL)
    else:
        for values in changed:
            values["position"] = connection.scalar(_POSITION, values)
            if values["position"] is not None:
                connection.execute(_TAKE_FROM_DOCUMENTS, values)
                connection.execute(_PUT_BACK, values)
            connection.execute(_CHANGE_DRAFT, values)
    connection.execute(_REBUILD)


def make_anew(connection: Connection, gone: Iterable[tuple[str, str]], changed: Iterable[Document]) -> None:
    """Takes documents away, given by kind and id, changes others, and makes both indexes of what is left, from nothing:
    not a word in them stays of what was there before.
    """
    # Taking words out of an index that is about to go would take a hundred times as long as making it.
    trigger = connection.scalars(_TRIGGER).one()
    connection.execute(_DROP_TRIGGER)
    for kind, id in gone:
        connection.execute(_TAKE_FROM_DOCUMENTS, {"kind": kind, "id": id})
        connection.execute(_TAKE_FROM_DRAFT, {"kind": kind, "id": id})
    _change(connection, [_values(document) for document in changed])
    connection.exec_driver_sql(trigger)
    connection.execute(_REBUILD_ALL)
    connection.execute(_REBUILD)


def _change(connection: Connection, changed: Iterable[dict[str, Any]]) -> None:
    for values in changed:
        connection.execute(_CHANGE, values)
        connection.execute(_CHANGE_DRAFT, values)


def remove(connection: Connection, kind: str, id: str) -> None:
    """Takes the document away, its words too."""
    values = {"kind": kind, "id": id}
    connection.execute(_TAKE_FROM_DOCUMENTS, values)
    if connection.execute(_TAKE_FROM_DRAFT, values).rowcount:
        connection.execute(_REBUILD)


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """At most `limit` hits, newest first; none for a query without a word in it."""
    asked = {"expression": expression(query), "limit": limit, "opens": _OPENS, "closes": _CLOSES}
    if asked["expression"] is None:
        return []
    rows = [row for statement in _FIND_BOTH for row in connection.execute(statement, asked)]
    rows.sort(key=attrgetter("position"), reverse=True)
    return [
        Hit(
            id=row.id,
            kind=row.kind,
            date=date.fromisoformat(row.entry_date),
            title=row.title,
            snippet=_snippet(row.words, row.names),
        )
        for row in rows[:limit]
    ]


def _snippet(words: str, names: str) -> str:
    """A passage with what was found in it; where that is among the names alone, the first words and these names."""
    passages = [words] if _OPENS in words else [words, names]
    said = (" ".join(unseamed(each).split()) for each in passages)
    return " · ".join(filter(None, said)).replace(_OPENS, "[").replace(_CLOSES, "]")


def _free(connection: Connection, added: list[dict[str, Any]]) -> dict[int, int]:
    """For each minute in question, by its first position, the first position that is free in it."""
    firsts = json.dumps([values["first"] for values in added])
    return {row.first: row.free for row in connection.execute(_FREE, {"firsts": firsts, "last": _MINUTE - 1})}


def _values(document: Document) -> dict[str, Any]:
    hours, minutes = (document.time or "00:00").split(":")
    first = document.day.toordinal() * _DAY + (int(hours) * 60 + int(minutes)) * _MINUTE
    return {
        "first": first,
        "last": first + _MINUTE - 1,
        "kind": document.kind,
        "id": document.id,
        "entry_date": document.day.isoformat(),
        "title": document.title,
        "body": seamed(document.body),
        "names": seamed("\n".join(document.names)),
    }
