"""One document for each record, found by its words, newest first.

A document's position is made of its entry date and time, so that newest first costs nothing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from app.search.words import expression, seamed, unseamed

_DAY = 2**31
_MINUTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found of one record. `body` holds every word of it, `title` names it in a list."""

    kind: str
    id: str
    day: date
    time: str | None
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that was found. In `snippet` matches stand in square brackets."""

    id: str
    kind: str
    date: date
    title: str
    snippet: str


# A position is free above the last one of the same minute.
_ADD = text(
    "INSERT INTO documents (position, kind, id, entry_date, title, body)"
    " SELECT coalesce(max(position) + 1, :first), :kind, :id, :entry_date, :title, :body"
    " FROM documents WHERE position BETWEEN :first AND :last"
)
_CHANGE = text(
    "UPDATE documents SET title = :title, body = :body"
    " WHERE kind = :kind AND id = :id AND position BETWEEN :first AND :last AND (title <> :title OR body <> :body)"
)
_STANDS = text("SELECT position BETWEEN :first AND :last FROM documents WHERE kind = :kind AND id = :id")
_REMOVE = text("DELETE FROM documents WHERE kind = :kind AND id = :id")
_FIND = text(
    "SELECT d.id, d.kind, d.entry_date, d.title, snippet(documents_index, 0, '[', ']', '…', 16) AS snippet"
    " FROM documents_index JOIN documents d ON d.position = documents_index.rowid"
    " WHERE documents_index MATCH :expression ORDER BY documents_index.rowid DESC LIMIT :limit"
)


def put(connection: Connection, document: Document) -> None:
    """Adds the document, or changes it where its words or its day have changed."""
    values = _values(document)
    in_place = connection.execute(_STANDS, values).scalar()
    if in_place:
        connection.execute(_CHANGE, values)
        return
    if in_place is not None:
        remove(connection, document.kind, document.id)
    connection.execute(_ADD, values)


def add_all(connection: Connection, documents: list[Document]) -> None:
    """Adds many documents that are not there yet."""
    if documents:
        connection.execute(_ADD, [_values(document) for document in documents])


def remove(connection: Connection, kind: str, id: str) -> None:
    """Takes the document away, its words too."""
    connection.execute(_REMOVE, {"kind": kind, "id": id})


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """At most `limit` hits, newest first; none for a query without a word in it."""
    asked = expression(query)
    if asked is None:
        return []
    rows = connection.execute(_FIND, {"expression": asked, "limit": limit})
    return [
        Hit(
            id=row.id,
            kind=row.kind,
            date=date.fromisoformat(row.entry_date),
            title=row.title,
            snippet=" ".join(unseamed(row.snippet).split()),
        )
        for row in rows
    ]


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
    }
