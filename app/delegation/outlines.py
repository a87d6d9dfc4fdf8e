"""What lists show of every delegation: its stage, its next day, its level; from one query that reads no more."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.delegation.history import History, history
from app.delegation.model import Brief, CheckIn, Debrief, Delegation, EarlierBrief, Touch, TouchKind
from app.moments import parse_instant
from app.people.model import Authority

# A touch decides on the stage where it changes hands, and a logged check-in only on whether that of today was met.
# Touches are read in the order in which they lie there: by their delegations it takes twice as long, whence the "+".
QUERY = """
WITH turns AS (
    SELECT delegation, json_group_array(json_array(id, entry_date, what, reason)) AS found, max(entry_date) AS last
    FROM touch WHERE deleted_at IS NULL AND what IN ('took-back', 'handed-back', 'delivered') GROUP BY +delegation
), talks AS (
    SELECT delegation, json_group_array(json_array(id, entry_date, closed_on)) AS found, max(closed_on) AS closed
    FROM debrief WHERE deleted_at IS NULL GROUP BY +delegation
), task AS (
    SELECT *, iif(instr(brief -> '$.check_ins', :today), brief -> '$.check_ins', NULL) AS check_ins FROM delegation
    WHERE deleted_at IS NULL
)
SELECT task.id, task.entry_date, task.created_at, title, person.name AS person, work, handed_over_on,
    brief ->> '$.due_on' AS due_on, brief ->> '$.due_time' AS due_time, brief ->> '$.authority' AS authority,
    nullif(earlier, '[]') AS earlier, check_ins,
    turns.found AS turns, talks.found AS talks,
    iif(check_ins IS NULL, NULL, (
        SELECT json_group_array(json_array(touch.id, touch.entry_date, what, reason)) FROM touch
        WHERE delegation = task.id AND deleted_at IS NULL AND what = 'agreed-check-in')) AS met
FROM task LEFT JOIN person ON person.id = task.person_id
    LEFT JOIN turns ON turns.delegation = task.id LEFT JOIN talks ON talks.delegation = task.id
WHERE :since IS NULL OR talks.closed IS NULL OR handed_over_on IS NULL OR handed_over_on >= talks.closed
    OR turns.last >= talks.closed OR turns.last >= :since
ORDER BY coalesce(handed_over_on, task.entry_date) DESC, task.created_at DESC, task.id DESC
"""


def parameters(today: date, since: date | None) -> dict[str, str | None]:
    """What the query asks about. With `since`, it leaves out what was talked through and did not change hands since."""
    return {"today": f'"{today.isoformat()}"', "since": since.isoformat() if since else None}


def outline(row: Mapping[Any, Any]) -> History:
    """A row as the history of a delegation, in which there is what decides on its stage, what is due today, and how
    much was theirs to decide when. What no list shows, as the fear, is left out, and so are all other touches.
    """
    created = parse_instant(row["created_at"])
    check_ins = tuple(
        CheckIn(on=date.fromisoformat(each["on"]), time=each.get("time"), minutes=each.get("minutes"))
        for each in _items(row["check_ins"])
    )
    delegation = Delegation(
        id=row["id"],
        date=date.fromisoformat(row["entry_date"]),
        created_at=created,
        updated_at=created,
        title=row["title"],
        person=row["person"],
        work=row["work"],
        handed_over_on=_day(row["handed_over_on"]),
        brief=Brief(
            check_ins=check_ins,
            due_on=_day(row["due_on"]),
            due_time=row["due_time"],
            authority=_authority(row["authority"]),
        ),
        earlier=tuple(_earlier(row["earlier"])),
    )
    touches = [*_touches(delegation, row["turns"]), *_touches(delegation, row["met"])]
    return history(delegation, touches, _debriefs(delegation, row["talks"]))


def _items(given: str | None) -> list[Any]:
    found: list[Any] = json.loads(given) if given else []
    return found


def _earlier(given: str | None) -> Iterator[EarlierBrief]:
    for each in _items(given):
        brief = Brief(authority=_authority(each["brief"].get("authority")))
        yield EarlierBrief(until=date.fromisoformat(each["until"]), brief=brief)


def _touches(of: Delegation, given: str | None) -> Iterator[Touch]:
    at = of.created_at
    for id, day, what, reason in _items(given):
        on, kind = date.fromisoformat(day), TouchKind(what)
        yield Touch(id=id, date=on, created_at=at, updated_at=at, delegation=of.id, what=kind, reason=reason)


def _debriefs(of: Delegation, given: str | None) -> Iterator[Debrief]:
    at = of.created_at
    for id, day, closed in _items(given):
        on = date.fromisoformat(day)
        yield Debrief(id=id, date=on, created_at=at, updated_at=at, delegation=of.id, closed_on=_day(closed))


def _authority(given: str | None) -> Authority | None:
    return Authority(given) if given else None


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
