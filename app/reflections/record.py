"""A reflection as the JSON record of the documented file, and back: nothing is lost either way.

The shape is described by resources/formats/courage-journal-1.schema.json.
"""

from app.fields import (
    Fields,
    MalformedRecord,
    Record,
    as_bool,
    as_day,
    as_instant,
    as_member,
    as_name,
    as_text,
    as_time,
    within_limits,
)
from app.moments import format_instant
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
from app.reflections.rules import check_lengths

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
    fields = Fields(record, _RECORD)
    fields.check_kind(KIND)
    source, source_id = fields.optional("source", as_text), fields.optional("source_id", as_text)
    if (source is None) != (source_id is None):
        raise MalformedRecord("source_id")
    reflection = Reflection(
        id=fields.id("id"),
        content=_content(fields),
        created_at=fields.of("created_at", as_instant),
        updated_at=fields.of("updated_at", as_instant),
        deleted_at=fields.optional("deleted_at", as_instant),
        source=source,
        source_id=source_id,
        commitments=fields.each("commitments", _commitment_from_record),
        revisions=fields.each("revisions", _revision_from_record),
    )
    within_limits(check_lengths, reflection)
    return reflection


def content_from_record(record: object) -> Content:
    """What the person wrote. Raises MalformedRecord."""
    return _content(Fields(record, _CONTENT))


def _content(fields: Fields) -> Content:
    return Content(
        date=fields.of("date", as_day),
        time=fields.optional("time", as_time),
        zone=fields.optional("zone", as_text),
        private=fields.of("private", as_bool),
        prompt=fields.optional("prompt", as_text),
        pillar=fields.optional("pillar", as_member(Pillar)),
        notice=fields.text("notice"),
        pull=fields.optional("pull", _as_pull),
        pull_kind=fields.optional("pull_kind", as_member(PullKind)),
        text=fields.text("text"),
        tags=fields.names("tags"),
        people=fields.names("people"),
    )


def _commitment_from_record(record: object) -> Commitment:
    fields = Fields(record, _COMMITMENT)
    return Commitment(
        id=fields.id("id"),
        when=fields.text("when"),
        will=fields.text("will"),
        person=fields.optional("person", as_name),
        asked=fields.of("asked", as_bool),
        outcome=fields.optional("outcome", as_member(Outcome)),
        outcome_note=fields.text("outcome_note"),
        followed_up_on=fields.optional("followed_up_on", as_day),
    )


def _revision_from_record(record: object) -> Revision:
    fields = Fields(record, _REVISION)
    return Revision(
        id=fields.id("id"),
        saved_at=fields.of("saved_at", as_instant),
        content=fields.of("content", content_from_record),
    )


def _as_pull(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in PULL_RANGE:
        raise MalformedRecord("0 to 10 expected")
    return value
