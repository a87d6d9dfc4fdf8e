"""A prompt of the owner's own as the JSON record of the documented file, and back.

The shape is described by resources/formats/courage-journal-1.schema.json.
"""

from app.fields import Fields, MalformedRecord, Record, as_bool, as_day, as_instant, as_member, as_text, within_limits
from app.moments import format_instant
from app.prompts.model import Moment
from app.prompts.own import KIND, OwnPrompt, check_lengths, replacement_id
from app.reflections.model import Pillar

_RECORD = (
    *("id", "kind", "date", "created_at", "updated_at", "private", "deleted_at"),
    *("pillar", "moment", "question", "purpose", "replaces", "retired"),
)


def to_record(own: OwnPrompt) -> Record:
    """The record, with its keys always in the same order. Its day is that on which it was written, in UTC."""
    return {
        "id": own.id,
        "kind": KIND,
        "date": own.created_at.date().isoformat(),
        "created_at": format_instant(own.created_at),
        "updated_at": format_instant(own.updated_at),
        "private": False,
        "deleted_at": format_instant(own.deleted_at) if own.deleted_at else None,
        "pillar": own.pillar,
        "moment": own.moment,
        "question": own.question,
        "purpose": own.purpose,
        "replaces": own.replaces,
        "retired": own.retired,
    }


def from_record(record: object) -> OwnPrompt:
    """The prompt in a record. Raises MalformedRecord."""
    fields = Fields(record, _RECORD)
    fields.check_kind(KIND)
    own = OwnPrompt(
        id=fields.id("id"),
        pillar=fields.of("pillar", as_member(Pillar)),
        moment=fields.of("moment", as_member(Moment)),
        question=fields.text("question"),
        purpose=fields.text("purpose"),
        replaces=fields.optional("replaces", as_text),
        retired=fields.of("retired", as_bool),
        created_at=fields.of("created_at", as_instant),
        updated_at=fields.of("updated_at", as_instant),
        deleted_at=fields.optional("deleted_at", as_instant),
    )
    within_limits(check_lengths, own)
    if own.replaces is not None and own.id != replacement_id(own.replaces):
        raise MalformedRecord("replaces")
    if fields.of("date", as_day) != own.created_at.date():
        raise MalformedRecord("date")
    if fields.of("private", as_bool):
        raise MalformedRecord("private")
    return own
