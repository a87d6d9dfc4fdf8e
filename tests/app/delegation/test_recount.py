"""Every number agrees with a recount from the export that shares no code with the rules."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.delegation.cycle import Cycle, cycles
from app.delegation.fears import fears
from app.delegation.history import History, histories
from app.delegation.hover import Hover, hover, of_person
from app.delegation.model import CameTrue
from app.delegation.payback import Payback, payback
from app.delegation.practice_map import practice_map
from app.delegation.record import DEBRIEF, DELEGATION, HELD_TASK, TOUCH
from app.delegation.work import work_key
from app.people.record import LEVEL
from tests.app.delegation.making import Written, days, journals
from tests.app.reflections.journals import TODAY
from tests.recount import recount

PEOPLE = ["Jonas", "Priya"]


def exported(written: Written) -> Any:
    """The export of it, as any program reads it."""
    records = [
        *map(HELD_TASK.to_record, written.held),
        *map(DELEGATION.to_record, written.delegations),
        *map(TOUCH.to_record, written.touches),
        *map(DEBRIEF.to_record, written.debriefs),
        *map(LEVEL.to_record, written.levels),
    ]
    return json.loads(json.dumps({"records": records}))


def lived(written: Written) -> list[History]:
    return histories(written.delegations, written.touches, written.debriefs)


def hovered(found: Hover) -> dict[str, object]:
    return {"weight": found.weight, "touches": len(found.touches), "days": found.days, "index": found.index}


def cycled(found: Cycle) -> dict[str, object]:
    fear, broken = found.fear, found.broken_by
    loudest = None if fear is None else -1 if fear.likelihood is None else fear.likelihood
    return {
        "take_backs": [each.touch.id for each in found.take_backs],
        "kept": sorted(each.id for each in found.kept),
        "delivered": sorted(each.id for each in found.delivered),
        "last_on": found.last_on.isoformat(),
        "times": found.times,
        "chances_missed": found.chances_missed,
        "loudest": loudest,
        "minutes_a_month": found.minutes_a_month,
        "broken_on": broken.completed_on.isoformat() if broken and broken.completed_on else None,
    }


def returned(found: Payback) -> dict[str, object]:
    return {
        "spent": found.spent,
        "minutes_a_month": found.minutes_a_month,
        "saved": found.saved,
        "even_on": None if found.even_on is None else found.even_on.isoformat(),
    }


@given(journals(), days | st.just(TODAY))
def test_all_numbers_agree_with_the_recount(written: Written, today: date) -> None:
    counted = recount(exported(written), today.isoformat())
    found = lived(written)
    people = sorted({each.person for each in written.delegations if each.person})
    assert hovered(hover(found, today)) == counted["hover"]
    assert {each: hovered(hover(of_person(found, each), today)) for each in people} == counted["hover_by_person"]
    assert [cycled(each) for each in cycles(found, written.held)] == counted["cycles"]
    rows = {
        work_key(row.work): {
            "people": {
                each.person: [one.completed_on.isoformat() for one in each.ever if one.completed_on]
                for each in row.cells
            },
            "minutes_a_month": row.minutes_a_month,
            "only_owner": row.is_only_owner,
        }
        for row in practice_map(found, written.held, written.levels, people)
    }
    assert rows == counted["practice_map"]
    closed = fears(found)
    ended = {each: sorted(str(one.likelihood) for one in closed.that(each)) for each in CameTrue}
    quality = sorted((each.expected, each.was) for each in closed.expectations)
    assert {"ended": ended, "quality": quality} == counted["fears"]
    paid = payback(found, written.held, today)
    assert (None if paid is None else returned(paid)) == counted["payback"]
