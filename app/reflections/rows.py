"""Reflections as rows and rows as reflections: the one place that knows which column holds what."""

import json
from datetime import date
from typing import Any, NamedTuple

from app.moments import format_instant, parse_instant
from app.reflections import rules
from app.reflections.model import (
    KIND,
    Commitment,
    Content,
    Day,
    Heading,
    OpenCommitment,
    Outcome,
    Pillar,
    PullKind,
    Reflection,
    Revision,
)
from app.reflections.record import content_from_record, content_to_record
from app.search import index
from app.search.words import folded

Row = Any  # of SQLAlchemy: columns as attributes
Values = dict[str, Any]


class Parts(NamedTuple):
    """The rows that belong to one reflection, each sort in its order."""

    tags: list[Row]
    people: list[Row]
    commitments: list[Row]
    revisions: list[Row]


def of(kept: Reflection) -> Values:
    """The reflection's own row; `number` is the database's."""
    said = kept.content
    return {
        "id": kept.id,
        "entry_date": said.date.isoformat(),
        "entry_time": said.time,
        "zone": said.zone,
        "created_at": format_instant(kept.created_at),
        "updated_at": format_instant(kept.updated_at),
        "deleted_at": format_instant(kept.deleted_at) if kept.deleted_at else None,
        "private": int(said.private),
        "prompt": said.prompt,
        "pillar": said.pillar.value if said.pillar else None,
        "pull": said.pull,
        "pull_kind": said.pull_kind.value if said.pull_kind else None,
        "source": kept.source,
        "source_id": kept.source_id,
        "title": rules.title(said),
        "notice": said.notice,
        "text": said.text,
    }


def of_tags(kept: Reflection) -> list[Values]:
    """A row for each tag."""
    return [
        {"reflection_id": kept.id, "place": place, "tag": tag, "folded": folded(tag)}
        for place, tag in enumerate(kept.content.tags)
    ]


def of_people(kept: Reflection, ids: dict[str, str]) -> list[Values]:
    """A row for each person; `ids` has the id of each name."""
    return [
        {"reflection_id": kept.id, "place": place, "person_id": ids[name]}
        for place, name in enumerate(kept.content.people)
    ]


def of_commitments(kept: Reflection, ids: dict[str, str]) -> list[Values]:
    """A row for each commitment; `ids` has the id of each name."""
    return [
        {
            "id": each.id,
            "reflection_id": kept.id,
            "place": place,
            "made_on": kept.content.date.isoformat(),
            "when_text": each.when,
            "will_text": each.will,
            "person_id": ids[each.person] if each.person is not None else None,
            "asked": int(each.asked),
            "outcome": each.outcome.value if each.outcome else None,
            "outcome_note": each.outcome_note,
            "followed_up_on": each.followed_up_on.isoformat() if each.followed_up_on else None,
        }
        for place, each in enumerate(kept.commitments)
    ]


def of_revision(reflection_id: str, earlier: Revision) -> Values:
    """The row of one earlier version."""
    return {
        "id": earlier.id,
        "reflection_id": reflection_id,
        "saved_at": format_instant(earlier.saved_at),
        "content": of_version(earlier),
    }


def of_version(earlier: Revision) -> str:
    """What one earlier version held."""
    return json.dumps(content_to_record(earlier.content), ensure_ascii=False)


def document(kept: Reflection) -> index.Document:
    """What can be found of it: all its words."""
    said = kept.content
    plans = [word for each in kept.commitments for word in (each.when, each.will, each.outcome_note)]
    with_whom = [each.person for each in kept.commitments if each.person]
    return index.Document(
        kind=KIND,
        id=kept.id,
        day=said.date,
        time=said.time,
        title=rules.title(said),
        body="\n".join(part for part in (said.text, said.notice, *plans) if part),
        names=list(dict.fromkeys((*said.people, *with_whom, *said.tags))),
    )


def reflection(row: Row, parts: Parts) -> Reflection:
    """The reflection in its own row and those of its parts."""
    return Reflection(
        id=row.id,
        content=_content(row, parts.tags, parts.people),
        created_at=parse_instant(row.created_at),
        updated_at=parse_instant(row.updated_at),
        deleted_at=parse_instant(row.deleted_at) if row.deleted_at else None,
        source=row.source,
        source_id=row.source_id,
        commitments=tuple(_commitment(each) for each in parts.commitments),
        revisions=tuple(_revision(each) for each in parts.revisions),
    )


def heading(row: Row, people: list[Row]) -> Heading:
    """The row of a list, with the rows of its people."""
    return Heading(
        id=row.id,
        date=date.fromisoformat(row.entry_date),
        title=row.title,
        pillar=Pillar(row.pillar) if row.pillar else None,
        pull=row.pull,
        private=bool(row.private),
        people=tuple(each.name for each in people),
    )


def day(row: Row) -> Day:
    """What was written on one day."""
    return Day(date=date.fromisoformat(row.entry_date), count=row.count, pull=row.pull)


def _content(row: Row, tags: list[Row], people: list[Row]) -> Content:
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


def open_commitment(row: Row) -> OpenCommitment:
    """One commitment with the day it was made on."""
    return OpenCommitment(row.reflection_id, date.fromisoformat(row.made_on), _commitment(row))


def _commitment(row: Row) -> Commitment:
    return Commitment(
        id=row.id,
        when=row.when_text,
        will=row.will_text,
        person=row.name,
        asked=bool(row.asked),
        outcome=Outcome(row.outcome) if row.outcome else None,
        outcome_note=row.outcome_note,
        followed_up_on=date.fromisoformat(row.followed_up_on) if row.followed_up_on else None,
    )


def _revision(row: Row) -> Revision:
    return Revision(
        id=row.id, saved_at=parse_instant(row.saved_at), content=content_from_record(json.loads(row.content))
    )
