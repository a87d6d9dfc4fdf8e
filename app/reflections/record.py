"""A reflection as the JSON record of the documented file, and back: nothing is lost either way.

The shape is described by resources/formats/courage-journal-1.schema.json.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from app.moments import format_instant, parse_day, parse_instant
from app.reflections.model import (
    KIND,
    PULL_RANGE,
    Commitment,
    Content,
    Outcome,
    Pillar,
    PullKind,
    Reflection,
    Revision,
)

Record = dict[str, Any]
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_ID = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_CONTENT = (
    "date",
    "time",
    "zone",
    "private",
    "prompt",
    "pillar",
    "notice",
    "pull",
    "pull_kind",
    "text",
    "tags",
    "people",
)
_COMMITMENT = ("id", "when", "will", "person", "asked", "outcome", "outcome_note", "followed_up_on")
_REVISION = ("id", "saved_at", "content")
_RECORD = (
    "id",
    "kind",
    *_CONTENT,
    "created_at",
    "updated_at",
    "deleted_at",
    "source",
    "source_id",
    "commitments",
    "revisions",
)


class MalformedRecord(ValueError):
    """A record that does not have the documented shape; `str()` names the field, never its content."""


def to_record(reflection: Reflection) -> Record:
    """The record, with its keys always in the same order."""
    content = content_to_record(reflection.content)
    return {
        "id": reflection.id,
        "kind": KIND,
        "date": content.pop("date"),
        "created_at": format_instant(reflection.created_at),
        "updated_at": format_instant(reflection.updated_at),
        "private": content.pop("private"),
        "deleted_at": format_instant(reflection.deleted_at) if reflection.deleted_at else None,
        **content,
        "commitments": [_commitment_to_record(each) for each in reflection.commitments],
        "source": reflection.source,
        "source_id": reflection.source_id,
        "revisions": [
            {"id": each.id, "saved_at": format_instant(each.saved_at), "content": content_to_record(each.content)}
            for each in reflection.revisions
        ],
    }


def content_to_record(content: Content) -> Record:
    """Only what the person wrote."""
    return {
        "date": content.date.isoformat(),
        "time": content.time,
        "zone": content.zone,
        "private": content.private,
        "prompt": content.prompt,
        "pillar": content.pillar,
        "notice": content.notice,
        "pull": content.pull,
        "pull_kind": content.pull_kind,
        "text": content.text,
        "tags": list(content.tags),
        "people": list(content.people),
    }


def _commitment_to_record(commitment: Commitment) -> Record:
    return {
        "id": commitment.id,
        "when": commitment.when,
        "will": commitment.will,
        "person": commitment.person,
        "asked": commitment.asked,
        "outcome": commitment.outcome,
        "outcome_note": commitment.outcome_note,
        "followed_up_on": commitment.followed_up_on.isoformat() if commitment.followed_up_on else None,
    }


def from_record(record: object) -> Reflection:
    """The reflection in a record. Raises MalformedRecord."""
    fields = _Fields(record, _RECORD)
    if fields.text("kind") != KIND:
        raise MalformedRecord("kind")
    source, source_id = fields.optional("source", _as_text), fields.optional("source_id", _as_text)
    if (source is None) != (source_id is None):
        raise MalformedRecord("source_id")
    return Reflection(
        id=fields.id("id"),
        content=_content(fields),
        created_at=fields.of("created_at", _as_instant),
        updated_at=fields.of("updated_at", _as_instant),
        deleted_at=fields.optional("deleted_at", _as_instant),
        source=source,
        source_id=source_id,
        commitments=fields.each("commitments", _commitment_from_record),
        revisions=fields.each("revisions", _revision_from_record),
    )


def content_from_record(record: object) -> Content:
    """What the person wrote. Raises MalformedRecord."""
    return _content(_Fields(record, _CONTENT))


def _content(fields: "_Fields") -> Content:
    return Content(
        date=fields.of("date", _as_day),
        time=fields.optional("time", _as_time),
        zone=fields.optional("zone", _as_text),
        private=fields.of("private", _as_bool),
        prompt=fields.optional("prompt", _as_text),
        pillar=fields.optional("pillar", _as_member(Pillar)),
        notice=fields.text("notice"),
        pull=fields.optional("pull", _as_pull),
        pull_kind=fields.optional("pull_kind", _as_member(PullKind)),
        text=fields.text("text"),
        tags=fields.names("tags"),
        people=fields.names("people"),
    )


def _commitment_from_record(record: object) -> Commitment:
    fields = _Fields(record, _COMMITMENT)
    return Commitment(
        id=fields.id("id"),
        when=fields.text("when"),
        will=fields.text("will"),
        person=fields.optional("person", _as_name),
        asked=fields.of("asked", _as_bool) if "asked" in fields else True,
        outcome=fields.optional("outcome", _as_member(Outcome)),
        outcome_note=fields.text("outcome_note"),
        followed_up_on=fields.optional("followed_up_on", _as_day),
    )


def _revision_from_record(record: object) -> Revision:
    fields = _Fields(record, _REVISION)
    return Revision(
        id=fields.id("id"),
        saved_at=fields.of("saved_at", _as_instant),
        content=fields.of("content", content_from_record),
    )


class _Fields:
    """The fields of one JSON object, each asked for by name and type."""

    def __init__(self, record: object, known: tuple[str, ...]) -> None:
        if not isinstance(record, Mapping):
            raise MalformedRecord("object expected")
        unknown = [key for key in record if key not in known]
        if unknown:
            raise MalformedRecord(f"{len(unknown)} unknown fields")
        self._record: Mapping[str, object] = record

    def __contains__(self, name: str) -> bool:
        return name in self._record

    def of(self, name: str, convert: Callable[[object], _T]) -> _T:
        if name not in self._record:
            raise MalformedRecord(f"{name} is missing")
        try:
            return convert(self._record[name])
        except MalformedRecord as error:
            raise MalformedRecord(f"{name}: {error}") from None
        except (TypeError, ValueError, OverflowError):
            raise MalformedRecord(name) from None

    def optional(self, name: str, convert: Callable[[object], _T]) -> _T | None:
        return None if self._record.get(name, "") is None else self.of(name, convert)

    def text(self, name: str) -> str:
        return self.of(name, _as_text)

    def id(self, name: str) -> str:
        return self.of(name, _as_id)

    def names(self, name: str) -> tuple[str, ...]:
        found = self.each(name, _as_name)
        if len(set(found)) != len(found):
            raise MalformedRecord(f"{name} holds one name twice")
        return found

    def each(self, name: str, convert: Callable[[object], _T]) -> tuple[_T, ...]:
        def convert_all(value: object) -> tuple[_T, ...]:
            if not isinstance(value, list):
                raise MalformedRecord("list expected")
            return tuple(convert(item) for item in value)

        return self.of(name, convert_all)


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise MalformedRecord("text expected")
    value.encode()  # a lone surrogate is not text: UnicodeEncodeError is a ValueError
    return value


def _as_name(value: object) -> str:
    name = _as_text(value)
    if not name or name != " ".join(name.split()):
        raise MalformedRecord("name expected")
    return name


def _as_id(value: object) -> str:
    text = _as_text(value)
    if not _ID.fullmatch(text):
        raise MalformedRecord("id expected")
    return text


def _as_time(value: object) -> str:
    text = _as_text(value)
    if not _TIME.fullmatch(text):
        raise MalformedRecord("time expected")
    return text


def _as_bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise MalformedRecord("true or false expected")
    return value


def _as_pull(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in PULL_RANGE:
        raise MalformedRecord("0 to 10 expected")
    return value


def _as_day(value: object) -> date:
    return parse_day(_as_text(value))


def _as_instant(value: object) -> datetime:
    return parse_instant(_as_text(value))


def _as_member(members: type[_E]) -> Callable[[object], _E]:
    return lambda value: members(_as_text(value))
